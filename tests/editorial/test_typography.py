"""French typography: what changes, what must not, and that twice is once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editorial.typography import french

N = "\N{NO-BREAK SPACE}"
S = "\N{NARROW NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("written", "set_as"),
    [
        ("Quoi ?", f"Quoi{N}?"),
        ("Quoi?", f"Quoi{N}?"),
        ("Voici : une liste ; une autre !", f"Voici{N}: une liste{N}; une autre{N}!"),
        ("« Bonjour »", f"«{N}Bonjour{N}»"),
        ("«Bonjour»", f"«{N}Bonjour{N}»"),
        ("(« Oui » ?)", f"(«{N}Oui{N}»{N}?)"),
        ("L'enfant d'aujourd'hui", "L’enfant d’aujourd’hui"),
        ("l'", "l’"),
        ("Attendez...", "Attendez…"),
        ("62 % et 31,3 €", f"62{N}% et 31,3{N}€"),
        ("62%", f"62{N}%"),
        ("17 247 personnes", f"17{S}247 personnes"),
        ("1 234 567", f"1{S}234{S}567"),
        ("le 1er janvier 2010", f"le 1er{N}janvier 2010"),
        ("le 15 octobre", f"le 15{N}octobre"),
        ("n° 5, article 255, D. 216-1", f"n°{N}5, article{N}255, D.{N}216-1"),
        (" : suite", f"{N}: suite"),
        ("fin de ligne\n? ", f"fin de ligne{N}? "),
    ],
)
def test_french_sets_it(written: str, set_as: str) -> None:
    assert french(written) == set_as


@pytest.mark.parametrize(
    "text",
    [
        "à 9:30",
        "https://www.association.example/page?a=1;b=2",
        "en 2024 300 familles",
        "01 99 00 12 34",
        "2012-1153",
        "deux mots",
        "?!",
        f"déjà{N}: fait",
    ],
)
def test_french_leaves_it(text: str) -> None:
    assert french(text) == text


@given(st.text(alphabet="ab 'é«»:;!?%€.…0123456789\n\u00a0\u202f(", max_size=60))
def test_twice_is_once(text: str) -> None:
    assert french(french(text)) == french(text)


@given(st.text(max_size=60))
def test_only_spaces_and_signs_change(text: str) -> None:
    def letters(one: str) -> str:
        return "".join(sign for sign in one if sign.isalnum())

    assert letters(french(text)) == letters(text)
