"""What holds for each type of value, whatever is written."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.codes import (
    parse_departement_code,
    parse_insee_code,
    parse_postal_code,
    parse_rna,
    parse_siret,
)
from generator.model.dates import parse_date
from generator.model.email import looks_personal, parse_email
from generator.model.languages import parse_language
from generator.model.numbers import (
    format_degrees,
    parse_integer,
    parse_latitude,
    parse_longitude,
    parse_yes_no,
)
from generator.model.phone import parse_phone
from generator.model.refused import Refused
from generator.model.text import parse_line, parse_paragraphs
from generator.model.url import parse_url

PARSERS: dict[str, Callable[[str], object]] = {
    "yes or no": parse_yes_no,
    "integer": lambda text: parse_integer(text, 0, 104),
    "latitude": parse_latitude,
    "longitude": parse_longitude,
    "date": parse_date,
    "postal code": parse_postal_code,
    "INSEE code": parse_insee_code,
    "département": parse_departement_code,
    "SIRET": parse_siret,
    "RNA": parse_rna,
    "language": parse_language,
    "phone": lambda text: parse_phone(text, "69"),
    "phone of New Caledonia": lambda text: parse_phone(text, "988"),
    "e-mail": parse_email,
    "web address": parse_url,
    "line": lambda text: parse_line(text, 100),
    "paragraphs": lambda text: parse_paragraphs(text, 100),
}

# Nearly right values, so that a part of what is tried is accepted.
LIKELY = st.sampled_from(
    "oui non 0 7 104 45.74846 -0.00001 2024-03-12 12/03/2024 01000 2A004 2a 974 123456782 "
    "12345678200010 W691000000 fr anglais 0199001234 +33 contact@a.example https://a.example/ "
    "<b> = - @ \n \t \u00a0 \u200b \u0301 é ² Ⅳ ٣ \U0001f642 \ud800".split(" ")
)
TEXTS = st.one_of(st.text(max_size=50), st.lists(LIKELY, max_size=4).map("".join))


def value_or_refusal(parse: Callable[[str], object], text: str) -> object:
    """What ``parse`` makes of the text, or why it refuses it; any other exception is a bug."""
    try:
        return parse(text)
    except Refused as refused:
        return refused


def written(value: object) -> str:
    """A value as a record would write it."""
    match value:
        case bool():
            return "oui" if value else "non"
        case float():
            return format_degrees(value)
        case date():
            return value.isoformat()
        case _:
            return str(value)


@pytest.mark.parametrize("parse", PARSERS.values(), ids=PARSERS)
@given(TEXTS)
def test_any_text_is_a_value_or_refused_with_a_rule_a_message_and_a_hint(
    parse: Callable[[str], object], text: str
) -> None:
    value = value_or_refusal(parse, text)
    if isinstance(value, Refused):
        assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", value.rule)
        assert value.message
        assert value.hint
        assert not (value.message + value.hint).endswith((".", "\n"))
    else:
        assert parse(written(value)) == value


@given(st.emails())
def test_any_e_mail_address_gets_an_answer(text: str) -> None:
    try:
        email = parse_email(text)
    except Refused:
        return
    assert parse_email(email) == email
    assert looks_personal(email) in (True, False)


@pytest.mark.parametrize("parse", PARSERS.values(), ids=PARSERS)
@pytest.mark.parametrize(
    "piece",
    ["a", "0", " ", ".", "-", "a.", "a@", "[", "/", "\n", "<", "1 ", "x--", "%41", "\u200b"],
)
def test_ten_thousand_characters_are_answered_like_few(
    parse: Callable[[str], object], piece: str
) -> None:
    """A long scalar may not hang the check: the run of this table is the measure."""
    for text in (piece * 10_000, "https://a.example/" + piece * 1900, "a@" + piece * 5000):
        assert value_or_refusal(parse, text) is not None
