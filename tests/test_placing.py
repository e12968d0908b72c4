"""A file takes the place of whatever stood there, and no other folder notices."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import placing

Standing = Callable[[Path, Path], None]
"""Puts something in the way of ``a/b/page.html`` of a folder; the other folder is an edition."""


def _nothing(_: Path, __: Path) -> None:
    pass


def _a_file(folder: Path, _: Path) -> None:
    placing.write(folder, "a/b/page.html", b"former")


def _a_link_to_a_published_file(folder: Path, edition: Path) -> None:
    placing.link(str(edition / "page.html"), folder, "a/b/page.html")


def _a_symbolic_link(folder: Path, edition: Path) -> None:
    (folder / "a/b").mkdir(parents=True)
    (folder / "a/b/page.html").symlink_to(edition / "page.html")


def _a_folder_with_files(folder: Path, _: Path) -> None:
    placing.write(folder, "a/b/page.html/index.html", b"former")


def _a_file_in_the_place_of_its_folder(folder: Path, edition: Path) -> None:
    placing.link(str(edition / "page.html"), folder, "a/b")


def _a_file_in_the_place_of_the_first_folder(folder: Path, edition: Path) -> None:
    placing.link(str(edition / "page.html"), folder, "a")


def _write(folder: Path, source: Path) -> None:
    placing.write(folder, "a/b/page.html", source.read_bytes())


def _link(folder: Path, source: Path) -> None:
    placing.link(str(source), folder, "a/b/page.html")


def _move(folder: Path, source: Path) -> None:
    placing.move(str(source), folder, "a/b/page.html")


@pytest.mark.parametrize("put", [_write, _link, _move])
@pytest.mark.parametrize(
    "standing",
    [
        _nothing,
        _a_file,
        _a_link_to_a_published_file,
        _a_symbolic_link,
        _a_folder_with_files,
        _a_file_in_the_place_of_its_folder,
        _a_file_in_the_place_of_the_first_folder,
    ],
)
def test_a_file_takes_the_place_of_what_stood_there(
    tmp_path: Path, standing: Standing, put: Callable[[Path, Path], None]
) -> None:
    folder, edition, source = tmp_path / "site", tmp_path / "edition", tmp_path / "source"
    folder.mkdir()
    placing.write(edition, "page.html", b"published")
    source.write_bytes(b"new")
    standing(folder, edition)
    put(folder, source)
    assert [path.name for path in folder.rglob("*") if path.is_file()] == ["page.html"]
    assert (folder / "a/b/page.html").read_bytes() == b"new"
    assert (edition / "page.html").read_bytes() == b"published"
    assert (edition / "page.html").stat().st_nlink == 1


def test_a_link_to_nothing_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        placing.link(str(tmp_path / "gone"), tmp_path, "page.html")
    assert not os.path.lexists(tmp_path / "page.html")
