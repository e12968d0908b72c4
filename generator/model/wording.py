"""What a reader stumbles on in a text that is otherwise right.

Shouting, contacts that belong in their own field, long sentences. Pure questions; checks decide
what to say of the answers.
"""

import re
from typing import Final

LONG_SENTENCE: Final = 25
"""Words above which a sentence is hard to read (the usual rule of plain French)."""

_WORD = re.compile(r"[^\W\d_]+")
_LONG_WORD = re.compile(r"[^\W\d_]{9,}")
"""A word long enough not to be an acronym when in capitals (FENAMEF has 7 letters, RENCONTRE 9)."""
_NAME_WORD = 7

# Each text of each record is searched for these: a sign that none can be without is looked for first.
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+")
_URL = re.compile(
    r"https?://|\bwww\.|\b[a-z0-9][a-z0-9-]{0,62}\.(?:asso\.fr|gouv\.fr|fr|org|com|net|eu|info|re|bzh|"
    r"alsace|corsica|example)\b(?![.-]?\w)",
    re.IGNORECASE,
)
_GAP = r"[ .\-\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]?"
_PHONE = re.compile(
    rf"(?<![\w+])(?:(?:\+|00){_GAP}(?:33|262|508|590|594|596){_GAP}(?:\(0\){_GAP})?|0)"
    rf"[1-9](?:{_GAP}[0-9]){{8}}(?![0-9])"
)
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
_COUNTED_WORD = re.compile(r"\S*\w\S*")


def all_caps(text: str) -> bool:
    """True when words are written in capitals for no reason; acronyms are left in peace.

    Either one long word is all capitals, or a name of several words has no small letter at all.
    """
    if any(word.isupper() for word in _LONG_WORD.findall(text)):
        return True
    if not text.isupper():
        return False
    words = _WORD.findall(text)
    return len(words) > 1 and max(map(len, words)) >= _NAME_WORD


def contains_email(text: str) -> bool:
    """True when an e-mail address stands in the text instead of in its own field."""
    return "@" in text and _EMAIL.search(text) is not None


def contains_bare_url(text: str) -> bool:
    """True when a web address or a site's name stands in the text (an e-mail's domain is not one)."""
    if "." not in text and "://" not in text:
        return False
    return _URL.search(_EMAIL.sub(" ", text) if "@" in text else text) is not None


def contains_phone_number(text: str) -> bool:
    """True when a ten-digit French number, in any usual grouping, stands in the text."""
    return ("0" in text or "+" in text) and _PHONE.search(text) is not None


def long_sentences(text: str, words: int = LONG_SENTENCE) -> list[str]:
    """The sentences and list items of ``text`` that have more than ``words`` words, in order."""
    return [
        sentence.strip()
        for sentence in _SENTENCE_END.split(text)
        if len(_COUNTED_WORD.findall(sentence)) > words
    ]
