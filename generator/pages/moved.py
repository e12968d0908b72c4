"""Old addresses: a page that leads to the new one on any host, and ``_redirects`` for those that read it."""

from collections.abc import Iterator
from functools import partial

from generator.directory import Directory
from generator.pages.recipe import Recipe
from generator.pages.render import Page
from generator.pages.site import Link, Site

_MOVED = ("services/{}/", "api/v1/services/{}.json", "api/v1/services/{}.vcf")
"""What has the identifier of a service in its address."""


def moved_pages(directory: Directory) -> Iterator[Recipe]:
    """A page at each former address of a service: a link and a refresh, which need no script."""
    for service in directory.services:
        target = Link(f"services/{service.id}/", service.nom)
        for old in service.anciens_identifiants:
            yield Recipe(
                f"services/{old}/index.html",
                partial(_moved_page, old, target),
                given=target,
                departement=service.departement,
            )


def _moved_page(old: str, target: Link, _: Directory) -> Page:
    return Page(f"services/{old}/index.html", "moved.html", {"target": target}, in_sitemap=False)


def redirects(directory: Directory, site: Site) -> Iterator[tuple[str, bytes]]:
    """``_redirects``, as Netlify and Cloudflare Pages read it: from, to, status; one a line.

    Nothing when no service was ever renamed.
    """
    lines = [
        f"{site.to(address.format(old))} {site.to(address.format(service.id))} 301\n"
        for service in directory.services
        for old in service.anciens_identifiants
        for address in _MOVED
    ]
    if lines:
        yield "_redirects", "".join(lines).encode()
