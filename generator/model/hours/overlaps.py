"""Rules of one record that collide: legal in OSM syntax, and nearly always a slip."""

from datetime import date
from itertools import pairwise

from generator.model.hours.dates import days_of
from generator.model.hours.osm_names import FRENCH_WEEKDAYS
from generator.model.hours.rules import Hours, Rule
from generator.model.refused import quoted


def overlaps(hours: Hours) -> list[str]:
    """French messages, without a final full stop, in the order of the rules.

    Found are: times that overlap on one day, in one rule or between added rules; a rule that a
    later one replaces on all its days; a rule on public holidays that a later one replaces; a rule
    that names no existing day.
    """
    found: list[str] = []
    if len(hours.rules) == 1 and not (hours.rules[0].periods or hours.rules[0].weeks):
        return _within(hours.rules[0])
    left = [_days_left(hours, index) for index in range(len(hours.rules))]
    for index, rule in enumerate(hours.rules):
        found += _within(rule)
        if not days_of(rule):
            found.append(f"{quoted(str(rule))} ne désigne aucun jour")
        elif not left[index]:
            found.append(_replaced(rule, hours.rules[index + 1 :]))
        elif _holidays_come_too_early(rule, hours.rules[index + 1 :]):
            found.append(
                f"{quoted(str(rule))} est remplacé, certains jours fériés, par une règle écrite "
                f"après : mettez {quoted('PH')} à la fin"
            )
        if rule.additional:
            for other, days in zip(hours.rules[:index], left, strict=False):
                found += _between(other, rule, days & left[index])
    return found


def _days_left(hours: Hours, index: int) -> frozenset[date]:
    """The days on which no later rule stands in for this one."""
    replaced = (days_of(rule) for rule in hours.rules[index + 1 :] if not rule.additional)
    return days_of(hours.rules[index]).difference(*replaced)


def _within(rule: Rule) -> list[str]:
    return [
        f"Dans {quoted(str(rule))}, {quoted(str(first))} et {quoted(str(second))} se chevauchent"
        for first, second in pairwise(rule.times)
        if second.start < first.end
    ]


def _between(other: Rule, rule: Rule, days: frozenset[date]) -> list[str]:
    overlap = any(a.start < b.end and b.start < a.end for a in other.times for b in rule.times)
    if not days or not overlap:
        return []
    day = FRENCH_WEEKDAYS[min(days).weekday()]
    return [f"{quoted(str(other))} et {quoted(str(rule))} se chevauchent, par exemple un {day}"]


def _replaced(rule: Rule, later: tuple[Rule, ...]) -> str:
    by = [
        quoted(str(other))
        for other in later
        if not other.additional and not days_of(other).isdisjoint(days_of(rule))
    ]
    replace = "écrit après, le remplace" if len(by) == 1 else "écrits après, le remplacent"
    message = f"{quoted(str(rule))} n'a aucun effet : {' et '.join(by)}, {replace}"
    if not rule.times:
        return message
    if any(other.comment and not other.names_days for other in later):
        return (
            f"{message}. Pour dire ce qui vaut en dehors de ces heures, mettez {quoted('||')} à la "
            f"place de {quoted(';')}"
        )
    return (
        f"{message}. Pour garder les deux, mettez une virgule et une espace à la place de "
        f"{quoted(';')}"
    )


def _holidays_come_too_early(rule: Rule, later: tuple[Rule, ...]) -> bool:
    return (
        rule.public_holidays
        and not rule.weekdays
        and any(
            not other.additional
            and not other.public_holidays
            and not days_of(other).isdisjoint(days_of(rule))
            for other in later
        )
    )
