"""What search engines are told: the pages, with true dates, and that they are welcome."""

import datetime
from collections.abc import Iterable
from xml.sax.saxutils import escape

from generator.pages.filters import iso_date
from generator.pages.site import Site


def sitemap(site: Site, pages: Iterable[tuple[str, datetime.date | None]]) -> bytes:
    """The sitemap (sitemaps.org, 0.9) of those pages, in order of address.

    ``pages`` gives addresses relative to the root, each with a date that says when the content
    changed, never when the site was built; without one there is none.
    """
    dates = dict(pages)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ]
    for url in sorted(dates):
        updated = dates[url]
        modified = f"<lastmod>{iso_date(updated)}</lastmod>" if updated else ""
        lines.append(f"<url><loc>{escape(site.absolute(url))}</loc>{modified}</url>")
    return "\n".join([*lines, "</urlset>", ""]).encode()


def robots(site: Site) -> bytes:
    """Everything may be read; the sitemap says what there is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.absolute('sitemap.xml')}\n".encode()
