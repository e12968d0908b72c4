"""What some words of a text mean here: a line of the table of ``synonyms/``."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from generator.model.vocabulary import Activite
from generator.territory.names import search_key


@dataclass(frozen=True)
class Meaning:
    """What some words mean here.

    ``words`` are phrases as people write them; any of them, whole, in what is typed is enough.
    ``activity`` is what they are most likely looking for, ``None`` when a service is not the first
    answer. ``page`` is the address of the page that says more, without slashes; ``title`` its link.
    """

    words: tuple[str, ...]
    activity: Activite | None
    explanation: str
    page: str
    title: str

    @cached_property
    def phrases(self) -> tuple[str, ...]:
        """``words`` in the form of ``search_key``, the longest first."""
        return longest_first(map(search_key, self.words))


def longest_first(phrases: Iterable[str]) -> tuple[str, ...]:
    """Each of the phrases once, so that no other has taken away a part of it before its turn."""
    return tuple(sorted(set(phrases), key=lambda one: (-len(one), one)))
