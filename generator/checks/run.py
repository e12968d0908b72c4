"""The run: every record of a folder, through every check; all problems of all files at once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.checks.catalogue import RECORDS_CHECKS
from generator.checks.crash import guarded
from generator.checks.examination import Examined, Locator, examine, typeset
from generator.checks.permanence import permanence_problems
from generator.checks.pool import examine_in_parallel, is_worth_it
from generator.checks.rules import Context, Records, RecordsCheck
from generator.checks.waivers import apply
from generator.model.service import Service
from generator.problems import Problem, Severity, in_order
from generator.records.discover import discover
from generator.records.files import identifier_of, read_file, relative_path
from generator.register import read_register

PUBLISHED = Path("data/services")
"""The records that are published, from the project's root."""

Known = Callable[[Path], Examined | None]
"""Gives what was found of a file, when it is known to be as it was; None otherwise."""

_ACROSS = frozenset(check.rule.name for check in RECORDS_CHECKS)


@dataclass(frozen=True)
class Inspection:
    """What a run found: the sound services, in the order of their paths, and all problems."""

    services: tuple[Service, ...]
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]
    """The files that were read, in order."""
    examined: tuple[Examined, ...]
    """What was found of each of ``files``, before they were compared."""

    @property
    def read(self) -> int:
        """How many files were read."""
        return len(self.files)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return tuple(one for one in self.problems if one.severity is Severity.ERREUR)


def inspect(
    services: Path,
    root: Path,
    context: Context,
    progress: Callable[[Sequence[Path]], Iterable[Path]] = lambda files: files,
    known: Known = lambda _: None,
    across: Sequence[RecordsCheck] = RECORDS_CHECKS,
) -> Inspection:
    """Read and check every record under ``services``; paths in problems are relative to ``root``.

    ``across`` are those of ``RECORDS_CHECKS`` to run. Whether a waiver of one that is left out still
    serves is not judged.

    ``progress`` may wrap the list of files to show how far the run is. Many files are shared out
    among the processors; what comes out does not depend on it, nor on ``known``, which tells
    what was found before, in the same context, of a file that has not changed.
    """
    files, problems = discover(services, root)
    results = _examined(files, root, context, known)
    examined = [one for _, one in zip(progress(files), results, strict=True)]
    is_comparable = all(one.is_comparable for one in examined)
    unjudged = _ACROSS - {check.rule.name for check in across if is_comparable}
    by_path: defaultdict[str, list[Problem]] = defaultdict(list)
    around = map(typeset, problems)
    compared = _across(across, services, root, files, examined, context)
    for problem in (*around, *compared, *_permanence(services, root, files, examined)):
        by_path[problem.path].append(problem)
    sound = []
    for one in examined:
        left, unused = apply((*one.problems, *by_path.pop(one.path, ())), one.waivers)
        if one.draft is not None and not _has_error(left):
            left += [waiver.unused for waiver in unused if waiver.rule not in unjudged]
        if one.draft is not None and not _has_error(left):
            sound.append(one.draft)
        by_path[one.path] = left
    found = in_order(problem for some in by_path.values() for problem in some)
    return Inspection(tuple(sound), tuple(found), tuple(files), tuple(examined))


def _examined(
    files: Sequence[Path], root: Path, context: Context, known: Known
) -> Iterator[Examined]:
    """What each file holds, in the order of ``files``."""
    found = {file: one for file in files if (one := known(file))}
    left = [file for file in files if file not in found]
    if is_worth_it(len(left)):
        results = examine_in_parallel(left, root, context)
    else:
        results = (examine(file, root, context) for file in left)
    return (found.get(file) or next(results) for file in files)


def _permanence(
    services: Path, root: Path, files: Sequence[Path], examined: Sequence[Examined]
) -> Iterator[Problem]:
    """The register is about the published records; others, given by hand, have none."""
    if services == root / PUBLISHED:
        ids = frozenset(map(identifier_of, files))
        drafts = [one.draft for one in examined if one.draft is not None]
        yield from permanence_problems(read_register(root), ids, drafts)


def _has_error(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.ERREUR for problem in problems)


def _across(
    checks: Iterable[RecordsCheck],
    services: Path,
    root: Path,
    files: Sequence[Path],
    examined: Sequence[Examined],
    context: Context,
) -> Iterator[Problem]:
    """The problems of the ``checks``, which compare records.

    The few files concerned are read again for their lines, so that nobody has to keep the trees of
    all the others.
    """
    file_of = {identifier_of(file): file for file in reversed(files)}
    records = Records(
        tuple(one.draft for one in examined if one.draft is not None and one.is_comparable),
        frozenset(file_of),
    )
    folder = relative_path(services, root)
    for check in checks:
        found, crash = guarded(check, records, context)
        for identifier, finding in found:
            record = read_file(file_of[identifier], root)
            yield Locator(record.path, record.root).problem(check.rule.name, finding)
        if crash is not None:
            yield Locator(folder, None).problem("regle-en-panne", crash)
