"""One run of Pelican inside our own process, with warnings fatal."""

import logging
import os
import posixpath
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

import pelican
from pelican import log
from pelican.settings import read_settings
from rich.console import Console

from generator.directory import Directory
from generator.engine.plugin import Making
from generator.engine.press import Press
from generator.errors import AnnuaireError
from generator.exports import NO_PAST, Past
from generator.production import SEARCHED, Ledger
from generator.project import MARK, Project


class EngineError(AnnuaireError):
    """Pelican could not make the site."""


def load_press(project: Project) -> Press:
    """What the pages of ``project`` are printed with, as Pelican's settings name it.

    Raises ``EditorialError`` or ``HelplinesError``.
    """
    settings = read_settings(str(project.root / MARK))
    return Press.of(project, settings["SITENAME"], Path(settings["THEME"]))


def make_site(
    project: Project,
    directory: Directory,
    folder: Path,
    making: Making,
    past: Past = NO_PAST,
) -> tuple[Ledger, Mapping[str, str]]:
    """Write the whole site of ``directory``, without its search index.

    ``folder``, an empty one, takes it, but for what ``making.folder`` takes when there is one;
    ``past`` is what the exports tell of earlier editions. Gives the ledger of the files of the
    directory, and the SHA-256 of every page that carries ``data-pagefind-body``, by path: the search
    index must find as many.
    Raises ``EngineError`` on any warning of Pelican: an article it could not read is an article
    missing from the site.
    """
    complaints = _Complaints()
    log.init(level=logging.WARNING, fatal="warnings", handler=complaints, name="pelican")
    pelican.console = Console(quiet=True)  # it prints a closing line of its own
    settings = read_settings(
        str(project.root / MARK),
        override={
            "OUTPUT_PATH": str(folder),
            "SITEURL": project.site_url,
            "FEED_DOMAIN": project.site_url,
            "DIRECTORY": directory,
            "PAST": past,
            "MAKING": making,
        },
    )
    try:
        pelican.Pelican(settings).run()
    except RuntimeError as error:
        if not complaints.lines:
            raise
        raise EngineError(
            f"Pelican refuse de construire le site : {' ; '.join(complaints.lines)}"
        ) from error
    made = making.made
    if made is None:
        raise RuntimeError("the plugin made nothing: is it in PLUGINS?")
    searched = {one.path: one.sha256 for one, _ in made.files() if one.searched}
    ours = {one.path for one, _ in made.files()}
    for path in _html_files(folder):
        if path not in ours and SEARCHED in (content := (folder / path).read_bytes()):
            searched[path] = sha256(content).hexdigest()
    return made.ledger, searched


def _html_files(folder: Path) -> Iterator[str]:
    """The paths of the pages under ``folder``, relative to it, in no order."""
    for place, _, names in os.walk(folder):
        within = os.path.relpath(place, folder)
        yield from (posixpath.normpath(f"{within}/{one}") for one in names if one.endswith(".html"))


class _Complaints(logging.Handler):
    """Keeps what Pelican complains of, to say it in one line."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(" ".join(record.getMessage().split()))
