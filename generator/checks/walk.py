"""Walking the values of a record, for the rules that look at all fields of a kind."""

from collections.abc import Iterator

from pydantic import BaseModel

from generator.checks.rules import Location, Text
from generator.model.service import Service

_NOT_PROSE = frozenset(
    {"id", "departement", "sources", "derogations", "anciens_identifiants", "remplace_par"}
)


def values(value: object, location: Location = ()) -> Iterator[tuple[Location, object]]:
    """The leaves of a record (or a part of one) with their locations, in the order of the model."""
    if isinstance(value, BaseModel):
        for name, one in value.__dict__.items():
            if one is not None:
                yield from values(one, (*location, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from values(item, (*location, index))
    else:
        yield location, value


def texts(service: Service) -> Iterator[Text]:
    """The free texts of a record: what people read, without codes, addresses of the web or sources.

    A single word is no text of this kind, so the codes of closed lists are not among them.
    """
    for name, part in service.__dict__.items():
        if part is not None and name not in _NOT_PROSE:
            for location, value in values(part, (name,)):
                if isinstance(value, str) and " " in value:
                    yield location, value
