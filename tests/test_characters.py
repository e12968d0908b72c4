"""Which characters a record may hold."""

import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.characters import FORBIDDEN, class_name, forbidden_in, nfc, visible

ALLOWED_SPACES = {" ", "\n", "\u00a0", "\u202f"}
UNSEEN_CATEGORIES = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp", "Zs"}


def test_every_unseen_character_of_unicode_is_forbidden_but_the_spaces_of_french() -> None:
    let_through = [
        f"U+{code:04X}"
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) in UNSEEN_CATEGORIES
        and chr(code) not in ALLOWED_SPACES
        and not FORBIDDEN.match(chr(code))
    ]
    assert let_through == []


def test_no_visible_letter_digit_or_sign_is_forbidden() -> None:
    unseen_though_assigned = {  # letters, marks and symbols that Unicode draws as nothing
        *("\u034f", "\u115f", "\u1160", "\u17b4", "\u17b5", "\u2800", "\u3164", "\uffa0"),
        *("\ufffc", "\ufffd"),
    }
    refused = [
        f"U+{code:04X}"
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code))[0] in "LNPS"
        and FORBIDDEN.match(chr(code))
        and chr(code) not in unseen_though_assigned
    ]
    assert refused == []


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\0", "caractère de contrôle"),
        ("\t", "tabulation"),
        ("\r", "retour chariot"),
        ("\x1b", "caractère de contrôle"),
        ("\x7f", "caractère de contrôle"),
        ("\x9b", "caractère de contrôle"),
        ("\x85", "saut de ligne inhabituel"),
        ("\u2028", "saut de ligne inhabituel"),
        ("\u2029", "saut de ligne inhabituel"),
        ("\u202e", "commande de sens d'écriture"),
        ("\u2066", "commande de sens d'écriture"),
        ("\ufeff", "marque d'ordre des octets"),
        ("\xad", "trait d'union invisible"),
        ("\u200b", "caractère de largeur nulle"),
        ("\u200d", "caractère de largeur nulle"),
        ("\ufe0f", "sélecteur de variante"),
        ("\U000e0041", "étiquette invisible"),
        ("\u3164", "caractère invisible"),
        ("\ufff9", "caractère de mise en forme"),
        ("\u2009", "espace inhabituelle"),
        ("\u3000", "espace inhabituelle"),
        ("\ufffd", "caractère de remplacement"),
        ("\ue000", "caractère à usage privé"),
        ("\U0010fffd", "caractère à usage privé"),
        ("\ud800", "demi-caractère"),
        ("\ufdd0", "code qui n'est pas un caractère"),
        ("\U0010ffff", "code qui n'est pas un caractère"),
    ],
)
def test_a_forbidden_character_is_found_in_its_place_and_named(character: str, name: str) -> None:
    assert list(forbidden_in(f"né{character}e")) == [(2, ord(character), name)]
    assert class_name(character) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Médiation familiale de l'Œuvre, n° 5 : « Les Deux Rives » – 9 h à 12 h…",
        "9\u00a0h, 12\u202f%",
        "deux\nlignes",
        "Nguyễn Thị Ánh, Łódź, Đà Nẵng, Ελλάδα, العربية, 家族",
        "e\u0301 e\u0323\u0302",
        "☎ 01 99 00 12 34 ✓ 🙂",
    ],
)
def test_ordinary_text_has_nothing_forbidden(text: str) -> None:
    assert list(forbidden_in(text)) == []


def test_a_pile_of_accents_is_found_at_the_first_one_too_many() -> None:
    pile = "\u0301" * 50
    assert list(forbidden_in(f"ne{pile}e{pile}\u200b")) == [
        (6, 0x301, "accents empilés"),
        (57, 0x301, "accents empilés"),
        (103, 0x200B, "caractère de largeur nulle"),
    ]


def test_an_allowed_character_has_no_class() -> None:
    with pytest.raises(KeyError):
        class_name("é")


@given(st.text(st.characters(exclude_categories=[])))
@example("e\u0301\u200b")
def test_what_is_found_is_what_the_pattern_matches(text: str) -> None:
    found = [(index, code) for index, code, name in forbidden_in(text) if name != "accents empilés"]
    assert found == [(match.start(), ord(match[0])) for match in FORBIDDEN.finditer(text)]


@given(st.text())
@example("e\u0301")
@example("\u212b")
def test_nfc_is_unicode_s_own_but_for_piles(text: str) -> None:
    piled = any(name == "accents empilés" for _, _, name in forbidden_in(text))
    assert nfc(text) == (text if piled else unicodedata.normalize("NFC", text))


@given(st.text(st.characters(exclude_categories=[])), st.integers(2, 80))
def test_what_is_made_visible_is_one_short_harmless_line(text: str, limit: int) -> None:
    shown = visible(text, limit)
    assert not FORBIDDEN.search(shown)
    assert "\n" not in shown
    assert len(shown) <= limit
    shown.encode()


def test_long_text_is_cut_where_it_is_shown() -> None:
    assert visible("a" * 100, 10) == "aaaaaaaaa…"
    assert visible("mot\u202e\nfin") == "mot<U+202E> fin"
