"""Exporting then importing our own CSV, JSON and XLSX gives back the same records."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.synthetic import records as synthetic_records
from generator.checks.validation import validate
from generator.directory import Directory
from generator.edition import load_directory
from generator.exports import make_release
from generator.exports.catalogue import CATALOGUE
from generator.exports.values import as_cell
from generator.importing.columns import split_items
from generator.importing.formats import Source, read_sources
from generator.model.service import Service
from generator.model.vocabulary import Precision
from generator.project import Project
from generator.records.nodes import plain
from generator.records.reader import read_record
from generator.territory import Territory
from tests.exports import awkward
from tests.valid_records import records

SITE = "https://annuaire.example"
GIVEN = (("services.csv", "lieux.csv"), ("services.json",), ("annuaire.xlsx",))
"""The files that hold all there is to know, each group alone."""


def exported(directory: Directory, groups: Sequence[tuple[str, ...]] = GIVEN) -> dict[str, bytes]:
    names = {name for group in groups for name in group}
    ones = tuple(one for one in CATALOGUE if one.path in {f"donnees/{name}" for name in names})
    files = make_release(directory, SITE, ones).files
    return {name: files[f"donnees/{name}"] for name in sorted(names)}


def imported(
    files: dict[str, bytes], names: tuple[str, ...], territory: Territory
) -> list[Service]:
    """The services of the files; nothing about them is unusual, none is refused."""
    reading = read_sources([Source(name, files[name]) for name in names], "", None, territory, ())
    assert reading.remarks == []
    services = []
    for draft in reading.drafts:
        assert draft.is_whole
        validated = validate(draft.data, draft.identifier, draft.departement)
        assert validated.faults == ()
        services.append(validated.service)
    return services


def comparable(service: Service, territory: Territory) -> Service:
    """Without what exports leave out (waivers), or give for want of better.

    A place of a commune needs no département; a position said without its precision is published as
    the commune's, and a place without a position is given that of its commune.
    """
    places = []
    for lieu in service.lieux:
        commune = territory.commune(lieu.code_insee or "")
        update: dict[str, Any] = {}
        if commune:
            update["departement"] = None
        if lieu.is_hidden or lieu.latitude is None or lieu.longitude is None:
            update |= {"latitude": None, "longitude": None, "precision": None}
        else:
            update["precision"] = lieu.precision or Precision.COMMUNE
        places.append(lieu.model_copy(update=update))
    return service.model_copy(update={"lieux": tuple(places), "derogations": ()})


def assert_given_back(directory: Directory, groups: Sequence[tuple[str, ...]] = GIVEN) -> None:
    territory = directory.territory
    expected = [comparable(one, territory) for one in directory.services]
    files = exported(directory, groups)
    for names in groups:
        found = imported(files, names, territory)
        assert [comparable(one, territory) for one in found] == expected
        # What was given back is published as it was, to the byte.
        assert exported(Directory(found, territory, directory.today), groups) == files


def test_all_real_records_are_given_back(project_root: Path) -> None:
    directory = load_directory(Project.find(project_root))
    assert len(directory.services) >= 100
    files = exported(directory)
    for names in GIVEN:
        found = {one.id: one for one in imported(files, names, directory.territory)}
        for service in directory.services:
            assert found[service.id] == service.model_copy(update={"derogations": ()})


def test_awkward_records_are_given_back(territory: Territory) -> None:
    assert_given_back(awkward.directory(territory))


def test_two_thousand_synthetic_records_are_given_back(territory: Territory) -> None:
    services = []
    for path, text in synthetic_records(territory, 2000):
        root = read_record(text.encode(), path).root
        assert root is not None
        departement, _, name = path.partition("/")
        services.append(validate(plain(root), name.removesuffix(".yaml"), departement).service)
    assert_given_back(Directory(services, territory, awkward.TODAY), GIVEN[:2])


@settings(max_examples=60)
@given(st.lists(records(), min_size=1, max_size=20))
def test_any_records_are_given_back(territory: Territory, several: list[dict[str, Any]]) -> None:
    """Twelve hundred more, with every field the model has, in any combination."""
    services = [validate(one, f"fiche-{rank}", "35").service for rank, one in enumerate(several)]
    assert_given_back(Directory(services, territory, awkward.TODAY))


ITEMS = st.lists(
    st.text(min_size=1) | st.text(st.sampled_from('a|\\\n,;" '), min_size=1), min_size=1
)


@settings(max_examples=2000)
@given(ITEMS)
def test_a_list_joined_in_a_cell_is_split_as_it_was(items: list[str]) -> None:
    assert split_items(as_cell(tuple(items))) == items


@given(st.text(st.sampled_from("a|\\b"), max_size=12))
def test_any_cell_is_split(cell: str) -> None:
    """A cell that we did not write gives something, and always the same."""
    assert "".join(split_items(cell)).replace("\\", "") == cell.replace("\\", "").replace(
        "|", ""
    ) or ("\\|" in cell)


@pytest.mark.parametrize(
    ("cell", "items"),
    [("", []), ("a|b", ["a", "b"]), ("a||b", ["a", "", "b"]), ("a|", ["a", ""]),
     (r"a\|b|c", ["a|b", "c"]), (r"a\\|b", ["a\\", "b"]), ("a\\", ["a\\"])],
)  # fmt: skip
def test_items(cell: str, items: list[str]) -> None:
    assert split_items(cell) == items
