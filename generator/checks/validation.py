"""From the text of a record to a ``Service``: each field on its own.

pydantic collects every fault of a record at once (``faults.py`` says each in French). A record with
faults still gives a *draft*: what is wrong is left out, so that the rules across fields can speak
in the same run. A draft never leaves the checks.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.checks.faults import Fault, derived_fault, empty_fault, faults_of
from generator.checks.rules import Finding, Location
from generator.model.service import DERIVED_FIELDS, Service

_PAGE = "https://www.association.example/"

STAND_INS: Mapping[str, Any] = {
    "type": "mediation_familiale",
    "nom": "Service",
    "statut": "ouvert",
    "gestionnaire": {"nom": "Organisme"},
    "gestionnaire.nom": "Organisme",
    "resume": "Résumé.",
    "contact": {"site_web": _PAGE},
    "lieux.*": {"role": "siege", "adresse_visible": "departement", "departement": "75"},
    "lieux.*.role": "siege",
    "sources": [{"url": _PAGE}],
    "sources.*": {"url": _PAGE},
    "sources.*.url": _PAGE,
    "verification": {"statut": "a_confirmer"},
    "verification.statut": "a_confirmer",
}
"""What stands in a draft for a required value that is missing or wrong: valid, and of no interest.

Items of other lists fall with their whole list, so that indexes keep meaning the same items.
"""


@dataclass(frozen=True)
class Validated:
    """A service, its faults, and what a draft of it is worth.

    ``replaced`` are the locations where the draft differs from what was written; ``is_true`` is
    False when something stands in it that nobody wrote.
    """

    service: Service
    faults: tuple[Fault, ...] = ()
    replaced: frozenset[Location] = frozenset()
    is_true: bool = True

    def is_void(self, finding: Finding) -> bool:
        """True when nothing true can be said at the finding's location, or from what it needs."""
        if not self.replaced:
            return False
        return any(_ways_to(finding.location, self.replaced)) or any(
            one in self._above or any(_ways_to(one, self.replaced)) for one in finding.needs
        )

    @cached_property
    def _above(self) -> frozenset[Location]:
        """The locations that hold something replaced, the replaced ones too."""
        return frozenset(gone[:size] for gone in self.replaced for size in range(len(gone) + 1))


def _ways_to(location: Location, known: Collection[Location]) -> Iterator[bool]:
    """Whether each location from the whole record down to ``location`` is known."""
    return (location[:size] in known for size in range(len(location) + 1))


def validate(data: Mapping[str, Any], identifier: str, departement: str) -> Validated:
    """The service that ``data`` describes, or a draft of it with the faults found.

    ``data`` is what ``records.plain`` gives: text, lists and dicts, ``None`` where nothing was
    written. ``identifier`` and ``departement`` come from the file's path.
    """
    derived = {"id": identifier, "departement": departement}
    faults = [derived_fault(name) for name in DERIVED_FIELDS if name in data]
    given = {name: value for name, value in data.items() if name not in DERIVED_FIELDS}
    empty: list[tuple[Location, Any]] = []
    written = _written(given, (), empty)
    faults += [empty_fault(location, value) for location, value in empty]
    replaced: set[Location] = {fault.finding.location for fault in faults}
    invented = False
    details: list[ErrorDetails] | None = None
    while True:
        try:
            service = Service.model_validate(written | derived, context=derived)
            return Validated(service, tuple(faults), frozenset(replaced), not invented)
        except ValidationError as error:
            # An empty list has been taken out: one that is too short has a wrong item, told by itself.
            left = [one for one in error.errors(include_url=False) if one["type"] != "too_short"]
        if details is None:
            faults += [
                fault
                for one in left
                if tuple(one["loc"]) not in replaced
                for fault in faults_of(one)
            ]
        elif left == details:
            raise AssertionError(f"a draft that cannot be mended: {left}")
        details = left
        for one in left:
            location, stands_in = _replace(written, one)
            replaced.add(location)
            invented = invented or stands_in


def _written(node: Any, location: Location, empty: list[tuple[Location, Any]]) -> Any:
    """A copy of ``node`` without the keys nothing is written after; ``empty`` gets where and what.

    An empty item of a list is only noted: the others keep their indexes.
    """
    if isinstance(node, dict):
        kept = {}
        for key, value in node.items():
            if isinstance(value, str):  # nearly all of them, without making the way to each
                kept[key] = value
            elif value is None or value in ({}, []):
                empty.append(((*location, key), value))
            else:
                kept[key] = _written(value, (*location, key), empty)
        return kept
    if isinstance(node, list):
        empty += [((*location, index), item) for index, item in enumerate(node) if item is None]
        return [_written(item, (*location, index), empty) for index, item in enumerate(node)]
    return node


def _replace(written: dict[str, Any], error: ErrorDetails) -> tuple[Location, bool]:
    """Put a stand-in where ``error`` is, or leave out the smallest part that can be.

    Returns where, and whether something now stands there that nobody wrote.
    """
    location: Location = tuple(error["loc"])
    missing = error["type"] == "missing"
    while True:
        *way, last = location
        pattern = ".".join("*" if isinstance(step, int) else step for step in location)
        parent = _reach(written, way)
        if parent is None:
            return location, False
        if pattern in STAND_INS:
            parent[last] = deepcopy(STAND_INS[pattern])
            return location, True
        if isinstance(last, str) and not missing:
            parent.pop(last, None)
            return location, False
        location, missing = tuple(way), False


def _reach(node: Any, way: Sequence[str | int]) -> Any:
    """The mapping or list at ``way``, or None when an earlier error took it out."""
    for step in way:
        if isinstance(node, dict) and isinstance(step, str):
            node = node.get(step)
        elif isinstance(node, list) and isinstance(step, int) and step < len(node):
            node = node[step]
        else:
            return None
    return node if isinstance(node, dict | list) else None
