"""The hours of real days, in the local time of the place.

Computed here and not by a library: the best one for Python (``opening-hours-py``) knows neither the
public holidays of Alsace-Moselle nor those of overseas France, takes a day with a comment alone for
open all day, likewise what follows ``||``, and lets hours that end after midnight wipe out those of
the day after. Where it is right, the tests compare both on random hours.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final

from generator.model.holidays import holidays_within
from generator.model.hours.dates import holds_on, in_force
from generator.model.hours.rules import MINUTES_A_DAY, Hours, TimeRange

Interval = tuple[datetime, datetime]

EVENING: Final = 18 * 60
"""Minutes since midnight: what is open after 18:00 is open in the evening."""

_MAINLAND: Final = "Europe/Paris"
_OVERSEAS: Final = {
    "971": "America/Guadeloupe",
    "972": "America/Martinique",
    "973": "America/Cayenne",
    "974": "Indian/Reunion",
    "975": "America/Miquelon",
    "976": "Indian/Mayotte",
    "977": "America/St_Barthelemy",
    "978": "America/Marigot",
    "984": "Indian/Kerguelen",
    "986": "Pacific/Wallis",
    "987": "Pacific/Tahiti",
    "988": "Pacific/Noumea",
}


def time_zone(departement: str) -> str:
    """The IANA name of the time zone of a département or overseas collectivity."""
    return _OVERSEAS.get(departement, _MAINLAND)


def intervals(
    hours: Hours,
    start: date,
    days: int,
    departement: str,
    closures: Sequence[tuple[date, date]] = (),
) -> tuple[Interval, ...]:
    """``open_minutes`` as local wall-clock times without a zone (``time_zone`` tells which)."""
    midnight = datetime.combine(start, time())
    return tuple(
        (midnight + timedelta(minutes=begin), midnight + timedelta(minutes=finish))
        for begin, finish in open_minutes(hours, start, days, departement, closures)
    )


def open_minutes(
    hours: Hours,
    start: date,
    days: int,
    departement: str,
    closures: Sequence[tuple[date, date]] = (),
) -> list[tuple[int, int]]:
    """When the place is open from ``start`` at midnight, over ``days`` days, in minutes since then.

    ``departement`` decides which days are public holidays. ``closures`` are dated closures, first
    and last day included. Pairs are in order, apart from each other, cut at both ends of the window.
    A day always has 1,440 minutes: 09:00 stays 09:00 when the clocks change. Hours that end after
    midnight belong to the day they begin on, whatever the day after says.
    """
    opened: list[tuple[int, int]] = []
    same_each_week = not any(one.periods or one.weeks or one.nth_weekdays for one in hours.rules)
    known: dict[object, list[TimeRange]] = {}
    shut = {
        rank
        for first, last in closures
        for rank in range(max((first - start).days, -1), min((last - start).days + 1, days))
    }
    # What opened on the eve may go on after midnight, into the window.
    eve = start - timedelta(days=1)
    holidays = {(day - start).days for day in holidays_within(eve, days + 1, departement)}
    for rank in range(-1, days):
        if rank in shut:
            continue
        holiday = rank in holidays
        kind = (rank % 7, holiday) if same_each_week else rank
        slots = known.get(kind)
        if slots is None:
            day = start + timedelta(days=rank)
            slots = known[kind] = _slots(hours, day, holiday=holiday)
        midnight = rank * MINUTES_A_DAY
        opened += [(midnight + slot.start, midnight + slot.end) for slot in slots]
    return _merged(_clipped(opened, days * MINUTES_A_DAY))


def opens_on(hours: Hours, weekday: int) -> bool:
    """Whether some of the hours fall on this day of the week (Monday is 0), be it in some weeks."""
    return any(
        rule.times
        and (
            (not rule.names_days)
            or weekday in rule.weekdays
            or any(choice.weekday == weekday for choice in rule.nth_weekdays)
        )
        for rule in in_force(hours)
    )


def opens_in_evening(hours: Hours) -> bool:
    """Whether the place is open after 18:00 on some day of the week, be it in some weeks."""
    return any(
        slot.end > EVENING
        for rule in in_force(hours)
        if not (rule.public_holidays and not rule.weekdays and not rule.nth_weekdays)
        for slot in rule.times
    )


def _slots(hours: Hours, day: date, *, holiday: bool) -> list[TimeRange]:
    """The times that begin on this day: those of the last rule that replaces, and of added ones."""
    slots: list[TimeRange] = []
    for rule in hours.rules:
        if holds_on(rule, day, holiday=holiday):
            if not rule.additional:
                slots.clear()
            slots.extend(rule.times)
    return slots


def _clipped(opened: Iterable[tuple[int, int]], end: int) -> list[tuple[int, int]]:
    return sorted(
        (max(begin, 0), min(finish, end)) for begin, finish in opened if finish > 0 and begin < end
    )


def _merged(opened: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pairs in order, those that touch or overlap made one."""
    merged: list[tuple[int, int]] = []
    for begin, finish in opened:
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(finish, merged[-1][1]))
        else:
            merged.append((begin, finish))
    return merged
