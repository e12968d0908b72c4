"""Opening hours in plain French, for visitors and reviewers.

A line is a sentence without capital or full stop, so that a page can place it anywhere; the spaces
inside times are no-break ("17 h 30").
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from generator.model.hours.dates import days_of, in_force
from generator.model.hours.osm_names import FRENCH_MONTHS, FRENCH_WEEKDAYS, runs
from generator.model.hours.rules import (
    MINUTES_A_DAY,
    Bound,
    Hours,
    NthWeekday,
    Period,
    Rule,
    TimeRange,
    Weeks,
)

_LAST: Final = ("dernier", "avant-dernier", "3e avant la fin", "4e avant la fin", "5e avant la fin")
_PARITIES: Final = {Weeks(1, 53, 2): "semaines impaires", Weeks(2, 53, 2): "semaines paires"}
_NBSP: Final = "\N{NO-BREAK SPACE}"


class WeeklyTable(NamedTuple):
    """The ordinary week, and what it does not say."""

    rows: tuple[tuple[str, str], ...]
    """Seven (day, text) from "lundi"; empty when no rule holds every week of the year."""
    notes: tuple[str, ...]
    """The other rules, a sentence each."""


@lru_cache(maxsize=4096)
def hours_in_french(hours: Hours) -> tuple[str, ...]:
    """The hours as French sentences, one a rule, in the order of the record.

    ``Mo-Fr 09:00-12:00; PH off`` → "du lundi au vendredi de 9 h à 12 h", "fermé les jours fériés".
    A rule that stands in for the ordinary hours on certain days says so.
    """
    return (*_sentences(in_force(hours)), *_otherwise(hours))


@lru_cache(maxsize=4096)
def weekly_table(hours: Hours) -> WeeklyTable:
    """The rules that hold every week as seven rows; months, ranks, weeks and holidays as notes.

    A day without ordinary hours is "fermé", or "certains samedis" when a note opens it.
    """
    rules = in_force(hours)
    notes = tuple(rule for rule in rules if not _is_weekly(rule))
    weekly = tuple(rule for rule in rules if _is_weekly(rule))
    if all(rule.closed for rule in weekly):
        return WeeklyTable((), hours_in_french(hours))
    rows = tuple((name, _row(day, weekly, notes)) for day, name in enumerate(FRENCH_WEEKDAYS))
    return WeeklyTable(rows, (*_sentences(notes, among=rules), *_otherwise(hours)))


def time_in_french(minutes: int) -> str:
    """Minutes since midnight as "9 h" or "17 h 30" with no-break spaces; "minuit" at both ends."""
    hour, minute = divmod(minutes % MINUTES_A_DAY, 60)
    if hour == minute == 0:
        return "minuit"
    return f"{hour}{_NBSP}h" + (f"{_NBSP}{minute:02}" if minute else "")


def _is_weekly(rule: Rule) -> bool:
    """Whether the rule holds every week: no season, no rank in the month, no public holiday."""
    if rule.periods or rule.weeks or rule.nth_weekdays or rule.public_holidays:
        return False
    return rule.names_days or bool(rule.times)


def _row(day: int, weekly: Sequence[Rule], notes: Sequence[Rule]) -> str:
    texts = [
        _what(rule)
        for rule in weekly
        if not rule.closed and (not rule.names_days or day in rule.weekdays)
    ]
    if texts:
        return " ; ".join(texts)
    opened = any(
        not rule.closed
        and (not rule.names_days or day in rule.weekdays or day in _ranked_days(rule))
        for rule in notes
    )
    return f"certains {FRENCH_WEEKDAYS[day]}s" if opened else "fermé"


def _ranked_days(rule: Rule) -> set[int]:
    return {choice.weekday for choice in rule.nth_weekdays}


def _sentences(rules: Sequence[Rule], among: Sequence[Rule] | None = None) -> tuple[str, ...]:
    everything = rules if among is None else among
    return tuple(_sentence(rule, everything) for rule in rules)


def _otherwise(hours: Hours) -> tuple[str, ...]:
    return (f"en dehors de ces horaires : {hours.otherwise}",) if hours.otherwise else ()


def _sentence(rule: Rule, among: Sequence[Rule]) -> str:
    season = ", ".join(filter(None, [_periods(rule.periods), _weeks(rule)]))
    days = _days(rule)
    if rule.closed:
        # « fermé en août » reads better than « en août, fermé », unless days follow.
        text = f"{season}, fermé {days}" if season and days else f"fermé {season or days}".rstrip()
        return f"{text}, {rule.comment}" if rule.comment else text
    if rule.times:
        text = f"{days} {_what(rule)}".strip()
    else:
        text = f"{days} : {rule.comment}" if days else rule.comment
    if _replaces_ordinary_hours(rule, among):
        text += " (au lieu de l'horaire habituel)"
    return f"{season}, {text}" if season else text


def _what(rule: Rule) -> str:
    """Times and comment of a rule that is not ``off``."""
    if rule.times and rule.comment:
        return f"{_times(rule.times)}, {rule.comment}"
    return _times(rule.times) or rule.comment


def _replaces_ordinary_hours(rule: Rule, among: Sequence[Rule]) -> bool:
    """Whether a rule of certain dates takes the place of an earlier one on some of its days."""
    if rule.additional or _is_weekly(rule) or rule not in among:
        return False
    earlier = among[: among.index(rule)]
    return any(
        other.times and not days_of(other).isdisjoint(days_of(rule)) for other in earlier
    ) and not (rule.public_holidays and not rule.weekdays and not rule.nth_weekdays)


def _times(times: Sequence[TimeRange]) -> str:
    return _enumerated([_time_range(time) for time in times])


def _time_range(time: TimeRange) -> str:
    if time == TimeRange(0, MINUTES_A_DAY):
        return f"24{_NBSP}heures sur{_NBSP}24"
    next_day = " le lendemain" if time.end > MINUTES_A_DAY else ""
    return f"de {time_in_french(time.start)} à {time_in_french(time.end)}{next_day}"


def _days(rule: Rule) -> str:
    if not rule.names_days:
        return "tous les jours" if rule.times else ""
    parts: list[str] = []
    if rule.weekdays and (one := _one_week_in_two(rule)):
        parts.append(one)
    elif len(rule.weekdays) == len(FRENCH_WEEKDAYS):
        parts.append("tous les jours")
    else:
        for first, last in runs(rule.weekdays):
            if last - first <= 1:
                parts += [f"le {name}" for name in FRENCH_WEEKDAYS[first : last + 1]]
            else:
                parts.append(f"du {FRENCH_WEEKDAYS[first]} au {FRENCH_WEEKDAYS[last]}")
    parts += _nth_weekdays(rule.nth_weekdays)
    if rule.public_holidays:
        parts.append("les jours fériés")
    return _enumerated(parts)


def _one_week_in_two(rule: Rule) -> str:
    """« un samedi sur deux (semaines impaires) », for a single weekday."""
    if len(rule.weekdays) == 1 and not rule.nth_weekdays and not rule.public_holidays:
        parity = _parity(rule.weeks)
        if parity:
            return f"un {FRENCH_WEEKDAYS[rule.weekdays[0]]} sur deux ({parity})"
    return ""


def _nth_weekdays(choices: Iterable[NthWeekday]) -> list[str]:
    """Weekdays that share their ranks share their words."""
    by_rank: dict[tuple[int, ...], list[int]] = {}
    for choice in choices:
        by_rank.setdefault(choice.nth, []).append(choice.weekday)
    return [text for nth, weekdays in by_rank.items() for text in _ranked(nth, weekdays)]


def _ranked(nth: tuple[int, ...], weekdays: list[int]) -> list[str]:
    if len(nth) == 1:
        rank = _rank(nth[0])
        article = "l'" if rank.startswith("a") else "le "
        return [f"{article}{rank} {FRENCH_WEEKDAYS[day]} du mois" for day in weekdays]
    ranks = _enumerated([_rank(number) for number in nth])
    days = _enumerated([f"{FRENCH_WEEKDAYS[day]}s" for day in weekdays])
    return [f"les {ranks} {days} du mois"]


def _rank(number: int) -> str:
    if number < 0:
        return _LAST[-number - 1]
    return "1er" if number == 1 else f"{number}e"


def _weeks(rule: Rule) -> str:
    if not rule.weeks or _one_week_in_two(rule):
        return ""
    parity = _parity(rule.weeks)
    if parity:
        return f"une semaine sur deux ({parity})"
    parts = [
        f"{weeks.start}"
        if weeks.start == weeks.end
        else f"{weeks.start} à {weeks.end}" + " (une sur deux)" * (weeks.step > 1)
        for weeks in rule.weeks
    ]
    single = len(rule.weeks) == 1 and rule.weeks[0].start == rule.weeks[0].end
    return f"{'la semaine' if single else 'les semaines'} {_enumerated(parts)}"


def _parity(weeks: tuple[Weeks, ...]) -> str:
    return _PARITIES.get(weeks[0], "") if len(weeks) == 1 else ""


def _periods(periods: Sequence[Period]) -> str:
    return _enumerated([_period(period) for period in periods])


def _period(period: Period) -> str:
    start, end = period.start, period.end
    if start.day is None:
        return _months(start.month, end.month)
    if start == end:
        return f"le {_date(start)}"
    if (start.month, start.year) == (end.month, end.year):
        return f"du {_day_of_month(start)} au {_date(end)}"
    first = Bound(start.month, start.day) if start.year == end.year else start
    return f"du {_date(first)} au {_date(end)}"


def _months(first: int, last: int) -> str:
    start, end = FRENCH_MONTHS[first - 1], FRENCH_MONTHS[last - 1]
    if first == last:
        return f"en {start}"
    if last == first % len(FRENCH_MONTHS) + 1:
        return f"en {start} et en {end}"
    return f"{_from(start)} à {end}"


def _from(month: str) -> str:
    return f"d'{month}" if month[0] in "ao" else f"de {month}"


def _date(bound: Bound) -> str:
    year = "" if bound.year is None else f" {bound.year}"
    return f"{_day_of_month(bound)}{_NBSP}{FRENCH_MONTHS[bound.month - 1]}{year}"


def _day_of_month(bound: Bound) -> str:
    return "1er" if bound.day == 1 else str(bound.day)


def _enumerated(parts: Sequence[str]) -> str:
    """« a, b et c »."""
    return " et ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))
