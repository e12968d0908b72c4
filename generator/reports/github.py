"""Problems as annotations of a pull request: GitHub's workflow commands.

Everything that comes from a record is escaped, so that no record can write a command of its own
(https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
"""

from collections.abc import Sequence

from generator.problems import Problem, Severity

_COMMANDS = {
    Severity.ERREUR: "error",
    Severity.AVERTISSEMENT: "warning",
    Severity.CONSEIL: "notice",
}
_NO_BREAK_SPACES = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
"""What French typography needs, and Python does not count among printable characters."""


def to_github(problems: Sequence[Problem]) -> str:
    """One command a line, in order."""
    return "".join(_annotation(one) for one in problems)


def _annotation(problem: Problem) -> str:
    field = f"{problem.field} : " if problem.field else ""
    hint = f" → {problem.hint}" if problem.hint else ""
    properties = ",".join(
        f"{name}={_property(value)}"
        for name, value in (
            ("file", problem.path),
            ("line", str(problem.line)),
            ("col", str(problem.column)),
            ("title", problem.rule),
        )
    )
    message = _data(f"{field}{problem.message}{hint}")
    return f"::{_COMMANDS[problem.severity]} {properties}::{message}\n"


def _data(text: str) -> str:
    printable = "".join(
        c if c.isprintable() or c in _NO_BREAK_SPACES else "\N{REPLACEMENT CHARACTER}" for c in text
    )
    return printable.replace("%", "%25").replace("##[", "## [")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
