"""Small French."""

import datetime

import pytest

from generator.pages import filters


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (datetime.date(2024, 3, 12), "12\u00a0mars 2024"),
        (datetime.date(2025, 1, 1), "1er\u00a0janvier 2025"),
        (datetime.datetime(2024, 8, 31, 23, 59, tzinfo=datetime.UTC), "31\u00a0août 2024"),
    ],
)
def test_a_date_is_written_in_french(day: datetime.date, text: str) -> None:
    assert filters.french_date(day) == text


@pytest.mark.parametrize(
    ("value", "words", "text"),
    [
        (0, ("lieu", "lieux"), "0\u00a0lieu"),
        (1, ("lieu", "lieux"), "1\u00a0lieu"),
        (2, ("lieu", "lieux"), "2\u00a0lieux"),
        (1709, ("service",), "1\u202f709\u00a0services"),
    ],
)
def test_zero_and_one_are_singular(value: int, words: tuple[str, ...], text: str) -> None:
    assert filters.counted(value, *words) == text


@pytest.mark.parametrize(
    ("items", "text"),
    [((), ""), (("a",), "a"), (("a", "b"), "a et b"), (("a", "b", "c"), "a, b et c")],
)
def test_a_list_ends_with_et(items: tuple[str, ...], text: str) -> None:
    assert filters.enumerated(items) == text


@pytest.mark.parametrize(
    ("size", "text"),
    [(820, "820\u00a0octets"), (12_345, "12,3\u00a0ko"), (1_234_567, "1,2\u00a0Mo")],
)
def test_a_size_is_in_units_people_know(size: int, text: str) -> None:
    assert filters.file_size(size) == text


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("le mardi", "Le mardi."), ("Fermé.", "Fermé."), ("où ?", "Où ?"), ("éveil", "Éveil.")],
)
def test_a_sentence_begins_and_ends(text: str, sentence: str) -> None:
    assert filters.sentence(text) == sentence


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Frères et sœurs, l'Œuvre et le cœur des sœurs", "coeur oeuvre soeurs"),
        ("<a title='bœuf'>vœux</a>", "voeux"),
        ("rien à dire", ""),
    ],
)
def test_words_with_a_ligature_are_given_in_plain_spelling(text: str, words: str) -> None:
    assert filters.plain_ligatures(text) == words


@pytest.mark.parametrize(
    ("file", "url"), [("index.html", ""), ("a/index.html", "a/"), ("404.html", "404.html")]
)
def test_a_page_is_reached_without_its_index(file: str, url: str) -> None:
    assert filters.page_url(file) == url
