"""Pages made when they are asked for, from records kept in memory: what the preview shows at once.

The build that follows makes everything of them: exports, search index, published files.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.checks.catalogue import RECORDS_CHECKS
from generator.checks.examination import Examined, digest_of
from generator.checks.kept import Kept
from generator.checks.rules import Context
from generator.checks.run import Known, inspect
from generator.directory import Directory
from generator.edition import InvalidRecordsError
from generator.engine.build import load_press
from generator.pages.recipe import Recipe
from generator.problems import Severity
from generator.project import Project
from generator.territory import Territory

_STOPPING = tuple(check for check in RECORDS_CHECKS if check.rule.severity is Severity.ERREUR)
"""Of the checks that compare all records, those that can stop a build: nobody reads warnings here."""


@dataclass(frozen=True)
class _State:
    """The pages of the records as they were read once, by their paths."""

    directory: Directory
    recipes: Mapping[str, Recipe]


class LivePages:
    """The pages of the records of ``project``; the texts, the theme and the day stay as at the start.

    Raises ``InvalidRecordsError`` when a record is wrong, ``EditorialError`` or ``HelplinesError``
    when what the texts cite is.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._press = load_press(project)
        self._printed = self._press.printer(project.today)
        self._context = Context(Territory.load(project.root), project.today, project.fictional)
        self._examined: Mapping[Path, Examined] = {}
        self._ever: frozenset[str] = frozenset()
        kept = Kept.of(project).recall()
        self._show(lambda file: kept.get(digest_of(file, project.root)))
        for service in self._state.directory.services[:1]:
            # Templates are compiled when they first serve: not while somebody waits for a page.
            self.page(f"services/{service.id}/index.html")

    def refresh(self, changed: Collection[Path]) -> None:
        """Read the files that changed, and show them from now on; one thread at a time.

        Raises ``InvalidRecordsError``: the pages are then those of before.
        """
        self._show(lambda file: None if file in changed else self._examined.get(file))

    def _show(self, known: Known) -> None:
        project = self._project
        found = inspect(
            project.services, project.root, self._context, known=known, across=_STOPPING
        )
        self._examined = dict(zip(found.files, found.examined, strict=True))
        if found.errors:
            raise InvalidRecordsError(found.errors)
        directory = Directory(found.services, self._context.territory, self._context.today)
        recipes = {one.path: one for one in self._press.recipes(directory)}
        self._state = _State(directory, recipes)
        self._ever |= recipes.keys()

    def page(self, path: str) -> bytes | None:
        """The page at ``path``, relative to the site's root; None when the directory has none there."""
        state = self._state
        recipe = state.recipes.get(path)
        return self._printed(recipe.make(state.directory)) if recipe else None

    def is_gone(self, path: str) -> bool:
        """Whether the page at ``path`` was there since the start, and is no longer."""
        return path in self._ever and path not in self._state.recipes
