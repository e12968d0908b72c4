"""What reading a file gives: a draft a service, and what could not be taken over."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.errors import AnnuaireError


class ImportFileError(AnnuaireError):
    """The file cannot be read as what it should be; nothing was taken from it."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to tell about the file; ``place`` says where, in French (« ligne 3, colonne x »)."""

    place: str
    message: str


@dataclass
class Draft:
    """A service as the file tells it.

    ``data`` is what ``records.plain`` would give of its record: text, lists and groups.
    ``identifier`` and ``departement`` are empty when the file does not say them. ``is_whole`` is
    True when the file says all there is to know of the service: what it does not say is then not
    so; otherwise it completes what is known. ``places`` tells where a field stood, by its name as
    messages write it (``lieux[2].code_postal``); ``place`` where the service did. ``faults`` are
    why the service cannot be taken over.
    """

    data: dict[str, Any]
    place: str
    identifier: str = ""
    departement: str = ""
    is_whole: bool = False
    places: dict[str, str] = field(default_factory=dict)
    faults: list[Remark] = field(default_factory=list)

    def place_of(self, name: str) -> str:
        """Where the field of that name stood: its own place, or that of what it is in."""
        while name:
            if name in self.places:
                return self.places[name]
            name = name[: max(name.rfind("."), name.rfind("["), 0)]
        return self.place


@dataclass
class Reading:
    """The drafts of a file and the remarks about it, both in its order."""

    drafts: list[Draft] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def remark(self, place: str, message: str) -> None:
        """Tell something about the file, once."""
        one = Remark(place, message)
        if one not in self.remarks:
            self.remarks.append(one)


def put(data: dict[str, Any], way: tuple[str, ...], value: Any) -> None:
    """Set the field at ``way``, making the groups it is in; nothing for an empty value."""
    if value in (None, "", [], {}):
        return
    *groups, last = way
    for name in groups:
        data = data.setdefault(name, {})
    data[last] = value


def get(data: Mapping[str, Any], *way: str) -> Any:
    """The value at ``way``, or None."""
    found: Any = data
    for name in way:
        found = found.get(name) if isinstance(found, Mapping) else None
    return found
