"""On which days a rule holds, leaving its times aside."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from generator.model.holidays import public_holidays
from generator.model.hours.rules import Bound, Hours, Period, Rule, Weeks

_EVERY_WEEKDAY = tuple(range(7))


def holds_on(rule: Rule, day: date, *, holiday: bool) -> bool:
    """Whether the rule speaks of this day; ``holiday`` says whether it is a public holiday there."""
    weekday = day.weekday()
    if rule.names_days and not (
        weekday in rule.weekdays
        or (holiday and rule.public_holidays)
        or (rule.nth_weekdays and _is_ranked(rule, day, weekday))
    ):
        return False
    return (not rule.periods or any(_in_period(period, day) for period in rule.periods)) and (
        not rule.weeks or any(_in_weeks(weeks, day) for weeks in rule.weeks)
    )


def days_of(rule: Rule) -> frozenset[date]:
    """The days of a rule over three years that hold every case, and the years it names.

    Those years have a 29 February and a week 53; public holidays are those of mainland France.
    """
    days_alone = Rule(
        rule.periods, rule.weeks, rule.weekdays, rule.nth_weekdays, rule.public_holidays
    )
    return _days_of(days_alone)


@lru_cache(maxsize=1024)
def _days_of(rule: Rule) -> frozenset[date]:
    """Cached by the days alone: a directory has thousands of rules and few choices of days."""
    years = {2026, 2027, 2028}
    for period in rule.periods:
        years |= {bound.year for bound in (period.start, period.end) if bound.year is not None}
    return frozenset(
        day
        for year in years
        for day in _days_of_year(year)
        if holds_on(rule, day, holiday=day in public_holidays(year, "75"))
    )


def in_force(hours: Hours) -> tuple[Rule, ...]:
    """The rules, without the weekdays that a later rule for whole weeks replaces.

    ``Mo-Fr 09:00-17:00; We 14:00-17:00`` → Monday, Tuesday, Thursday, Friday, then Wednesday, so
    that each rule can be read alone. Rules left with no day are left out.
    """
    kept: list[Rule] = []
    replaced: set[int] = set()
    for rule in reversed(hours.rules):
        left = _without(rule, replaced)
        if left is not None:
            kept.append(left)
        if not (rule.additional or rule.periods or rule.weeks):
            replaced |= set(rule.weekdays if rule.names_days else _EVERY_WEEKDAY)
    return tuple(reversed(kept))


def _without(rule: Rule, weekdays: set[int]) -> Rule | None:
    if not weekdays:
        return rule
    plain = rule.weekdays if rule.names_days else _EVERY_WEEKDAY
    left = replace(
        rule,
        weekdays=tuple(day for day in plain if day not in weekdays),
        nth_weekdays=tuple(c for c in rule.nth_weekdays if c.weekday not in weekdays),
        public_holidays=rule.public_holidays and len(weekdays) < len(_EVERY_WEEKDAY),
    )
    return left if left.names_days else None


def _is_ranked(rule: Rule, day: date, weekday: int) -> bool:
    return any(
        weekday == choice.weekday and not _rank_in_month(day).isdisjoint(choice.nth)
        for choice in rule.nth_weekdays
    )


def _rank_in_month(day: date) -> set[int]:
    """3 and -2 for the third and last but one such weekday of its month."""
    days_left = (date(day.year + day.month // 12, day.month % 12 + 1, 1) - day).days
    return {(day.day - 1) // 7 + 1, -((days_left - 1) // 7 + 1)}


def _in_period(period: Period, day: date) -> bool:
    start, end = period.start, period.end
    if start.year is not None:
        return _key(start, first=True) <= (day.year, day.month, day.day) <= _key(end, first=False)
    first, last = _key(start, first=True)[1:], _key(end, first=False)[1:]
    here = (day.month, day.day)
    return first <= here <= last if first <= last else here >= first or here <= last


def _key(bound: Bound, *, first: bool) -> tuple[int, int, int]:
    return (bound.year or 0, bound.month, bound.day or (1 if first else 31))


def _in_weeks(weeks: Weeks, day: date) -> bool:
    week = day.isocalendar().week
    return weeks.start <= week <= weeks.end and (week - weeks.start) % weeks.step == 0


def _days_of_year(year: int) -> Iterator[date]:
    day = date(year, 1, 1)
    while day.year == year:
        yield day
        day += timedelta(days=1)
