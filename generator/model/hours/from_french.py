"""Hours written freely in French, turned into OSM ``opening_hours`` when there is no doubt.

It reads whole sentences and gives up at the first word it does not know: what is
returned can be trusted. ``repaired`` mends near misses of the OSM writing itself; it is a guess to
be shown, never to be used unseen.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generator.model.hours.osm_names import FRENCH_WEEKDAYS, WEEKDAYS, weekdays_text

_ORDINALS: Final = (
    ("premier", 1),
    ("deuxième", 2),
    ("second", 2),
    ("troisième", 3),
    ("quatrième", 4),
    ("cinquième", 5),
    ("avant-dernier", -2),
    ("dernier", -1),
)
_LONGEST: Final = 1000
_PARITIES: Final = {"impaires": "01-53/2", "paires": "02-53/2"}
_HOUR: Final = 60
_MIDNIGHT: Final = 24 * _HOUR

_TOKEN = re.compile(
    r"(?P<time>\d{1,2} ?(?:heures?|h)(?: ?[0-5]\d)?(?!\w)|\d{1,2}:\d\d(?!\w)|midi\b|minuit\b)"
    r"|(?P<nth>[1-5] ?(?:ère|ere|er|ème|eme|è|nd|e)s?\b|"
    + "|".join(rf"{name}s?\b" for name, _ in _ORDINALS)
    + r")"
    r"|(?P<to_the_public>(?:ouverture|ouverte?) au public\b)"
    r"|(?P<every_day>tous les jours\b|7 ?j(?:ours)? ?(?:/|sur) ?7\b)"
    r"|(?P<number>\d{1,2}(?![\d:,.]))"
    r"|(?P<day>(?:" + "|".join(FRENCH_WEEKDAYS) + r")s?\b|(?:lun|mar|mer|jeu|ven|sam|dim)\b\.?"
    r"|(?:lu|ma|me|je|ve|sa|di)\b\.?)"
    r"|(?P<by_appointment>sur (?:rendez-vous|rdv)\b)"
    r"|(?P<not_on_holidays>(?:sauf|hors) (?:les )?jours fériés\b)"
    r"|(?P<closed_on_holidays>fermée?s? les jours fériés\b)"
    r"|(?P<of_month>(?:du|de chaque|de tous les) mois\b)"
    r"|(?P<parity>semaines? (?:im)?paires?\b)"
    r"|(?P<one_in_two>sur (?:deux|2)\b)"
    r"|(?P<part_of_day>matins?\b|après-midis?\b|soirs?\b)"
    r"|(?P<every>tous les\b|chaque\b)"
    r"|(?P<word>fermée?s?\b|du\b|de\b|au\b|à|a\b|entre\b|et\b|puis\b|les?\b|l'|un\b)"
    r"|(?P<dash>[-–—])"
    r"|(?P<mark>[,;:/&().\n])"
    r"|(?P<space> +)"
    r"|(?P<unknown>.)"
)


class _DoubtError(Exception):
    """The text cannot be read without guessing."""


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str


@dataclass(slots=True)
class _Group:
    """Days and their times, as one OSM rule."""

    weekdays: set[int]
    nth_weekdays: list[tuple[int, tuple[int, ...]]]
    parity: str = ""
    times: str = ""
    by_appointment: bool = False

    def __str__(self) -> str:
        nth = (
            f"{WEEKDAYS[day]}[{','.join(map(str, numbers))}]" for day, numbers in self.nth_weekdays
        )
        parts = (
            f"week {_PARITIES[self.parity]}" if self.parity else "",
            ",".join(filter(None, [weekdays_text(self.weekdays), *nth])),
            self.times,
            '"sur rendez-vous"' if self.by_appointment else "",
        )
        return " ".join(filter(None, parts))


def from_french(text: str) -> str | None:
    """French hours as OSM ``opening_hours``; None as soon as anything is uncertain.

    "Du lundi au vendredi : 9h-12h30 / 13h30-17h" → "Mo-Fr 09:00-12:30,13:30-17:00". The days of
    two parts of the text must not meet, a time without an end or an unknown word is a doubt.
    """
    if len(text) > _LONGEST:
        return None
    plain = re.sub(r"[ \t\u00a0\u202f]+", " ", text.lower().replace("\u2019", "'")).strip()
    tokens = [_Token(str(found.lastgroup), found[0]) for found in _TOKEN.finditer(plain)]
    try:
        return _Reader([token for token in tokens if token.kind != "space"]).read()
    except _DoubtError:
        return None


class _Reader:
    """Descends through the tokens of one text."""

    def __init__(self, tokens: list[_Token]) -> None:
        self.tokens = tokens
        self.position = 0

    def read(self) -> str:
        groups: list[_Group] = []
        closed_days: set[int] = set()
        holidays_off = False
        while self._peek() is not None:
            if self._take("closed_on_holidays") or self._take("not_on_holidays"):
                holidays_off = True
            elif self._take("word", "fermé", "fermée", "fermés", "fermées"):
                closed_days |= self._closed_days()
            elif groups and self._take("mark", "("):
                holidays_off |= self._remark()
            else:
                groups.append(self._group())
            self._skip("mark", ",", ";", "/", ".", "\n", "et", "puis")
        if not groups or len({group.by_appointment for group in groups}) > 1:
            raise _DoubtError
        _refuse_days_twice(groups, closed_days)
        rules = [str(group) for group in groups]
        if closed_days:
            rules.append(f"{weekdays_text(closed_days)} off")
        if holidays_off:
            rules.append("PH off")
        return "; ".join(rules)

    def _remark(self) -> bool:
        """What may stand in brackets after the times; whether it closes on public holidays."""
        holidays_off = self._take("not_on_holidays") is not None
        if not holidays_off:
            self._need("to_the_public")
        self._need("mark", ")")
        return holidays_off

    def _group(self) -> _Group:
        parity = self._parity()
        self._skip("mark", ",", ":")
        group = self._days()
        if self._take("mark", "("):
            parity = parity or self._parity()
            self._need("mark", ")")
        group.parity = parity
        part_of_day = self._take("part_of_day")
        self._skip("mark", ",", ":")
        ranges = [self._range()]
        while (more := self._another_range()) is not None:
            ranges.append(more)
        for (_, end), (start, _) in pairwise(ranges):
            if start <= end:
                raise _DoubtError
        if part_of_day is not None:
            _check_part_of_day(part_of_day.text, ranges)
        group.times = ",".join(f"{_clock(start)}-{_clock(end)}" for start, end in ranges)
        start = self.position
        self._skip("mark", ",")
        group.by_appointment = self._take("by_appointment") is not None
        if not group.by_appointment:
            self.position = start
        return group

    def _parity(self) -> str:
        token = self._take("parity")
        if token is None:
            return ""
        return "impaires" if "impaire" in token.text else "paires"

    def _days(self) -> _Group:
        group = _Group(set(), [])
        if self._take("every_day"):
            group.weekdays = set(range(7))
            return group
        if self._take("word", "un"):
            group.weekdays = {self._day()}
            self._need("one_in_two")
            if self._peek() != _Token("mark", "("):
                raise _DoubtError
            return group
        while True:
            self._day_item(group)
            start = self.position
            if not (self._take("mark", ",", "/", "&") or self._take("word", "et")):
                return group
            if not self._at_day_item():
                self.position = start
                return group

    def _day_item(self, group: _Group) -> None:
        if self._take("word", "du"):
            first = self._day()
            self._need("word", "au")
            group.weekdays |= _span(first, self._day())
            return
        self._take("every") or self._take("word", "le", "les", "l'")
        if self._at("nth"):
            self._nth_item(group)
            return
        first = self._day()
        if self._take("dash") or self._take("word", "au", "à"):
            group.weekdays |= _span(first, self._day())
            if self._at("dash"):
                raise _DoubtError
        else:
            group.weekdays.add(first)

    def _nth_item(self, group: _Group) -> None:
        numbers = {self._nth()}
        while self._take("mark", ",") or self._take("word", "et"):
            numbers.add(self._nth())
        days = [self._day()]
        while not self._take("of_month"):
            if not (self._take("mark", ",") or self._take("word", "et")):
                raise _DoubtError
            days.append(self._day())
        ordered = tuple(sorted(numbers, key=lambda nth: (nth < 0, abs(nth))))
        group.nth_weekdays.extend((day, ordered) for day in days)

    def _closed_days(self) -> set[int]:
        group = self._days()
        if group.nth_weekdays or self._at("mark", "(") or self._at("part_of_day"):
            raise _DoubtError
        return group.weekdays

    def _another_range(self) -> tuple[int, int] | None:
        start = self.position
        self._take("mark", ",", "/", "&") or self._take("word", "et", "puis")
        if self._at("time") or self._at("number") or self._at("word", "de", "entre"):
            return self._range()
        self.position = start
        return None

    def _range(self) -> tuple[int, int]:
        """One range of times in minutes; "14 à 18 heures" lends its unit to the first number."""
        between = self._take("word", "de", "entre")
        bare = self._take("number")
        first = f"{bare.text}h" if bare else self._need("time").text
        if between is not None and between.text == "entre":
            self._need("word", "et")
        elif not self._take("dash"):
            self._need("word", "à", "a")
        start, end = _minutes(first), _minutes(self._need("time").text)
        if first == "minuit":
            start = 0
        if start >= end:
            raise _DoubtError
        return start, end

    def _at_day_item(self) -> bool:
        return (
            self._at("day")
            or self._at("nth")
            or self._at("every")
            or self._at("word", "du", "le", "les", "l'")
        )

    def _day(self) -> int:
        text = self._need("day").text
        return next(i for i, name in enumerate(FRENCH_WEEKDAYS) if name.startswith(text[:2]))

    def _nth(self) -> int:
        text = self._need("nth").text
        if text[0].isdigit():
            return int(text[0])
        return next(number for name, number in _ORDINALS if text.startswith(name))

    def _peek(self) -> _Token | None:
        return self.tokens[self.position] if self.position < len(self.tokens) else None

    def _at(self, kind: str, *texts: str) -> bool:
        token = self._peek()
        return token is not None and token.kind == kind and (not texts or token.text in texts)

    def _take(self, kind: str, *texts: str) -> _Token | None:
        if not self._at(kind, *texts):
            return None
        self.position += 1
        return self.tokens[self.position - 1]

    def _need(self, kind: str, *texts: str) -> _Token:
        token = self._take(kind, *texts)
        if token is None:
            raise _DoubtError
        return token

    def _skip(self, *kinds_and_texts: str) -> None:
        """At most one of these tokens, then line breaks."""
        kind, *texts = kinds_and_texts
        self._take(kind, *texts) or self._take("word", *texts)
        while self._take("mark", "\n"):
            pass


def _span(first: int, last: int) -> set[int]:
    return {day % 7 for day in range(first, last + 1 + 7 * (last < first))}


def _minutes(text: str) -> int:
    if text in ("midi", "minuit"):
        return _MIDNIGHT // 2 if text == "midi" else _MIDNIGHT
    hours, *minutes = re.findall(r"\d+", text)
    total = int(hours) * _HOUR + (int(minutes[0]) if minutes else 0)
    if total > _MIDNIGHT or (minutes and int(minutes[0]) >= _HOUR):
        raise _DoubtError
    return total


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _check_part_of_day(part: str, ranges: Iterable[tuple[int, int]]) -> None:
    """« mardi après-midi de 14 h à 18 h » is sure, « mardi matin de 14 h à 18 h » is not."""
    earliest, latest = {"m": (0, 13), "a": (12, 20), "s": (17, 24)}[part[0]]
    for start, end in ranges:
        if start < earliest * 60 or end > latest * 60:
            raise _DoubtError


def _refuse_days_twice(groups: Iterable[_Group], closed: set[int]) -> None:
    """Doubt when two parts name one day: the second may add to the first or replace it."""
    taken: set[tuple[int, int, str]] = {(day, 0, "") for day in closed}
    for group in groups:
        named = {(day, 0, group.parity) for day in group.weekdays} | {
            (day, nth, group.parity) for day, numbers in group.nth_weekdays for nth in numbers
        }
        for day, nth, parity in named:
            for other_day, other_nth, other_parity in taken:
                if (
                    day == other_day
                    and (nth == other_nth or not (nth > 0 and other_nth > 0))
                    and (parity == other_parity or not (parity and other_parity))
                ):
                    raise _DoubtError
        taken |= named
