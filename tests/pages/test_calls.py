"""Telephone numbers in a text can be called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.calls import with_calls

NBSP = "\N{NO-BREAK SPACE}"


def test_a_number_in_a_sentence_is_called_and_not_cut() -> None:
    before, number, after = with_calls("Autre numéro : 01 99 00 12 34, le matin", "69")
    assert before.text == f"Autre numéro{NBSP}: "
    assert (number.href, number.text) == ("tel:+33199001234", NBSP.join("01 99 00 12 34".split()))
    assert (after.href, after.text) == ("", ", le matin")


@pytest.mark.parametrize(
    ("text", "href"),
    [
        ("01.99.00.12.34", "tel:+33199001234"),
        ("0199001234", "tel:+33199001234"),
        (f"01{NBSP}99{NBSP}00{NBSP}12{NBSP}34", "tel:+33199001234"),
        ("02 62 20 01 23", "tel:+262262200123"),
    ],
)
def test_a_number_is_read_as_people_write_it(text: str, href: str) -> None:
    (piece,) = with_calls(text, "974")
    assert piece.href == href


@pytest.mark.parametrize(
    "text",
    ["de 9 h 30 à 12 h 30", "00 11 22 33 44", "089 912 34 56 78", "SIRET 73282932000074", ""],
)
def test_other_digits_are_words(text: str) -> None:
    assert [piece.href for piece in with_calls(text, "69") if piece.href] == []


@given(st.text(alphabet="01 29.-abc:\u00a0", max_size=60))
def test_no_word_and_no_digit_is_lost(text: str) -> None:
    said = "".join(piece.text for piece in with_calls(text, "69"))
    kept = str.maketrans("", "", " .-\u00a0")
    assert said.translate(kept) == text.translate(kept)
