"""E-mail addresses."""

import pytest

from generator.model.email import domain_of, looks_personal, parse_email
from generator.model.refused import Refused, quoted


@pytest.mark.parametrize(
    ("text", "email"),
    [
        ("contact@association.example", "contact@association.example"),
        (" contact@association.example ", "contact@association.example"),
        ("LeRelais@Association.EXAMPLE", "LeRelais@association.example"),
        ("mediation-familiale.caf@caf.example", "mediation-familiale.caf@caf.example"),
        ("service+rdv@a-b.asso.fr", "service+rdv@a-b.asso.fr"),
        ("_point@1001.example", "_point@1001.example"),
        ("a" * 64 + "@a.example", "a" * 64 + "@a.example"),
    ],
)
def test_an_address_keeps_its_local_part_and_lowers_its_domain(text: str, email: str) -> None:
    assert parse_email(text) == email
    assert domain_of(email) == email.split("@")[1]


def alone(email: str) -> str:
    return f"Écrivez l'adresse seule, {quoted(email)}, si c'est bien elle"


EXAMPLE = (
    f"Écrivez une adresse sans accent ni espace, comme {quoted('contact@association.example')}"
)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("mailto:contact@a.example", alone("contact@a.example")),
        ("<contact@a.example>", alone("contact@a.example")),
        ("Le Relais <contact@a.example>", alone("contact@a.example")),
        ("contact [at] a.example", alone("contact@a.example")),
        ("contact arobase a.example", alone("contact@a.example")),
        ("contact(at)a.example", alone("contact@a.example")),
        ("=contact@a.example", alone("contact@a.example")),
        ("+contact@a.example", alone("contact@a.example")),
        ("a@a.example, b@a.example", "Gardez une seule adresse par champ"),
        ("a@a.example / b@a.example", "Gardez une seule adresse par champ"),
        *[
            (text, EXAMPLE)
            for text in (
                "",
                "contact",
                "contact@",
                "@a.example",
                "contact@a",
                "contact@localhost",
                "contact@a.local",
                "contact@a.test",
                "contact@[127.0.0.1]",
                "contact@127.0.0.1",
                '"le relais"@a.example',
                "accueil-médiation",
                "contact@médiation.example",
                "contact@a\uff0eexample",
                "a" * 65 + "@a.example",
                "contact@" + "a" * 64 + ".example",
                "x" * 10_000,
            )
        ],
    ],
)
def test_another_address_is_refused(text: str, hint: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_email(text)
    assert caught.value.rule == "courriel"
    assert caught.value.message == f"{quoted(text)} n'est pas une adresse de courriel"
    assert caught.value.hint == hint


@pytest.mark.parametrize(
    "email",
    [
        "camille.exemple@association.example",
        "Camille.Exemple@association.example",
        "camille_exemple@association.example",
        "c.exemple@association.example",
        "marie-camille.exemple@association.example",
        "camille.le-goff@association.example",
    ],
)
def test_the_name_of_a_person_is_recognised(email: str) -> None:
    assert looks_personal(email)


@pytest.mark.parametrize(
    "email",
    [
        "contact@association.example",
        "mediation@association.example",
        "mediation.familiale@association.example",
        "espace.rencontre@association.example",
        "espace-rencontre.nord@association.example",
        "point.rencontre@association.example",
        "contact.rennes@association.example",
        "rennes.accueil@association.example",
        "smo.sud@adseam.example",
        "le.relais@association.example",
        "udaf.69@association.example",
        "udaf.rhone@association.example",
        "secretariat.direction@association.example",
        "mediation-familiale.cafdijon@caf.example",
        "arbre.vert@arbre-vert.example",
        "mediateur_familial@association.example",
        "service+rdv.mardi@association.example",
    ],
)
def test_the_name_of_a_service_is_not(email: str) -> None:
    assert not looks_personal(email)
