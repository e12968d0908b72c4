"""A file is replaced as a whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from generator.formatting.files import (
    WritingError,
    create_file,
    format_file,
    replace_file,
)

UNTIDY = b"nom: A\r\ntype: x\r\n"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    file = tmp_path / "mediation-essai-69.yaml"
    file.write_bytes(UNTIDY)
    return file


def test_formatting_writes_nothing(record: Path) -> None:
    done = format_file(record, record.parent)
    assert done.is_changed
    assert done.after.endswith(b"\ntype: x\nnom: A\n")
    assert record.read_bytes() == UNTIDY


def test_a_mark_at_the_head_of_the_file_goes_away(record: Path) -> None:
    record.write_bytes(b"\xef\xbb\xbfnom: A\n")
    done = format_file(record, record.parent)
    assert done.problems == ()
    assert done.after.startswith(b"# yaml-language-server")


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"nom: A\nnom: B\n", "lecture-cle-repetee"),
        (b"nom: [\n", "lecture-syntaxe"),
        (b"nom: \xe9\n", "lecture-utf8"),
        (b"adresse: 12 rue des Lilas #5\n", "lecture-commentaire"),
    ],
)
def test_a_file_that_reads_badly_or_doubtfully_is_left_alone(
    record: Path, content: bytes, rule: str
) -> None:
    record.write_bytes(content)
    done = format_file(record, record.parent)
    assert rule in {one.rule for one in done.problems}
    assert not done.is_changed


def test_a_link_is_left_alone(record: Path) -> None:
    link = record.with_name("mediation-lien-69.yaml")
    link.symlink_to(record)
    assert [one.rule for one in format_file(link, record.parent).problems] == ["fichier-nature"]


def test_replacing_keeps_the_permissions_and_leaves_nothing_beside(record: Path) -> None:
    record.chmod(0o640)
    replace_file(record, UNTIDY, b"neuf\n")
    assert record.read_bytes() == b"neuf\n"
    assert stat.S_IMODE(record.stat().st_mode) == 0o640
    assert list(record.parent.iterdir()) == [record]


def test_what_somebody_else_has_just_written_is_not_lost(record: Path) -> None:
    record.write_bytes(b"autre\n")
    with pytest.raises(WritingError, match="a changé"):
        replace_file(record, UNTIDY, b"neuf\n")
    assert record.read_bytes() == b"autre\n"
    assert list(record.parent.iterdir()) == [record]


def test_when_the_disk_fails_the_file_is_as_it_was(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WritingError, match="le disque est plein"):
        replace_file(record, UNTIDY, b"neuf\n")
    assert record.read_bytes() == UNTIDY
    assert list(record.parent.iterdir()) == [record]


def test_a_new_file_is_made_with_its_folder(tmp_path: Path) -> None:
    file = tmp_path / "69" / "mediation-essai-69.yaml"
    create_file(file, b"neuf\n")
    assert file.read_bytes() == b"neuf\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o644
    assert list(file.parent.iterdir()) == [file]


def test_a_new_file_never_takes_the_place_of_another(record: Path) -> None:
    with pytest.raises(WritingError, match="existe déjà"):
        create_file(record, b"neuf\n")
    assert record.read_bytes() == UNTIDY
    assert list(record.parent.iterdir()) == [record]
