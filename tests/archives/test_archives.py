"""Dated snapshots: kept by the publisher, without what must be forgotten."""

import datetime
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.archives import (
    FILES,
    ArchiveError,
    archive_files,
    keep,
    read_snapshot,
    with_snapshot,
    without,
)
from generator.exports import make_release
from generator.territory import Territory
from tests.exports import awkward

DAY = datetime.date(2026, 11, 2)
EVERYTHING_KEPT: frozenset[str] = frozenset()


@pytest.fixture(scope="module")
def snapshot(project_root: Path) -> Mapping[str, bytes]:
    directory = awkward.directory(Territory.load(project_root))
    files = make_release(directory, awkward.SITE).files
    return {name: files[f"donnees/{name}"] for name in FILES}


def test_a_snapshot_that_has_nothing_to_forget_keeps_its_bytes(
    snapshot: Mapping[str, bytes],
) -> None:
    assert without(snapshot, frozenset({"inconnu"})) == snapshot


def test_what_is_forgotten_is_in_no_file(snapshot: Mapping[str, bytes]) -> None:
    left = without(snapshot, frozenset({"mediation-outre-mer"}))
    assert set(left) == set(FILES)
    for content in left.values():
        assert b"mediation-outre-mer" not in content
        assert b"rue de l'Essai" not in content
    document = json.loads(left["services.json"])
    assert document["total"] == len(document["services"]) == len(awkward.RECORDS) - 1


def test_snapshots_are_kept_by_date_and_published_with_their_checksums(
    snapshot: Mapping[str, bytes], tmp_path: Path
) -> None:
    archive = tmp_path / "cliches"
    keep(archive, with_snapshot(archive, snapshot, DAY, EVERYTHING_KEPT))
    later = without(snapshot, frozenset({"mediation-textes"}))
    both = with_snapshot(archive, later, DAY.replace(month=12), EVERYTHING_KEPT)
    keep(archive, both)
    assert sorted(one.name for one in archive.iterdir()) == ["2026-11-02", "2026-12-02"]
    assert read_snapshot(archive / "2026-11-02") == snapshot
    files = dict(archive_files(both))
    assert files["donnees/archives/2026-12-02/services.csv"] == later["services.csv"]
    assert files["donnees/archives/2026-11-02/SHA256SUMS"].count(b"\n") == len(FILES)
    listing = json.loads(files["donnees/archives/index.json"])
    assert [one["date"] for one in listing["archives"]] == ["2026-11-02", "2026-12-02"]


def test_what_is_erased_or_hidden_later_leaves_the_earlier_snapshots_on_the_disk_too(
    snapshot: Mapping[str, bytes], tmp_path: Path
) -> None:
    keep(tmp_path, with_snapshot(tmp_path, snapshot, DAY, EVERYTHING_KEPT))
    gone = frozenset({"mediation-outre-mer"})
    keep(tmp_path, with_snapshot(tmp_path, without(snapshot, gone), DAY.replace(day=3), gone))
    kept = b"".join(one.read_bytes() for one in tmp_path.rglob("*") if one.is_file())
    assert b"mediation-outre-mer" not in kept


def test_a_second_edition_of_one_date_takes_the_place_of_the_first(
    snapshot: Mapping[str, bytes], tmp_path: Path
) -> None:
    keep(tmp_path, with_snapshot(tmp_path, snapshot, DAY, EVERYTHING_KEPT))
    other = without(snapshot, frozenset({"mediation-textes"}))
    keep(tmp_path, with_snapshot(tmp_path, other, DAY, EVERYTHING_KEPT))
    assert read_snapshot(tmp_path / "2026-11-02") == other
    assert [one.name for one in tmp_path.iterdir()] == ["2026-11-02"]


def test_what_is_no_snapshot_is_left_alone_or_told(
    snapshot: Mapping[str, bytes], tmp_path: Path
) -> None:
    (tmp_path / "notes").mkdir()
    assert list(with_snapshot(tmp_path, snapshot, DAY, EVERYTHING_KEPT)) == ["2026-11-02"]
    (tmp_path / "2025-01-01").mkdir()
    with pytest.raises(ArchiveError, match=r"services\.csv manque"):
        with_snapshot(tmp_path, snapshot, DAY, EVERYTHING_KEPT)
    with pytest.raises(ArchiveError, match="aucune date"):
        with_snapshot(tmp_path, snapshot, None, EVERYTHING_KEPT)


def test_a_file_in_the_place_of_the_archive_is_told(
    snapshot: Mapping[str, bytes], tmp_path: Path
) -> None:
    file = tmp_path / "cliches"
    file.touch()
    with pytest.raises(ArchiveError, match="cliches n'est pas un dossier"):
        with_snapshot(file, snapshot, DAY, EVERYTHING_KEPT)
    with pytest.raises(ArchiveError, match=r"n'a pas été gardé .* : ce nom est déjà pris"):
        keep(file, {"2026-11-02": snapshot})


def test_a_link_is_not_followed(snapshot: Mapping[str, bytes], tmp_path: Path) -> None:
    keep(tmp_path, with_snapshot(tmp_path, snapshot, DAY, EVERYTHING_KEPT))
    (tmp_path / "2026-11-02" / "services.csv").unlink()
    (tmp_path / "2026-11-02" / "services.csv").symlink_to("/etc/passwd")
    with pytest.raises(ArchiveError, match="fichier ordinaire"):
        with_snapshot(tmp_path, snapshot, DAY.replace(day=3), EVERYTHING_KEPT)
