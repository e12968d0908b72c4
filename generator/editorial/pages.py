"""The pages that come from the data of the texts: the guided path, and who is in the menu."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.editorial.addresses import FIXED_PAGES, Addresses, Target
from generator.editorial.content import ContentFile
from generator.editorial.library import Library
from generator.editorial.orientation import Orientation, Question, Result
from generator.editorial.typography import french
from generator.pages.render import Page
from generator.pages.site import Link


@dataclass(frozen=True, slots=True)
class Way:
    """A choice: its words, the page it leads to (relative to the root), the step there."""

    text: str
    path: str
    step: str


@dataclass(frozen=True, slots=True)
class Door:
    """A way out of the path: its words and where it leads."""

    text: str
    target: Target


@dataclass(frozen=True, slots=True)
class Step:
    """A question with its ways, or a result with its doors."""

    id: str
    title: str
    text: str
    ways: tuple[Way, ...] = ()
    doors: tuple[Door, ...] = ()
    with_numbers: bool = False
    with_limit: bool = False


def orientation_pages(library: Library, addresses: Addresses) -> Iterator[Page]:
    """A page for each step of the guided path; the first holds them all, for JavaScript.

    With JavaScript nothing is asked of the server after the first page: the answers stay in it.
    """
    path = library.orientation
    steps = tuple(_step(path, one, addresses) for one in path.steps.values())
    for rank, step in enumerate(steps):
        yield Page(
            f"{_path(path, step.id)}index.html",
            "orientation.html",
            {
                "title": french(path.titre),
                "description": french(path.resume),
                "step": step,
                "is_first": rank == 0,
                "start": FIXED_PAGES["orientation"],
                "others": steps[1:] if rank == 0 else (),
            },
            indexed=rank == 0,
            in_sitemap=rank == 0,
        )


def ranked_links(pages: Iterable[ContentFile], key: str) -> tuple[tuple[int, Link], ...]:
    """The pages that ask for a place in a list (``menu``, ``pied``), with their rank."""
    return tuple(
        (int(one.metadata[key]), Link(one.url, french(one.metadata.get(f"{key}-titre", one.title))))
        for one in pages
        if key in one.metadata
    )


def _path(path: Orientation, identifier: str) -> str:
    start = FIXED_PAGES["orientation"]
    return start if identifier == path.questions[0].id else f"{start}{identifier}/"


def _step(path: Orientation, step: Question | Result, addresses: Addresses) -> Step:
    if isinstance(step, Question):
        ways = tuple(
            Way(french(one.texte), _path(path, one.vers), one.vers) for one in step.reponses
        )
        return Step(step.id, french(step.question), french(step.aide or ""), ways)
    doors = tuple(Door(french(one.texte), addresses.resolve(one.lien)) for one in step.portes)
    return Step(
        step.id,
        french(step.titre),
        french(step.raison),
        doors=doors,
        with_numbers=step.numeros,
        with_limit=step.is_mediation,
    )
