"""Walking the model: which fields there are, what each is made of."""

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from generator.model.vocabulary import Term


def leaves(annotation: Any) -> Iterator[type]:
    """The classes an annotation is made of: ``tuple[Lieu, ...] | None`` gives ``Lieu``."""
    if get_origin(annotation) in (Union, UnionType, tuple, Annotated):
        for one in get_args(annotation):
            yield from leaves(one)
    elif isinstance(annotation, type) and annotation is not type(None):
        yield annotation


def part_of(annotation: Any) -> type[BaseModel] | None:
    """The group of fields that an annotation holds, once or in a list; None for a value."""
    return next((one for one in leaves(annotation) if issubclass(one, BaseModel)), None)


def terms_of(annotation: Any) -> type[Term] | None:
    """The closed list that an annotation takes its values from; None for another value."""
    return next((one for one in leaves(annotation) if issubclass(one, Term)), None)


def is_list(annotation: Any) -> bool:
    """True for a field that holds several values or groups."""
    if get_origin(annotation) in (Union, UnionType, Annotated):
        return any(is_list(one) for one in get_args(annotation))
    return get_origin(annotation) is tuple
