"""The fields of the model as an editor or a reader of the data dictionary needs them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model.fields import is_list, part_of, terms_of
from generator.model.service import DERIVED_FIELDS, Service
from generator.model.types import Written
from generator.model.vocabulary import Term


@dataclass(frozen=True)
class Described:
    """One field: what it is called, what it means, what may be written in it.

    Exactly one of ``part``, ``terms`` and ``written`` says what it holds, once or in a list.
    ``example`` is written as in a record; ``source`` is that of its constraint, perhaps empty.
    """

    name: str
    title: str
    meaning: str
    example: Any
    source: str
    is_required: bool
    is_list: bool
    minimum: int
    """How many items a list holds at least."""
    default: str | None
    """The code understood when the field is absent; None when absence means that one does not know."""
    part: type[BaseModel] | None
    terms: type[Term] | None
    written: Written | None


def fields_of(model: type[BaseModel]) -> Iterator[Described]:
    """The fields that a record writes, in their order; those its path gives are left out."""
    for name, info in model.model_fields.items():
        if model is not Service or name not in DERIVED_FIELDS:
            yield _described(name, info)


def parts() -> dict[type[BaseModel], str]:
    """The record and every group of fields under it, each once, with its dotted name.

    The record's own name is empty; the items of a list are marked: ``lieux[].accessibilite``.
    """
    found: dict[type[BaseModel], str] = {Service: ""}
    waiting: list[type[BaseModel]] = [Service]
    while waiting:
        model = waiting.pop(0)
        for one in fields_of(model):
            if one.part is not None and one.part not in found:
                found[one.part] = dotted(found[model], one)
                waiting.append(one.part)
    return found


def dotted(holder: str, field: Described) -> str:
    """The dotted name of ``field`` in the group whose name is ``holder``."""
    name = f"{field.name}[]" if field.part is not None and field.is_list else field.name
    return f"{holder}.{name}" if holder else name


def _described(name: str, info: FieldInfo) -> Described:
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    part, terms = part_of(info.annotation), terms_of(info.annotation)
    plain = part is None and terms is None
    return Described(
        name,
        info.title or "",
        info.description or "",
        info.examples[0] if info.examples else "",
        str(extra.get("source", "")),
        info.is_required(),
        is_list(info.annotation),
        next((one.min_length for one in info.metadata if hasattr(one, "min_length")), 1),
        info.default.value if isinstance(info.default, Term) else None,
        part,
        terms,
        _written([*info.metadata, info.annotation], name) if plain else None,
    )


def _written(sources: list[Any], name: str) -> Written:
    """The kind of value among ``sources``: annotations, and what annotates their items."""
    for one in sources:
        if isinstance(one, Written):
            return one
        sources += [*getattr(one, "__metadata__", ()), *get_args(one)]
    raise TypeError(f"no kind of value in the annotation of {name}")
