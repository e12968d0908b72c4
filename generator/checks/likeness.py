"""Names that are nearly the same, found without comparing every name with every other."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import TypeVar

from generator.territory import search_key

Key = tuple[str, ...]

_EMPTY = frozenset("a au aux d de des du en et l la le les pour un une".split())
_TYPO_LENGTH = 5
"""Letters from which one letter wrong is a slip: « Ain » and « Aisne » are two places."""
_ALIKE = 0.8
_NEIGHBOURS = 6

Item = TypeVar("Item")


def name_key(name: str) -> Key:
    """The words of a name that tell it from others: no accent, capital, article nor hyphen."""
    return tuple(word for word in search_key(name).split() if word not in _EMPTY)


def nearly_same(one: Key, other: Key) -> bool:
    """True when two keys have the same words, but for one slip in one long word."""
    if one == other:
        return bool(one)
    if len(one) != len(other):
        return False
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(differing) == 1 and _is_slip(*differing[0])


def _is_slip(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _TYPO_LENGTH or not (one + other).isalpha():
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def neighbours(items: Iterable[tuple[Key, Item]]) -> Iterator[tuple[Item, Item]]:
    """Pairs of items whose keys are nearly the same, each pair once, in the order of the keys.

    Sorted neighbourhood (Hernández and Stolfo, « The Merge/Purge Problem for Large Databases »,
    SIGMOD 1995): keys in order are compared with the next few only. A slip in the first word may
    escape; ten thousand records take no longer than ten times a thousand.
    """
    ordered = sorted(items, key=lambda item: item[0])
    for index, (key, item) in enumerate(ordered):
        for other_key, other in ordered[index + 1 : index + _NEIGHBOURS]:
            if nearly_same(key, other_key):
                yield item, other
