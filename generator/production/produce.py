"""From units to files: over several processes, and only what would not come out the same."""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Self

from generator.directory import Directory
from generator.fingerprint import of_texts
from generator.model.vocabulary import Activite
from generator.placing import link, write
from generator.processors import processors
from generator.production.answers import Answers
from generator.production.ledger import Comparison, Ledger, Made, MadeFile, as_seen, noted_around
from generator.production.shard import WHOLE, Shard
from generator.production.unit import Unit
from generator.production.watched import Watched
from generator.workers import in_processes

FEWEST_UNITS = 200
"""Below this, starting the processes takes longer than they save."""


@dataclass(frozen=True)
class Former:
    """What was made before: the folder of an edition, and the ledger of its files.

    ``elsewhere`` are the folders of units that are not in ``folder``, by name.
    """

    folder: Path
    ledger: Ledger
    elsewhere: Mapping[str, Path] = field(default_factory=dict)

    def lends(self, made: Made, folder: Path) -> bool:
        """Whether all files of ``made``, read and found sound, now stand in ``folder`` too.

        Those that stood there before, from an earlier edition, are left where they are.
        """
        source = self.elsewhere.get(made.name, self.folder)
        return all(
            _sound(f"{folder}/{one.path}", one) is not None
            or _lent(f"{source}/{one.path}", folder, one)
            for one in made.files
        )


@dataclass(frozen=True)
class Production:
    """The units that were made; ``reused`` are the names of those that were not made again."""

    ledger: Ledger
    reused: frozenset[str]

    def files(self) -> Iterator[tuple[MadeFile, bool]]:
        """Each file, in the order of units, and whether it is that of the former edition."""
        for unit in self.ledger.units.values():
            for one in unit.files:
                yield one, unit.name in self.reused

    def with_more(self, other: Self) -> Self:
        """Both productions, of one directory, as one."""
        ledger = replace(self.ledger, units={**self.ledger.units, **other.ledger.units})
        return replace(self, ledger=ledger, reused=self.reused | other.reused)


@dataclass(frozen=True)
class Workshop:
    """What units are made with; ``folder`` takes the files.

    ``header`` is the digest of all that every unit depends on besides the directory. ``jobs`` is
    how many processes work at once; None lets the machine and the number of units decide. Only the
    units of ``shard`` are made.
    """

    directory: Directory
    folder: Path
    header: str
    former: Former | None = None
    jobs: int | None = None
    shard: Shard = WHOLE


@contextmanager
def production(units: Sequence[Unit], workshop: Workshop) -> Iterator[Callable[[], Production]]:
    """Start making the files, and give what waits for them: other work may be done meanwhile.

    Same units, same directory: same bytes, whatever the number of processes, and whether files of
    the former edition were reused or not. Raises ``WorkerLostError``.
    """
    units = workshop.shard.share(units)
    _settle(workshop.directory)
    answers = Answers(workshop.directory)
    former = workshop.former
    comparison = Comparison(former.ledger, workshop.header, answers) if former else None

    def work(rank: int) -> tuple[Made, bool]:
        unit = units[rank]
        given = of_texts([repr(unit.given)])
        made = comparison and comparison.unchanged(unit.name, given)
        if made and former and former.lends(made, workshop.folder):
            return made, True
        return _made(unit, given, answers, workshop), False

    jobs = workshop.jobs or (processors() if len(units) >= FEWEST_UNITS else 1)
    with _lasting(), in_processes(work, len(units), jobs) as results:

        def collect() -> Production:
            found = results()
            units = {made.name: made for made, _ in found}
            return Production(
                Ledger(workshop.header, answers.points(), units),
                frozenset(made.name for made, reused in found if reused),
            )

        yield collect


@contextmanager
def _lasting() -> Iterator[None]:
    """Let the collector leave alone what is there already, and stays as long as the work.

    To go through ten thousand records again and again took a fifth of the time; and processes then
    go on sharing them (Python's documentation of ``gc.freeze``).
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _made(unit: Unit, given: str, answers: Answers, workshop: Workshop) -> Made:
    watched = Watched(workshop.directory)
    files = []
    for one in unit.make(watched):
        write(workshop.folder, one.path, one.content)
        files.append(MadeFile.of(one))
    return Made(
        name=unit.name,
        files=files,
        given=given,
        seen=as_seen(watched.asked(answers), noted_around(watched.around_points, answers)),
    )


def _sound(path: str, made: MadeFile) -> bytes | None:
    """What the file at ``path`` holds, when that is what was made."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 (10,000 times)
            content = file.readall()
    except OSError:  # not there, or not a file
        return None
    return content if sha256(content).hexdigest() == made.sha256 else None


def _lent(source: str, folder: Path, made: MadeFile) -> bool:
    """Whether the file ``source`` holds what was made and is now in ``folder`` too."""
    content = _sound(source, made)
    if content is None:
        return False
    try:
        link(source, folder, made.path)
    except OSError:  # another disk, or one without links: a copy, read back as what is linked was
        write(folder, made.path, content)
        return _sound(f"{folder}/{made.path}", made) is not None
    return True


def _settle(directory: Directory) -> None:
    """Work out what all pages ask, once for the processes that are copied from this one."""
    directory.digest_of("")
    directory.listed_in("")
    directory.unplaced_in("")
    directory.listed_in_commune("")
    directory.communes_in("")
    directory.of_organisation("")
    _ = directory.departements, directory.regions, directory.date
    for activite in Activite:
        directory.count(activite)
        next(directory.around(0.0, 0.0, activite), None)
