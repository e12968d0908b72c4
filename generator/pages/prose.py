"""Texts of records as paragraphs and lists: what a template walks through instead of markup."""

from dataclasses import dataclass
from itertools import groupby

from generator.typography import no_break

BULLET = "- "


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (one line) or a list (one line an item)."""

    lines: tuple[str, ...]
    is_list: bool = False


def blocks(text: str | None) -> tuple[Block, ...]:
    """A line is a paragraph; lines that begin with a hyphen make a list.

    In a folded text (``>-``), one empty line of the file is one line break of the value: what a
    volunteer sees as two paragraphs is two. Nothing else has a meaning: the text is text.
    """
    found: list[Block] = []
    lines = [no_break(line.strip()) for line in (text or "").split("\n") if line.strip()]
    for is_list, run in groupby(lines, lambda line: line.startswith(BULLET)):
        if is_list:
            found.append(Block(tuple(line.removeprefix(BULLET) for line in run), is_list=True))
        else:
            found += (Block((line,)) for line in run)
    return tuple(found)
