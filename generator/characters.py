"""Characters that have no place in the text of a record, and why.

A record is read by people, spread as open data and pasted into other systems: what cannot be seen
must not be there. Decisions that are not obvious:

- no-break spaces (U+00A0, U+202F) belong to French typography: allowed in values; the reader
  refuses them in keys and in indentation, where they look like the space that was meant;
- tabs are refused everywhere: YAML forbids them in indentation, and in a value they break CSV
  columns; no French sentence needs one;
- the zero-width joiner and the variation selectors are refused even inside emoji: they make two
  names that look alike differ, screen readers stumble on emoji, and a record needs none;
- more than four combining marks in a row are refused: they cover the lines around them, and
  ordering them is slow (quadratic in ``unicodedata.normalize``).

Sources: Unicode 15 general categories Cc, Cf, Co, Cs, Zl, Zp, Zs and the property
Default_Ignorable_Code_Point. This module imports nothing of the project.
"""

import re
import unicodedata
from collections.abc import Iterator
from heapq import merge

MAX_COMBINING_MARKS = 4
"""More combining marks than this after one letter are a drawing, not a spelling."""

# French name of a class → the inside of a regular expression's character class. Disjoint.
_CLASSES: dict[str, str] = {
    "tabulation": r"\t",
    "retour chariot": r"\r",
    "caractère de contrôle": r"\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F",
    "saut de ligne inhabituel": r"\x85\u2028\u2029",
    "commande de sens d'écriture": r"\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069",
    "marque d'ordre des octets": r"\uFEFF",
    "trait d'union invisible": r"\xAD",
    "caractère de largeur nulle": r"\u200B-\u200D\u2060",
    "sélecteur de variante": r"\u180B-\u180D\u180F\uFE00-\uFE0F\U000E0100-\U000E01EF",
    "étiquette invisible": r"\U000E0000-\U000E007F",
    "caractère invisible": (
        r"\u034F\u115F\u1160\u17B4\u17B5\u180E\u2061-\u2065\u206A-\u206F\u2800\u3164\uFFA0"
        r"\uFFF0-\uFFF8\U000E0080-\U000E00FF\U000E01F0-\U000E0FFF"
    ),
    "caractère de mise en forme": (
        r"\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\uFFF9-\uFFFB\U000110BD\U000110CD"
        r"\U00013430-\U0001343F\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A"
    ),
    "espace inhabituelle": r"\u1680\u2000-\u200A\u205F\u3000",
    "caractère de remplacement": r"\uFFFC\uFFFD",
    "caractère à usage privé": r"\uE000-\uF8FF\U000F0000-\U000FFFFD\U00100000-\U0010FFFD",
    "demi-caractère": r"\uD800-\uDFFF",
    "code qui n'est pas un caractère": r"\uFDD0-\uFDEF"
    + "".join(rf"\U{plane:04X}FFFE\U{plane:04X}FFFF" for plane in range(17)),
}

FORBIDDEN = re.compile("[" + "".join(_CLASSES.values()) + "]")
"""Matches one forbidden character. Line feed is the only control character allowed."""

_CUT_CODE = re.compile(r"<U?\+?[0-9A-F]*$")
"""The beginning of what stands for a forbidden character."""

# What nearly every record is made of: one look at it is fifty times quicker than FORBIDDEN.
_ORDINARY = re.compile("[\n -~\xa0-\xac\xae-\u024f\u2010-\u2027\u202f-\u205e\u20ac]*")
_NAMED = [(name, re.compile(f"[{inside}]")) for name, inside in _CLASSES.items()]
# A run long enough to hold too many marks; every combining mark is at U+0300 or above.
_MAYBE_PILED = re.compile(f"[\u0300-\U0010ffff]{{{MAX_COMBINING_MARKS + 1},}}")


def forbidden_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (index, code point, French name of its class) of each forbidden character, in order.

    Of a pile of combining marks only the first mark too many is given.
    """
    if _ORDINARY.fullmatch(text):
        return iter(())
    return merge(_single(text), _piled(text))


def class_name(character: str) -> str:
    """Return the French name of the class of a forbidden character; ``KeyError`` if it is allowed."""
    for name, pattern in _NAMED:
        if pattern.match(character):
            return name
    raise KeyError(character)


def nfc(text: str) -> str:
    """Return ``text`` in Unicode normal form C, in time linear in its length.

    Text with a pile of combining marks, which `forbidden_in` reports, comes back as it is: putting
    such a pile in order takes time quadratic in its height.
    """
    if _ORDINARY.fullmatch(text) or any(_piled(text)):
        return text
    return unicodedata.normalize("NFC", text)


def visible(text: str, limit: int = 60) -> str:
    """Return ``text`` made safe and short for a one-line message.

    Forbidden characters become ``<U+202E>``, line feeds a space; beyond ``limit`` characters, those
    included, the end is replaced by « … ».
    """
    shown = FORBIDDEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", text[: limit + 1])
    shown = shown.replace("\n", " ")
    if len(shown) <= limit:
        return shown
    return _CUT_CODE.sub("", shown[: limit - 1]).rstrip() + "…"


def _single(text: str) -> Iterator[tuple[int, int, str]]:
    for found in FORBIDDEN.finditer(text):
        yield found.start(), ord(found[0]), class_name(found[0])


def _piled(text: str) -> Iterator[tuple[int, int, str]]:
    for candidate in _MAYBE_PILED.finditer(text):
        height = 0
        for index, character in enumerate(candidate[0], candidate.start()):
            height = height + 1 if unicodedata.combining(character) else 0
            if height == MAX_COMBINING_MARKS + 1:
                yield index, ord(character), "accents empilés"
