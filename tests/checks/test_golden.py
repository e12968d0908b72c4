"""Records and what is said of them, word for word: what a partner will read.

Each folder of ``tests/fixtures/records`` is a test: a record (``fiche.yaml``, or several under
their département) and ``messages.txt``. After a change of wording, ``UPDATE_GOLDEN=1 pytest
tests/checks/test_golden.py`` writes the messages again; read the difference aloud before keeping it.
"""

import os
from pathlib import Path

import pytest

from generator.checks.catalogue import RULES
from generator.problems import Problem
from generator.rules import Example
from generator.typography import no_break
from tests.checks.sample import PATH, ROOT, inspected, listing

FIXTURES = ROOT / "tests" / "fixtures" / "records"
FOLDERS = sorted(path for path in FIXTURES.iterdir() if path.is_dir())
WITHOUT_PAIR = (
    {
        "regle-en-panne": "broken by the program, not by a record: test_crash.py",
        "lecture-taille": "64 KiB of nothing: tests/records/test_rules.py",
        "lecture-nombre": "five thousand items: tests/records/test_rules.py",
        "lecture-longueur": "ten thousand characters: tests/records/test_rules.py",
    }
    | {
        rule.name: "about the file's place, not its text: tests/records/test_rules.py"
        for rule in RULES.values()
        if rule.example is Example.PATHS
    }
    | {
        rule.name: "about the register, not a record: test_permanence.py"
        for rule in RULES.values()
        if rule.example is Example.REGISTER
    }
)


def messages(folder: Path, tmp_path: Path) -> tuple[Problem, ...]:
    """What is found in the records of ``folder``."""
    files = {}
    for file in sorted(folder.rglob("*.yaml")):
        inside = file.relative_to(folder).as_posix()
        path = inside if "/" in inside else PATH
        files[path] = file.read_bytes().decode("utf-8", "surrogateescape")
    return inspected(tmp_path, files, fictional=folder.name != "fiction").problems


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_record_gives_exactly_its_messages(folder: Path, tmp_path: Path) -> None:
    found = messages(folder, tmp_path)
    expected = folder / "messages.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        expected.write_text(listing(found), encoding="utf-8")
    assert listing(found) == expected.read_text("utf-8")


@pytest.mark.parametrize(
    "folder", [one for one in FOLDERS if one.name in RULES], ids=lambda folder: folder.name
)
def test_the_pair_of_a_rule_shows_that_rule(folder: Path) -> None:
    assert f"[{folder.name}]" in (folder / "messages.txt").read_text("utf-8")


def test_every_rule_has_a_pair_or_a_reason_to_have_none() -> None:
    assert set(RULES) == {one.name for one in FOLDERS if one.name in RULES} | set(WITHOUT_PAIR)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_guillemets_and_double_signs_hold_to_their_words(folder: Path, tmp_path: Path) -> None:
    for one in messages(folder, tmp_path):
        assert no_break(one.message) == one.message
        assert no_break(one.hint) == one.hint
