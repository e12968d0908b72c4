"""A service in words, for whoever reviews its record: every field it has, and what follows from them.

Walks the model, so that no field can be forgotten.
"""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.directory import Directory
from generator.model.hours import Hours
from generator.model.hours.words import hours_in_french
from generator.model.languages import LANGUAGES
from generator.model.numbers import format_degrees
from generator.model.phone import Phone
from generator.model.service import DERIVED_FIELDS, Lieu, Part, Service
from generator.model.vocabulary import Term

_MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the sheet. ``depth`` 0 is a heading or a field of the record itself."""

    title: str
    text: str
    depth: int = 0


def service_lines(service: Service, directory: Directory) -> list[Line]:
    """The service as the site understands it, in the order of the model."""
    departement = directory.territory.departement(service.departement)
    region = directory.territory.region(departement.region) if departement else None
    lines = [Line("Identifiant", service.id)]
    if departement is not None:
        where = f"{departement.nom} ({departement.code})"
        lines.append(Line("Département", f"{where}, {region.nom}" if region else where))
    lines += _part(service, 0, directory, omit=DERIVED_FIELDS)
    return [*lines, Line("Sur le site", ""), *_standing(service, directory)]


def french_date(day: datetime.date) -> str:
    """``2 novembre 2026``, ``1er mars 2026``."""
    return f"{'1er' if day.day == 1 else day.day} {_MONTHS[day.month - 1]} {day.year}"


def _part(
    part: Part, depth: int, directory: Directory, omit: tuple[str, ...] = ()
) -> Iterator[Line]:
    for name, info in type(part).model_fields.items():
        value = getattr(part, name)
        if name in omit or value is None or value == ():
            continue
        if name == "langues":
            value = tuple(LANGUAGES.get(tag, tag) for tag in value)
        yield from _field(info.title or name, value, depth, directory)


def _field(title: str, value: Any, depth: int, directory: Directory) -> Iterator[Line]:
    if isinstance(value, Part):
        yield Line(title, "", depth)
        yield from _part(value, depth + 1, directory)
        if isinstance(value, Lieu):
            yield _position(value, depth + 1, directory)
    elif isinstance(value, tuple) and isinstance(value[0], Part):
        for number, one in enumerate(value, 1):
            numbered = f"{title} ({number} sur {len(value)})" if len(value) > 1 else title
            yield from _field(numbered, one, depth, directory)
    else:
        yield Line(title, _words(value), depth)


_WORDS: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (tuple, lambda values: ", ".join(map(_words, values))),
    (Term, lambda term: term.label),
    (bool, lambda answer: "oui" if answer else "non"),
    (datetime.date, french_date),
    (Phone, lambda phone: f"{phone} (tel:{phone.e164})"),
    (Hours, lambda hours: "\n".join(hours_in_french(hours))),
    (float, format_degrees),
)
"""How a value of each kind is said; the others are text."""


def _words(value: Any) -> str:
    """One value in French."""
    return next((say(value) for kind, say in _WORDS if isinstance(value, kind)), str(value))


def _position(lieu: Lieu, depth: int, directory: Directory) -> Line:
    position = directory.position_of(lieu)
    if position is None:
        return Line("Sur la carte", "absent : sa position n'est pas publiée", depth)
    point = f"{format_degrees(position.latitude)}, {format_degrees(position.longitude)}"
    return Line("Sur la carte", f"{point} ({position.precision.label.lower()})", depth)


def _standing(service: Service, directory: Directory) -> Iterator[Line]:
    """Whether lists and search show the service, and why not."""
    shown = service in directory.listed
    yield Line("Listes et recherche", "présent" if shown else "absent, sa page reste", 1)
    if directory.is_expired(service):
        yield Line("Vérification", "vieille de plus de vingt-quatre mois", 1)
    elif directory.is_stale(service):
        yield Line("Vérification", "vieille de plus de douze mois : la page le dit", 1)
    codes = sorted(directory.departements_of(service))
    if len(codes) > 1:
        yield Line("Départements des lieux", ", ".join(codes), 1)
