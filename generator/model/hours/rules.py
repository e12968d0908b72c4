"""What opening hours are made of: immutable values that write themselves in OSM syntax."""

from dataclasses import dataclass
from typing import Final

from generator.model.hours.osm_names import MONTHS, WEEKDAYS, weekdays_text

MINUTES_A_DAY: Final = 24 * 60


@dataclass(frozen=True, slots=True, order=True)
class TimeRange:
    """Minutes since midnight; ``end`` is over 1440 when the range ends the day after."""

    start: int
    end: int

    def __str__(self) -> str:
        end = self.end if self.end <= MINUTES_A_DAY else self.end - MINUTES_A_DAY
        return f"{self.start // 60:02}:{self.start % 60:02}-{end // 60:02}:{end % 60:02}"


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """Certain weekdays of the month: ``Sa[1,3]``; ``weekday`` counts from Monday = 0.

    ``nth`` holds 1 to 5, or -1 (the last) to -5.
    """

    weekday: int
    nth: tuple[int, ...]

    def __str__(self) -> str:
        return f"{WEEKDAYS[self.weekday]}[{','.join(map(str, self.nth))}]"


@dataclass(frozen=True, slots=True)
class Bound:
    """One end of a period. Without ``day`` the whole month, without ``year`` every year."""

    month: int
    day: int | None = None
    year: int | None = None

    def __str__(self) -> str:
        year = "" if self.year is None else f"{self.year} "
        return f"{year}{MONTHS[self.month - 1]}{'' if self.day is None else f' {self.day}'}"


@dataclass(frozen=True, slots=True)
class Period:
    """From ``start`` to ``end``, both included; over the new year when ``start`` comes later.

    Both ends have a day or neither has, both have a year (then a day too) or neither has.
    """

    start: Bound
    end: Bound

    def __str__(self) -> str:
        return str(self.start) if self.start == self.end else f"{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Weeks:
    """ISO week numbers ``start`` to ``end``, every one (``step`` 1) or one in two (``step`` 2)."""

    start: int
    end: int
    step: int = 1

    def __str__(self) -> str:
        if self.start == self.end:
            return f"{self.start:02}"
        return f"{self.start:02}-{self.end:02}{'' if self.step == 1 else f'/{self.step}'}"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; which days (none named: every day), then times, ``off`` or a comment alone.

    ``additional`` is true for a rule that adds to the former ones instead of replacing them.
    """

    periods: tuple[Period, ...] = ()
    weeks: tuple[Weeks, ...] = ()
    weekdays: tuple[int, ...] = ()
    nth_weekdays: tuple[NthWeekday, ...] = ()
    public_holidays: bool = False
    times: tuple[TimeRange, ...] = ()
    closed: bool = False
    comment: str = ""
    additional: bool = False

    @property
    def names_days(self) -> bool:
        """Whether the rule holds on certain days of the week only, or on public holidays."""
        return bool(self.weekdays or self.nth_weekdays or self.public_holidays)

    def days_text(self) -> str:
        """The day part in OSM writing, empty when no day is named."""
        parts = [weekdays_text(self.weekdays), *map(str, self.nth_weekdays)]
        return ",".join(filter(None, [*parts, "PH" * self.public_holidays]))

    def __str__(self) -> str:
        parts = (
            ",".join(map(str, self.periods)),
            "week " + ",".join(map(str, self.weeks)) if self.weeks else "",
            self.days_text(),
            ",".join(map(str, self.times)),
            "off" if self.closed else "",
            f'"{self.comment}"' if self.comment else "",
        )
        return " ".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class Hours:
    """What a place's ``horaires`` say. ``str()`` gives the canonical OSM writing.

    ``otherwise`` is the comment that holds outside all rules (``|| "sur rendez-vous"``).
    """

    rules: tuple[Rule, ...]
    otherwise: str = ""

    def __str__(self) -> str:
        text = ""
        for rule in self.rules:
            text += (", " if rule.additional else "; ") * bool(text) + str(rule)
        return f'{text} || "{self.otherwise}"' if self.otherwise else text
