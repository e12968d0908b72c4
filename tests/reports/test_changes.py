"""What changed, as people and programs read it: byte for byte, and safe whatever is in it.

After a meant change, ``UPDATE_GOLDEN=1 pytest tests/reports/test_changes.py`` writes them again.
"""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.changes import compare
from generator.characters import FORBIDDEN
from generator.reports.changes import CHANGE_FORMATS
from tests.changes.editions import AFTER, BEFORE, SECRET, edition, service

GOLDEN = Path(__file__).parent / "golden"
FOUND = compare(BEFORE, AFTER)
FILES = {"text": "changes.txt", "markdown": "changes.md", "json": "changes.json"}


@pytest.mark.parametrize("form", CHANGE_FORMATS)
def test_each_form_is_what_it_was(form: str) -> None:
    golden = GOLDEN / FILES[form]
    found = CHANGE_FORMATS[form](FOUND)
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(found, "utf-8")
    assert found == golden.read_text("utf-8")


@pytest.mark.parametrize("form", CHANGE_FORMATS)
def test_no_form_tells_a_protected_address(form: str) -> None:
    assert SECRET not in CHANGE_FORMATS[form](FOUND)


def test_programs_read_the_values_whole() -> None:
    document = json.loads(CHANGE_FORMATS["json"](FOUND))
    (change,) = [
        one
        for one in document["changements"]
        if one["id"] == "change" and one["type"] == "modification"
    ]
    fields = {one["champ"]: one["apres"] for one in change["champs"]}
    assert fields["description"] == AFTER.services["change"]["description"]
    assert document["total"] == len(document["changements"])


@given(st.text(st.characters(), max_size=200))
def test_a_terminal_is_sent_no_command(text: str) -> None:
    found = compare(edition(service("a")), edition(service("a", description=text, nom=text)))
    assert FORBIDDEN.search(CHANGE_FORMATS["text"](found)) is None


@given(st.text(st.sampled_from("`*_[]()<>!#@|\\ \n&-=~ab/:."), max_size=60))
def test_in_a_pull_request_a_value_is_never_markup(text: str) -> None:
    """Read by another program: of a hostile name and value nothing comes out but code."""
    found = compare(edition(), edition(service("a", nom=text)))
    found_too = compare(edition(service("a")), edition(service("a", description=text)))
    for report in (found, found_too):
        markdown = CHANGE_FORMATS["markdown"](report)
        inline = [one for one in MarkdownIt().parse(markdown) if one.type == "inline"]
        kinds = {child.type for one in inline for child in one.children or ()}
        assert kinds <= {"text", "code_inline", "softbreak"}
