"""Putting files into a folder that may hold others already, without ever writing into one of those.

A site under way starts from what was left of an edition that is kept no more: its files may be links
to those of the published one, and writing into a link changes all that share it.
"""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def write(folder: Path, path: str, content: bytes) -> None:
    """Write a new file ``path`` (relative, with ``/``) under ``folder``, with its parents.

    What stood there is gone, be it a file or a folder; a file in the place of a parent too.
    """

    def written(target: str) -> None:
        with open(target, "xb") as file:  # noqa: PTH123 (10,000 times: Path.open takes twice as long)
            file.write(content)

    _put(folder, path, written)


def link(source: str, folder: Path, path: str) -> None:
    """Have ``path`` under ``folder`` be a hard link to the file ``source``, as ``write`` would.

    Raises ``OSError`` when ``source`` is gone, or on a disk that no link leads to, or that knows none.
    """
    _put(folder, path, lambda target: os.link(source, target))


def move(source: str, folder: Path, path: str) -> None:
    """Move the file ``source``, of the same disk, to ``path`` under ``folder``, as ``write`` would."""
    _put(folder, path, lambda target: os.replace(source, target))  # noqa: PTH105 (as for open)


def _put(folder: Path, path: str, put: Callable[[str], None]) -> None:
    target = f"{folder}/{path}"
    try:
        _make_parent(target)
        put(target)
    except (FileExistsError, NotADirectoryError, IsADirectoryError):
        if not _removed(target):
            _clear(folder, path)
            _make_parent(target)
        put(target)


def _make_parent(target: str) -> None:
    parent = target.rpartition("/")[0]
    try:
        os.mkdir(parent)  # noqa: PTH102 (as for open)
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(parent, exist_ok=True)  # noqa: PTH103 (as for open)


def _removed(target: str) -> bool:
    """Whether a file stood there, which is nearly always what was in the way."""
    try:
        os.unlink(target)  # noqa: PTH108 (as for open)
    except OSError:
        return False
    return True


def _clear(folder: Path, path: str) -> None:
    """Remove the folder at ``path``, or the file in the place of one of its parents.

    Another process may be removing the same file.
    """
    *parents, name = path.split("/")
    place = folder
    for parent in parents:
        place /= parent
        if not place.is_dir():
            with suppress(FileNotFoundError, IsADirectoryError):
                place.unlink()
    if (place / name).is_dir():
        shutil.rmtree(place / name)
