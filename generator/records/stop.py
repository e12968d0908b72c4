"""Where the parser stopped in a record, and how its lines are made."""

import re
from collections.abc import Sequence
from functools import cached_property

from generator.records.events import Fault

DASHES = r" *(?:- +)*"
"""What a line of a list begins with."""
_BEFORE_VALUE = re.compile(rf"{DASHES}(?:(?:[\w.-]+|\"[^\"]*\"|'[^']*') *:(?= |$) *)?")


class Stop:
    """Where the parser stopped, among the lines of the text; counted from 0."""

    def __init__(self, lines: Sequence[str], fault: Fault) -> None:
        self._lines = lines
        self.problem = fault.problem
        # The end of the text may be said to be the line after the last.
        self.row, self.column = fault.line, fault.column
        if self.row >= len(lines):
            self.row = len(lines) - 1
            self.column = len(lines[-1])
        self.begun_row = min(fault.begun_line, len(lines) - 1)
        self.begun_column = fault.begun_column
        self.line = self.text(self.row)
        self.begun = self.text(self.begun_row)
        self.opening = self.begun[self.begun_column : self.begun_column + 1]
        self.value_start = value_start(self.line)
        self.value_sign = self.line[self.value_start : self.value_start + 1]

    def text(self, row: int) -> str:
        """Return a line, empty when there is none."""
        return self._lines[row] if 0 <= row < len(self._lines) else ""

    @cached_property
    def row_above(self) -> int:
        """The nearest line above that holds something, or -1."""
        row = self.row - 1
        while row >= 0 and is_blank(self._lines[row]):
            row -= 1
        return row

    @cached_property
    def above(self) -> str:
        """The text of the nearest line above that holds something."""
        return self.text(self.row_above)


def is_blank(line: str) -> bool:
    """Whether a line holds nothing, or a comment alone."""
    return not line.strip() or line.lstrip().startswith("#")


def indent_of(line: str) -> int:
    """Return how many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def value_start(line: str) -> int:
    """Return where the value of ``line`` begins, after dashes and key."""
    found = _BEFORE_VALUE.match(line)
    return found.end() if found else 0
