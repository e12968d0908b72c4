"""What search engines read of a page, as JSON-LD of schema.org. Filters of the templates."""

from collections.abc import Callable, Iterable, Mapping

from jinja2.utils import htmlsafe_json_dumps

from generator.pages.cards import Card
from generator.pages.site import Site


def breadcrumb_list(names: Iterable[str], paths: Iterable[str], site: Site, title: str) -> str:
    """The way down to a page called ``title`` (or not, when empty): home, then the pages above it.

    ``names`` and ``paths`` go together, from the top. The page itself comes last, without address,
    as Google asks (« Breadcrumb structured data »). What could end the element is escaped.
    """
    items: list[dict[str, object]] = [
        {"@type": "ListItem", "position": rank, "name": name, "item": site.absolute(path)}
        for rank, (name, path) in enumerate(
            zip(("Accueil", *names), ("", *paths), strict=True), start=1
        )
    ]
    if title:
        items.append({"@type": "ListItem", "position": len(items) + 1, "name": title})
    return _json_ld("BreadcrumbList", itemListElement=items)


def item_list(cards: Iterable[Card], site: Site, name: str) -> str:
    """The services of a list called ``name``, each once, in the order of the page."""
    names = {one.url: one.name for one in cards}
    items = [
        {"@type": "ListItem", "position": rank, "name": name, "url": site.absolute(url)}
        for rank, (url, name) in enumerate(names.items(), start=1)
    ]
    return _json_ld("ItemList", name=name, numberOfItems=len(items), itemListElement=items)


def _json_ld(kind: str, **properties: object) -> str:
    return htmlsafe_json_dumps({"@context": "https://schema.org", "@type": kind, **properties})


STRUCTURED_FILTERS: Mapping[str, Callable[..., str]] = {
    "breadcrumb_list": breadcrumb_list,
    "item_list": item_list,
}
