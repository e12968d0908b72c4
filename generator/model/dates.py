"""Dates as records write them: ISO 8601 calendar dates, ``AAAA-MM-JJ``."""

import re
from datetime import date

from generator.model.refused import Refused, quoted

EARLIEST = date(1980, 1, 1)
"""No date of a record is older: the first family mediation services of France are later."""

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})")
_IN_WORDS = re.compile(r"([0-9]{1,2})(?:er)? +([^\W\d_]+) +([0-9]{4})")
_MONTHS = {
    "janvier": 1,
    "février": 2,
    "fevrier": 2,
    "mars": 3,
    "avril": 4,
    "mai": 5,
    "juin": 6,
    "juillet": 7,
    "août": 8,
    "aout": 8,
    "septembre": 9,
    "octobre": 10,
    "novembre": 11,
    "décembre": 12,
    "decembre": 12,
}


def parse_date(text: str) -> date:
    """The calendar date written ``AAAA-MM-JJ`` in ASCII digits, from 1980 on.

    Raises ``Refused``: ``date`` for another form (the hint converts the usual French ones) or a
    day that does not exist, ``date-trop-ancienne`` before 1980. Whether a date may lie in the
    future depends on the field: that is a check, not a matter of form.
    """
    match = _ISO.fullmatch(text)
    if not match:
        meant = _meant(text.strip())
        raise Refused(
            "date",
            f"{quoted(text)} n'est pas une date écrite AAAA-MM-JJ",
            f"Écrivez {quoted(meant.isoformat())}"
            if meant
            else f"Écrivez l'année, le mois et le jour, par exemple {quoted('2024-03-12')}",
        )
    value = _date(*match.groups())
    if value is None:
        raise Refused(
            "date",
            f"{quoted(text)} n'existe pas dans le calendrier",
            "Vérifiez le jour et le mois (l'ordre est année, mois, jour)",
        )
    if value < EARLIEST:
        raise Refused(
            "date-trop-ancienne",
            f"{quoted(text)} est antérieure au 1er janvier 1980",
            "Vérifiez l'année",
        )
    return value


def _date(year: str | int, month: str | int, day: str | int) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _meant(text: str) -> date | None:
    """The date that was probably meant by another way of writing it, if it is an acceptable one."""
    value = None
    if match := _YEAR_FIRST.fullmatch(text):
        value = _date(*match.groups())
    elif match := _DAY_FIRST.fullmatch(text):
        value = _date(match[3], match[2], match[1])
    elif (match := _IN_WORDS.fullmatch(text)) and (month := _MONTHS.get(match[2].lower())):
        value = _date(match[3], month, match[1])
    return value if value and value >= EARLIEST else None
