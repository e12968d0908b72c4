"""What holds of the problems of any record, whatever is wrong with it.

Needs nothing but the program: the fuzzer has no test library.
"""

import re

from generator.characters import FORBIDDEN
from generator.checks.catalogue import RULES
from generator.problems import Problem, in_order

# Words of Python, of JSON Schema, of pydantic and of plain English: no partner should meet one.
_FOREIGN = re.compile(
    r"\b(?:None|True|False|dict|str|int|float|bool|tuple|NoneType|enum|value|values|field|fields|"
    r"input|string|integer|number|object|array|boolean|null|required|missing|extra|forbidden|"
    r"invalid|should|must|expected|got|type_error|value_error|error|warning|schema|pydantic|"
    r"Traceback|Error|Exception|line|column|the|is|not|of|and)\b"
)
# A value may hold quotation marks of its own.
_QUOTED = re.compile("«\N{NO-BREAK SPACE}.*?\N{NO-BREAK SPACE}»")


def check_problems(problems: tuple[Problem, ...], text: str) -> None:
    """Assert all that holds of the problems of one record, whatever is wrong with it.

    ``text`` is empty when the file could not be decoded.
    """
    lines = text.split("\n")
    assert list(problems) == in_order(problems)
    for one in problems:
        assert one.severity is RULES[one.rule].severity
        assert one.rule != "regle-en-panne", one
        if text:
            assert 1 <= one.line <= len(lines), one
            assert 1 <= one.column <= len(lines[one.line - 1]) + 1, one
        for said in (one.message, one.hint):
            assert said, one
            assert said == said.strip(), one
            assert not FORBIDDEN.search(said.replace("\ufffd", "")), one
            assert "\n" not in said, one
            assert not said.endswith((":", ",", ";")), one
            assert not _FOREIGN.search(_QUOTED.sub("«»", said)), one
        assert one.message[-1] != ".", one
        assert one.hint[-1] in ".?!…", one
        assert len(one.message) < 400, one
        assert "\n" not in one.field
