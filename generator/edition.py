"""An edition: every record and text read and found sound, ready to be published."""

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from generator.checks.examination import Examined, digest_of
from generator.checks.kept import Kept
from generator.checks.rules import Context
from generator.checks.run import Inspection, inspect
from generator.directory import Directory
from generator.editorial.checks import editorial_problems
from generator.errors import AnnuaireError
from generator.problems import Problem, in_order
from generator.project import Project
from generator.territory import Territory

Progress = Callable[[Sequence[Path]], Iterable[Path]]
"""Wraps the list of files to show how far the reading is."""


class InvalidRecordsError(AnnuaireError):
    """At least one record or text is wrong: nothing can be published."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        count = len(problems)
        super().__init__(
            f"{count} erreur{'s' if count > 1 else ''} dans les fiches ou les textes : le site n'est pas "
            "construit, celui qui est publié reste en place."
        )
        self.problems = tuple(problems)


def inspect_records(
    project: Project,
    progress: Progress = lambda files: files,
    tell: Callable[[str], None] = lambda _: None,
) -> tuple[Inspection, Territory]:
    """Read and check every record of the project, against its territory; its texts are not read.

    Of a large directory, the results are kept for the next run; ``tell`` is told, in a line of
    French, when they cannot be.
    """
    territory = Territory.load(project.root)
    context = Context(territory, project.today, project.fictional)
    kept = Kept.of(project, tell)
    results = kept.recall()

    def known(file: Path) -> Examined | None:
        return results.get(digest_of(file, project.root)) if results else None

    inspection = inspect(project.services, project.root, context, progress, known)
    kept.keep(inspection.examined, results)
    return inspection, territory


def inspect_project(
    project: Project,
    progress: Progress = lambda files: files,
    tell: Callable[[str], None] = lambda _: None,
) -> tuple[Inspection, Territory]:
    """Read and check every record of the project, as ``inspect_records`` does, then its texts.

    Texts link to services: they are looked at once all records are sound, lest a wrong record make
    sound links look dead.
    """
    inspection, territory = inspect_records(project, progress, tell)
    if inspection.errors:
        return inspection, territory
    directory = Directory(inspection.services, territory, project.today)
    problems = (*inspection.problems, *editorial_problems(project.root, directory))
    return dataclasses.replace(inspection, problems=tuple(in_order(problems))), territory


def load_directory(
    project: Project,
    progress: Progress = lambda files: files,
    tell: Callable[[str], None] = lambda _: None,
) -> Directory:
    """The directory of the project's records; ``progress`` and ``tell`` as for ``inspect_project``.

    Raises ``InvalidRecordsError`` when at least one is wrong.
    """
    inspection, territory = inspect_project(project, progress, tell)
    if inspection.errors:
        raise InvalidRecordsError(inspection.errors)
    return Directory(inspection.services, territory, project.today)
