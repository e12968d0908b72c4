"""The only door to ``yaml``: the events of its parser, one after the other.

``yaml.load`` and ``yaml.compose`` are never called: libyaml's recursive loaders crash the process
on deep nesting, and constructors build far more than text. The event parser keeps no more than a
few tokens ahead, so whoever takes the events can stop a hostile file as it streams. Without
libyaml, PyYAML's own parser gives the same trees, about fifty times slower; where it stops, what
is said may be less exact.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple, Protocol, cast

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser, or PyYAML's own where libyaml was not built in."""

# As plain types, to which that of an event, known here by its attributes, can be compared.
Scalar: type = yaml.ScalarEvent
MappingStart: type = yaml.MappingStartEvent
MappingEnd: type = yaml.MappingEndEvent
SequenceStart: type = yaml.SequenceStartEvent
SequenceEnd: type = yaml.SequenceEndEvent
DocumentStart: type = yaml.DocumentStartEvent


class Mark(Protocol):
    """A place in the text, counted from 0."""

    line: int
    column: int


class Event(Protocol):
    """An event of any kind; only the attributes of its kind are there."""

    start_mark: Mark
    end_mark: Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str | None
    version: object
    tags: object


class Fault(NamedTuple):
    """Where the parser stopped, and where what it was reading began; counted from 0.

    ``problem`` is what it says, in English: never shown.
    """

    problem: str
    line: int
    column: int
    begun_line: int
    begun_column: int


class UnreadableError(Exception):
    """The parser can go no further."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


def events(text: str) -> Iterator[Event]:
    """Yield the parser's events; raise `UnreadableError` where it stops."""
    try:
        # As `yaml.parse` does, without asking before each event whether there is one: there is
        # none after the last, and the stubs let an event have no mark, which those of a parser have.
        following = cast("Callable[[], Event | None]", LOADER(text).get_event)
        while (event := following()) is not None:
            yield event
    except yaml.MarkedYAMLError as error:
        place = error.problem_mark
        if place is None:
            raise UnreadableError(Fault("", 0, 0, 0, 0)) from error
        begun = error.context_mark or place
        raise UnreadableError(
            Fault(error.problem or "", place.line, place.column, begun.line, begun.column)
        ) from error
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # PyYAML's own parser lets int() and chr() fail on absurd numbers and escapes.
        raise UnreadableError(Fault("", 0, 0, 0, 0)) from error
