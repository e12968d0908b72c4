"""Every page that comes from the records, kind after kind; the data page is made with the data."""

from collections.abc import Iterable, Iterator

from generator.directory import Directory
from generator.pages.commune_page import commune_pages
from generator.pages.listings import listing_pages
from generator.pages.moved import moved_pages
from generator.pages.recipe import Recipe
from generator.pages.service_page import Describe, service_pages
from generator.pages.single_pages import News, single_pages
from generator.pages.site import Site


def all_pages(
    directory: Directory, site: Site, news: Iterable[News], describe: Describe
) -> Iterator[Recipe]:
    """How to make each page, in a fixed order whatever that of ``news``.

    ``describe`` gives a service's JSON-LD, which is the exports' to say.
    """
    latest = sorted(sorted(news, key=lambda one: one.url), key=lambda one: one.date, reverse=True)
    yield from single_pages(site, tuple(latest))
    yield from listing_pages(directory)
    yield from commune_pages(directory)
    yield from service_pages(directory, site, describe)
    yield from moved_pages(directory)
