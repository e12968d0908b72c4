"""Telephone numbers in whichever way people type them, as pages write them."""

import re

_NUMBER = re.compile(
    r"\s*(?:(?:\+|00)\s?(?:33|262|590|594|596)\s?(?:\(0\)\s?)?|0)([1-9](?:[\s./-]?[0-9]){8})\s*"
)
"""Ten digits, or the country code of France or of an overseas département and nine."""


def number_in(text: str) -> str:
    """``04 65 71 00 03`` for ``0465710003`` or ``+33 (0)4.65.71.00.03``; empty for any other text."""
    found = _NUMBER.fullmatch(text)
    return " ".join(re.findall("..", "0" + re.sub(r"\D", "", found[1]))) if found else ""
