"""Spellings of one name have one key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.territory import search_key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Saint-Étienne", "saint etienne"),
        ("  SAINT   ETIENNE ", "saint etienne"),
        ("St-Etienne", "saint etienne"),
        ("Ste Foy-lès-Lyon", "sainte foy les lyon"),
        ("L'Haÿ-les-Roses", "l hay les roses"),
        ("L’Haÿ-les-Roses", "l hay les roses"),
        ("Œuilly", "oeuilly"),
        ("Chalon s/ Saône", "chalon sur saone"),
        ("Chalon s/Saône", "chalon sur saone"),
        ("Étienne", "etienne"),  # decomposed: E and a combining accent
        ("Est", "est"),  # "st" is expanded as a word only
        ("", ""),
        ("東京", ""),
    ],
)
def test_case_accents_hyphens_and_abbreviations_do_not_count(text: str, key: str) -> None:
    assert search_key(text) == key


@given(st.text())
def test_the_key_of_a_key_is_itself(text: str) -> None:
    key = search_key(text)
    assert search_key(key) == key
