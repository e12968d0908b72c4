"""Cutting a sorted index into ranges, so that whoever knows a prefix knows which range to load."""

from collections.abc import Iterator, Sequence
from itertools import groupby


def range_starts(keys: Sequence[str], cap: int) -> list[str]:
    """The first prefix of each range of the sorted ``keys``; the first range starts at ``""``.

    A range holds at most ``cap`` keys, unless that many keys are equal. Cuts fall between whole
    prefixes, as short as the cap allows: all keys that begin with a prefix are in one range
    whenever they are at most ``cap``, give or take their neighbours.
    """
    starts = list(_starts("", keys, cap))
    starts[:1] = [""]
    return starts


def _starts(prefix: str, keys: Sequence[str], cap: int) -> Iterator[str]:
    depth = len(prefix)
    groups = [
        (prefix + letter, list(group))
        for letter, group in groupby(keys, key=lambda key: key[depth : depth + 1])
    ]
    if len(keys) <= cap or all(key == prefix for key in keys):
        yield prefix
        return
    room = 0
    for child, group in groups:
        if len(group) > cap and child != prefix:
            yield from _starts(child, group, cap)
            room = 0
            continue
        if len(group) > room:
            yield child
            room = cap
        room -= len(group)
