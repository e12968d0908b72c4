"""The register of identifiers: read whatever is in it, written in one form."""

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.register import (
    COLUMNS,
    FILE,
    Erasure,
    Raison,
    UnreadableRegisterError,
    load_register,
    parse_register,
    read_register,
)

HEADER = ",".join(COLUMNS) + "\n"
TOMB = Erasure("aaa", datetime.date(2026, 10, 1), Raison.DEMANDE)


def test_a_line_is_an_identifier_or_a_tombstone() -> None:
    register = parse_register(HEADER + "aaa,2026-10-01,demande\nbbb,,\n")
    assert register.identifiers == {"aaa", "bbb"}
    assert register.erasures == {"aaa": TOMB}


def test_identifiers_are_added_in_order_and_tombstones_kept() -> None:
    register = parse_register(HEADER + "ccc,,\naaa,2026-10-01,demande\n")
    assert register.text(["bbb", "ccc"]) == HEADER + "aaa,2026-10-01,demande\nbbb,,\nccc,,\n"


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("", 1, "la première ligne"),
        ("id\n", 1, "la première ligne"),
        (HEADER + "aaa\n", 2, "3 cellules"),
        (HEADER + "aaa,,\naaa,,\n", 3, "déjà à la ligne 2"),
        (HEADER + "Été,,\n", 2, "ne convient pas"),
        (HEADER + "../x,,\n", 2, "ne convient pas"),
        (HEADER + "aaa,2026-13-01,demande\n", 2, "2026-13-01"),
        (HEADER + "aaa,,demande\n", 2, "date"),
        (HEADER + "aaa,2026-10-01,\n", 2, "la raison d'un effacement"),
        (HEADER + "aaa,2026-10-01,Madame X\n", 2, "la raison d'un effacement"),
    ],
)
def test_a_line_that_cannot_be_read_is_told(text: str, line: int, told: str) -> None:
    (fault,) = parse_register(text).faults
    assert fault.line == line
    assert told in fault.message


@pytest.mark.parametrize("content", [b"\xff\xfe", b"\0" * 5_000_000])
def test_a_file_that_is_no_register_is_told(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(UnreadableRegisterError, match="ligne 1"):
        load_register(tmp_path)


def test_a_link_is_no_register(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / FILE).symlink_to("/etc/passwd")
    assert read_register(tmp_path).faults


def test_a_project_without_a_register_has_published_nothing(tmp_path: Path) -> None:
    assert load_register(tmp_path).identifiers == frozenset()


@given(st.text() | st.text(st.sampled_from("a,-\n2061 demande")).map(HEADER.__add__))
def test_whatever_it_holds_reading_never_fails_and_what_is_written_reads_back(text: str) -> None:
    register = parse_register(text)
    again = parse_register(register.text())
    assert again.faults == ()
    assert (again.identifiers, again.erasures) == (register.identifiers, register.erasures)
