"""The Pelican plugin: the directory's pages, exports and assets, written beside Pelican's own.

Under plain ``pelican content`` the plugin reads the records itself; ``annuaire build`` hands over
the directory it has already read (setting ``DIRECTORY``). Either way a wrong record stops the run
before anything is written: reading happens when Pelican is initialised.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.contents import Article, Content
from pelican.contents import Page as EditorialPage
from pelican.generators import Generator
from pelican.writers import Writer

from generator.directory import Directory
from generator.edition import load_directory
from generator.editorial.addresses import Addresses
from generator.editorial.markup import extensions
from generator.editorial.pages import orientation_pages
from generator.editorial.typography import french
from generator.engine.past import past_of
from generator.engine.press import Press
from generator.engine.units import descriptions, site_units
from generator.exports import Past
from generator.fingerprint import of_folder, of_program, of_texts
from generator.pages.filters import page_url
from generator.pages.hosting import hosting_files
from generator.pages.moved import redirects
from generator.pages.opensearch import OPENSEARCH_PATH, opensearch
from generator.pages.render import with_apostrophes
from generator.pages.sitemap import robots, sitemaps
from generator.placing import write
from generator.production import (
    WHOLE,
    Former,
    Production,
    Shard,
    Workshop,
    production,
)
from generator.project import Project
from generator.publishing import Entry
from generator.search.words import word_files
from generator.territory import REFERENCE_FOLDER


def register() -> None:
    """Connect to Pelican's signals; they hold weak references, so only to module functions."""
    signals.initialized.connect(prepare)
    signals.content_object_init.connect(typeset)
    signals.content_written.connect(set_apostrophes)
    signals.get_generators.connect(directory_generator)


def prepare(pelican: Pelican) -> None:
    """Read the records and what the templates share, before any generator exists."""
    settings = pelican.settings
    project = Project.find(
        Path(settings["PATH"]),
        site_url=settings["SITEURL"],
        output=Path(settings["OUTPUT_PATH"]),
    )
    if "DIRECTORY" not in settings:
        settings["DIRECTORY"] = load_directory(project)
    settings.setdefault("MAKING", Making())
    if "PAST" not in settings:
        settings["PAST"] = past_of(project)
    press = Press.of(project, settings["SITENAME"], Path(settings["THEME"]))
    settings["PRESS"] = press
    settings["JINJA_GLOBALS"] = {"site": press.site, "today": settings["DIRECTORY"].today}
    settings["ADDRESSES"] = Addresses(press.library, settings["DIRECTORY"], press.site.base)
    settings["MARKDOWN"] = {"extensions": extensions(press.library, settings["ADDRESSES"])}


def typeset(content: Content) -> None:
    """Set the typography of titles and summaries, which are text and not Markdown."""
    if isinstance(content, Article | EditorialPage):
        content.title = french(content.title)
        content.metadata["summary"] = french(content.metadata.get("summary", ""))


def set_apostrophes(path: str, context: Mapping[str, Any]) -> None:  # noqa: ARG001 (Pelican's call)
    """Set the apostrophes of a page that Pelican wrote, as in those of the directory."""
    page = Path(path)
    if page.suffix == ".html":
        page.write_text(with_apostrophes(page.read_text("utf-8")), "utf-8", newline="\n")


@dataclass
class Making:
    """What one build hands to the plugin (setting ``MAKING``), and what it is given back.

    ``folder`` takes what may be reused from one edition to the next, Pelican's output all the rest;
    None is that output too. ``expect`` is told what each file of the directory must hold;
    ``former`` is the edition whose pages may be reused; ``jobs`` how many processes make the pages.
    Of a build in parts only the units of ``shard`` are made. ``made`` is what came of it.
    """

    folder: Path | None = None
    expect: Callable[..., None] = lambda *_, **__: None
    former: Former | None = None
    jobs: int | None = None
    shard: Shard = WHOLE
    made: Production | None = None


def directory_generator(_: Pelican) -> type[Generator]:
    """The generator of everything that comes from the records."""
    return DirectoryGenerator


class DirectoryGenerator(Generator):
    """Writes the directory's pages, exports and assets."""

    def generate_context(self) -> None:
        """Nothing: pages and articles do not need the directory in their context."""

    def generate_output(self, _: Writer) -> None:
        """Write every file; two files under one path is a bug and raises ``ValueError``."""
        directory: Directory = self.settings["DIRECTORY"]
        press: Press = self.settings["PRESS"]
        site = press.site
        making: Making = self.settings["MAKING"]
        output = Path(self.output_path)
        folder = making.folder or output
        rendered = press.printer(directory.today)
        workshop = Workshop(
            directory, folder, _header(self.settings), making.former, making.jobs, making.shard
        )
        past: Past = self.settings["PAST"]
        recipes = press.recipes(directory)
        units = site_units(directory, recipes, rendered, site.url, past)
        if making.shard != WHOLE:
            with production(units, workshop) as collect:
                making.made = collect()
            return
        files = _Files(output, making.expect)
        with production(units, workshop) as collect:
            for path, content in self._other_files(press):
                files.write(path, content)
            made = collect()
        last = descriptions(made.ledger.units.values(), folder, rendered, site.url, past)
        with production([last], workshop) as collect:
            made = made.with_more(collect())
        for one, reused in made.files():
            files.found(one.path, Entry(one.size, one.sha256), linked=reused)
        guided = [*orientation_pages(press.library, self.settings["ADDRESSES"])]
        for page in guided:
            files.write(page.path, rendered(page))
        dated = [
            *((page_url(one.path), one.day) for one, _ in made.files() if one.in_sitemap),
            *((page.url, page.updated) for page in guided if page.in_sitemap),
            *_editorial_addresses(self.context["articles"], self.context["pages"]),
        ]
        for path, content in sitemaps(site, dated):
            files.write(path, content)
        making.made = made

    def _other_files(self, press: Press) -> Iterator[tuple[str, bytes]]:
        yield from word_files()
        yield from press.assets.values()
        yield "robots.txt", robots(press.site)
        yield OPENSEARCH_PATH, opensearch(press.site)
        yield from hosting_files(press.site)
        yield from redirects(self.settings["DIRECTORY"], press.site)


class _Files:
    """Writes the files of the directory, each path once."""

    def __init__(self, folder: Path, expect: Callable[..., None]) -> None:
        self._folder = folder
        self._expect = expect
        self._paths: set[str] = set()

    def write(self, path: str, content: bytes) -> None:
        write(self._folder, path, content)
        self.found(path, Entry.of_bytes(content), linked=False)

    def found(self, path: str, entry: Entry, *, linked: bool) -> None:
        if path in self._paths:
            raise ValueError(f"two files under one path: {path}")
        self._paths.add(path)
        self._expect(path, entry, linked=linked)


def _header(settings: Mapping[str, Any]) -> str:
    """The digest of all that every page depends on, besides what it asks of the directory."""
    root = Path(settings["THEME"]).parent
    return of_texts(
        [
            of_program(),
            of_folder(Path(settings["THEME"]) / "templates"),
            of_folder(root / REFERENCE_FOLDER),
            repr(settings["JINJA_GLOBALS"]["site"]),
            settings["DIRECTORY"].today.isoformat(),
        ]
    )


def _editorial_addresses(*contents: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    for one in (content for kind in contents for content in kind):
        date = getattr(one, "modified", None) or getattr(one, "date", None)
        yield one.url, date and date.date()
