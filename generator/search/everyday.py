"""What the everyday words of a text mean here, with the table of ``synonyms/``."""

from generator.search.meaning import Meaning, longest_first
from generator.search.synonyms import MEANINGS
from generator.territory.names import holds, search_key

PHRASES = longest_first(phrase for one in MEANINGS for phrase in one.phrases)
"""The phrases of all meanings, the longest first."""


def meaning_of(text: str) -> Meaning | None:
    """What the words of ``text`` mean here: the first line of the table with a phrase in it."""
    key = search_key(text)
    return next(
        (one for one in MEANINGS if any(holds(key, phrase) for phrase in one.phrases)), None
    )
