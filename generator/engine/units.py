"""What the directory's part of the site is made of: its pages, its data, the index of places."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from generator.directory import Directory
from generator.engine.open_data import open_data
from generator.exports import (
    COMMON_DATA,
    DESCRIPTIONS,
    EXPORTS,
    Past,
    common_files,
    described,
    service_files,
)
from generator.model.service import Service
from generator.pages.data_page import data_page
from generator.pages.recipe import Recipe
from generator.pages.render import Page
from generator.production import Made, Output, Unit
from generator.search.communes import commune_files
from generator.search.places_files import place_files

Rendered = Callable[[Page], bytes]


def site_units(
    directory: Directory,
    recipes: Iterable[Recipe],
    rendered: Rendered,
    site_url: str,
    past: Past,
) -> list[Unit]:
    """Everything that is made apart, the longest first; ``recipes`` are those of the pages."""
    return [
        *(_common_data(part, site_url, past) for part in COMMON_DATA),
        Unit("recherche/lieux", _places),
        Unit("recherche/communes", _communes),
        *(_page(one, rendered) for one in recipes),
        *(_data(one, site_url) for one in directory.services),
    ]


def descriptions(
    made: Iterable[Made], folder: Path, rendered: Rendered, site_url: str, past: Past
) -> Unit:
    """What describes the data that was made in ``folder``, and the data page."""
    sums = {
        one.path: one.sha256
        for unit in made
        for one in unit.files
        if one.path.startswith(("donnees/", "api/", "hsds/"))
    }
    paths = [one.path for one in EXPORTS if one not in DESCRIPTIONS and one.path in sums]

    def make(directory: Directory) -> Iterator[Output]:
        release = described(directory, site_url, _OnDisk(folder, paths), sums, past)
        yield from (Output(one.path, release.files[one.path]) for one in DESCRIPTIONS)
        page = data_page(directory, open_data(release))
        yield Output(page.path, rendered(page), page.updated, page.in_sitemap)

    return Unit("donnees/descriptions", make, (past, sorted(sums.items())))


class _OnDisk(Mapping[str, bytes]):
    """Files of ``folder`` by path, read when they are asked for."""

    def __init__(self, folder: Path, paths: Iterable[str]) -> None:
        self._folder = folder
        self._paths = tuple(paths)

    def __getitem__(self, path: str) -> bytes:
        if path not in self._paths:
            raise KeyError(path)
        return (self._folder / path).read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def _page(recipe: Recipe, rendered: Rendered) -> Unit:
    def make(directory: Directory) -> Iterator[Output]:
        page = recipe.make(directory)
        yield Output(page.path, rendered(page), page.updated, page.in_sitemap)

    return Unit(recipe.path, make, recipe.given, recipe.departement)


def _common_data(part: str, site_url: str, past: Past) -> Unit:
    def make(directory: Directory) -> Iterator[Output]:
        return (Output(*one) for one in common_files(part, directory, site_url, past))

    return Unit(f"données : {part}", make, past)


def _data(service: Service, site_url: str) -> Unit:
    identifier = service.id

    def make(directory: Directory) -> Iterator[Output]:
        if found := directory.service(identifier):
            yield from (Output(*one) for one in service_files(found, directory, site_url))

    return Unit(f"données de {identifier}", make, departement=service.departement)


def _communes(directory: Directory) -> Iterator[Output]:
    return (Output(*one) for one in commune_files(directory.territory))


def _places(directory: Directory) -> Iterator[Output]:
    return (Output(*one) for one in place_files(directory))
