"""The SARIF report says what the standard asks for, and nothing it does not know."""

import json
from typing import Any
from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from generator.checks.catalogue import RULES
from generator.problems import Problem
from generator.reports.sarif import to_sarif
from tests.reports.problems import ONE, PROBLEMS

# What OASIS's schema for 2.1.0 allows of the objects that are written here: all of theirs refuse
# other properties.
ALLOWED = {
    "log": {"$schema", "version", "runs", "inlineExternalProperties", "properties"},
    "run": {"tool", "language", "columnKind", "originalUriBaseIds", "results"},
    "driver": {"name", "semanticVersion", "language", "rules"},
    "rule": {"id", "shortDescription", "fullDescription", "help", "defaultConfiguration"},
    "result": {"ruleId", "ruleIndex", "level", "message", "locations"},
}


def run_of(problems: list[Problem]) -> dict[str, Any]:
    log = json.loads(to_sarif(problems))
    assert set(log) <= ALLOWED["log"]
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert set(run) <= ALLOWED["run"]
    return dict(run)


def test_the_rules_are_those_of_the_project() -> None:
    driver = run_of([])["tool"]["driver"]
    assert set(driver) <= ALLOWED["driver"]
    assert [rule["id"] for rule in driver["rules"]] == list(RULES)
    for rule in driver["rules"]:
        assert set(rule) <= ALLOWED["rule"]
        assert rule["shortDescription"]["text"]
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")


def test_a_result() -> None:
    (result,) = run_of([ONE])["results"]
    assert set(result) <= ALLOWED["result"]
    assert result["ruleId"] == "code-postal-et-commune"
    assert result["level"] == "error"
    assert result["message"]["text"].startswith("lieux[1].code_postal\u00a0: «\u00a069070\u00a0»")
    assert result["message"]["text"].endswith("\n→ Codes possibles\u00a0: 35000, 35200")
    (location,) = result["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {
            "uri": "data/services/2A/mediation-%C3%A9t%C3%A9-2a.yaml",
            "uriBaseId": "PROJECTROOT",
        },
        "region": {"startLine": 31, "startColumn": 18},
    }


def printable(path: str) -> str:
    """The path without half characters, which no encoding can write."""
    return path.encode("utf-8", "replace").decode()


@given(st.lists(PROBLEMS, max_size=4))
def test_every_problem_is_a_result_in_the_same_order(problems: list[Problem]) -> None:
    run = run_of(problems)
    rules = run["tool"]["driver"]["rules"]
    assert len(run["results"]) == len(problems)
    for result, problem in zip(run["results"], problems, strict=True):
        place = result["locations"][0]["physicalLocation"]
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == problem.rule
        assert place["artifactLocation"]["uri"].isascii()
        assert unquote(place["artifactLocation"]["uri"]) == printable(problem.path)
        assert place["region"] == {"startLine": problem.line, "startColumn": problem.column}
