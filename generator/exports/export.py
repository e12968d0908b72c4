"""What an export is: a line of the catalogue."""

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Any, TypeVar

from generator.changes import Changes, Edition, compare
from generator.changes.changes import Cited
from generator.directory import Directory
from generator.exports.json import line, published
from generator.exports.tables import Table, places_table, services_table
from generator.model.service import Service
from generator.register import Erasure

T = TypeVar("T")

GROUPS = {
    "tableur": "Pour un tableur",
    "carte": "Pour une carte",
    "programme": "Pour un programme",
    "api": "Par l'API",
    "autre_norme": "Dans d'autres normes",
    "description": "Pour comprendre, compléter et vérifier",
}
"""The kinds of export, with what the data page says of each; the last describes the data."""


@dataclass(frozen=True)
class Described:
    """What every line of the catalogue says.

    ``path`` on the site; ``title`` and ``purpose`` in French; ``group`` is a key of ``GROUPS``;
    ``standard`` names what the file follows, with its address; ``schema`` is the path on the site,
    or the address, of the schema it obeys; ``validator`` is the program the tests read it with.
    """

    path: str
    media_type: str
    title: str
    purpose: str
    group: str = field(kw_only=True)
    standard: str = field(kw_only=True)
    schema: str = field(kw_only=True, default="")
    validator: str = field(kw_only=True, default="")


@dataclass(frozen=True)
class Export(Described):
    """One file. ``make`` gives its bytes."""

    make: Callable[["Release"], bytes] = field(kw_only=True)

    @property
    def is_data(self) -> bool:
        """True for a file of the dataset itself: neither its description nor a page of an API."""
        return self.group != "description" and self.path.startswith("donnees/")


@dataclass(frozen=True)
class Family(Described):
    """Files of one shape: ``path`` has a name in braces for what differs, as in ``{id}.json``.

    ``make`` gives the path and the bytes of each.
    """

    make: Callable[["Release"], Iterable[tuple[str, bytes]]] = field(kw_only=True)


@dataclass(frozen=True)
class ServiceFamily(Described):
    """The files of each service: ``make`` gives the path and the bytes of those of one.

    They depend on that service and on the date of the data, so that a build makes again those of
    the services that changed.
    """

    make: Callable[[Service, "Release"], Iterable[tuple[str, bytes]]] = field(kw_only=True)


Line = Export | Family | ServiceFamily
"""A line of the catalogue."""


@dataclass(frozen=True)
class Past:
    """What the exports tell of earlier editions.

    ``before`` is the edition to compare with, if one was given; ``erasures`` what is left of the
    records erased on request.
    """

    before: Edition | None = None
    erasures: tuple[Erasure, ...] = ()


NO_PAST = Past()
"""Nothing is known of earlier editions."""


@dataclass(frozen=True)
class Release:
    """What exports are made from: the directory, and the files made before in this very run.

    ``site_url`` is absolute and has no trailing slash. ``catalogue`` lists everything that is made,
    in order; ``files`` grows with it, so a file may describe those that stand before its own line.
    ``sums`` are the SHA-256 that are known already, by path.
    """

    directory: Directory
    site_url: str
    catalogue: tuple[Line, ...] = ()
    files: MutableMapping[str, bytes] = field(default_factory=dict, repr=False)
    past: Past = NO_PAST
    sums: Mapping[str, str] = field(default_factory=dict, repr=False)
    _known: dict[Callable[["Release"], Any], Any] = field(
        default_factory=dict, repr=False, compare=False
    )

    def absolute(self, path: str) -> str:
        """The whole address of a path of the site."""
        return f"{self.site_url}/{path}"

    def sha256(self, path: str) -> str:
        """The SHA-256 of a file made so far, in hexadecimal digits."""
        return self.sums.get(path) or sha256(self.files[path]).hexdigest()

    def once(self, work_out: Callable[["Release"], T]) -> T:
        """What ``work_out`` gives for this release, kept for the files that share it."""
        if work_out not in self._known:
            self._known[work_out] = work_out(self)
        found: T = self._known[work_out]
        return found

    @cached_property
    def changes(self) -> Changes:
        """What changed since the edition before; nothing is known to have when none was given."""
        date = self.directory.date
        if self.past.before is None:
            return Changes(None, Cited("", date))
        services = {one.id: published(one, self.directory) for one in self.directory.services}
        now = Edition("", date, services)
        erased = frozenset(one.identifier for one in self.past.erasures)
        return compare(self.past.before, now, erased)

    @property
    def made(self) -> Iterator[tuple[Export, bytes]]:
        """The single files made so far, in order: one at a time, since they may wait on the disk."""
        return (
            (one, self.files[one.path])
            for one in self.catalogue
            if isinstance(one, Export) and one.path in self.files
        )

    @cached_property
    def services(self) -> Table:
        """One row a service."""
        return services_table(self.directory)

    @cached_property
    def places(self) -> Table:
        """One row a place."""
        return places_table(self.directory)

    @cached_property
    def texts(self) -> Mapping[str, bytes]:
        """Each service as published in JSON, on one line, by id: made once, used in many files."""
        return {one.id: self.text_of(one) for one in self.directory.services}

    def text_of(self, service: Service) -> bytes:
        """One service as published in JSON, on one line."""
        return line(published(service, self.directory))
