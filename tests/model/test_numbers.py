"""Yes or no, whole numbers, degrees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.numbers import (
    format_degrees,
    parse_integer,
    parse_latitude,
    parse_longitude,
    parse_yes_no,
)
from generator.model.refused import Refused, quoted


def test_oui_is_true_and_non_is_false() -> None:
    assert parse_yes_no("oui") is True
    assert parse_yes_no("non") is False


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Oui", f"Écrivez {quoted('oui')}"),
        ("yes", f"Écrivez {quoted('oui')}"),
        ("true", f"Écrivez {quoted('oui')}"),
        ("vrai", f"Écrivez {quoted('oui')}"),
        ("1", f"Écrivez {quoted('oui')}"),
        ("NON", f"Écrivez {quoted('non')}"),
        ("no", f"Écrivez {quoted('non')}"),
        ("faux", f"Écrivez {quoted('non')}"),
        (
            "parfois",
            f"Écrivez {quoted('oui')} ou {quoted('non')}, ou retirez la ligne si on ne sait pas",
        ),
        ("", f"Écrivez {quoted('oui')} ou {quoted('non')}, ou retirez la ligne si on ne sait pas"),
    ],
)
def test_another_word_is_refused_with_the_one_that_was_meant(text: str, hint: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_yes_no(text)
    assert (caught.value.rule, caught.value.hint) == ("oui-non", hint)
    assert caught.value.message == (f"{quoted(text)} n'est ni {quoted('oui')} ni {quoted('non')}")


@pytest.mark.parametrize(("text", "value"), [("0", 0), ("7", 7), ("104", 104), ("-3", -3)])
def test_a_whole_number_within_its_limits_is_read(text: str, value: object) -> None:
    assert parse_integer(text, -3, 104) == value


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("105", "est hors des limites", "Écrivez un nombre de 0 à 104"),
        ("-1", "est hors des limites", "Écrivez un nombre de 0 à 104"),
        ("07", "n'est pas un nombre entier", f"Écrivez {quoted('7')}"),
        *[
            (
                text,
                "n'est pas un nombre entier",
                "Écrivez des chiffres seulement, sans unité ni espace, par exemple "
                + quoted("104"),
            )
            for text in ("six", "6 semaines", "6.5", "1_0", "٣", "+6", "", "6\n", "1" * 5000)
        ],
    ],
)
def test_another_number_is_refused(text: str, message: str, hint: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_integer(text, 0, 104)
    assert caught.value.rule == "nombre-entier"
    assert caught.value.message == f"{quoted(text)} {message}"
    assert caught.value.hint == hint


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("45.74846", 45.74846),
        ("-21.1", -21.1),
        ("45.7484649", 45.74846),
        ("0.0", 0.0),
        ("90.0", 90.0),
    ],
)
def test_degrees_are_read_and_rounded_to_five_decimals(text: str, value: object) -> None:
    assert parse_latitude(text) == value


def test_minus_zero_is_zero() -> None:
    assert str(parse_latitude("-0.0000001")) == "0.0"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("45,74846", f"Écrivez {quoted('45.74846')}"),
        ("45", f"Écrivez {quoted('45.0')}"),
        ("45.123456789", f"Écrivez {quoted('45.12345')}"),
        ("+45.5", f"Écrivez {quoted('45.5')}"),
        ("−21,1", f"Écrivez {quoted('-21.1')}"),
        ("90.5", "Une latitude va de -90 à 90 degrés"),
        *[
            (
                text,
                f"Écrivez des degrés décimaux avec un point, par exemple {quoted('45.74846')}",
            )
            for text in ("nan", "inf", "4.5e1", "45°44'N", "", "٤٥.١", "45.7\n4", "1_0.0", ".5")
        ],
    ],
)
def test_another_latitude_is_refused(text: str, hint: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_latitude(text)
    assert (caught.value.rule, caught.value.hint) == ("latitude", hint)


def test_a_longitude_goes_to_180_degrees() -> None:
    assert parse_longitude("-178.1") == -178.1
    with pytest.raises(Refused, match="hors des limites") as caught:
        parse_longitude("181.0")
    assert caught.value.rule == "longitude"


@given(st.integers(-90_00000, 90_00000))
def test_degrees_are_written_without_exponent_and_read_back_the_same(
    hundred_thousandths: int,
) -> None:
    value = hundred_thousandths / 100_000
    assert "e" not in format_degrees(value)
    assert parse_latitude(format_degrees(value)) == value
