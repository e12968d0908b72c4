"""Telephone numbers inside a text: each becomes something one can call, and is never cut in two."""

import re
from dataclasses import dataclass
from typing import Final

from generator.model.phone import parse_phone
from generator.model.refused import Refused
from generator.typography import no_break

_NBSP: Final = "\N{NO-BREAK SPACE}"
_NUMBER: Final = re.compile(r"(?<![0-9])0[1-9](?:[ .\u00a0\u202f-]?[0-9]{2}){4}(?![0-9])")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text: words, or a number to call (then ``text`` is how it reads)."""

    text: str
    href: str = ""


def with_calls(text: str, departement: str) -> tuple[Piece, ...]:
    """``text`` in pieces, in order; digits that are no telephone number remain words."""
    pieces: list[Piece] = []
    end = 0
    for match in _NUMBER.finditer(text):
        try:
            phone = parse_phone(match[0], departement)
        except Refused:
            continue
        if before := text[end : match.start()]:
            pieces.append(Piece(no_break(before)))
        pieces.append(Piece(phone.grouped.replace(" ", _NBSP), f"tel:{phone.e164}"))
        end = match.end()
    if rest := text[end:]:
        pieces.append(Piece(no_break(rest)))
    return tuple(pieces)
