"""How one text is written so that every reader of YAML, old or new, reads it as that text.

Readers of YAML 1.1 and 1.2 guess numbers, dates and booleans from plain scalars, each in its own
way (yaml.org/type for 1.1; section 10.3.2 of the 1.2.2 specification, "Core Schema"). What any of
them could take for something else is quoted; ``oui`` and ``non`` are text for all.
"""

import re

from generator.formatting.layout import Layout

WIDTH = 100
"""Columns of a line, as in .editorconfig's rulers."""

_SPECIAL_FIRST = frozenset("-?:,[]{}#&*!|>'\"%@`=<~.+\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}")
_SPECIAL_INSIDE = re.compile(r":(?:\s|$)|\s#")
# Numbers in every base, base 60 included, dates and times: digits first, nothing but these signs.
_NUMBER_LIKE = re.compile(r"[0-9][0-9a-fxo_:.,TtZz +-]*", re.IGNORECASE)
_WORDS = frozenset("y yes n no on off true false null none nan inf infinity".split())
_BREAK = re.compile(r"(?<=[^\s]) (?=[^\s])")
# A list, or lines set back: breaks that folding would lose, or that mean something.
_LITERAL = re.compile(r"^(?:[-*•] | )", re.MULTILINE)
# A space at the end of a line would not survive an editor; the reader refuses a no-break space in
# what looks like indentation.
_UNSTABLE_LINE = re.compile(r"\s$|^ *[\xa0\u202f]")


def plain_is_safe(text: str) -> bool:
    """True when ``text`` may be written without quotation marks."""
    return (
        bool(text)
        and text == text.strip()
        and "\n" not in text
        and text[0] not in _SPECIAL_FIRST
        and not _SPECIAL_INSIDE.search(text)
        and not _NUMBER_LIKE.fullmatch(text)
        and text.casefold() not in _WORDS
    )


def write_key(text: str) -> str:
    """``text`` as a key."""
    return text if plain_is_safe(text) else _quote(text)


def write_scalar(text: str, layout: Layout, *, indent: int, column: int) -> list[str]:
    """``text`` as a value: the lines to write, the first of which follows the key or the dash.

    ``column`` counts the characters that stand before it on its line; the lines after the first
    come with their indentation, ``indent`` spaces. A long line becomes a folded block, paragraphs
    too, with an empty line for each line break; a text with a list becomes a literal block.
    """
    if "\n" in text:
        return _block(text, indent) or [_escaped(text)]
    folded = _fold(text, indent) if text and text == text.strip() else []
    if layout.is_quoted or not plain_is_safe(text):
        text = _quote(text)
    is_long = column + len(text) > WIDTH and not layout.is_quoted
    return [">-", *folded] if is_long and len(folded) > 1 else [text]


def _quote(text: str) -> str:
    """Between apostrophes; between quotation marks when an apostrophe would have to be doubled."""
    if "\n" in text:
        return _escaped(text)
    if "'" in text and not re.search(r'["\\]', text):
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _escaped(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _block(text: str, indent: int) -> list[str] | None:
    """A text of several lines as a block; None when a block could not hold it to the letter."""
    body = text.removesuffix("\n")
    chomping = "-" if body == text else ""
    lines = body.split("\n")
    if not _starts_well(lines[0]) or not lines[-1] or any(map(_UNSTABLE_LINE.search, lines)):
        return None
    if _LITERAL.search(body):
        return [f"|{chomping}", *(" " * indent + line if line else "" for line in lines)]
    folded: list[str] = []
    for number, line in enumerate(lines):
        # Folding eats one of the line breaks between two lines of text.
        folded += [""] if number and line else []
        folded += _fold(line, indent) if line else [""]
    return [f">{chomping}", *folded]


def _starts_well(text: str) -> bool:
    return bool(text) and not text[0].isspace()


def _fold(text: str, indent: int) -> list[str]:
    """One line, without space at its ends, wrapped at ``WIDTH`` where a single space allows it."""
    room = WIDTH - indent
    lines: list[str] = []
    for piece in _BREAK.split(text):
        if lines and len(lines[-1]) + 1 + len(piece) <= room:
            lines[-1] += f" {piece}"
        else:
            lines.append(piece)
    return [" " * indent + line for line in lines]
