"""The part of opening hours that is the same every week, or that an RRULE can say.

Most formats know nothing of school holidays, public holidays or seasons. What they can say is said;
what they cannot must not be wrong: hours whose rules depend on the season give nothing here, and
the OSM text stands beside in every format that has room for it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.hours import Hours
from generator.model.hours.dates import in_force
from generator.model.hours.rules import MINUTES_A_DAY, Rule, TimeRange

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""The days of RFC 5545, from Monday."""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A range of hours that comes back: every week on ``byday``, or in the weeks ``byweekno``.

    ``freq`` is ``WEEKLY`` or ``MONTHLY`` (then ``byday`` is such as ``1SA,3SA``). ``opens`` and
    ``closes`` are written ``HH:MM``, in the local time of the place.
    """

    freq: str
    byday: str
    opens: str
    closes: str
    byweekno: str = ""


def recurrences(hours: Hours) -> tuple[Recurrence, ...]:
    """What recurs, in order; nothing when it cannot be said without saying what is wrong.

    That is when some rule changes the hours of a part of the year, or replaces in some weeks those
    of all the others. Public holidays are left out: they change single days, which the OSM text
    tells.
    """
    week: dict[TimeRange, set[int]] = {}
    other: list[Recurrence] = []
    opened: set[int] = set()
    for rule in in_force(hours):
        ranked = {one.weekday for one in rule.nth_weekdays}
        if rule.public_holidays and not rule.weekdays and not ranked:
            continue
        if rule.periods or (rule.weeks and ranked):  # no rule of RFC 5545 has both of the latter
            return ()
        days = set(rule.weekdays if rule.names_days else range(7))
        in_some_weeks = days | ranked if rule.weeks else ranked
        if in_some_weeks & opened and not rule.additional:
            return ()
        for slot in rule.times:
            opened |= days | ranked
            if not rule.weeks:
                week.setdefault(slot, set()).update(days)
            elif days:
                other.append(_recurrence("WEEKLY", _byday(days), slot, _byweekno(rule)))
            if ranked:
                other.append(_recurrence("MONTHLY", _ranked(rule), slot))
    weekly = sorted((sorted(days), slot) for slot, days in week.items() if days)
    return (*(_recurrence("WEEKLY", _byday(days), slot) for days, slot in weekly), *other)


def weekly(hours: Hours) -> tuple[Recurrence, ...]:
    """What is the same every week, when that is all there is; else nothing."""
    found = recurrences(hours)
    return found if all(one.freq == "WEEKLY" and not one.byweekno for one in found) else ()


def _byday(days: Iterable[int]) -> str:
    return ",".join(DAYS[day] for day in sorted(days))


def _ranked(rule: Rule) -> str:
    return ",".join(f"{n}{DAYS[one.weekday]}" for one in rule.nth_weekdays for n in one.nth)


def _byweekno(rule: Rule) -> str:
    numbers = {n for weeks in rule.weeks for n in range(weeks.start, weeks.end + 1, weeks.step)}
    return ",".join(map(str, sorted(numbers)))


def _recurrence(freq: str, byday: str, slot: TimeRange, weeks: str = "") -> Recurrence:
    return Recurrence(freq, byday, _clock(slot.start), _clock(slot.end), weeks)


def _clock(minutes: int) -> str:
    """24:00 is midnight of the next day, which clocks write 00:00."""
    return f"{minutes % MINUTES_A_DAY // 60:02}:{minutes % 60:02}"
