"""How a value of a record is published: plain values for tables, text for cells, JSON."""

import datetime
from enum import Enum
from typing import Any

from pydantic import BaseModel

from generator.model.numbers import format_degrees

SEPARATOR = "|"
"""Joins the items of a list in one cell; an item's own ``|`` and ``\\`` are preceded by ``\\``."""

INTERNAL_FIELDS = frozenset({"derogations"})
"""Fields that concern the making of the directory, not its readers."""

ALWAYS_LISTED = frozenset({"lieux"})
"""Lists that JSON shows even when empty: no place is a fact, any other empty list is not known."""

Plain = str | int | float | bool | datetime.date | tuple[Any, ...] | None
"""What a table holds: a value or a list of values, without any class of ours."""


def as_plain(value: Any) -> Plain:
    """``value`` without any class of ours: telephones, hours and terms as their text."""
    match value:
        case None | bool() | int() | float() | datetime.date():
            return value
        case tuple():
            return tuple(as_plain(one) for one in value) or None
        case Enum():
            return str(value.value)
        case _:
            return str(value)


def as_cell(value: Plain) -> str:
    """A plain value as the text of a cell: empty when absent, ``oui``/``non``, ISO dates."""
    match value:
        case None:
            return ""
        case bool():
            return "oui" if value else "non"
        case float():
            return format_degrees(value)
        case tuple():
            return SEPARATOR.join(_escaped(as_cell(one)) for one in value)
        case _:  # a date is written as in ISO 8601
            return str(value)


def _escaped(item: str) -> str:
    return item.replace("\\", "\\\\").replace(SEPARATOR, "\\" + SEPARATOR)


def as_json(value: Any) -> Any:
    """``value`` as JSON: real booleans and numbers, ISO dates, no key for what is not known."""
    match value:
        case BaseModel():
            return {
                name: as_json(one)
                for name in type(value).model_fields
                if ((one := getattr(value, name)) not in (None, ()) or name in ALWAYS_LISTED)
                and name not in INTERNAL_FIELDS
            }
        case tuple():
            return [as_json(one) for one in value]
        case datetime.date():
            return value.isoformat()
        case _:
            return as_plain(value)
