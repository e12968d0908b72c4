"""What can be wrong in a text or in its data files, and how it is said."""

from collections.abc import Iterable
from difflib import get_close_matches

from generator.editorial.rules import RULES
from generator.errors import AnnuaireError
from generator.problems import Problem, Severity
from generator.typography import no_break


class NotFound(Exception):
    """An id that leads nowhere: ``message`` says which, ``hint`` how to get out, in French."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class EditorialError(AnnuaireError):
    """The texts cannot be used as they are; ``problems`` says what is wrong, and where."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        first = self.problems[0]
        more = f" (et {len(self.problems) - 1} de plus)" if len(self.problems) > 1 else ""
        super().__init__(
            no_break(f"{first.path}:{first.line}: {first.message}. {first.hint}{more}")
        )


def problem(  # noqa: PLR0913 - the parts of a message, each with its name
    path: str,
    line: int,
    rule: str,
    message: str,
    hint: str,
    *,
    severity: Severity | None = None,
    column: int = 1,
    field: str = "",
) -> Problem:
    """A ``Problem`` of a text or of its data, with the spaces of French typography.

    ``rule`` is the name of one of ``RULES`` without ``texte-``; its severity holds unless another
    is given.
    """
    known = RULES[f"texte-{rule}"]
    return Problem(
        path,
        line,
        column,
        known.name,
        severity or known.severity,
        field,
        no_break(message),
        no_break(hint),
    )


def suggestion(wrong: str, known: Iterable[str], otherwise: str) -> str:
    """``Vouliez-vous dire « … » ?`` when something known looks like ``wrong``; else ``otherwise``."""
    close = get_close_matches(wrong, list(known), n=1, cutoff=0.6)
    return f"Vouliez-vous dire « {close[0]} » ?" if close else otherwise
