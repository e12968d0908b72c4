"""A record written again in its one form, its meaning and its comments checked before it is given."""

from collections.abc import Iterator

from generator.errors import AnnuaireError
from generator.formatting.layout import Layout, record_layout
from generator.formatting.placement import Placement, Way, place_comments
from generator.formatting.scalars import write_key, write_scalar
from generator.records.comments import Comment, comments
from generator.records.nodes import Entry, MappingNode, Node, SequenceNode, plain
from generator.records.reader import Record, read_record

SCHEMA_LINE = "# yaml-language-server: $schema=../../../schema/service.schema.json"
"""First line of every record: editors with a YAML extension complete and explain the fields."""

_SCHEMA_MARK = "yaml-language-server:"
_STEP = 2


class FormattingError(AnnuaireError):
    """The record cannot be written in its one form without a change of meaning: it is left alone."""


def format_record(record: Record) -> str:
    """The text of ``record`` in its one form, read back: same values, same comments.

    ``record`` was read without error. Raises ``FormattingError``.
    """
    if record.root is None:
        raise FormattingError(f"{record.path} ne peut pas être lu.")
    kept = [one for one in comments(record.text) if _SCHEMA_MARK not in one.text]
    text = write_record(record.root, place_comments(record.root, kept, record.text))
    _verify(record, kept, text)
    return text


def write_record(root: MappingNode, placement: Placement | None = None) -> str:
    """The text of a record, with the schema line on top and ``placement``'s comments."""
    placement = placement or Placement()
    lines = [SCHEMA_LINE]
    if placement.heading:
        lines += [*placement.heading, ""]
    lines += _Writer(placement).mapping(root, (), record_layout(), 0)
    return "\n".join(lines) + "\n"


def _verify(record: Record, kept: list[Comment], text: str) -> None:
    again = read_record(text.encode(), record.path)
    same = (
        record.root is not None
        and again.root is not None
        and plain(again.root) == plain(record.root)
        and not again.problems
    )
    written = [one.text for one in comments(text) if _SCHEMA_MARK not in one.text] if same else []
    if not same or sorted(written) != sorted(one.text for one in kept):
        raise FormattingError(
            f"{record.path} ne peut pas être mis en forme sans que son sens change : le fichier "
            "est laissé tel quel. C'est un défaut du programme, signalez-le."
        )


class _Writer:
    """Writes the pieces of one record; each method gives lines with their indentation."""

    def __init__(self, placement: Placement) -> None:
        self._placement = placement

    def mapping(self, node: MappingNode, way: Way, layout: Layout, indent: int) -> list[str]:
        """Keys in the order of ``layout``; those it does not know come last, in their own order."""
        lines: list[str] = []
        for entry in sorted(node.entries, key=lambda one: layout.rank(one.key)):
            here = (*way, entry.key)
            lines += self._comments(self._placement.above[here], indent)
            lines += self._entry(entry, here, layout.of(entry.key), indent)
        return [*lines, *self._comments(self._placement.below[way], indent)]

    def _entry(self, entry: Entry, way: Way, layout: Layout, indent: int) -> Iterator[str]:
        head = f"{' ' * indent}{write_key(entry.key)}:"
        value = entry.value
        if isinstance(value, MappingNode) and value.entries:
            yield head
            yield from self.mapping(value, way, layout, indent + _STEP)
        elif isinstance(value, SequenceNode) and value.items:
            yield head
            yield from self._sequence(value, way, layout, indent + _STEP)
        else:
            first, *more = self._small(value, layout, indent + _STEP, len(head) + 1)
            yield f"{head} {first}".rstrip()
            yield from more

    def _sequence(self, node: SequenceNode, way: Way, layout: Layout, indent: int) -> Iterator[str]:
        for index, item in enumerate(node.items):
            here = (*way, index)
            yield from self._comments(self._placement.above[here], indent)
            yield from self._item(item, here, layout, indent)
        yield from self._comments(self._placement.below[way], indent)

    def _item(self, item: Node, way: Way, layout: Layout, indent: int) -> Iterator[str]:
        dash = f"{' ' * indent}-"
        lines: list[str] = []
        if isinstance(item, MappingNode) and item.entries:
            lines = self.mapping(item, way, layout, indent + _STEP)
        elif isinstance(item, SequenceNode) and item.items:
            lines = list(self._sequence(item, way, layout, indent + _STEP))
        if lines:
            # What is said of its first key or item stands above the dash.
            while lines[0].lstrip().startswith("#"):
                yield lines.pop(0).removeprefix(" " * _STEP)
            yield f"{dash} {lines[0].lstrip()}"
            yield from lines[1:]
        else:
            first, *more = self._small(item, layout, indent + _STEP, len(dash) + 1)
            yield f"{dash} {first}".rstrip()
            yield from more

    def _small(self, node: Node, layout: Layout, indent: int, column: int) -> list[str]:
        """A scalar, or an empty group or list."""
        if isinstance(node, MappingNode):
            return ["{}"]
        if isinstance(node, SequenceNode):
            return ["[]"]
        if node.is_absent:
            return [""]
        return write_scalar(node.text, layout, indent=indent, column=column)

    @staticmethod
    def _comments(comments: list[str], indent: int) -> Iterator[str]:
        return (" " * indent + one for one in comments)
