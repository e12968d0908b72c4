"""Record files on the disk: read, put in their one form, replaced as a whole or not at all."""

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from generator.errors import AnnuaireError, reason
from generator.formatting.canonical import format_record
from generator.problems import Problem
from generator.records.files import read_file
from generator.records.reader import read_record

_MENDED = frozenset({"lecture-marque"})
"""Rules of reading whose problems go away with formatting, and mean nothing else."""


class WritingError(AnnuaireError):
    """A record could not be written; what stood there is intact."""


@dataclass(frozen=True, slots=True)
class FormattedFile:
    """A record file as it is and as it should be.

    ``problems`` says why a file is left alone: reading it told of a fault, or of a doubt that only
    a person can settle; ``after`` is then ``before``.
    """

    path: str
    before: bytes
    after: bytes
    problems: tuple[Problem, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether the file is not in its one form."""
        return self.before != self.after


def format_file(file: Path, root: Path) -> FormattedFile:
    """The record in ``file`` in its one form; nothing is written.

    Raises ``FormattingError`` when its meaning could not be kept.
    """
    record = read_file(file, root)
    if _in_the_way(record.problems):
        return FormattedFile(record.path, b"", b"", record.problems)
    before = file.read_bytes()
    record = read_record(before, record.path)
    if _in_the_way(record.problems):  # it changed meanwhile
        return FormattedFile(record.path, before, before, record.problems)
    return FormattedFile(record.path, before, format_record(record).encode())


def _in_the_way(problems: tuple[Problem, ...]) -> bool:
    return any(one.rule not in _MENDED for one in problems)


def replace_file(file: Path, before: bytes, after: bytes) -> None:
    """Put ``after`` in the place of ``before`` in ``file``, whose permissions are kept.

    Written aside in the same folder, then renamed: whoever reads sees one or the other, whole.
    Raises ``WritingError`` when that cannot be done or when somebody else has written the file.
    """
    with _aside(file) as (aside, stream):
        os.fchmod(stream.fileno(), stat.S_IMODE(file.stat().st_mode))
        _write(stream, after)
        if file.read_bytes() != before:
            raise WritingError(
                f"{file} a changé pendant la mise en forme : il est laissé tel quel. "
                "Relancez la commande."
            )
        aside.replace(file)


def create_file(file: Path, content: bytes) -> None:
    """Write a new file, whole or not at all; its folder is made when it is missing.

    Raises ``WritingError`` when that cannot be done or when ``file`` exists.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot_write(file, error) from error
    with _aside(file) as (aside, stream):
        os.fchmod(stream.fileno(), 0o644)
        _write(stream, content)
        try:
            file.hardlink_to(aside)  # refused when the name is taken, unlike a rename
        except FileExistsError:
            raise WritingError(f"{file} existe déjà : il est laissé tel quel.") from None


@contextmanager
def _aside(file: Path) -> Iterator[tuple[Path, BinaryIO]]:
    """A file beside ``file``, gone at the end unless it was renamed."""
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
        aside = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as stream:
                yield aside, stream
        finally:
            with suppress(FileNotFoundError):
                aside.unlink()
    except OSError as error:
        raise _cannot_write(file, error) from error


def _write(stream: BinaryIO, content: bytes) -> None:
    stream.write(content)
    stream.flush()
    os.fsync(stream.fileno())


def _cannot_write(file: Path, error: OSError) -> WritingError:
    return WritingError(f"{file} ne peut pas être écrit : {reason(error)}. Rien n'a changé.")
