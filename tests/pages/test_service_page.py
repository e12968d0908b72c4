"""The page of a service, as plain values."""

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.model.service import Service
from generator.pages.cards import card
from generator.pages.moved import moved_pages
from generator.pages.render import environment, render
from generator.pages.service_page import ServiceView, service_page, service_pages, service_view
from generator.pages.site import Site
from generator.territory import Territory
from tests.pages import samples


def view(service: Service, territory: Territory, *others: Service) -> ServiceView:
    return service_view(service, samples.directory(territory, service, *others))


def test_the_telephone_is_dialled_in_its_international_form(territory: Territory) -> None:
    call = view(samples.service(), territory).contact.call
    assert call is not None
    assert (call.href, call.text) == ("tel:+33199001234", "01 99 00 12 34")


def test_without_a_number_of_its_own_a_service_has_that_of_its_first_place(
    territory: Territory,
) -> None:
    service = samples.service(
        contact={"site_web": "https://association.example/"},
        lieux=[samples.place(), samples.place(telephone="01 99 00 12 35")],
    )
    call = view(service, territory).contact.call
    assert call is not None
    assert call.text == "01 99 00 12 35"


@pytest.mark.parametrize(
    ("modes", "said"),
    [
        ([], ""),
        (["presentiel"], ""),
        (["visio"], "Les entretiens peuvent se tenir en visioconférence."),
        (
            ["presentiel", "telephone"],
            "Les entretiens peuvent se tenir sur place ou par téléphone.",
        ),
    ],
)
def test_how_one_is_received_is_said_when_one_need_not_travel(
    territory: Territory, modes: list[str], said: str
) -> None:
    assert view(samples.service(modes=modes), territory).modes == said


@pytest.mark.parametrize(
    ("contact", "way"),
    [
        ({"rendez_vous": "https://rdv.example/", "site_web": "https://association.example/"}, "https://rdv.example/"),
        ({"rendez_vous": "https://rdv.example/"}, "https://rdv.example/"),
        ({"site_web": "https://association.example/"}, "https://association.example/"),
    ],
)  # fmt: skip
def test_without_a_number_a_list_leads_to_the_appointments_or_to_the_site(
    territory: Territory, contact: dict[str, str], way: str
) -> None:
    service = samples.service(contact=contact)
    shown = card(service, samples.directory(territory, service))
    assert (shown.call, shown.website) == (None, way)


PAGE = "https://journal.example/2014/un-espace-de-rencontre"


@pytest.mark.parametrize(
    ("record", "site"),
    [
        ({"contact": {"site_web": PAGE}}, ""),
        # the same page given by a partner, who gives it as its source too
        ({"contact": {"site_web": PAGE, "telephone": "01 99 00 12 34"}}, PAGE),
        ({"contact": {"site_web": PAGE, "courriel": "contact@association.example"}}, PAGE),
        ({"contact": {"site_web": PAGE}, "lieux": [samples.place(telephone="01 99 00 12 34")]}, PAGE),
        ({"contact": {"site_web": PAGE}, "verification": {"statut": "confirme", "le": "2026-11-02",
                                                          "par": "la direction"}}, PAGE),
        # no source, or a whole site
        ({"contact": {"site_web": f"{PAGE}/autre"}}, f"{PAGE}/autre"),
        ({"contact": {"site_web": "https://association.example/"}}, "https://association.example/"),
    ],
)  # fmt: skip
def test_a_page_that_tells_of_a_service_is_not_said_to_be_its_site(
    territory: Territory, record: dict[str, Any], site: str
) -> None:
    sources = [{"url": "https://association.example/"}, {"url": PAGE}]
    service = samples.service(**{"sources": sources, **record})
    assert (service.own_site or "") == site
    assert view(service, territory).contact.website_is_its_own == bool(site)
    shown = card(service, samples.directory(territory, service))
    assert shown.website_is_its_own == bool(site)


def test_the_title_names_the_service_and_the_town(territory: Territory, site: Site) -> None:
    service = samples.service(violences={"accueil_separe": "oui"})
    directory = samples.directory(territory, service)
    page = service_page(service.id, site, samples.describe, directory)
    assert page.context["title"] == "Médiation familiale de l'association Exemple, Rennes"


def test_a_closed_service_names_its_successor_and_open_ones(territory: Territory) -> None:
    closed = view(samples.closed_for_good(), territory, samples.service(), samples.overseas())
    assert closed.closed is not None
    assert closed.closed.title == "Ce service est fermé depuis le 31\u00a0décembre 2025"
    assert closed.closed.successor is not None
    assert closed.closed.successor.path == "services/mediation-exemple-35/"
    assert [card.url for card in closed.closed.cards] == ["services/mediation-exemple-35/"]


def test_a_closed_service_is_not_indexed_but_keeps_its_page(
    territory: Territory, site: Site
) -> None:
    directory = samples.directory(territory, samples.closed_for_good(), samples.service())
    assert {
        page.path: page.indexed
        for recipe in service_pages(directory, site, samples.describe)
        if (page := recipe.make(directory))
    } == {
        "services/mediation-exemple-35/index.html": True,
        "services/mediation-fermee-35/index.html": False,
    }


def test_a_former_address_leads_to_the_page(territory: Territory) -> None:
    directory = samples.directory(territory, samples.everything())
    moved = {page.path: page for page in samples.made(moved_pages, directory)}[
        "services/mediation-ancien-nom-35/index.html"
    ]
    assert moved.context["target"].path == "services/mediation-complete-35/"
    assert not moved.in_sitemap


@pytest.mark.parametrize(
    ("alert", "shown"),
    [
        ({"texte": "Bientôt.", "debut": "2026-11-24", "fin": "2026-12-31"}, ""),
        ({"texte": "Aujourd'hui.", "debut": "2026-11-23", "fin": "2026-11-23"}, "Aujourd'hui."),
        ({"texte": "Passé.", "fin": "2026-11-22"}, ""),
    ],
)
def test_an_alert_is_shown_on_its_days(
    alert: dict[str, str], shown: str, territory: Territory
) -> None:
    assert view(samples.service(alerte=alert), territory).alert == shown


@pytest.mark.parametrize(
    ("tarif", "sentences"),
    [
        (None, 1),
        ({"regime": "gratuit"}, 1),
        ({"regime": "bareme_cnaf", "premier_entretien_gratuit": "oui"}, 2),
        ({"aide_juridictionnelle": "oui"}, 2),
    ],
)
def test_the_cost_is_always_said(
    tarif: dict[str, str] | None, sentences: int, territory: Territory
) -> None:
    assert len(view(samples.service(tarif=tarif), territory).cost.sentences) == sentences


def test_an_amount_has_its_source_beside_it(territory: Territory) -> None:
    cost = view(samples.everything(), territory).cost
    assert cost.sentences[0].startswith("De 2\u00a0€ à environ 131\u00a0€")
    assert cost.source is not None


def test_a_mediation_is_funded_and_a_meeting_space_approved(territory: Territory) -> None:
    assert view(samples.everything(), territory).standing == (
        "Service conventionné par la Caf et la MSA.",
    )
    approved = samples.service(
        "espace-rencontre-exemple-35",
        type="espace_de_rencontre",
        agrement={"prefecture": "Préfecture d'Ille-et-Vilaine", "fin": "2026-06-30"},
    )
    (text,) = view(approved, territory).standing
    assert "agréé par le préfet (Préfecture d'Ille-et-Vilaine)" in text
    assert text.endswith("demandez s'il a été renouvelé.")


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({"statut": "a_confirmer"}, "pages publiques, lues le 2\u00a0novembre 2026"),
        ({"statut": "confirme", "le": "2026-10-01"}, "par le service le 1er\u00a0octobre 2026."),
        ({"statut": "confirme", "le": "2026-10-01", "par": "le réseau Exemple"}, "par le réseau"),
    ],
)
def test_a_record_says_what_it_is_worth(
    known: dict[str, str], words: str, territory: Territory
) -> None:
    assert words in view(samples.service(verification=known), territory).verification.text


def test_a_service_of_two_departements_is_found_in_both(territory: Territory) -> None:
    service = samples.service(
        lieux=[samples.place(), samples.place(commune="Dinan", code_insee="22050")]
    )
    assert view(service, territory).departements == ("22", "35")


def test_a_word_with_a_ligature_is_found_without(territory: Territory) -> None:
    assert view(samples.service(), territory).plain_spelling == "soeurs"


@pytest.mark.parametrize(
    ("verified", "words", "expired"),
    [
        ("2025-11-24", "", False),
        ("2025-11-22", "il y a plus d'un an, le 22\u00a0novembre 2025", False),
        ("2024-11-22", "il y a plus de deux ans, le 22\u00a0novembre 2024", True),
    ],
)
def test_an_old_verification_is_a_warning(
    verified: str, words: str, territory: Territory, *, expired: bool
) -> None:
    service = samples.service(verification={"statut": "confirme", "le": verified})
    known = view(service, territory).verification
    assert bool(known.warning) is bool(words)
    assert words in known.warning
    assert known.expired is expired


def test_what_decides_whether_to_call_is_seen_at_a_glance(territory: Territory) -> None:
    facts = {
        one.label: (one.text, one.anchor)
        for one in view(samples.everything(), territory).at_a_glance
    }
    assert facts == {
        "Pour": ("Parents", "qui"),
        "Prix": ("Selon vos revenus, premier entretien gratuit", "prix"),
        "Délai": ("Environ 6\u00a0semaines", "delai"),
    }


def test_a_delay_read_long_ago_is_not_said_at_a_glance(territory: Territory) -> None:
    service = samples.service(delai_attente={"semaines": "6", "releve_le": "2026-05-01"})
    shown = view(service, territory)
    assert "Délai" not in [one.label for one in shown.at_a_glance]
    assert "Relevé le 1er\u00a0mai 2026. Cela a pu changer" in shown.waiting


def test_a_mediation_funded_by_the_caf_follows_the_national_scale(territory: Territory) -> None:
    funded = view(samples.service(conventionnement={"caf": "oui"}), territory).cost
    assert "131\u00a0€" in funded.sentences[0]
    assert funded.source is not None
    assert view(samples.service(conventionnement={"caf": "non"}), territory).cost.source is None


def test_the_organisation_s_other_services_are_named_and_not_this_one(territory: Territory) -> None:
    same = samples.service("espace-rencontre-exemple-35", type="espace_de_rencontre")
    another = samples.service("mediation-autre-35", gestionnaire={"nom": "Association Autre"})
    shown = view(samples.service(), territory, same, another)
    assert [one.path for one in shown.others] == ["services/espace-rencontre-exemple-35/"]


def test_a_number_in_the_details_can_be_called(territory: Territory) -> None:
    service = samples.service(
        contact={
            "telephone": "01 99 00 12 34",
            "telephone_precisions": "Autre numéro : 01 99 00 12 35",
        }
    )
    pieces = view(service, territory).contact.call_details
    assert [piece.href for piece in pieces] == ["", "tel:+33199001235"]


@pytest.mark.parametrize(
    ("state", "in_private"),
    [
        (samples.service, False),
        (samples.hidden_commune, True),
        (samples.hidden_departement, True),
        (samples.unknown_street, True),
    ],
)
def test_what_is_wrong_with_a_hidden_address_is_told_in_private(
    state: Callable[[], Service], territory: Territory, *, in_private: bool
) -> None:
    """An unknown street too: nobody can tell which of the two it is."""
    assert view(state(), territory).by_private_channel is in_private


def entrances(service: Service, territory: Territory, root: Path, site: Site) -> list[str]:
    """Where the three ways to mend a record lead."""
    page = service_page(service.id, site, samples.describe, samples.directory(territory, service))
    jinja = environment(root / "theme" / "templates", site, samples.TODAY)
    tree = LexborHTMLParser(render(page, jinja).decode())
    links = tree.css("section[aria-labelledby=corriger] ul > li > a")
    assert [one.text() for one in links] == [
        "Oui, tout est exact",
        "Corriger cette fiche",
        "Signaler une erreur",
    ]
    return [one.attributes["href"] or "" for one in links]


def test_to_confirm_to_correct_and_to_tell_have_each_their_way(
    territory: Territory, project_root: Path, site: Site
) -> None:
    way = f"{site.base}/contribuer/#"
    assert entrances(samples.service(), territory, project_root, site) == [
        f"{way}toujours-exact",
        f"{way}corriger",
        f"{way}erreur",
    ]


def test_where_the_repository_is_known_one_corrects_the_file_itself(
    territory: Territory, project_root: Path, site: Site
) -> None:
    known = dataclasses.replace(site, repository="https://forge.example/annuaire")
    _, correct, _ = entrances(samples.service(), territory, project_root, known)
    assert correct == (
        "https://forge.example/annuaire/edit/main/data/services/35/mediation-exemple-35.yaml"
    )


def test_a_hidden_address_has_the_private_way_alone(
    territory: Territory, project_root: Path, site: Site
) -> None:
    known = dataclasses.replace(site, repository="https://forge.example/annuaire")
    ways = set(entrances(samples.hidden_commune(), territory, project_root, known))
    assert ways == {f"{site.base}/contribuer/#adresse-a-proteger"}
