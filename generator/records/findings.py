"""Problems gathered while one file is read, a reasonable number of each kind."""

from collections import Counter
from dataclasses import replace

from generator.problems import Problem, in_order
from generator.records.rules import RULES

SHOWN_PER_RULE = 10
"""Nobody mends the same mistake from a list of thousands: the rest is counted in one line."""


class Findings:
    """The problems of one file. ``path`` is relative to the project's root."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._problems: list[Problem] = []
        self._seen: Counter[str] = Counter()

    def __contains__(self, rule: str) -> bool:
        """Whether ``rule`` has found something."""
        return rule in self._seen

    def add(
        self, rule: str, line: int, column: int, message: str, hint: str, field: str = ""
    ) -> None:
        """Note a problem of ``rule`` (a name in ``RULES``)."""
        self._seen[rule] += 1
        if self._seen[rule] <= SHOWN_PER_RULE:
            severity = RULES[rule].severity
            self._problems.append(
                Problem(self._path, line, column, rule, severity, field, message, hint)
            )

    def more(self, rule: str, count: int) -> None:
        """Note that ``rule`` found ``count`` problems more than those added."""
        if count:
            self._seen[rule] += count

    def forget(self, line: int, column: int) -> None:
        """Drop what was noted at a place where something more telling was found."""
        self._problems = [
            problem
            for problem in self._problems
            if (problem.line, problem.column) != (line, column)
        ]

    def in_order(self) -> tuple[Problem, ...]:
        """Return all problems in their one order; the last one shown of a rule says how many more."""
        problems = in_order(self._problems)
        last = {problem.rule: at for at, problem in enumerate(problems)}
        for rule, at in last.items():
            more = self._seen[rule] - SHOWN_PER_RULE
            if more > 0:
                shown = problems[at]
                others = "un autre" if more == 1 else f"{more} autres"
                hint = f"{shown.hint} Il y en a {others} du même genre plus loin."
                problems[at] = replace(shown, hint=hint)
        return tuple(problems)
