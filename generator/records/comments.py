"""The comments of a record, which the parser's events leave out.

Outside scalars YAML knows only white space, indicators and comments, and indicators of a record
that was read without error (no anchor, no tag) hold no « # »: the first one that no scalar covers
opens the comment of its line.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from generator.records import events

_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*")


class Comment(NamedTuple):
    """A comment, from its « # » to the end of its line. Lines and columns count from 1.

    ``before`` is what stands before it on its line, without the white space around; empty when the
    comment is alone.
    """

    text: str
    line: int
    column: int
    before: str


def comments(text: str) -> Iterator[Comment]:
    """The comments of ``text``, a ``Record.text`` that was read without error, in order."""
    if "#" not in text:
        return
    lines = text.split("\n")
    covered = _covered(text, lines)
    for number, line in enumerate(lines):
        start = _first_uncovered(line, covered[number])
        if start is not None:
            yield Comment(line[start:].rstrip(), number + 1, start + 1, line[:start].strip())


Span = tuple[int, int]
"""The columns of a line that a scalar covers, counted from 0, the end left out."""


def _covered(text: str, lines: list[str]) -> defaultdict[int, list[Span]]:
    """What scalars cover, by line."""
    covered: defaultdict[int, list[Span]] = defaultdict(list)
    for event in events.events(text):
        if not isinstance(event, events.Scalar):
            continue
        first, last = event.start_mark, event.end_mark
        for number in range(first.line, last.line + 1):
            start = first.column if number == first.line else 0
            end = last.column if number == last.line else len(lines[number])
            if number == first.line and event.style in ("|", ">"):
                # A comment may follow the sign that opens a block of text.
                header = _BLOCK_HEADER.match(lines[number], start)
                end = header.end() if header else end
            covered[number].append((start, end))
    return covered


def _first_uncovered(line: str, spans: list[Span]) -> int | None:
    """Where the first « # » of ``line`` that no span covers stands, counted from 0."""
    place = line.find("#")
    while place >= 0:
        end = next((end for start, end in spans if start <= place < end), None)
        if end is None:
            return place
        place = line.find("#", end)
    return None
