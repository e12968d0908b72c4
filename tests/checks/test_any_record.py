"""Whatever is done to a record, the check ends, raises nothing, and speaks plainly."""

import copy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.checks.examination import examine
from generator.problems import Problem, Severity, in_order
from generator.records.nodes import plain
from generator.records.reader import read_record
from tests.checks.invariants import check_problems
from tests.checks.mutations import at, record, trees, ways
from tests.checks.sample import FULL, PATH, changed, context, inspected


def data_of(text: str) -> dict[str, Any]:
    root = read_record(text.encode(), PATH).root
    assert root is not None
    data = plain(root)
    assert isinstance(data, dict)
    return data


VALID = data_of(FULL)
WAYS = list(ways(VALID))
LEAVES = [way for way in WAYS if isinstance(at(VALID, way), str)]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a record is written over and over."""
    path: Path = tmp_path_factory.mktemp("any") / PATH
    path.parent.mkdir()
    return path


def problems_of(text: str, file: Path) -> tuple[Problem, ...]:
    file.write_text(text, encoding="utf-8")
    problems = examine(file, file.parent.parent, context()).problems
    # Waived by the full record, for what no test is about.
    return tuple(in_order(one for one in problems if one.rule != "capitales"))


def test_the_full_record_has_no_problem_and_uses_its_waiver(tmp_path: Path) -> None:
    assert inspected(tmp_path, {PATH: FULL}).problems == ()


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_anything_put_anywhere_is_told_in_french(file: Path, data: st.DataObject) -> None:
    """Drop, replace or double any part of a record, several times over."""
    mutant = copy.deepcopy(VALID)
    for _ in range(data.draw(st.integers(1, 4))):
        way = data.draw(st.sampled_from(list(ways(mutant)) or [("nom",)]))
        holder, step = at(mutant, way[:-1]), way[-1]
        action = data.draw(st.sampled_from(["drop", "replace", "double", "add"]))
        if action == "replace":
            holder[step] = data.draw(trees)
        elif action == "double" and isinstance(holder, list):
            holder.append(copy.deepcopy(holder[step]))
        elif action == "add" and isinstance(holder, dict):
            holder[data.draw(st.sampled_from(["inconnu", "id", "nom", "siret", "fin"]))] = (
                data.draw(trees)
            )
        else:
            del holder[step]
    text = record(mutant)
    check_problems(problems_of(text, file), text)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tree=st.dictionaries(st.sampled_from(list(VALID)), trees))
def test_a_record_made_of_nothing_right_is_told_in_french(file: Path, tree: dict[str, Any]) -> None:
    text = record(tree)
    check_problems(problems_of(text, file), text)


@pytest.mark.parametrize("way", LEAVES, ids=lambda way: ".".join(map(str, way)))
def test_one_wrong_value_gives_errors_at_that_place_only(
    way: tuple[str | int, ...], file: Path
) -> None:
    """Nothing is said, elsewhere, that follows only from a value that could not be read."""
    mutant = copy.deepcopy(VALID)
    at(mutant, way[:-1])[way[-1]] = {"champ": "inattendu"}
    text = record(mutant)
    found = problems_of(text, file)
    check_problems(found, text)
    errors = [one for one in found if one.severity is Severity.ERREUR]
    field = "".join(f"[{s + 1}]" if isinstance(s, int) else f".{s}" for s in way).lstrip(".")
    assert errors
    assert {one.field for one in found} == {field}


@pytest.mark.parametrize("way", WAYS, ids=lambda way: ".".join(map(str, way)))
def test_an_emptied_place_is_told_once(way: tuple[str | int, ...], file: Path) -> None:
    mutant = copy.deepcopy(VALID)
    at(mutant, way[:-1])[way[-1]] = None
    text = record(mutant)
    found = problems_of(text, file)
    check_problems(found, text)
    assert [one.rule for one in found] == ["champ-vide"]


def test_all_problems_come_in_one_run(tmp_path: Path) -> None:
    """Of the file, of a field, across fields and across records: all at once."""
    wrong = changed(
        "nom: Médiation <b>\ntarif:\n  prix: dix\nverification:\n  statut: confirme\n"
        "  le: '2062-01-01'\nremplace_par: mediation-nulle-35\nlieux:\n  - role: siege\n"
        "    commune: Nantes\n    code_insee: '44109'\n    code_postal: '35000' #x\n"
        "resume: &a Un médiateur.\n"
    )
    found = {one.rule for one in inspected(tmp_path, {PATH: wrong}).problems}
    assert found == {
        "champ-inconnu",
        "code-postal-et-commune",
        "date-a-venir",
        "dossier-du-departement",
        "fermeture-datee",
        "html",
        "lecture-ancre",
    }
