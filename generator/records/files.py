"""Opening record files safely: what is in the repository comes from anyone."""

import os
import stat
from pathlib import Path

from generator.records.findings import Findings
from generator.records.reader import Record, read_record
from generator.records.rules import MAX_BYTES

_FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


def relative_path(file: Path, root: Path) -> str:
    """Name ``file`` as problems name it: relative to ``root`` when under it, with ``/``."""
    return _encodable("/".join(_below(file, root)) or file.as_posix())


def identifier_of(file: Path) -> str:
    """The identifier that the name of ``file`` gives its record, as outputs can write it."""
    return _encodable(file.stem)


def read_file(file: Path, root: Path) -> Record:
    """Read the record in ``file``, under the project's ``root``; never raises for what is there."""
    raw = contents(file, root)
    return raw if isinstance(raw, Record) else read_record(raw, relative_path(file, root))


def contents(file: Path, root: Path) -> bytes | Record:
    """The bytes of ``file``, under the project's ``root``, or the record without any that says why not.

    Only a regular file is read, reached through no symbolic link below ``root``, and no more of it
    than the limit. A FIFO or a device is opened without waiting and refused.
    """
    path = relative_path(file, root)
    try:
        descriptor = _open(file, root)
    except OSError as error:
        return _refused(path, "fichier-illisible", *_reason(error))
    if descriptor is None:
        return _refused(
            path,
            "fichier-nature",
            "ce n'est pas un fichier ordinaire (lien, dossier ou fichier spécial)",
            "Remplacez-le par le fichier lui-même.",
        )
    try:
        return _read(descriptor)
    except OSError as error:
        return _refused(path, "fichier-illisible", *_reason(error))
    finally:
        os.close(descriptor)


def _encodable(name: str) -> str:
    """``name`` without the lone surrogates of a name that is not UTF-8, which no output can write."""
    return name.encode("utf-8", "replace").decode("utf-8")


def _open(file: Path, root: Path) -> int | None:
    """Return a descriptor of ``file``, or ``None`` when it is not a regular file all the way."""
    folder = os.fspath(root)
    for name in _below(file, root)[:-1]:
        folder = f"{folder}/{name}"
        if stat.S_ISLNK(os.lstat(folder).st_mode):
            return None
    if not stat.S_ISREG(os.lstat(file).st_mode):
        return None
    descriptor = os.open(file, _FLAGS)
    # The file may have been replaced since lstat: what counts is what was opened.
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        return None
    return descriptor


def _below(file: Path, root: Path) -> list[str]:
    """Return the names from ``root`` to ``file``; none when it is not under it.

    By text: pathlib takes longer to compare two paths than the system to open the file.
    """
    start = f"{root}".rstrip("/") + "/"
    path = os.fspath(file)
    return path[len(start) :].split("/") if path.startswith(start) else []


def _read(descriptor: int) -> bytes:
    """Read the first bytes of the file: one more than the limit, at most."""
    pieces = []
    left = MAX_BYTES + 1
    while left and (piece := os.read(descriptor, left)):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _reason(error: OSError) -> tuple[str, str]:
    if isinstance(error, FileNotFoundError):
        return "le fichier n'existe pas", "Vérifiez son nom et son dossier."
    if isinstance(error, PermissionError):
        return "le droit de lire ce fichier manque", "Rendez-le lisible (chmod 644)."
    return "le fichier ne peut pas être lu", "Vérifiez le disque et le nom du fichier."


def _refused(path: str, rule: str, message: str, hint: str) -> Record:
    findings = Findings(path)
    findings.add(rule, 1, 1, message, hint)
    return Record(path, None, findings.in_order(), "")
