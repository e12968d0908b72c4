"""Names of days and months, in OSM writing and in French. It imports nothing of the project."""

from collections.abc import Iterable
from typing import Final

WEEKDAYS: Final = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
"""Counted from Monday = 0, as ``datetime.date.weekday`` does."""

MONTHS: Final = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)

FRENCH_WEEKDAYS: Final = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
FRENCH_MONTHS: Final = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Numbers, put in order, as (first, last) of each run without a gap."""
    found: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def weekdays_text(weekdays: Iterable[int]) -> str:
    """``(0, 1, 2, 4)`` → ``"Mo-We,Fr"``; two days in a row stay two names."""
    parts: list[str] = []
    for first, last in runs(weekdays):
        if last - first <= 1:
            parts.extend(WEEKDAYS[first : last + 1])
        else:
            parts.append(f"{WEEKDAYS[first]}-{WEEKDAYS[last]}")
    return ",".join(parts)
