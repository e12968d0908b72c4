"""What search engines are told: the pages, with true dates, and that they are welcome."""

import datetime
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from generator.pages.filters import iso_date
from generator.pages.site import Site

SITEMAP = "sitemap.xml"
_MOST_ADDRESSES = 50_000
"""In one file, at most (sitemaps.org, « Using Sitemap index files »); it may weigh 50 MB, and weighs 8."""


def sitemaps(
    site: Site, pages: Iterable[tuple[str, datetime.date | None]]
) -> Iterator[tuple[str, bytes]]:
    """The sitemap (sitemaps.org, 0.9) of those pages, in order of address: its path and its bytes.

    ``pages`` gives addresses relative to the root, each with a date that says when the content
    changed, never when the site was built; without one there is none. Of more pages than one file
    may tell, ``SITEMAP`` is an index of several.
    """
    dates = dict(pages)
    told = [_element("url", site.absolute(url), dates[url]) for url in sorted(dates)]
    if len(told) <= _MOST_ADDRESSES:
        yield SITEMAP, _document("urlset", told)
        return
    starts = range(0, len(told), _MOST_ADDRESSES)
    parts = {f"sitemap-{number}.xml": start for number, start in enumerate(starts, start=1)}
    for path, start in parts.items():
        yield path, _document("urlset", told[start : start + _MOST_ADDRESSES])
    named = [_element("sitemap", site.absolute(path), None) for path in parts]
    yield SITEMAP, _document("sitemapindex", named)


def _element(name: str, address: str, updated: datetime.date | None) -> str:
    modified = f"<lastmod>{iso_date(updated)}</lastmod>" if updated else ""
    return f"<{name}><loc>{escape(address)}</loc>{modified}</{name}>"


def _document(name: str, elements: Iterable[str]) -> bytes:
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<{name} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
        *elements,
        f"</{name}>",
        "",
    ]
    return "\n".join(lines).encode()


def robots(site: Site) -> bytes:
    """Everything may be read; the sitemap says what there is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.absolute(SITEMAP)}\n".encode()
