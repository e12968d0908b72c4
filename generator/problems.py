"""What a check finds: where, which rule, what was found, how to mend it.

A check yields problems; it never prints, logs, raises or exits. The border (command line, Pelican
plugin, tests) decides what to do with them. This module imports nothing of the project.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How grave a problem is; the values are the words shown to partners."""

    ERREUR = "erreur"
    """Stops the build."""
    AVERTISSEMENT = "avertissement"
    """Shown, stops nothing."""
    CONSEIL = "conseil"
    """Shown on demand."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding. ``line`` and ``column`` count from 1, columns in characters of the file.

    ``path`` is relative to the project's root, with ``/``. ``field`` is the dotted name of the
    field, as a partner would say it (``lieux[2].code_postal``, places counted from 1), or empty
    when the whole file is meant. ``message`` says what was found and ``hint`` how to mend it, both
    in French without a final line break.
    """

    path: str
    line: int
    column: int
    rule: str
    severity: Severity
    field: str
    message: str
    hint: str = ""

    def sort_key(self) -> tuple[str, int, int, str, str, str]:
        """The order in which problems are always shown: by file, place in it, rule."""
        return (self.path, self.line, self.column, self.rule, self.field, self.message)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems in their one order, without exact repetitions."""
    return sorted(set(problems), key=Problem.sort_key)
