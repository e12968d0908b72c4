"""What the directory's part of the site is made of: its pages, the data of each service, the index."""

from collections.abc import Callable, Iterable, Iterator

from generator.directory import Directory
from generator.exports import service_files
from generator.pages.recipe import Recipe
from generator.pages.render import Page
from generator.production import Output, Unit
from generator.search.communes import commune_files
from generator.search.places_files import place_files


def site_units(
    directory: Directory,
    recipes: Iterable[Recipe],
    rendered: Callable[[Page], bytes],
    site_url: str,
) -> list[Unit]:
    """Everything that is made apart; ``recipes`` are those of the pages, and ``rendered`` their bytes."""
    return [
        *(_page(one, rendered) for one in recipes),
        *(_data(one.id, site_url) for one in directory.services),
        Unit("recherche/communes", _communes),
        Unit("recherche/lieux", _places),
    ]


def _page(recipe: Recipe, rendered: Callable[[Page], bytes]) -> Unit:
    def make(directory: Directory) -> Iterator[Output]:
        page = recipe.make(directory)
        yield Output(page.path, rendered(page), page.updated, page.in_sitemap)

    return Unit(recipe.path, make, recipe.given)


def _data(identifier: str, site_url: str) -> Unit:
    def make(directory: Directory) -> Iterator[Output]:
        if service := directory.service(identifier):
            yield from (Output(*one) for one in service_files(service, directory, site_url))

    return Unit(f"données de {identifier}", make)


def _communes(directory: Directory) -> Iterator[Output]:
    return (Output(*one) for one in commune_files(directory.territory))


def _places(directory: Directory) -> Iterator[Output]:
    return (Output(*one) for one in place_files(directory))
