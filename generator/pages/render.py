"""From a page to its bytes: one Jinja environment over the theme, pure rendering."""

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.pages.filters import FILTERS, page_url
from generator.pages.site import Site
from generator.pages.structured import STRUCTURED_FILTERS


@dataclass(frozen=True)
class Page:
    """A page to write: where, with which template, from what.

    ``path`` is relative to the output folder. ``indexed`` tells whether the site's search finds the
    page, ``in_sitemap`` whether search engines should; ``updated`` is when what it says changed.
    """

    path: str
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    indexed: bool = False
    in_sitemap: bool = True
    updated: datetime.date | None = None

    @property
    def url(self) -> str:
        """Its address relative to the site's root: ``services/x/`` for ``services/x/index.html``."""
        return page_url(self.path)


JINJA_OPTIONS: Mapping[str, Any] = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
}
"""The options of the one way templates are read, here and by Pelican (articles and pages)."""

TEMPLATE_FILTERS: Mapping[str, Callable[..., Any]] = {**FILTERS, **STRUCTURED_FILTERS}
"""The filters of both environments, ours and Pelican's."""


# Each begins with what it looks for, so that the engine goes from one to the next: a tenth of the time.
_APOSTROPHES = tuple(
    re.compile(rf"{sign}(?<=[^\W\d_]{sign})(?=\w[^<>]*<(?!/(?:script|style|code)))")
    for sign in ("'", "&#39;")
)


def with_apostrophes(html: str) -> str:
    """``html`` with ’ inside words wherever people read it: l’enfant, moins d’1 km.

    Records and templates are typed with ', which texts of ``content/`` never show: a page has both.
    What stands in a tag, a script, a style or code stays as it is.
    """
    for apostrophe in _APOSTROPHES:
        html = apostrophe.sub("’", html)
    return html


def environment(templates: Path, site: Site, today: datetime.date) -> Environment:
    """The environment that renders every page of the directory, as on the day ``today``."""
    jinja = Environment(  # noqa: S701 (autoescape is on: it stands in JINJA_OPTIONS)
        loader=FileSystemLoader(templates), auto_reload=False, **JINJA_OPTIONS
    )
    jinja.filters.update(TEMPLATE_FILTERS)
    jinja.globals.update(site=site, today=today)
    return jinja


def render(page: Page, jinja: Environment) -> bytes:
    """The page as UTF-8. Same page, same environment: same bytes."""
    template = jinja.get_template(page.template)
    html = template.render(output_file=page.path, indexed=page.indexed, **page.context)
    return with_apostrophes(html).encode()
