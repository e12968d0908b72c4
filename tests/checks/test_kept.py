"""What records were found to say is kept for the next run, and never decides what it says."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator.checks import kept
from generator.checks.examination import Examined, digest_of, examine
from generator.checks.kept import DAMAGED, EXAMINED, NOT_KEPT, Kept
from generator.checks.run import Inspection, inspect
from generator.model.service import Service
from generator.project import cache_folder
from tests.checks.sample import MEDIATION, RENCONTRE, changed, context

FILES = {
    "35/espace-rencontre-exemple-35.yaml": RENCONTRE,
    "35/mediation-exemple-35.yaml": MEDIATION,
    "35/mediation-fausse-35.yaml": changed("nom: Médiation fausse\nstatut: ouverte\n"),
    "35/mediation-lasse-35.yaml": changed(
        "nom: Médiation lasse\n"
        "contact: {courriel: camille.martin@exemple.example}\nderogations:\n  - regle: courriel-personnel\n    raison: Exemple.\n"
    ),
    "35/mediation-vide-35.yaml": "",
}


@pytest.fixture(autouse=True)
def few_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "FEWEST_FILES", 2)


@pytest.fixture
def services(tmp_path: Path) -> Path:
    for path, text in FILES.items():
        file = tmp_path / "data" / "services" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "data" / "services"


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def cache(tmp_path: Path, told: list[str]) -> Kept:
    return Kept(tmp_path / "cache" / "fiches.json", "header", told.append)


@pytest.fixture
def examined_again(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The names of the files that were examined, in order."""
    names: list[str] = []

    def noted(file: Path, *rest: object) -> Examined:
        names.append(file.name)
        return examine(file, *rest)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr("generator.checks.run.examine", noted)
    return names


def run(services: Path, cache: Kept) -> Inspection:
    """A run that recalls the last one, and keeps what it found."""
    root = services.parent.parent
    results = cache.recall()
    found = inspect(
        services, root, context(), known=lambda file: results.get(digest_of(file, root))
    )
    cache.keep(found.examined, results)
    return found


def clean(services: Path) -> Inspection:
    return inspect(services, services.parent.parent, context())


def test_the_second_run_examines_nothing_and_finds_the_same(
    services: Path, cache: Kept, told: list[str], examined_again: list[str]
) -> None:
    first = run(services, cache)
    assert len(examined_again) == len(FILES)
    examined_again.clear()
    assert run(services, cache) == first == clean(services)
    assert len(examined_again) == len(FILES)  # by ``clean`` alone
    assert told == []
    assert first.errors


@pytest.mark.parametrize(
    ("change", "again"),
    [
        (lambda at: (at / "35/mediation-exemple-35.yaml").write_text("x"), 1),
        (lambda at: (at / "35/mediation-vide-35.yaml").unlink(), 0),
        (
            lambda at: (at / "35/mediation-vide-35.yaml").rename(at / "35/mediation-neuve-35.yaml"),
            1,
        ),
        (lambda at: (at / "35/mediation-autre-35.yaml").write_text(MEDIATION), 1),
    ],
    ids=["changed", "removed", "renamed", "added"],
)
def test_only_what_changed_is_examined_again(
    services: Path, cache: Kept, examined_again: list[str], change: object, again: int
) -> None:
    run(services, cache)
    assert callable(change)
    change(services)
    examined_again.clear()
    found = run(services, cache)
    assert len(examined_again) == again
    assert found == clean(services)


@pytest.mark.parametrize(
    "damage",
    [
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(file.read_bytes()[:-1]),
        lambda file: file.write_bytes(file.read_bytes().replace(b"ouvert", b"ferme ")),
        lambda file: file.write_bytes(os.urandom(1000)),
        lambda file: (file.unlink(), file.mkdir()),
    ],
    ids=["empty", "cut short", "changed", "noise", "a folder"],
)
def test_what_is_damaged_is_told_in_one_line_and_not_believed(
    services: Path, cache: Kept, told: list[str], damage: object
) -> None:
    run(services, cache)
    assert callable(damage)
    damage(cache.file)
    assert run(services, cache) == clean(services)
    assert told[0] == DAMAGED
    assert all("\n" not in line for line in told)


def test_another_day_another_program_and_nothing_is_recalled(services: Path, cache: Kept) -> None:
    run(services, cache)
    assert cache.recall()
    assert replace(cache, header="another").recall() == {}


def test_a_folder_that_cannot_be_made_is_told_and_stops_nothing(
    services: Path, cache: Kept, told: list[str]
) -> None:
    cache.file.parent.write_text("not a folder")
    assert run(services, cache) == clean(services)
    assert told[-1].startswith(NOT_KEPT)


def test_a_relative_cache_folder_is_not_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    assert cache_folder().is_absolute()


def test_a_name_that_is_not_utf_8_does_not_stop_the_keeping(services: Path, cache: Kept) -> None:
    strange = os.path.join(os.fsencode(services), b"35", b"mediation-\xff-35.yaml")  # noqa: PTH118 (bytes)
    with open(strange, "w") as file:  # noqa: PTH123 (bytes)
        file.write(MEDIATION)
    assert run(services, cache) == run(services, cache) == clean(services)


def test_every_real_record_comes_back_from_json_as_it_was(project_root: Path) -> None:
    found = clean(project_root / "data" / "services")
    assert EXAMINED.validate_json(EXAMINED.dump_json(list(found.examined))) == list(found.examined)
    for service in found.services:
        assert Service.model_validate_json(service.model_dump_json()) == service
