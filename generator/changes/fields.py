"""The fields that differ between two states of one service."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.changes.changes import FieldChange, Way
from generator.changes.edition import Document
from generator.model.vocabulary import Precision

_SAME_ITEM: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "lieux": (
        ("code_insee", "adresse", "nom"),
        ("code_insee", "adresse"),
        ("code_insee", "nom"),
        ("adresse", "code_postal"),
        ("nom",),
        ("code_insee", "role"),
        ("code_insee",),
        ("adresse_visible", "departement"),
    ),
    "sources": (("url",),),
    "fermetures": (("debut", "fin"), ("debut",)),
}
"""What makes an item of a list the same one as before, the surest first."""

_POSITION = ("latitude", "longitude", "precision")


def differences(before: Document, after: Document, omit: frozenset[str]) -> Iterator[FieldChange]:
    """Each field that differs, in the order of the later state; ``omit`` are fields not looked at."""
    yield from _of_group(_comparable(before, omit), _comparable(after, omit), ())


def _comparable(service: Document, omit: frozenset[str]) -> dict[str, Any]:
    """Without what is computed: a position that is a commune's centre says no more than the commune."""
    kept = {name: value for name, value in service.items() if name not in omit}
    if isinstance(kept.get("lieux"), list):
        kept["lieux"] = [
            {key: value for key, value in lieu.items() if key not in _POSITION}
            if lieu.get("precision") == Precision.COMMUNE
            else lieu
            for lieu in kept["lieux"]
        ]
    return kept


def _of_group(
    before: Mapping[str, Any], after: Mapping[str, Any], way: Way
) -> Iterator[FieldChange]:
    for name in dict.fromkeys((*after, *before)):
        yield from _of_value(before.get(name), after.get(name), (*way, name))


def _of_value(before: Any, after: Any, way: Way) -> Iterator[FieldChange]:
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        yield from _of_group(before, after, way)
    elif _is_groups(before) and _is_groups(after) and before and after:
        yield from _of_list(before, after, way)
    else:
        yield FieldChange(way, before, after)


def _is_groups(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) for one in value)


def _of_list(
    before: Sequence[dict[str, Any]], after: Sequence[dict[str, Any]], way: Way
) -> Iterator[FieldChange]:
    former = aligned(before, after, str(way[-1]))
    for rank, (item, same) in enumerate(zip(after, former, strict=True)):
        yield from _of_value(None if same is None else before[same], item, (*way, rank))
    for rank in sorted(set(range(len(before))) - set(former)):
        yield FieldChange((*way, rank), before[rank], None)


def aligned(
    before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]], name: str
) -> list[int | None]:
    """For each item of ``after``, the rank of the same item in ``before``, each used once.

    ``name`` is that of the list, and says by which keys two items are the same; None for a new
    item. What keys do not tell apart is paired in order.
    """
    found: list[int | None] = [None] * len(after)
    free = dict.fromkeys(range(len(before)))
    for rank, item in enumerate(after):  # whole items first: what did not change is never paired
        same = next((one for one in free if before[one] == item), None)
        if same is not None:
            found[rank] = same
            del free[same]
    for keys in _SAME_ITEM.get(name, ()):
        for rank, item in enumerate(after):
            if found[rank] is None:
                values = [item.get(key) for key in keys]
                same = next(
                    (one for one in free if [before[one].get(key) for key in keys] == values), None
                )
                if same is not None and None not in values:
                    found[rank] = same
                    del free[same]
    return found
