"""Problems in SARIF 2.1.0, which code hosts and editors read.

Source: « Static Analysis Results Interchange Format (SARIF) Version 2.1.0 », OASIS Standard,
27 March 2020.
"""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from generator import __version__
from generator.checks.catalogue import RULES
from generator.problems import Problem, Severity
from generator.rules import Rule
from generator.typography import no_break

_LEVELS = {Severity.ERREUR: "error", Severity.AVERTISSEMENT: "warning", Severity.CONSEIL: "note"}
_ROOT = "PROJECTROOT"
_INDEX = {name: index for index, name in enumerate(RULES)}


def to_sarif(problems: Sequence[Problem]) -> str:
    """One run with all rules of the project and one result a problem, in order.

    Paths are relative references to the project's root; columns count characters (section 3.14.17).
    """
    run = {
        "tool": {
            "driver": {
                "name": "annuaire",
                "semanticVersion": __version__,
                "language": "fr",
                "rules": [_rule(one) for one in RULES.values()],
            }
        },
        "language": "fr",
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "La racine du projet."}}},
        "results": [_result(one) for one in problems],
    }
    log = {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
        "sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.name,
        "shortDescription": {"text": no_break(rule.title)},
        "fullDescription": {"text": no_break(rule.why)},
        "help": {"text": no_break(f"{rule.title} {rule.why} (annuaire explain {rule.name})")},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(problem: Problem) -> dict[str, Any]:
    field = f"{problem.field} : " if problem.field else ""
    hint = f"\n→ {problem.hint}" if problem.hint else ""
    return {
        "ruleId": problem.rule,
        "ruleIndex": _INDEX[problem.rule],
        "level": _LEVELS[problem.severity],
        "message": {"text": no_break(f"{field}{problem.message}{hint}")},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {
                        "uri": quote(problem.path, errors="replace"),
                        "uriBaseId": _ROOT,
                    },
                    "region": {"startLine": problem.line, "startColumn": problem.column},
                }
            }
        ],
    }
