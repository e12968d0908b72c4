"""Opening hours: the field ``horaires``, read from a stated subset of OSM ``opening_hours``.

The subset covers what a mediation or meeting-space service needs and leaves out what a partner
could misread. Rules are separated by ``;`` (the later rule replaces the earlier one on the days it
names), by ``,`` and a space (the rule is added), and the last may be ``|| "comment"`` (what holds
at all other times). One rule is, in this order and each part optional::

    Jan-Mar   Jul 14-Aug 20   2026 Dec 24   week 01-53/2   Mo-Fr,Sa[1,-1],PH   09:00-12:00   "comment"
    └── months and dates, lists with «,» ─┘ └─ weeks ─┘    └───── days ─────┘  └─ or off ─┘

A rule has times, or ``off``, or a comment alone (the days are known, the times are not: such days
are never shown as open). Not accepted: ``SH`` (calculators do not know school holidays), ``24/7``
(``Mo-Su 00:00-24:00`` says it without doubt), open ends (``09:00+``), sunrise and sunset, ``easter``,
``off`` with times, steps other than one week in two.

Source of the syntax: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
"""

import re
from calendar import monthrange
from functools import lru_cache
from typing import Final

from generator.model.hours.from_french import from_french
from generator.model.hours.osm_names import MONTHS, WEEKDAYS
from generator.model.hours.refusals import SCHOOL_HOLIDAYS, refused, why_unreadable
from generator.model.hours.repair import repaired
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
from generator.model.refused import Refused, quoted

_RANKS = (1, 2, 3, 4, 5, -1, -2, -3, -4, -5)
_LAST_WEEK = 53
_MINUTES_AN_HOUR = 60
_LEAP_YEAR = 2028


LONGEST: Final = 255
"""Characters; also the limit of a value in OpenStreetMap."""


def _listed(item: str) -> str:
    return rf"(?:{item})(?:,(?:{item}))*"


_MONTH = "|".join(MONTHS)
_WEEKDAY = "|".join(WEEKDAYS)
# A day of the month is not the beginning of a time: in « Jan 10:00-12:00 » there is no 10 January.
_DAY = r"\d{1,2}(?![\d:])"
_BOUND = rf"(?:\d{{4}} ?)?(?:{_MONTH})(?: ?{_DAY})?"
_PERIOD = rf"{_BOUND}(?: ?- ?(?:{_BOUND}|{_DAY}))?"
_WEEK = r"\d{1,2}(?:-\d{1,2}(?:/\d+)?)?"
_DAYS = rf"(?:{_WEEKDAY})(?:-(?:{_WEEKDAY})|\[-?\d(?:[,-]-?\d)*\])?|PH"
_TIME = r"\d{1,2}:\d\d ?- ?\d{1,2}:\d\d"

# One space between two parts, none needed at the end of a rule: other tools refuse more or less.
_THEN = r"(?: |(?= *(?:;|, |\|\||$)))"
_RULE_PATTERN = re.compile(
    rf"(?:(?P<periods>{_listed(_PERIOD)}):?{_THEN})?"
    rf"(?:week ?(?P<weeks>{_listed(_WEEK)}):?{_THEN})?"
    rf"(?:(?P<days>{_listed(_DAYS)}){_THEN})?"
    rf"(?:(?P<times>{_listed(_TIME)}){_THEN})?"
    rf"(?:(?P<off>off|closed){_THEN})?"
    r'(?:"(?P<comment>[^"]*)")?'
    r" *(?P<end>; *|, +|\|\| |$)",
    re.ASCII,
)
_PERIOD_PARTS = re.compile(
    rf"(?:(?P<year>\d{{4}}) ?)?(?P<month>{_MONTH})(?: ?(?P<day>{_DAY}))?"
    rf"(?: ?- ?(?:(?:(?P<end_year>\d{{4}}) ?)?(?P<end_month>{_MONTH})(?: ?(?P<end_day>{_DAY}))?"
    rf"|(?P<last_day>{_DAY})))?"
)
_DAYS_PARTS = re.compile(rf"(?P<first>{_WEEKDAY})(?:-(?P<last>{_WEEKDAY})|\[(?P<nth>[^\]]+)\])?|PH")
_NTH_PARTS = re.compile(r"(?P<first>-?\d)(?:-(?P<last>\d))?")
_TIME_PARTS = re.compile(r"(\d{1,2}):(\d\d) ?- ?(\d{1,2}):(\d\d)")
_FALLBACK = re.compile(r'"([^"]*)" *$')


@lru_cache(maxsize=4096)
def parse_hours(text: str) -> Hours:
    """Read the hours of a place.

    Raises ``Refused`` (rules ``horaires`` and ``horaires-vacances-scolaires``) with a French
    message, and the right writing as hint whenever it can be guessed.
    """
    if len(text) > LONGEST:
        raise refused(
            f"Les horaires font {len(text)} caractères, {LONGEST} au plus sont acceptés",
            "Gardez les heures habituelles ; le reste peut être dit dans « horaires_texte »",
        )
    text = text.strip(" ")
    try:
        return _parse(text)
    except Refused as refusal:
        guess = _guess(text)
        if guess is None or refusal.rule == SCHOOL_HOLIDAYS:
            raise
        raise refused(refusal.message, f"Écrivez : « {guess} »") from None


def _guess(text: str) -> str | None:
    """The right writing of a text that was refused, or None."""
    for candidate in (from_french(text), repaired(text)):
        if candidate is not None:
            try:
                return str(_parse(candidate))
            except Refused:
                continue
    return None


def _parse(text: str) -> Hours:
    rules: list[Rule] = []
    position, separator = 0, ";"
    while separator != "||":
        found = _RULE_PATTERN.match(text, position)
        if found is None or found.end("end") == position:
            raise why_unreadable(text, position)
        rules.append(_rule(found, text, additional=separator == ","))
        if not found["end"]:
            return Hours(tuple(rules))
        position, separator = found.end(), found["end"].strip()
    fallback = _FALLBACK.match(text, position)
    if fallback is None or not fallback[1].strip():
        raise refused(
            "Après « || », seul un texte entre guillemets est accepté",
            'Exemple : « Mo-Fr 09:00-12:00 || "sur rendez-vous" »',
        )
    return Hours(tuple(rules), fallback[1].strip())


def _rule(found: re.Match[str], text: str, *, additional: bool) -> Rule:
    times, closed, comment = found["times"], found["off"] is not None, found["comment"]
    written = text[found.start() : found.start("end")].strip()
    if comment is not None and not comment.strip():
        raise refused("Le texte entre guillemets est vide", "Complétez-le ou retirez-le")
    if times and closed:
        raise refused(
            f"{quoted(written)} : « off » ferme des journées entières, pas une partie de la journée",
            "Écrivez plutôt les heures d'ouverture de ces jours",
        )
    if not (times or closed or comment):
        raise refused(
            f"{quoted(written)} ne dit pas à quelles heures",
            "Ajoutez les heures (« 09:00-12:00 »), « off » si c'est fermé, ou un texte entre "
            'guillemets comme « "sur rendez-vous" » si elles ne sont pas connues',
        )
    if additional and times and not (found["periods"] or found["weeks"] or found["days"]):
        raise refused(
            f"{quoted(written)} vient après une virgule et un espace, sans jour : ces heures "
            "vaudraient tous les jours",
            "Entre deux plages d'un même jour, mettez une virgule sans espace : "
            "« 09:00-12:00,14:00-17:00 »",
        )
    if additional and closed:
        raise refused(
            f"{quoted(written)} vient après une virgule, qui ajoute des heures et n'en retire pas",
            "Mettez « ; » à la place de la virgule",
        )
    weekdays, nth_weekdays, public_holidays = _days(found["days"] or "")
    return Rule(
        periods=tuple(_period(part) for part in _PERIOD_PARTS.finditer(found["periods"] or "")),
        weeks=tuple(_weeks(part) for part in found["weeks"].split(",")) if found["weeks"] else (),
        weekdays=weekdays,
        nth_weekdays=nth_weekdays,
        public_holidays=public_holidays,
        times=tuple(sorted(map(_time_range, _TIME_PARTS.finditer(times or "")))),
        closed=closed,
        comment=(comment or "").strip(),
        additional=additional,
    )


def _days(text: str) -> tuple[tuple[int, ...], tuple[NthWeekday, ...], bool]:
    weekdays: set[int] = set()
    nth_weekdays: list[NthWeekday] = []
    public_holidays = False
    for part in _DAYS_PARTS.finditer(text):
        if part[0] == "PH":
            public_holidays = True
            continue
        first = WEEKDAYS.index(part["first"])
        if part["nth"] is not None:
            nth_weekdays.append(NthWeekday(first, _nth(part["nth"], part[0])))
        else:
            last = WEEKDAYS.index(part["last"]) if part["last"] else first
            weekdays.update(day % 7 for day in range(first, last + 1 + 7 * (last < first)))
    return tuple(sorted(weekdays)), tuple(nth_weekdays), public_holidays


def _nth(text: str, written: str) -> tuple[int, ...]:
    numbers: set[int] = set()
    for part in _NTH_PARTS.finditer(text):
        first = int(part["first"])
        last = int(part["last"]) if part["last"] else first
        if not (
            (first in _RANKS and last in _RANKS and 0 < first <= last) or first == last in _RANKS
        ):
            raise refused(
                f"{quoted(written)} : le rang dans le mois va de 1 à 5, ou de -1 (le dernier) à -5",
                "Exemple : « Sa[1,3] » pour les 1er et 3e samedis, « Sa[-1] » pour le dernier",
            )
        numbers.update(range(first, last + 1))
    return tuple(sorted(numbers, key=lambda nth: (nth < 0, abs(nth))))


def _weeks(text: str) -> Weeks:
    span, _, step = text.partition("/")
    first, _, last = span.partition("-")
    weeks = Weeks(int(first), int(last or first), int(step or 1))
    if not 1 <= weeks.start <= weeks.end <= _LAST_WEEK or weeks.step not in (1, 2):
        raise refused(
            f"{quoted('week ' + text)} : les semaines vont de 1 à 53, toutes ou une sur deux (« /2 »)",
            "Exemple : « week 01-53/2 » pour les semaines impaires, « week 02-53/2 » pour les "
            "semaines paires",
        )
    return weeks


def _period(part: re.Match[str]) -> Period:
    year = int(part["year"]) if part["year"] else None
    end_year = int(part["end_year"]) if part["end_year"] else year
    start = Bound(MONTHS.index(part["month"]) + 1, int(part["day"]) if part["day"] else None, year)
    if part["last_day"]:
        end = Bound(start.month, int(part["last_day"]), year)
    elif part["end_month"]:
        end_day = int(part["end_day"]) if part["end_day"] else None
        end = Bound(MONTHS.index(part["end_month"]) + 1, end_day, end_year)
    else:
        end = start
    if (start.day is None) != (end.day is None) or (year is None) != (end_year is None):
        raise refused(
            f"{quoted(part[0])} : le début et la fin ne sont pas écrits de la même façon",
            "Donnez le jour aux deux bouts (« Jul 14-Aug 20 »), et l'année aux deux ou à aucun",
        )
    if year is not None and end_year is not None and start.day is None:
        # A month of one year is written out in dates: calculators disagree on « 2026 Jul-Aug ».
        start = Bound(start.month, 1, year)
        end = Bound(end.month, monthrange(end_year, end.month)[1], end_year)
    for bound in (start, end):
        if bound.day is not None and not (
            1 <= bound.day <= monthrange(bound.year or _LEAP_YEAR, bound.month)[1]
        ):
            raise refused(f"{quoted(part[0])} : cette date n'existe pas")
    backwards = (
        (end.year, end.month, end.day) < (start.year, start.month, start.day)
        if (year is not None)
        else (end.month == start.month and (end.day or 0) < (start.day or 0))
    )
    if backwards:
        raise refused(f"{quoted(part[0])} : la fin vient avant le début")
    return Period(start, end)


def _time_range(part: re.Match[str]) -> TimeRange:
    from_hour, from_minute, to_hour, to_minute = map(int, part.groups())
    start, end = from_hour * _MINUTES_AN_HOUR + from_minute, to_hour * _MINUTES_AN_HOUR + to_minute
    if (
        max(from_minute, to_minute) >= _MINUTES_AN_HOUR
        or start >= MINUTES_A_DAY
        or end > MINUTES_A_DAY
    ):
        raise refused(
            f"{quoted(part[0])} : cette heure n'existe pas",
            "Les heures vont de 00:00 à 24:00. Pour finir après minuit : « 22:00-02:00 »",
        )
    if start == end:
        raise refused(f"{quoted(part[0])} : le début et la fin sont à la même heure")
    return TimeRange(start, end if end > start else end + MINUTES_A_DAY)
