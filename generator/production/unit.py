"""A part of the site that is made at once: a few files, from what is asked of the directory."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from generator.directory import Directory


class Output(NamedTuple):
    """A file: its path relative to the output folder, its bytes.

    A page that search engines are told of is ``in_sitemap``, with the day that it changed.
    """

    path: str
    content: bytes
    updated: datetime.date | None = None
    in_sitemap: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """How to make some files, in whichever process. ``name`` tells it from all others.

    ``make`` asks the directory it is given for everything that comes from the records: what it asks
    is what the files depend on. ``given`` is all it uses besides, which must have a true ``repr``.
    ``departement`` is the code of the one that the files tell of; empty when they tell of several.
    """

    name: str
    make: Callable[[Directory], Iterable[Output]]
    given: object = None
    departement: str = ""
