"""What a rule is: its stable name, how grave it is, what it wants and why.

The tables of rules stand beside what enforces them (``records/rules.py``, ``checks/``); this leaf
imports nothing of the project but ``problems``.
"""

from dataclasses import dataclass
from enum import StrEnum

from generator.problems import Severity


class Example(StrEnum):
    """What the examples of a rule show."""

    TEXT = "texte"
    """The text of a file. A byte that is not UTF-8 is a lone surrogate (PEP 383)."""
    PATHS = "chemins"
    """Files under data/services/, one a line; ``a -> b`` is a link, ``#`` a remark."""
    RECORDS = "fiches"
    """Several records; each begins with ``# `` and its path under data/services/."""
    REGISTER = "registre"
    """The text of data/identifiants.csv, beside the one record ``mediation-exemple-35``."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its stable name, how grave it is, what it wants and why, in French.

    ``waivable`` is for an error that a record may have a good reason to be in, because the rule
    leans on a reference table or a threshold that may be wrong. Warnings and advice may always be
    waived; other errors never.
    """

    name: str
    severity: Severity
    title: str
    why: str
    passes: str
    fails: str
    example: Example = Example.TEXT
    waivable: bool = False

    @property
    def may_be_waived(self) -> bool:
        """Whether ``derogations`` of a record may name this rule."""
        return self.waivable or self.severity is not Severity.ERREUR
