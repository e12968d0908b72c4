"""What the directory's pages are printed with: what they all share, the news, the templates.

Pelican's plugin prints every page with it; the local preview, those that a browser asks for.
"""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Self

from generator.directory import Directory
from generator.editorial.content import ContentFile
from generator.editorial.library import Library, load_library
from generator.editorial.pages import ranked_links
from generator.editorial.typography import french
from generator.exports import service_jsonld
from generator.model.dates import parse_date
from generator.pages.all_pages import all_pages
from generator.pages.assets import theme_files
from generator.pages.recipe import Recipe
from generator.pages.render import Page, environment, render
from generator.pages.shared import load_site
from generator.pages.single_pages import News
from generator.pages.site import Site
from generator.project import Project


@dataclass(frozen=True)
class Press:
    """``assets`` are the theme's files by name; ``site`` is what every template may ask for."""

    library: Library
    assets: Mapping[str, tuple[str, bytes]]
    site: Site
    theme: Path

    @classmethod
    def of(cls, project: Project, name: str, theme: Path) -> Self:
        """The press of the site called ``name``.

        Raises ``EditorialError`` or ``HelplinesError`` when what the texts cite is wrong.
        """
        library = load_library(project.root)
        assets = dict(theme_files(theme))
        stated = library.statements.get("depot")
        site = load_site(
            project,
            name,
            assets,
            ranked_links(library.pages, "menu"),
            ranked_links(library.pages, "pied"),
            (stated and stated.adresse_web) or "",
        )
        return cls(library, assets, site, theme)

    def recipes(self, directory: Directory) -> Iterator[Recipe]:
        """How to make each page of ``directory``."""
        describe = partial(service_jsonld, site_url=self.site.url)
        return all_pages(directory, self.site, map(_news, self.library.news), describe)

    def printer(self, today: datetime.date) -> Callable[[Page], bytes]:
        """What gives the bytes of a page, as on the day ``today``."""
        return partial(render, jinja=environment(self.theme / "templates", self.site, today))


def _news(text: ContentFile) -> News:
    day = parse_date(text.metadata["date"])
    return News(french(text.title), text.url, day, french(text.metadata["summary"]))
