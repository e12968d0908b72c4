"""From the cells of our own columns back to the fields of a record: the reverse of the exports."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from generator.exports.columns import OWN_TABLE, Kind, facts_of
from generator.exports.values import INTERNAL_FIELDS, SEPARATOR
from generator.importing.draft import put
from generator.model.fields import is_list, part_of
from generator.model.service import Lieu, Service

_ITEM = re.compile(rf"(?:[^\\{SEPARATOR}]|\\.)*", re.DOTALL)
_FRENCH_DATE = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_WHOLE = re.compile(r"-?\d{1,3}")
_DECIMAL_COMMA = re.compile(r"-?\d{1,3},\d+")


@dataclass(frozen=True)
class Target:
    """Where the cells of a column go.

    ``way`` leads to the field. ``of_each`` is True when it is a field of each item of the list
    ``way[0]``; ``many`` when the field itself holds several values.
    """

    way: tuple[str, ...]
    kind: Kind
    of_each: bool = False
    many: bool = False

    @property
    def name(self) -> str:
        """The field as messages write it."""
        return f"{self.way[0]}[1].{self.way[1]}" if self.of_each else ".".join(self.way)


def _targets(model: type[BaseModel]) -> Iterator[tuple[str, Target]]:
    for name, info in model.model_fields.items():
        if name in INTERNAL_FIELDS | OWN_TABLE:
            continue
        part = part_of(info.annotation)
        if part is None:
            facts = facts_of(info)
            yield name, Target((name,), facts.kind, many=facts.many)
            continue
        each = is_list(info.annotation)
        for inner, target in _targets(part):
            yield f"{name}_{inner}", Target((name, *target.way), target.kind, each, target.many)


SERVICE_TARGETS = dict(_targets(Service))
"""By the name of a column of ``services.csv``."""

PLACE_TARGETS = dict(_targets(Lieu))
"""By the name of a column of ``lieux.csv``."""


def split_items(cell: str) -> list[str]:
    """The items of a list joined in a cell: the exact reverse of the exports' ``as_cell``."""
    if not cell:
        return []
    items, start = [], 0
    while True:
        found = _ITEM.match(cell, start)
        end = found.end() if found else start
        if end < len(cell) and cell[end] == "\\":  # a lone backslash at the end of the cell
            end = len(cell)
        items.append(re.sub(r"\\(.)", r"\1", cell[start:end], flags=re.DOTALL))
        if end >= len(cell):
            return items
        start = end + 1


def fill(data: dict[str, Any], target: Target, cell: str) -> None:
    """Put what ``cell`` says where it belongs in ``data``; nothing when it is empty."""
    if target.of_each:
        for rank, item in enumerate(split_items(cell)):
            groups = data.setdefault(target.way[0], [])
            while len(groups) <= rank:
                groups.append({})
            put(groups[rank], target.way[1:], item)
    else:
        put(data, target.way, split_items(cell) if target.many else cell)


def usual(cell: str, target: Target) -> tuple[str, str]:
    """What people write, as a record writes it, and what to tell of it (empty when it is the same).

    A date in French form, a decimal comma and « OUI » are understood; anything else is left to the
    checks.
    """
    text = cell.strip(" \t\xa0") if target.kind is not Kind.TEXT else cell
    if target.kind is Kind.DATE and not target.of_each and (found := _FRENCH_DATE.fullmatch(text)):
        day, month, year = found.groups()
        iso = f"{year}-{int(month):02}-{int(day):02}"
        return iso, f"« {text} » est lu comme le {iso} (année-mois-jour)"
    if target.kind is Kind.NUMBER and _DECIMAL_COMMA.fullmatch(text):
        return text.replace(",", "."), f"« {text} » est lu avec un point décimal"
    if target.kind is Kind.NUMBER and _WHOLE.fullmatch(text):
        return f"{text}.0", ""  # as spreadsheets show a number without decimals
    if target.kind is Kind.BOOLEAN:
        return text.lower(), ""
    return text, ""
