"""The table of rules of reading: each example does what it says."""

from pathlib import Path

import pytest

from generator.problems import Problem
from generator.records.discover import discover
from generator.records.files import read_file
from generator.records.reader import read_record
from generator.records.rules import RULES, excerpt
from generator.rules import Example, Rule

TEXT_RULES = [rule for rule in RULES.values() if rule.example is Example.TEXT]
PATH_RULES = [rule for rule in RULES.values() if rule.example is Example.PATHS]


def name_of(rule: Rule) -> str:
    return rule.name


def read_text(example: str) -> tuple[Problem, ...]:
    return read_record(example.encode("utf-8", "surrogateescape"), "69/exemple.yaml").problems


def look_at_paths(example: str, root: Path) -> list[Problem]:
    """Make the files of an example under data/services/, then look for records and read them."""
    folder = root / "data" / "services"
    for line in example.splitlines():
        if line.startswith("#"):
            continue
        name, _, target = line.partition(" -> ")
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if target:
            file.symlink_to(target)
        else:
            file.write_text("nom: Médiation familiale\n", encoding="utf-8")
    files, problems = discover(folder, root)
    return problems + [problem for file in files for problem in read_file(file, root).problems]


@pytest.mark.parametrize("rule", TEXT_RULES, ids=name_of)
def test_the_passing_text_of_a_rule_has_no_problem(rule: Rule) -> None:
    assert read_text(rule.passes) == ()


@pytest.mark.parametrize("rule", TEXT_RULES, ids=name_of)
def test_the_failing_text_of_a_rule_breaks_that_rule_first(rule: Rule) -> None:
    first, *_ = read_text(rule.fails)
    assert (first.rule, first.severity) == (rule.name, rule.severity)


@pytest.mark.parametrize("rule", PATH_RULES, ids=name_of)
def test_the_passing_files_of_a_rule_have_no_problem(rule: Rule, tmp_path: Path) -> None:
    assert look_at_paths(rule.passes, tmp_path) == []


@pytest.mark.parametrize("rule", PATH_RULES, ids=name_of)
def test_the_failing_files_of_a_rule_break_that_rule_first(rule: Rule, tmp_path: Path) -> None:
    first, *_ = look_at_paths(rule.fails, tmp_path)
    assert (first.rule, first.severity) == (rule.name, rule.severity)


@pytest.mark.parametrize("rule", RULES.values(), ids=name_of)
def test_a_rule_says_what_it_wants_and_why_in_whole_sentences(rule: Rule) -> None:
    assert rule.title.endswith(".")
    assert rule.why[0].isupper()
    assert rule.why.rstrip("… ").endswith((".", "…")) or rule.why.endswith("…")


def test_a_long_example_is_cut_where_it_is_shown() -> None:
    shown = excerpt(RULES["lecture-taille"].fails)
    assert shown.splitlines()[-1] == "[…]"
    assert len(shown) < 500
    assert excerpt("nom: a\n") == "nom: a"
    assert excerpt("a" * 100).endswith(" […]")
