"""A page yet to be made: where it will be, and how it is made from a directory."""

from collections.abc import Callable
from dataclasses import dataclass

from generator.directory import Directory
from generator.pages.render import Page


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to make the page at ``path`` (relative to the output folder), in whichever process.

    ``make`` asks the directory it is given for everything that comes from the records: what it asks
    is what the page depends on. ``given`` is all it uses besides, which must have a true ``repr``.
    ``departement`` is the code of the one that the page tells of; empty when it tells of several.
    """

    path: str
    make: Callable[[Directory], Page]
    given: object = None
    departement: str = ""
