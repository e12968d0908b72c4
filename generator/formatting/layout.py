"""How a part of a record is laid out: the order of its keys, and which values are quoted.

Derived from the model: a new field needs nothing here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from generator.model.fields import part_of
from generator.model.service import DERIVED_FIELDS, Service
from generator.model.types import Written


@dataclass(frozen=True)
class Layout:
    """The layout of a value and of what it holds. The items of a list share the list's layout."""

    keys: dict[str, Layout] = field(default_factory=dict)
    """What stands under each key, in the order in which they are written."""
    is_quoted: bool = False
    """A code, a telephone number, a date: between quotation marks."""

    def of(self, key: str) -> Layout:
        """The layout of what stands under ``key``; a plain one when the key is unknown."""
        return self.keys.get(key, _UNKNOWN)

    def rank(self, key: str) -> int:
        """Where ``key`` comes among the others; unknown ones all come last."""
        return next((rank for rank, one in enumerate(self.keys) if one == key), len(self.keys))


_UNKNOWN = Layout()


@cache
def record_layout() -> Layout:
    """The layout of a whole record."""
    return _layout(Service)


def _layout(model: type[BaseModel]) -> Layout:
    keys = {}
    for name, info in model.model_fields.items():
        if model is Service and name in DERIVED_FIELDS:
            continue
        part = part_of(info.annotation)
        written = [*info.metadata, *_items(info.annotation)]
        is_quoted = any(one.is_quoted for one in written if isinstance(one, Written))
        keys[name] = _layout(part) if part else Layout(is_quoted=is_quoted)
    return Layout(keys)


def _items(annotation: Any) -> list[Any]:
    """What annotates the items of a list, or the choices of a union."""
    found = list(getattr(annotation, "__metadata__", ()))
    for one in get_args(annotation):
        found += _items(one)
    return found
