"""Problems for people: one paragraph a problem, the file and place first, then the way out."""

from collections.abc import Sequence
from itertools import groupby

from generator.problems import Problem, Severity

_COLOURS = {
    Severity.ERREUR: "\x1b[1;31m",
    Severity.AVERTISSEMENT: "\x1b[1;33m",
    Severity.CONSEIL: "\x1b[1;36m",
}
_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def to_text(problems: Sequence[Problem], *, colour: bool = False) -> str:
    """The problems in order, grouped by file; ``colour`` for a terminal."""
    groups = groupby(problems, key=lambda one: one.path)
    return "\n".join(
        "".join(_paragraph(one, colour=colour) for one in group) for _, group in groups
    )


def _paragraph(problem: Problem, *, colour: bool) -> str:
    def painted(text: str, paint: str) -> str:
        return f"{paint}{text}{_PLAIN}" if colour else text

    where = painted(f"{problem.path}:{problem.line}:{problem.column}", _BOLD)
    what = painted(problem.severity.value, _COLOURS[problem.severity])
    field = f"{problem.field} : " if problem.field else ""
    rule = painted(f"[{problem.rule}]", _DIM)
    hint = f"    → {problem.hint}\n" if problem.hint else ""
    return f"{where}: {what} : {field}{problem.message} {rule}\n{hint}"


def summary(records: int, problems: Sequence[Problem]) -> str:
    """One line: how many records, how many problems of each kind."""
    counts = {kind: sum(one.severity is kind for one in problems) for kind in Severity}
    parts = [counted(count, kind.value) for kind, count in counts.items() if count]
    return f"{counted(records, 'fiche')} : {', '.join(parts) or 'rien à signaler'}."


def counted(count: int, noun: str) -> str:
    """``1 fiche``, ``2 fiches``."""
    return f"{count} {noun}{'s' if count > 1 else ''}"
