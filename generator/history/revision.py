"""The record files of a revision that git knows, read without a checkout.

What is in the history comes from anyone: only ordinary files of a record's size, at a record's
place and under a record's name, are read, by their digest. No name is ever given to the system.
"""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.errors import UsageError
from generator.records.identifiers import is_valid_id
from generator.records.rules import MAX_BYTES

_REGULAR = (b"100644", b"100755")
_ENTRY = re.compile(rb"(\d{6}) blob ([0-9a-f]{40,64}) +(\d+|BAD)\t(.*)", re.DOTALL)
"""What ``git ls-tree -l`` says of a file; its size is ``BAD`` where the repository has not got it."""

_INCOMPLETE = (
    "le dépôt git ne contient pas tous les fichiers de cette révision ; il est peut-être incomplet "
    "(git fetch --unshallow)."
)


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A record of a revision: its département (the folder), its identifier and its bytes."""

    departement: str
    identifier: str
    content: bytes


def commit_of(revision: str, root: Path) -> str:
    """The digest of the commit that ``revision`` names in the repository of ``root``.

    Raises ``UsageError`` when git is missing, ``root`` is in no repository, or git knows no such
    revision.
    """
    if _git(root, "rev-parse", "--git-dir") is None:
        raise UsageError(
            f"{root} n'est pas dans un dépôt git : donnez un fichier services.json, ou « . »."
        )
    found = None
    if "\0" not in revision:
        name = f"{revision}^{{commit}}"
        found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
    if not found:
        raise UsageError(
            f"« {revision} » n'est ni un fichier, ni une révision que git connaît ici. Donnez une "
            "branche, une étiquette, un commit, un fichier services.json, ou « . »."
        )
    return found.decode().strip()


def record_files(commit: str, services: Path, root: Path) -> Iterator[RecordFile]:
    """The records that ``commit`` has in the folder ``services``, in the order of their paths.

    Raises ``UsageError`` when that folder is not under ``root``, and when the repository has not got
    all that the commit holds: a record that cannot be had is not one that was not there.
    """
    if not services.is_relative_to(root):
        raise UsageError(f"{services} n'est pas dans {root} : git n'en connaît pas le passé.")
    folder = services.relative_to(root).as_posix()
    listed = _git(root, "ls-tree", "-r", "-l", "-z", commit, "--", f"{folder}/")
    if listed is None:
        raise UsageError(_INCOMPLETE)
    wanted = [found for entry in listed.split(b"\0") if (found := _record(entry, folder))]
    contents = _contents(root, [digest for digest, _, _ in wanted])
    for (_, departement, identifier), content in zip(wanted, contents, strict=True):
        yield RecordFile(departement, identifier, content)


def _record(entry: bytes, folder: str) -> tuple[bytes, str, str] | None:
    """Digest, folder and identifier of an entry of ``git ls-tree``; None when it is no record."""
    found = _ENTRY.fullmatch(entry)
    if not found or found[1] not in _REGULAR:
        return None
    if found[3] == b"BAD":
        raise UsageError(_INCOMPLETE)
    if int(found[3]) > MAX_BYTES:
        return None
    name = found[4].decode("utf-8", "replace")
    *above, departement, file = name.split("/")
    identifier = file.removesuffix(".yaml")
    if "/".join(above) != folder or identifier == file or not is_valid_id(identifier):
        return None
    return found[2], departement, identifier


def _contents(root: Path, digests: list[bytes]) -> Iterator[bytes]:
    """The bytes of each blob, by one process: ``digest SP blob SP size LF bytes LF`` each."""
    if not digests:
        return
    asked = b"".join(digest + b"\n" for digest in digests)
    answer = _git(root, "cat-file", "--batch", said=asked) or b""
    start = 0
    for digest in digests:
        end = answer.find(b"\n", start)
        head = answer[start:end].split(b" ")
        if len(head) != 3 or head[0] != digest:
            raise UsageError(_INCOMPLETE)
        size = int(head[2])
        yield answer[end + 1 : end + 1 + size]
        start = end + 1 + size + 1


def _git(root: Path, *arguments: str, said: bytes = b"") -> bytes | None:
    """What git answers; None when it refuses."""
    try:
        done = subprocess.run(  # noqa: S603 (a fixed program, each argument by itself)
            ["git", "-C", str(root), *arguments],  # noqa: S607 (git is where the user has it)
            input=said,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise UsageError(
            "git n'est pas installé : donnez un fichier services.json, ou « . »."
        ) from None
    return done.stdout if done.returncode == 0 else None
