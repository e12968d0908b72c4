"""A telephone number is found however it is typed: a missed call, a note taken in haste."""

import pytest

from generator.search.numbers import number_in
from tests.find.conftest import Node

NUMBERS = [
    ("0465710003", "04 65 71 00 03"),
    ("04 65 71 00 03", "04 65 71 00 03"),
    ("04.65.71.00.03", "04 65 71 00 03"),
    ("04-65-71-00-03 ", "04 65 71 00 03"),
    ("04\u00a065\u00a071\u00a000\u00a003", "04 65 71 00 03"),
    ("+33465710003", "04 65 71 00 03"),
    ("+33 4 65 71 00 03", "04 65 71 00 03"),
    ("+33 (0)4 65 71 00 03", "04 65 71 00 03"),
    ("0033 465710003", "04 65 71 00 03"),
    ("+262 262 12 34 56", "02 62 12 34 56"),
    ("35000", ""),
    ("3919", ""),
    ("046571000", ""),
    ("04657100031", ""),
    ("+32 2 123 45 67", ""),
    ("Rennes 0465710003", ""),
    ("", ""),
]


@pytest.mark.parametrize(("typed", "written"), NUMBERS)
def test_a_number_is_read_as_pages_write_it(typed: str, written: str) -> None:
    assert number_in(typed) == written


def test_the_browser_reads_numbers_alike(node: Node) -> None:
    typed, written = map(list, zip(*NUMBERS, strict=True))
    assert node("numbers.mjs", texts=typed) == written
