"""Postal, INSEE and département codes; SIREN, SIRET, RNA."""

from collections.abc import Callable

import pytest

from generator.model.codes import (
    parse_departement_code,
    parse_insee_code,
    parse_postal_code,
    parse_rna,
    parse_siret,
)
from generator.model.refused import Refused, quoted

# Numbers with a right check digit that nobody bears.
SIREN = "123456782"
SIRET = "12345678200010"


@pytest.mark.parametrize(
    ("parse", "text", "value"),
    [
        (parse_postal_code, "01000", "01000"),
        (parse_postal_code, "20000", "20000"),
        (parse_postal_code, "98800", "98800"),
        (parse_insee_code, "01001", "01001"),
        (parse_insee_code, "2A004", "2A004"),
        (parse_insee_code, "2B033", "2B033"),
        (parse_insee_code, "69383", "69383"),
        (parse_insee_code, "97411", "97411"),
        (parse_insee_code, "98818", "98818"),
        (parse_departement_code, "01", "01"),
        (parse_departement_code, "2B", "2B"),
        (parse_departement_code, "95", "95"),
        (parse_departement_code, "976", "976"),
        (parse_departement_code, "988", "988"),
        (parse_siret, SIRET, SIRET),
        (parse_siret, "123 456 782 00010", SIRET),
        (parse_siret, "123\u00a0456\u202f782 00010", SIRET),
        # La Poste: the sum of the digits is a multiple of five.
        (parse_siret, "35600000000048", "35600000000048"),
        (parse_siret, "35600000000001", "35600000000001"),
        (parse_rna, "W691000000", "W691000000"),
        (parse_rna, "W 691 000000", "W691000000"),
        (parse_rna, "W2A1000000", "W2A1000000"),
        (parse_rna, "W9R4000000", "W9R4000000"),
    ],
)
def test_a_code_is_kept_as_text(parse: Callable[[str], object], text: str, value: object) -> None:
    assert parse(text) == value


ZERO = ", avec le zéro, entre guillemets"


@pytest.mark.parametrize(
    ("parse", "text", "message", "hint"),
    [
        (parse_postal_code, "1000", "n'est pas un code postal", f"Écrivez {quoted('01000')}{ZERO}"),
        (parse_postal_code, "75 009", "n'est pas un code postal", f"Écrivez {quoted('75009')}"),
        (
            parse_postal_code,
            "75009 Paris",
            "n'est pas un code postal",
            f"Écrivez le code seul, {quoted('75009')}",
        ),
        (
            parse_postal_code,
            "F-75009",
            "n'est pas un code postal",
            f"Écrivez le code seul, {quoted('75009')}",
        ),
        *[
            (
                parse_postal_code,
                text,
                "n'est pas un code postal",
                f"Écrivez un code de cinq caractères, comme {quoted('69003')}",
            )
            for text in ("", "00100", "99000", "750099", "٠١٠٠٠", "Paris", "100")
        ],
        (
            parse_insee_code,
            "1001",
            "n'est pas un code Insee de commune",
            f"Écrivez {quoted('01001')}{ZERO}",
        ),
        (
            parse_insee_code,
            "2a004",
            "n'est pas un code Insee de commune",
            f"Écrivez {quoted('2A004')}",
        ),
        (
            parse_insee_code,
            "20004",
            "n'est pas un code Insee de commune",
            f"En Corse, ce code commence par 2A ou 2B, par exemple {quoted('2A004')} pour Ajaccio",
        ),
        (
            parse_insee_code,
            "Lyon",
            "n'est pas un code Insee de commune",
            f"Écrivez un code de cinq caractères, comme {quoted('69383')}",
        ),
        (
            parse_departement_code,
            "1",
            "n'est pas un code de département",
            f"Écrivez {quoted('01')}{ZERO}",
        ),
        (
            parse_departement_code,
            "20",
            "n'est pas un code de département",
            f"Écrivez {quoted('2A')} (Corse-du-Sud) ou {quoted('2B')} (Haute-Corse)",
        ),
        (
            parse_departement_code,
            "2a",
            "n'est pas un code de département",
            f"Écrivez {quoted('2A')}",
        ),
        *[
            (
                parse_departement_code,
                text,
                "n'est pas un code de département",
                f"Écrivez un code comme {quoted('01')}, {quoted('2A')}, {quoted('69')} ou "
                + quoted("974"),
            )
            for text in ("96", "979", "Rhône", "", "00", "989")
        ],
        (
            parse_siret,
            SIREN,
            "compte 9 chiffres, un Siret en compte 14",
            "C'est la longueur d'un Siren\u00a0; ajoutez les cinq chiffres de l'établissement",
        ),
        (
            parse_siret,
            "1234567820001",
            "compte 13 chiffres, un Siret en compte 14",
            "Recopiez-le depuis l'avis de situation de l'Insee",
        ),
        (
            parse_siret,
            "12345678200011",
            "n'est pas un Siret valide, sa clé de contrôle ne correspond pas",
            (
                "Un chiffre a sans doute été mal recopié\u00a0; comparez avec l'avis de situation de "
                "l'Insee"
            ),
        ),
        (
            parse_siret,
            "35600000000002",
            "n'est pas un Siret valide, sa clé de contrôle ne correspond pas",
            (
                "Un chiffre a sans doute été mal recopié\u00a0; comparez avec l'avis de situation de "
                "l'Insee"
            ),
        ),
        (
            parse_siret,
            "0" * 14,
            "n'est le Siret de personne",
            "Retirez la ligne si le numéro n'est pas connu",
        ),
        *[
            (
                parse_siret,
                text,
                "n'est pas un numéro Siret",
                "Un Siret s'écrit avec 14 chiffres",
            )
            for text in ("", "inconnu", "123.456.782.00010", "１２３４５６７８２０００１０")
        ],
        (parse_rna, "w691000000", "n'est pas un numéro RNA", f"Écrivez {quoted('W691000000')}"),
        (
            parse_rna,
            "691000000",
            "n'est pas un numéro RNA",
            f"Écrivez {quoted('W691000000')}, si c'est bien un numéro RNA",
        ),
        *[
            (
                parse_rna,
                text,
                "n'est pas un numéro RNA",
                (
                    f"Ce numéro commence par W et compte dix caractères, comme {quoted('W691000000')}"
                    "\u00a0; les associations d'Alsace et de Moselle n'en ont pas\u00a0: retirez alors "
                    "la ligne"
                ),
            )
            for text in ("", "W69100000", "W6910000000", "WAB1000000", "RNA")
        ],
    ],
)
def test_another_code_is_refused(
    parse: Callable[[str], object], text: str, message: str, hint: str
) -> None:
    with pytest.raises(Refused) as caught:
        parse(text)
    assert caught.value.message == f"{quoted(text)} {message}"
    assert caught.value.hint == hint


@pytest.mark.parametrize(
    ("parse", "rule"),
    [
        (parse_postal_code, "code-postal"),
        (parse_insee_code, "code-insee"),
        (parse_departement_code, "code-departement"),
        (parse_siret, "siret"),
        (parse_rna, "rna"),
    ],
)
def test_each_code_has_its_rule(parse: Callable[[str], object], rule: str) -> None:
    with pytest.raises(Refused) as caught:
        parse("?")
    assert caught.value.rule == rule
