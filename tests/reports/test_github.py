"""A record can say nothing to the runner of a workflow: each problem is one line, of our own."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from generator.problems import Problem
from generator.reports.github import to_github
from tests.reports.problems import ONE, PROBLEMS

LINE = re.compile(
    r"::(error|warning|notice) file=([^:,]*),line=\d+,col=\d+,title=[a-z0-9-]+::(.*)", re.DOTALL
)


def test_an_annotation() -> None:
    assert to_github([ONE]) == (
        "::error file=data/services/2A/mediation-été-2a.yaml,line=31,col=18,"
        "title=code-postal-et-commune::lieux[1].code_postal : «\u00a069070\u00a0» n'est pas un code "
        "postal de Rennes → Codes possibles\u00a0: 35000, 35200\n"
    )


def decoded(text: str, codes: dict[str, str]) -> str:
    """What the runner makes of a value (actions/toolkit, command.ts)."""
    for code, character in codes.items():
        text = text.replace(code, character)
    return text


@given(st.lists(PROBLEMS, max_size=4))
@example([])
def test_whatever_a_record_holds_there_is_one_command_a_problem(problems: list[Problem]) -> None:
    written = to_github(problems)
    lines = written.splitlines()
    assert len(lines) == len(problems)
    assert written.count("\n") == len(problems)
    assert "##[" not in written
    for line in lines:
        found = LINE.fullmatch(line)
        assert found
        shown = decoded(found[3], {"%0D": "\r", "%0A": "\n", "%25": "%"})
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ud800-\udfff]", shown)
