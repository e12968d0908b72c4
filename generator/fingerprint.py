"""Digests of what a result depends on besides the records: the program itself, whole folders."""

import hashlib
import sys
import sysconfig
from collections.abc import Iterable
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent
_COMPILED = "__pycache__"


def of_texts(parts: Iterable[str]) -> str:
    """32 hexadecimal digits that change when any of ``parts`` does, or their order."""
    return of_bytes(*(part.encode("utf-8", "surrogateescape") for part in parts))


def of_bytes(*parts: bytes) -> str:
    """32 hexadecimal digits that change when any of ``parts`` does, or where one ends."""
    one = hashlib.blake2b(digest_size=16)
    for part in parts:
        one.update(b"%d:" % len(part))
        one.update(part)
    return one.hexdigest()


def of_folder(folder: Path) -> str:
    """Digits that change when any file under ``folder`` does, or its path; compiled modules apart."""
    return of_texts(
        part
        for path in sorted(folder.rglob("*"))
        if path.is_file() and _COMPILED not in path.parts
        for part in (path.relative_to(folder).as_posix(), _of_file(path))
    )


@cache
def of_program() -> str:
    """Digits that change with the program's own files, with Python, and with any installed library.

    Libraries are told by the names of their ``dist-info`` folders, which hold their version (PyPA,
    « Recording installed projects »).
    """
    libraries = Path(sysconfig.get_path("purelib")).glob("*.dist-info")
    return of_texts([of_folder(PACKAGE), sys.version, *sorted(one.name for one in libraries)])


def _of_file(path: Path) -> str:
    return hashlib.blake2b(path.read_bytes(), digest_size=16).hexdigest()
