"""Small French: dates, numbers, plurals, lists. Pure functions; ``FILTERS`` gives them to templates."""

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from generator.model.hours.osm_names import FRENCH_MONTHS
from generator.typography import no_break

_NBSP = "\N{NO-BREAK SPACE}"
_NARROW = "\N{NARROW NO-BREAK SPACE}"
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "Oe", "Æ": "Ae"})
_LIGATURE_WORD = re.compile(r"\w*[œæŒÆ]\w*")
_TAG = re.compile(r"<[^>]*>")
_KILO = 1000


def french_date(day: datetime.date) -> str:
    """``12 mars 2024``, ``1er janvier 2025``; the day is not cut from its month."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number}{_NBSP}{FRENCH_MONTHS[day.month - 1]} {day.year}"


def iso_date(day: datetime.date) -> str:
    """The date for machines: ``2024-03-12`` (a date with an hour loses it)."""
    return f"{day.year:04}-{day.month:02}-{day.day:02}"


def number(value: int) -> str:
    """``1709`` as ``1 709``, with the narrow no-break space of French numbers."""
    return f"{value:,}".replace(",", _NARROW)


def counted(value: int, singular: str, plural: str = "") -> str:
    """``1 lieu``, ``12 lieux``: zero and one are singular in French; ``s`` unless said otherwise."""
    word = singular if value < 2 else plural or f"{singular}s"
    return f"{number(value)}{_NBSP}{word}"


def enumerated(items: Sequence[str], last: str = "et") -> str:
    """``a, b et c``; empty when there is nothing."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def file_size(size: int) -> str:
    """A number of bytes as people read it: ``820 octets``, ``12,3 ko``, ``1,2 Mo``."""
    if size < _KILO:
        return counted(size, "octet")
    value, unit = size / _KILO, "ko"
    if value >= _KILO:
        value, unit = value / _KILO, "Mo"
    return f"{value:.1f}".replace(".", ",") + f"{_NBSP}{unit}"


def sentence(text: str) -> str:
    """``text`` with a capital first letter and a full stop, if it had none."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def plain_ligatures(text: str) -> str:
    """The words of ``text`` that have an œ or æ, written without: ``soeurs oeuvre``.

    Search folds accents, not ligatures; these words are given to it beside the text. Tags of HTML
    do not count.
    """
    words = _LIGATURE_WORD.findall(_TAG.sub(" ", text))
    return " ".join(sorted({word.translate(_LIGATURES).lower() for word in words}))


def page_url(output_file: str) -> str:
    """The address of a file of the site: ``services/x/index.html`` is reached at ``services/x/``."""
    return output_file.removesuffix("index.html")


FILTERS: Mapping[str, Callable[..., Any]] = {
    "counted": counted,
    "file_size": file_size,
    "french_date": french_date,
    "iso_date": iso_date,
    "no_break": no_break,
    "number": number,
    "page_url": page_url,
    "plain_ligatures": plain_ligatures,
    "sentence": sentence,
}
"""The filters of both environments, ours and Pelican's."""
