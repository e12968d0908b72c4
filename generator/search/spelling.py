"""The words of the table as they are also typed: « médiassion », « divorse », « violances », « avocats ».

The browser does the same with the same table (``theme/static/find/spelling.js``); a test holds one to
the other.
"""

import re
from collections.abc import Sequence
from functools import cache

from generator.search.asked import ACTIVITY_NAMES, ARTICLES, COMMON, LINKS
from generator.search.synonyms import MEANINGS
from generator.territory.names import is_one_edit, search_key

_HEARD_FROM = 5
"""Letters: a shorter word sounds like many others."""
_FORGIVEN_FROM = 7
"""Letters: a shorter one is also one mistake away from others (`devenu`, `détenu`)."""
_SOUNDS = (
    (re.compile("[cst]ion"), "sion"),
    (re.compile("c(?=[eiy])"), "s"),
    (re.compile("e(?=[mn][^aeiouy])"), "a"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile("ph"), "f"),
)

_PHRASES = (
    *(phrase for one in MEANINGS for phrase in one.phrases),
    *(name for name, _ in ACTIVITY_NAMES),
)
_WORDS = tuple(dict.fromkeys(" ".join(_PHRASES).split()))
_KNOWN = frozenset((*_WORDS, *LINKS, *COMMON, *ARTICLES))


def spelt(text: str) -> str:
    """The ``search_key`` of ``text``, its words spelt as in the table.

    A word gives way to that which it stands for, if this makes a phrase of the table: a name that is
    near to a word stays (« médiassion à Arcueil » is of no « accueil »).
    """
    typed = search_key(text).split()
    meant = [word if word in _KNOWN else _meant_by(word) for word in typed]
    kept = _in_phrases(meant)
    return " ".join(meant[rank] if rank in kept else word for rank, word in enumerate(typed))


def _meant_by(typed: str) -> str:
    """The word of the table that sounds the same, or else is near to it."""
    if len(typed) < _HEARD_FROM:
        return typed
    near = (word for word in _WORDS if len(typed) >= _FORGIVEN_FROM and is_one_edit(typed, word))
    return _by_sound().get(_heard(typed)) or next(near, typed)


@cache
def _by_sound() -> dict[str, str]:
    """The first word of each sound."""
    return {_heard(word): word for word in reversed(_WORDS)}


def _heard(word: str) -> str:
    """How a word sounds, more or less."""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word


def _in_phrases(words: Sequence[str]) -> set[int]:
    """The ranks of the words that are in one of the phrases."""
    found: set[int] = set()
    for phrase in _PHRASES:
        parts = phrase.split()
        for start in range(len(words) - len(parts) + 1):
            if list(words[start : start + len(parts)]) == parts:
                found.update(range(start, start + len(parts)))
    return found
