"""What people and programs read of problems."""

import json
import re
from dataclasses import replace

import pytest

from generator.problems import Severity
from generator.reports import FORMATS, to_text
from generator.reports.text import summary
from tests.reports.problems import ONE


def test_a_problem_has_its_place_its_kind_its_rule_and_the_way_out() -> None:
    assert to_text([ONE]).replace("\xa0", " ") == (
        "data/services/2A/mediation-été-2a.yaml:31:18: erreur : lieux[1].code_postal : "
        "« 69070 » n'est pas un code postal de Rennes [code-postal-et-commune]\n"
        "    → Codes possibles : 35000, 35200\n"
    )


def test_an_empty_line_parts_two_files_and_nothing_parts_two_problems_of_one() -> None:
    other = replace(ONE, path="data/services/35/mediation-a-35.yaml")
    blocks = to_text([ONE, replace(ONE, line=40), other]).split("\n\n")
    assert [block.count("erreur") for block in blocks] == [2, 1]


def test_colour_changes_no_word() -> None:
    assert re.sub(r"\x1b\[[0-9;]*m", "", to_text([ONE], colour=True)) == to_text([ONE])


@pytest.mark.parametrize(
    ("kinds", "told"),
    [
        ([], "2 fiches : rien à signaler."),
        (["erreur"], "2 fiches : 1 erreur."),
        (["erreur", "erreur", "conseil"], "2 fiches : 2 erreurs, 1 conseil."),
    ],
)
def test_the_summary_counts_each_kind(kinds: list[str], told: str) -> None:
    assert summary(2, [replace(ONE, severity=Severity(kind)) for kind in kinds]) == told


def test_json_names_everything_in_french() -> None:
    (one,) = json.loads(FORMATS["json"]([ONE]))["problemes"]
    assert one == {
        "chemin": ONE.path,
        "ligne": 31,
        "colonne": 18,
        "regle": "code-postal-et-commune",
        "gravite": "erreur",
        "champ": "lieux[1].code_postal",
        "message": ONE.message,
        "conseil": ONE.hint,
    }
