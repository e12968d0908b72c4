"""Each rule of a field, across fields or across records does what its examples say."""

import re
from pathlib import Path

import pytest

from generator.checks.catalogue import RULES
from generator.checks.field_rules import FIELD_RULES
from generator.records.rules import RULES as READING_RULES
from generator.rules import Example, Rule
from tests.checks.sample import MEDIATION, PATH, ROOT, VALID, changed, inspected, several

CRASH = "regle-en-panne"
"""Followed or broken by the program, not by a record: see test_crash.py."""
_REFUSED = re.compile(r'Refused\(\s*"([a-z-]+)"')
_NAME = re.compile(r'"([a-z]+(?:-[a-z]+)*)"')
OWN = [rule for rule in RULES.values() if rule.name not in {*READING_RULES, CRASH}]


def name_of(rule: Rule) -> str:
    return rule.name


def files_of(example: str, rule: Rule) -> dict[str, str]:
    if rule.example is Example.REGISTER:
        return {PATH: MEDIATION, "../identifiants.csv": example}
    return several(example) if rule.example is Example.RECORDS else {PATH: changed(example)}


@pytest.mark.parametrize("text", VALID.values(), ids=VALID)
def test_the_valid_records_have_no_problem_at_all(text: str, tmp_path: Path) -> None:
    assert inspected(tmp_path, {PATH: text}).problems == ()


@pytest.mark.parametrize("rule", OWN, ids=name_of)
def test_the_passing_example_makes_a_record_without_any_problem(rule: Rule, tmp_path: Path) -> None:
    fictional = rule.name != "fiction"
    found = inspected(tmp_path, files_of(rule.passes, rule), fictional=fictional)
    mine = [one for one in found.problems if fictional or one.field == "contact.site_web"]
    assert mine == []


@pytest.mark.parametrize("rule", OWN, ids=name_of)
def test_the_failing_example_breaks_that_rule_and_no_other(rule: Rule, tmp_path: Path) -> None:
    """So every rule has a valid record, mutated, that only this rule catches."""
    found = inspected(tmp_path, files_of(rule.fails, rule), fictional=rule.name != "fiction")
    assert {one.rule for one in found.problems} == {rule.name}
    assert {one.severity for one in found.problems} == {rule.severity}


@pytest.mark.parametrize("rule", RULES.values(), ids=name_of)
def test_a_rule_says_what_it_wants_and_why_in_whole_sentences(rule: Rule) -> None:
    assert rule.title.endswith((".", "…"))
    assert rule.title[0].isupper() or rule.title[0] == "«"
    assert rule.why.endswith((".", "…", ". »"))


def test_no_two_rules_have_one_name() -> None:
    assert all(name == rule.name for name, rule in RULES.items())
    assert len(OWN) + len(READING_RULES) + 1 == len(RULES)


def test_the_table_of_field_rules_is_that_of_the_values() -> None:
    """Each name a value type refuses by has its explanation, and no other has one."""
    sources = [path.read_text("utf-8") for path in (ROOT / "generator" / "model").rglob("*.py")]
    refused = {name for text in sources for name in _REFUSED.findall(text)}
    written = {name for text in sources for name in _NAME.findall(text)}
    said_by_faults = {"champ-inconnu", "champ-obligatoire", "champ-vide", "valeur-inconnue", CRASH}
    assert refused <= RULES.keys()
    assert {rule.name for rule in FIELD_RULES} - said_by_faults <= written
