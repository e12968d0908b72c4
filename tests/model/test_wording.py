"""What a reader stumbles on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.wording import (
    all_caps,
    contains_bare_url,
    contains_email,
    contains_phone_number,
    long_sentences,
)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("MÉDIATION FAMILIALE", True),
        ("ESPACE DE RENCONTRE LE RELAIS", True),
        ("LE RELAIS DES FAMILLES", True),
        ("Espace de RENCONTRE", True),
        ("Espace de rencontre", False),
        ("UDAF du Rhône", False),
        ("FENAMEF", False),
        ("ADAGES - SOAE", False),
        ("APMF/AF", False),
        ("CIDFF 35", False),
        ("", False),
        ("2024", False),
    ],
)
def test_capitals_are_noticed_and_acronyms_left_in_peace(text: str, *, answer: bool) -> None:
    assert all_caps(text) is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("voir https://a.example/page", True),
        ("voir www.a.example", True),
        ("voir udaf69.fr.", True),
        ("voir mon-site.asso.fr/contact", True),
        ("écrire à contact@udaf69.fr", False),
        ("de 9 h à 12 h.Fermé l'été", False),
        ("l'A.D.E.F. reçoit", False),
        ("au 1er étage", False),
    ],
)
def test_a_bare_web_address_is_noticed(text: str, *, answer: bool) -> None:
    assert contains_bare_url(text) is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("écrire à contact@a.example.", True),
        ("écrire à a.b+c@x.y.example", True),
        ("sur @compte", False),
        ("3 @ 4", False),
    ],
)
def test_an_e_mail_address_is_noticed(text: str, *, answer: bool) -> None:
    assert contains_email(text) is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("au 01 99 00 12 34.", True),
        ("au 0199001234", True),
        ("au 01.99.00.12.34, le matin", True),
        ("au 01-99-00-12-34", True),
        ("au 01\u00a099\u00a000\u00a012\u00a034", True),
        ("au +33 1 99 00 12 34", True),
        ("au +33 (0)1 99 00 12 34", True),
        ("au 0033199001234", True),
        ("au +262 262 12 34 56", True),
        ("au 0590 27 12 34", True),
        ("Siret 12345678200010", False),
        ("Siret 123 456 782 00010", False),
        ("du 01/09/2026 au 30/06/2027", False),
        ("le 3919", False),
        ("arrêté 2024-017", False),
        ("de 08 h 30 à 12 h", False),
    ],
)
def test_a_telephone_number_is_noticed(text: str, *, answer: bool) -> None:
    assert contains_phone_number(text) is answer


def test_a_sentence_of_more_than_25_words_is_long() -> None:
    short = "mot " * 24 + "fin."
    long = "mot " * 25 + "fin !"
    assert long_sentences(short) == []
    assert long_sentences(f"{short} {long} {short}") == [long]


def test_each_item_of_a_list_is_a_sentence_and_signs_are_not_words() -> None:
    assert long_sentences("- un deux\n- trois « quatre » – cinq", words=3) == []
    assert long_sentences("un deux : trois quatre", words=3) == ["un deux : trois quatre"]


@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    for question in (all_caps, contains_bare_url, contains_email, contains_phone_number):
        assert question(text) in (True, False)
    assert all(sentence in text for sentence in long_sentences(text, words=2))
