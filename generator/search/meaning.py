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
    ``filter_id`` is the filter of the search page that keeps the services of which it is true
    (``theme/static/find/filters.js``), if there is one.
    """

    words: tuple[str, ...]
    activity: Activite | None
    explanation: str
    page: str
    title: str
    filter_id: str = ""

    @property
    def is_about_services(self) -> bool:
        """Whether a place beside the words is where one looks for a service."""
        return bool(self.activity or self.filter_id)

    @cached_property
    def phrases(self) -> tuple[str, ...]:
        """``words`` in the form of ``search_key``, the longest first; « ma frappée » for « m'a frappée »."""
        return longest_first(
            search_key(one) for words in self.words for one in (words, words.replace("'", ""))
        )


def longest_first(phrases: Iterable[str]) -> tuple[str, ...]:
    """Each of the phrases once, so that no other has taken away a part of it before its turn."""
    return tuple(sorted(set(phrases), key=lambda one: (-len(one), one)))
