"""The form in which two spellings of a French place name are the same."""

import re
import unicodedata
from functools import lru_cache

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})
_OVER = re.compile(r"\bs/")
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_ARTICLE = re.compile(r"(?:le|la|les|l) (?=.)")
_EXPANSIONS = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}


@lru_cache(maxsize=100_000)
def search_key(text: str) -> str:
    """``text`` in lower case, without accents, its words joined by single spaces.

    Hyphens, apostrophes and other signs separate words; ``St``/``Ste`` are written out, and
    ``s/`` reads ``sur``: ``"St-Étienne"`` and ``"SAINT ETIENNE"`` give ``"saint etienne"``.
    The result is empty when no Latin letter nor digit is left.
    """
    lowered = text.lower()
    if not lowered.isascii():
        decomposed = unicodedata.normalize("NFKD", lowered.translate(_LIGATURES))
        lowered = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    words = _NOT_LETTERS.sub(" ", _OVER.sub("sur ", lowered)).split()
    return " ".join(_EXPANSIONS.get(word, word) for word in words)


def holds(key: str, part: str) -> bool:
    """Whether the words of ``part`` stand in a ``search_key``, whole and in that order."""
    return f" {part} " in f" {key} "


def without_article(key: str) -> str:
    """A ``search_key`` without the article that begins it: ``"la rochelle"`` is ``"rochelle"``."""
    found = _ARTICLE.match(key)
    return key[found.end() :] if found else key


def is_one_edit(one: str, other: str) -> bool:
    """Whether two keys are one mistake apart, which is not in their first letter.

    A letter wrong, missing or too many, or two swapped.
    """
    if one == other or one[:1] != other[:1]:
        return False
    at = 0
    while one[at : at + 1] == other[at : at + 1]:
        at += 1
    left, right = one[at:], other[at:]
    is_swapped = left[1::-1] == right[:2] and left[2:] == right[2:]
    return is_swapped or left[1:] in (right[1:], right) or left == right[1:]
