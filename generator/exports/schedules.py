"""The part of opening hours that is the same every week, or that an RRULE can say.

Most formats know nothing of school holidays, public holidays or seasons. What they can say is said;
what they cannot must not be wrong: hours whose rules depend on the season give nothing here, and
the OSM text stands beside in every format that has room for it.
"""

from dataclasses import dataclass

from generator.model.hours import Hours
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
    """What recurs, in order; nothing when some rule changes the hours of a part of the year.

    Public holidays are left out: they change single days, which the OSM text tells.
    """
    rules = [rule for rule in hours.rules if rule.times or rule.closed]
    if any(rule.periods for rule in rules):
        return ()
    week: dict[int, list[TimeRange]] = {}
    other: list[Recurrence] = []
    for rule in rules:
        if rule.public_holidays and not rule.weekdays and not rule.nth_weekdays:
            continue
        special = bool(rule.weeks or rule.nth_weekdays)
        days = rule.weekdays or (() if rule.nth_weekdays else tuple(range(7)))
        if special:
            if any(day in week for day in _touched(rule, days)) and not rule.additional:
                return ()  # these weeks replace hours of the others: no list of RRULEs says it
            other += _special(rule, days)
        else:
            for day in days:
                week[day] = [*(week.get(day, []) if rule.additional else ()), *rule.times]
    if other and any(rule.closed for rule in rules if not rule.public_holidays):
        return ()
    return (*_weekly(week), *other)


def weekly(hours: Hours) -> tuple[Recurrence, ...]:
    """What is the same every week, when that is all there is; else nothing."""
    found = recurrences(hours)
    return found if all(one.freq == "WEEKLY" and not one.byweekno for one in found) else ()


def _touched(rule: Rule, days: tuple[int, ...]) -> set[int]:
    return {*days, *(choice.weekday for choice in rule.nth_weekdays)}


def _weekly(week: dict[int, list[TimeRange]]) -> list[Recurrence]:
    """One recurrence for all the days that share a range, in the order of their first day."""
    ranges: dict[TimeRange, list[int]] = {}
    for day in sorted(week):
        for slot in sorted(week[day]):
            ranges.setdefault(slot, []).append(day)
    return [_recurrence("WEEKLY", ",".join(DAYS[d] for d in days), s) for s, days in ranges.items()]


def _special(rule: Rule, days: tuple[int, ...]) -> list[Recurrence]:
    numbers = sorted({n for w in rule.weeks for n in range(w.start, w.end + 1, w.step)})
    weeks = ",".join(map(str, numbers))
    found = []
    for slot in rule.times:
        if days:
            found.append(_recurrence("WEEKLY", ",".join(DAYS[d] for d in days), slot, weeks))
        if rule.nth_weekdays:
            chosen = [f"{n}{DAYS[one.weekday]}" for one in rule.nth_weekdays for n in one.nth]
            found.append(_recurrence("MONTHLY", ",".join(chosen), slot, weeks))
    return found


def _recurrence(freq: str, byday: str, slot: TimeRange, weeks: str = "") -> Recurrence:
    return Recurrence(freq, byday, _clock(slot.start), _clock(slot.end), weeks)


def _clock(minutes: int) -> str:
    """24:00 is midnight of the next day, which clocks write 00:00."""
    return f"{minutes % MINUTES_A_DAY // 60:02}:{minutes % 60:02}"
