"""What a folder holds: the path, size and SHA-256 of every file.

A manifest is taken by reading the files back, never from what their writers meant to write.
"""

import hashlib
import json
import os
import stat
from collections.abc import Collection, Generator, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from generator.publishing.faults import PublicationError, quoted

_FORMAT = 1
_FILE_MODE = 0o644
_FOLDER_MODE = 0o755


@dataclass(frozen=True, slots=True)
class Entry:
    """One file: ``size`` in bytes, ``sha256`` in 64 hexadecimal digits."""

    size: int
    sha256: str

    @classmethod
    def of_bytes(cls, content: bytes) -> Self:
        """Return the entry of a file that holds exactly ``content``."""
        return cls(len(content), hashlib.sha256(content).hexdigest())

    @classmethod
    def of_file(cls, path: str | Path) -> Self:
        """Return the entry of the file at ``path``, read from the disk. Raises OSError."""
        # Unbuffered and in one piece: 40 % faster than hashlib.file_digest on pages of 20 KB.
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 (Path.open costs more than the reading)
            return cls.of_bytes(file.readall())


@dataclass(frozen=True, slots=True)
class Manifest:
    """Every file of a site, keyed by its path relative to the root, with ``/``, in path order."""

    files: Mapping[str, Entry]

    @property
    def digest(self) -> str:
        """64 hexadecimal digits that change when any path or any byte does."""
        lines = (f"{entry.sha256} {entry.size} {path}\n" for path, entry in self.files.items())
        return hashlib.sha256("".join(lines).encode("utf-8", "surrogateescape")).hexdigest()

    def differences(self, found: "Manifest") -> list[str]:
        """One French line for each file that ``found`` lacks, adds or holds otherwise."""
        lines = []
        paths = self.files.keys() | found.files.keys()
        for path in sorted(one for one in paths if self.files.get(one) != found.files.get(one)):
            expected, actual = self.files.get(path), found.files.get(path)
            if actual is None:
                lines.append(f"{quoted(path)} manque")
            elif expected is None:
                lines.append(f"{quoted(path)} est en trop")
            elif expected.size != actual.size:
                lines.append(f"{quoted(path)} a {actual.size} octets au lieu de {expected.size}")
            else:
                lines.append(f"{quoted(path)} n'a pas le contenu attendu")
        return lines

    def to_json(self) -> bytes:
        """Write the manifest as JSON; `from_json` reads it back."""
        files = [
            {"path": path, "size": entry.size, "sha256": entry.sha256}
            for path, entry in self.files.items()
        ]
        document = {"format": _FORMAT, "digest": self.digest, "files": files}
        return json.dumps(document).encode("ascii") + b"\n"

    @classmethod
    def from_json(cls, text: bytes) -> Self:
        """Read what `to_json` wrote. Raises ValueError when it is anything else."""
        document = json.loads(text)
        try:
            manifest = cls(
                {
                    str(file["path"]): Entry(int(file["size"]), str(file["sha256"]))
                    for file in document["files"]
                }
            )
            intact = document["format"] == _FORMAT and document["digest"] == manifest.digest
        except (KeyError, TypeError) as fault:
            raise ValueError("not a manifest") from fault
        if not intact:
            raise ValueError("damaged manifest")
        return manifest


def plain_entries(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield each file and folder under ``folder`` with its path relative to it, in no order.

    Raises `PublicationError` on anything but plain files and folders: a link could show a file
    from elsewhere, a pipe would block who reads it.
    """
    pending = [("", str(folder))]
    while pending:
        prefix, place = pending.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                path = prefix + entry.name
                if entry.is_dir(follow_symlinks=False):
                    pending.append((f"{path}/", entry.path))
                else:
                    _refuse_unless_plain(path, entry)
                yield path, entry


def _refuse_unless_plain(path: str, entry: os.DirEntry[str]) -> None:
    if not entry.is_file(follow_symlinks=False):
        raise PublicationError(
            f"Le site n'a pas été publié : {quoted(path)} n'est pas un fichier "
            "ordinaire (lien, tube…) ; remplacez-le par une copie."
        )


def regular_files(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield each file under ``folder`` with its path relative to it, in no order.

    Raises `PublicationError` on anything but plain files and folders.
    """
    for path, entry in plain_entries(folder):
        if entry.is_file(follow_symlinks=False):
            yield path, entry


def keep_only(folder: Path, paths: Collection[str]) -> None:
    """Remove from ``folder`` whatever is not one of ``paths``, and folders where nothing is left.

    Raises OSError, and `PublicationError` when one of ``paths`` is no plain file.
    """
    for _ in _kept(str(folder), "", paths):
        pass


def _kept(
    folder: str, prefix: str, paths: Collection[str]
) -> Generator[tuple[str, os.DirEntry[str]], None, bool]:
    """Yield each file and folder that stays while the others go; return whether any file did."""
    kept = False
    with os.scandir(folder) as entries:
        for entry in entries:
            path = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                if not (yield from _kept(entry.path, f"{path}/", paths)):
                    os.rmdir(entry.path)  # noqa: PTH106 (10,000 times)
                    continue
            elif path in paths:
                _refuse_unless_plain(path, entry)
            else:
                os.unlink(entry.path)  # noqa: PTH108 (as above)
                continue
            kept = True
            yield path, entry
    return kept


def settle(folder: Path, paths: Collection[str], known: Mapping[str, Entry]) -> Manifest:
    """Leave in ``folder`` nothing but ``paths``, open them to every reader, and read them back.

    Files get the mode 0644 and folders 0755, whatever the umask was. ``known`` is as for `scan`.
    All of it in one walk: an edition may have 70,000 files. Raises OSError and `PublicationError`.
    """
    folder.chmod(_FOLDER_MODE)
    files = {}
    for path, entry in _kept(str(folder), "", paths):
        state = entry.stat(follow_symlinks=False)
        is_folder = entry.is_dir(follow_symlinks=False)
        wanted = _FOLDER_MODE if is_folder else _FILE_MODE
        if stat.S_IMODE(state.st_mode) != wanted:
            os.chmod(entry.path, wanted)  # noqa: PTH101 (as above)
        if not is_folder:
            files[path] = _entry(path, entry.path, state.st_size, known)
    return Manifest(dict(sorted(files.items())))


def scan(folder: Path, known: Mapping[str, Entry] | None = None) -> Manifest:
    """Read every file under ``folder`` from the disk. Raises OSError and `PublicationError`.

    ``known`` are files that were read a moment ago: of those, only the size is looked at again.
    """
    files = {
        path: _entry(path, entry.path, entry.stat(follow_symlinks=False).st_size, known or {})
        for path, entry in regular_files(folder)
    }
    return Manifest(dict(sorted(files.items())))


def _entry(path: str, place: str, size: int, known: Mapping[str, Entry]) -> Entry:
    read = known.get(path)
    return read if read and read.size == size else Entry.of_file(place)
