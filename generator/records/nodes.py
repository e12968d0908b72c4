"""The tree of a record: text, with the place in the file where each piece stands.

Lines and columns count from 1, columns in characters. Named tuples, because thousands of records
are read at each check and a frozen dataclass takes three times as long to make.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple, TypeAlias

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
"""What the model receives: text, lists and dicts; ``None`` where nothing was written."""

Loc: TypeAlias = "Sequence[str | int]"
"""The way to a value from the root: keys, and indexes counted from 0."""


class Style(StrEnum):
    """How a scalar was written."""

    PLAIN = "plain"
    QUOTED = "quoted"
    BLOCK = "block"


PLAIN = Style.PLAIN
"""By itself: an attribute of an enumeration takes as long to find as a third of a scalar to read."""


class Position(NamedTuple):
    """A place in a file."""

    line: int
    column: int


class ScalarNode(NamedTuple):
    """A text: decoded, in Unicode normal form C."""

    text: str
    style: Style
    line: int
    column: int

    @property
    def is_absent(self) -> bool:
        """Whether nothing was written (``clé:``); ``clé: ""`` is an empty text, not an absence."""
        return not self.text and self.style is PLAIN


class SequenceNode(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    line: int
    column: int


class Entry(NamedTuple):
    """A key, where it stands, and its value."""

    key: str
    line: int
    column: int
    value: Node


class MappingNode(NamedTuple):
    """Keys and values, in the order of the file; no key twice, none empty."""

    entries: tuple[Entry, ...]
    line: int
    column: int

    def entry(self, key: str) -> Entry | None:
        """Return the entry of ``key``, or ``None``."""
        return next((entry for entry in self.entries if entry.key == key), None)


Node: TypeAlias = "ScalarNode | SequenceNode | MappingNode"


def plain(node: Node) -> Plain:
    """Return the node without positions: every scalar is a ``str``, or ``None`` where it is absent."""
    if isinstance(node, ScalarNode):
        return None if node.is_absent else node.text
    if isinstance(node, SequenceNode):
        return [plain(item) for item in node.items]
    return {entry.key: plain(entry.value) for entry in node.entries}


def node_at(root: Node, loc: Loc, *, key: bool = False) -> Position:
    """Tell where to send the reader for the value at ``loc``.

    The place of the value; of its key when nothing is written after it, or when ``key`` is true
    (the key itself is wrong). Where ``loc`` leads nowhere (a missing field), the nearest ancestor:
    its key if it has one, else its own beginning.
    """
    node = root
    own = Position(root.line, root.column)
    for index, step in enumerate(loc):
        if isinstance(node, MappingNode) and isinstance(step, str):
            entry = node.entry(step)
            if entry is None:
                return own
            node, own = entry.value, Position(entry.line, entry.column)
        elif isinstance(node, SequenceNode) and isinstance(step, int):
            if not 0 <= step < len(node.items):
                return own
            node = node.items[step]
            own = Position(node.line, node.column)
        else:
            return own
        if index == len(loc) - 1 and not key and not _is_absent(node):
            return Position(node.line, node.column)
    return own


def field_name(loc: Loc) -> str:
    """Write ``loc`` as a partner would say it, items counted from 1: ``lieux[2].code_postal``."""
    name = ""
    for step in loc:
        if isinstance(step, int):
            name += f"[{step + 1}]"
        else:
            name += f".{step}" if name else step
    return name


def _is_absent(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.is_absent
