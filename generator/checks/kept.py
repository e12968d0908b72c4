"""What each record was found to say, kept from one run to the next: only changed ones are examined again.

One file, with its own digest in front: what is damaged is not believed. It stands in the user's own
cache folder and not in the repository, where a contribution could bring one.
"""

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Self

from pydantic import TypeAdapter

from generator.checks.examination import Examined
from generator.errors import reason
from generator.fingerprint import of_folder, of_program, of_texts
from generator.project import Project, cache_folder
from generator.territory import REFERENCE_FOLDER

FEWEST_FILES = 300
"""Below this, keeping costs more than it saves."""
_DIGEST = "sha256"
_A_LINE = 64
"""Results to a line: what is read in one go takes several times its size in memory, and leaves holes."""

EXAMINED = TypeAdapter(list[Examined])
"""Results as JSON: in JSON, the model reads the values that it writes (``model/types.py``)."""

DAMAGED = (
    "Ce qui était gardé de la dernière vérification est illisible : tout est vérifié de nouveau."
)
NOT_KEPT = (
    "Les résultats n'ont pas pu être gardés pour la prochaine vérification, qui sera moins rapide"
)


@dataclass(frozen=True)
class Kept:
    """The results of the last run with the same folders.

    ``file`` holds them, with ``header``: the digest of all that every result depends on besides its
    record. ``tell`` is told, in a line of French, when they cannot be read or written.
    """

    file: Path
    header: str
    tell: Callable[[str], None] = lambda _: None

    @classmethod
    def of(cls, project: Project, tell: Callable[[str], None] = lambda _: None) -> Self:
        """Where the results of ``project`` are kept."""
        places = of_texts([str(project.root), str(project.services)])
        header = of_texts(
            [
                of_program(),
                of_folder(project.root / REFERENCE_FOLDER),
                project.today.isoformat(),
                str(project.fictional),
            ]
        )
        return cls(cache_folder() / f"fiches-{places}.json", header, tell)

    def recall(self) -> Mapping[str, Examined]:
        """The results by their digest; none when they are missing, damaged, or of another header."""
        try:
            return {one.digest: one for one in self._read()}
        except FileNotFoundError:
            return {}
        except (OSError, ValueError):
            self.tell(DAMAGED)
            return {}

    def _read(self) -> Iterator[Examined]:
        """Raises ``OSError``, and ``ValueError`` for what ``keep`` did not write."""
        with self.file.open("rb") as file:
            seal = file.readline()
            start = file.tell()
            if _seal(hashlib.file_digest(file, _DIGEST).hexdigest()) != seal:
                raise ValueError("damaged results")
            file.seek(start)
            if file.readline() == self._first_line:
                for line in file:
                    yield from EXAMINED.validate_json(line)

    @property
    def _first_line(self) -> bytes:
        return f"{self.header}\n".encode()

    def keep(self, examined: Sequence[Examined], known: Mapping[str, Examined]) -> None:
        """Write the results, in one step, when they are many and other than ``known``.

        The folder is made for its owner alone when it is not there.
        """
        digests = {one.digest for one in examined if one.digest}
        if len(digests) < FEWEST_FILES or digests == known.keys():
            return
        results = [one for one in examined if one.digest]
        pieces = (results[start : start + _A_LINE] for start in range(0, len(results), _A_LINE))
        lines = chain([self._first_line], (EXAMINED.dump_json(one) + b"\n" for one in pieces))
        try:
            self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _write(self.file, lines)
        except OSError as error:
            self.tell(f"{NOT_KEPT} : {reason(error)}.")


def _write(file: Path, lines: Iterable[bytes]) -> None:
    """Each line as it comes: all of them together are as large as the records themselves."""
    descriptor, name = tempfile.mkstemp(dir=file.parent)
    aside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as written:
            digest = hashlib.new(_DIGEST)
            # Of nothing yet: it keeps the place of the true one.
            written.write(_seal(digest.hexdigest()))
            for line in lines:
                digest.update(line)
                written.write(line)
            written.seek(0)
            written.write(_seal(digest.hexdigest()))
        aside.replace(file)
    finally:
        with suppress(FileNotFoundError):
            aside.unlink()


def _seal(digits: str) -> bytes:
    return digits.encode() + b"\n"
