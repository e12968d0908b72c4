"""What the browser is shown after a change: the pages of the records at once, the rest once built."""

import gc
import threading
from collections.abc import Callable, Collection
from enum import Enum, auto
from pathlib import Path
from typing import Protocol

from generator.edition import InvalidRecordsError
from generator.errors import AnnuaireError
from generator.project import Project
from generator.reports import to_text
from generator.serving.live import LivePages
from generator.serving.server import Changes, Content


class Change(Enum):
    """What was changed: the records alone, something else of the site, the program itself."""

    RECORDS = auto()
    SITE = auto()
    PROGRAM = auto()


class Build(Protocol):
    """Makes everything again."""

    def __call__(self, *, politely: bool) -> str:
        """Build; gives the reason of the failure, or nothing. ``politely``: nobody waits for it."""


class Preview:
    """Follows the changes that it is told of, and announces what came of them.

    ``build`` makes everything again in a process of its own; ``tell`` shows on the terminal what is
    wrong with the records.
    """

    def __init__(
        self,
        project: Project,
        changes: Changes,
        build: Build,
        tell: Callable[[str], None],
    ) -> None:
        self._project = project
        self._changes = changes
        self._build = build
        self._tell = tell
        self._live: LivePages | None = None
        self._is_current = True
        """False once the program in memory is no longer the one on the disk."""
        self._reading = threading.Lock()
        """Held while records are read: a change that comes meanwhile is read after all the others."""
        self._wanted = threading.Event()
        self._unseen = False
        """Whether something changed that only a build will show."""

    def content(self, path: str) -> bytes | Content:
        """What stands at ``path`` now, if the build of before cannot know it."""
        live = self._live
        if live is None:
            return Content.AS_BUILT
        return live.page(path) or (Content.GONE if live.is_gone(path) else Content.AS_BUILT)

    def start(self, problem: str = "") -> None:
        """Get ready for the first change, in a thread of its own.

        ``problem`` is why the first build failed: the next one comes with the next change.
        """
        if problem:
            self._changes.announce(problem)
        threading.Thread(target=self._work, args=[problem], daemon=True).start()

    def changed(self, change: Change, paths: Collection[Path]) -> None:
        """Show a change of records at once; have everything built. ``paths`` are absolute."""
        with self._reading:
            if change is Change.PROGRAM:
                self._is_current = False
            if change is not Change.RECORDS:
                self._live = None
            live = self._live
            if live is None:
                self._unseen = True
            else:
                problem = _refreshed(live, paths)
                self._changes.announce(problem)
                if problem:
                    self._tell(problem)
                    return  # a build would say the same
            self._wanted.set()

    def _work(self, problem: str) -> None:
        if not problem:
            self._load()
        while True:
            self._wanted.wait()
            self._wanted.clear()
            with self._reading:
                unseen, self._unseen = self._unseen, False
            problem = self._build(politely=not unseen)
            if unseen and not problem:
                self._load()
            if unseen or problem:
                self._changes.announce(problem)

    def _load(self) -> None:
        """Read everything for the next changes; what has gone wrong meanwhile, the next build says."""
        with self._reading:
            if not self._is_current:
                return
            try:
                self._live = LivePages(self._project)
            except AnnuaireError:
                self._live = None
            gc.freeze()  # to go through ten thousand records again and again takes a second


def _refreshed(live: LivePages, paths: Collection[Path]) -> str:
    try:
        live.refresh(paths)
    except InvalidRecordsError as error:
        return f"{to_text(error.problems)}\n{error}"
    return ""
