"""When a place is open in the coming days, as the index of places holds it: day by day.

Most places share few different days, so that a file of the index gives each once. The days begin on
a Monday: the index changes once a week and not at each build.
"""

import datetime

from generator.openings import OpeningTimes

DAYS = 21
"""The current week and two whole ones after it; the browser says nothing beyond."""
UNSURE = "?"
"""A public holiday of which the record says nothing."""

_A_DAY = 24 * 60


def first_day(today: datetime.date) -> datetime.date:
    """The Monday of the week of ``today``."""
    return today - datetime.timedelta(days=today.weekday())


def days_of(known: OpeningTimes) -> tuple[str, ...]:
    """For each day its slots in minutes since midnight, ``"540-720 840-1050"``; empty when closed.

    What goes on after midnight is cut there: a day alone tells whether one is open on it.
    """
    days: list[list[str]] = [[] for _ in range(known.days)]
    for slot in known.slots.split():
        begin, end = map(int, slot.split("-"))
        while begin < end:
            day, minute = divmod(begin, _A_DAY)
            stop = min(end, (day + 1) * _A_DAY)
            days[day].append(f"{minute}-{stop - day * _A_DAY}")
            begin = stop
    unsure = set(map(int, known.unsure.split()))
    return tuple(UNSURE if rank in unsure else " ".join(one) for rank, one in enumerate(days))
