"""``annuaire explain``: every rule, in one group, with what it wants and why."""

import pytest

from generator.checks.catalogue import RULES as RECORD_RULES
from generator.cli import main
from generator.cli.explain import RULES, groups
from generator.rules import Rule


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_every_rule_is_explained(rule: Rule, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", rule.name]) == 0
    told = capsys.readouterr().out.replace("\xa0", " ")
    assert told.startswith(f"{rule.name} : {rule.severity.value}, ")
    assert "\nCe qui passe" in told
    assert ("\nCe qui ne passe pas" in told) is bool(rule.fails)
    assert ("\nOn ne peut pas y déroger.\n" in told) is not (
        rule.may_be_waived and rule.name in RECORD_RULES
    )
    assert all(char == "\n" or char.isprintable() for char in told)


def test_every_rule_is_in_one_group() -> None:
    grouped = [rule.name for rules in groups().values() for rule in rules]
    assert sorted(grouped) == sorted(RULES)
    assert all(groups().values())


def test_the_list_names_every_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    told = capsys.readouterr().out
    assert [name for name in RULES if f"  {name} " not in told] == []


def test_a_name_pasted_from_a_message_is_understood(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "[lecture-utf8]"]) == 0
    assert "M<octet E9>diation" in capsys.readouterr().out
