"""How problems are told: to people, to programs, to code hosts. Pure functions of the problems."""

from collections.abc import Callable, Sequence

from generator.problems import Problem
from generator.reports.github import to_github
from generator.reports.json import to_json
from generator.reports.sarif import to_sarif
from generator.reports.text import to_text

FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": to_text,
    "json": to_json,
    "github": to_github,
    "sarif": to_sarif,
}
"""What ``--format`` chooses from."""

__all__ = ["FORMATS", "to_text"]
