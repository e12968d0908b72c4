"""Which key or item of a record each comment belongs to, so that it follows it everywhere."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.records.comments import Comment
from generator.records.nodes import MappingNode, Node, ScalarNode

Way = tuple[str | int, ...]
"""The way to a value from the root: keys, and indexes counted from 0."""


@dataclass(frozen=True)
class Placement:
    """The comments of a record, by what they belong to; each list is in the order of the file.

    ``heading`` stands at the top, parted from the first key by an empty line. ``above`` is by key
    or item. ``below`` is by group or list: comments that follow its last key or item.
    """

    heading: list[str] = field(default_factory=list)
    above: defaultdict[Way, list[str]] = field(default_factory=lambda: defaultdict(list))
    below: defaultdict[Way, list[str]] = field(default_factory=lambda: defaultdict(list))


@dataclass(frozen=True)
class _Place:
    """Where a key or an item begins; ``indent`` is the column of what it stands in."""

    way: Way
    line: int
    column: int
    is_key: bool


def place_comments(root: MappingNode, comments: Sequence[Comment], text: str) -> Placement:
    """Give each of ``comments`` its place in ``root``, both read from ``text``.

    A comment alone on its line belongs to the key or item that follows it, or to the group that
    ends there when it is set back as that group is. A comment after a value belongs to its key.
    """
    placement = Placement()
    places = list(_places(root))
    columns = dict(_columns(root))
    first_line = places[0].line if places else 0
    heading_end = _last_empty_line(text, first_line)
    for comment in comments:
        if comment.before:
            placement.above[_beside(comment, places)].append(comment.text)
        elif comment.line < heading_end:
            placement.heading.append(comment.text)
        else:
            _place_alone(comment, places, columns, placement)
    return placement


def _last_empty_line(text: str, before: int) -> int:
    lines = text.split("\n")[: max(0, before - 1)]
    return max((number for number, line in enumerate(lines, 1) if not line.strip()), default=0)


def _places(node: Node, way: Way = ()) -> Iterator[_Place]:
    """Every key and item under ``node``, in the order of the file."""
    if isinstance(node, ScalarNode):
        return
    if isinstance(node, MappingNode):
        for entry in node.entries:
            yield _Place((*way, entry.key), entry.line, entry.column, is_key=True)
            yield from _places(entry.value, (*way, entry.key))
        return
    for index, item in enumerate(node.items):
        yield _Place((*way, index), item.line, item.column, is_key=False)
        yield from _places(item, (*way, index))


def _columns(node: Node, way: Way = ()) -> Iterator[tuple[Way, int]]:
    """The column of every group and list that is not empty."""
    if isinstance(node, MappingNode) and node.entries:
        yield way, node.column
        for entry in node.entries:
            yield from _columns(entry.value, (*way, entry.key))
    elif not isinstance(node, ScalarNode | MappingNode) and node.items:
        yield way, node.column
        for index, item in enumerate(node.items):
            yield from _columns(item, (*way, index))


def _place_alone(
    comment: Comment, places: list[_Place], columns: dict[Way, int], placement: Placement
) -> None:
    following = next((one for one in places if one.line > comment.line), None)
    before = [one for one in places if one.line < comment.line]
    around = _around(before[-1].way, columns) if before else []
    set_back = [way for way in around if columns[way] <= comment.column]
    last = set_back[-1] if set_back else ()
    if following is None or columns.get(last, 0) > columns[following.way[:-1]]:
        placement.below[last].append(comment.text)
    else:
        placement.above[following.way].append(comment.text)


def _around(way: Way, columns: dict[Way, int]) -> list[Way]:
    """The groups and lists that hold ``way``, the root first."""
    ways = [way[:length] for length in range(len(way) + 1)]
    return [one for one in ways if one in columns]


def _beside(comment: Comment, places: list[_Place]) -> Way:
    """What a comment that follows something on its line belongs to: the first key there.

    After a dash alone, the item that begins on the next line.
    """
    place = (comment.line, comment.column)
    before = [one for one in places if (one.line, one.column) < place]
    if not comment.before.strip("- "):
        return places[len(before)].way if len(before) < len(places) else before[-1].way
    here = [one for one in before if one.line == comment.line]
    keys = [one for one in here if one.is_key]
    return (keys or here or before[-1:] or places)[0].way
