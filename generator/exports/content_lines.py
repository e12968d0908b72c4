"""Content lines: the common syntax of iCalendar (RFC 5545, 3.1) and vCard (RFC 6350, 3.2)."""

from collections.abc import Iterable

_LONGEST = 75
"""Octets of a line, its line break not counted."""


def escaped(text: str) -> str:
    r"""``text`` as a value: backslashes, commas, semicolons and line breaks preceded by ``\``."""
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(plain, written)
    return text


def encoded(lines: Iterable[str]) -> bytes:
    """The lines in UTF-8, folded, each ended by CR LF."""
    return b"".join(_folded(line) + b"\r\n" for line in lines)


def _folded(line: str) -> bytes:
    """A line cut every 75 octets at most, between characters; each next one begins with a space."""
    octets = line.encode()
    pieces = []
    start, room = 0, _LONGEST
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0b1100_0000 == 0b1000_0000:  # inside a character
            end -= 1
        pieces.append(octets[start:end])
        start, room = end, _LONGEST - 1
    pieces.append(octets[start:])
    return b"\r\n ".join(pieces)
