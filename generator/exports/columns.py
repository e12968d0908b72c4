"""Columns, derived from the model: each knows its name, its meaning and its type.

The CSV header, the Table Schema, the types of Parquet, the formats of the spreadsheet and the data
dictionary all come from here; the JSON Schema shares ``facts_of``.
"""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from operator import attrgetter
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.exports.values import INTERNAL_FIELDS, Plain, as_plain
from generator.model.fields import is_list, leaves, part_of, terms_of
from generator.model.types import Written
from generator.model.vocabulary import Term
from generator.typography import continued

OWN_TABLE = frozenset({"lieux"})
"""Fields of a service that are rows of another table."""

Reader = Callable[[Any], Any]


class Kind(StrEnum):
    """The type of a value, under its name in Table Schema."""

    TEXT = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"


_KINDS: Mapping[type, Kind] = {
    bool: Kind.BOOLEAN,
    int: Kind.INTEGER,
    float: Kind.NUMBER,
    datetime.date: Kind.DATE,
}


@dataclass(frozen=True)
class Facts:
    """What a field holds: its type, its closed list if it has one, the rules its text obeys.

    ``constraints`` has the keys ``format``, ``pattern``, ``minLength``, ``maxLength`` of JSON
    Schema, for texts only. ``many`` says that there are several.
    """

    kind: Kind
    many: bool
    terms: type[Term] | None
    constraints: Mapping[str, Any]

    @property
    def is_free_text(self) -> bool:
        """True for words people wrote, in which any character may stand; they alone have a limit."""
        return "maxLength" in self.constraints


@dataclass(frozen=True)
class Column:
    """A column: its name and meaning, what it holds, and how it is read from a row's object.

    ``gaps`` says that an item of a list may be absent while others are known.
    """

    name: str
    title: str
    description: str
    facts: Facts
    read: Reader
    required: bool = False
    gaps: bool = False
    example: str = ""
    source: str = ""

    def value(self, record: Any) -> Plain:
        """The plain value of this column for ``record``."""
        return as_plain(self.read(record))

    def within(self, name: str) -> "Column":
        """The same column, for rows whose object holds the record under ``name``."""
        return replace(self, read=_compose(attrgetter(name), self.read))


def plain_column(
    name: str, title: str, description: str, read: Reader, *, kind: Kind = Kind.TEXT
) -> Column:
    """A column that is not in the model; it always has a value."""
    facts = Facts(kind, many=False, terms=None, constraints={})
    return Column(name, title, description, facts, read, required=True)


def always_present(info: FieldInfo) -> bool:
    """True for a field that every record has, be it by its default value."""
    return info.is_required() or info.default not in (None, ())


def facts_of(info: FieldInfo) -> Facts:
    """What a field of the model that is not a group holds."""
    classes = tuple(leaves(info.annotation))
    kind = next((_KINDS[one] for one in classes if one in _KINDS), Kind.TEXT)
    written = next((one for one in _annotations(info) if isinstance(one, Written)), None)
    constraints = written.schema if written and kind is Kind.TEXT else {}
    kept = {key: one for key, one in constraints.items() if key not in ("type", "minLength")}
    return Facts(kind, is_list(info.annotation), terms_of(info.annotation), kept)


def _annotations(info: FieldInfo) -> Iterator[Any]:
    yield from info.metadata
    for argument in getattr(info.annotation, "__args__", ()):
        yield from getattr(argument, "__metadata__", ())


def model_columns(model: type[BaseModel]) -> Iterator[Column]:
    """A column for each value of ``model``, in its order; a group's are named ``contact_telephone``.

    A list of groups (``sources``) gives one column a field, whose items stand in the same order.
    """
    for name, info in model.model_fields.items():
        if name in INTERNAL_FIELDS | OWN_TABLE:
            continue
        part = part_of(info.annotation)
        if part is None:
            yield _leaf_column(name, info)
        else:
            several = is_list(info.annotation)
            for inner in model_columns(part):
                yield replace(
                    inner,
                    name=f"{name}_{inner.name}",
                    title=f"{info.title} : {continued(inner.title)}",
                    facts=replace(inner.facts, many=several or inner.facts.many),
                    read=(_each if several else _optional)(attrgetter(name), inner.read),
                    required=info.is_required() and inner.required,
                    gaps=several and not inner.required,
                )


def _leaf_column(name: str, info: FieldInfo) -> Column:
    extra = info.json_schema_extra
    return Column(
        name,
        info.title or "",
        info.description or "",
        facts_of(info),
        attrgetter(name),
        required=always_present(info),
        example=_example(info),
        source=str(extra.get("source", "")) if isinstance(extra, dict) else "",
    )


def _example(info: FieldInfo) -> str:
    (example,) = info.examples or ("",)
    return "|".join(map(str, example)) if isinstance(example, list) else str(example)


def _compose(outer: Reader, inner: Reader) -> Reader:
    return lambda record: inner(outer(record))


def _optional(outer: Reader, inner: Reader) -> Reader:
    def read(record: Any) -> Any:
        part = outer(record)
        return None if part is None else inner(part)

    return read


def _each(outer: Reader, inner: Reader) -> Reader:
    def read(record: Any) -> Any:
        values = tuple(inner(part) for part in outer(record))
        return values if any(value is not None for value in values) else None

    return read
