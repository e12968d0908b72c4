"""Near misses of the OSM writing, mended mechanically to be suggested to whoever wrote them."""

import re
from typing import Final

from generator.model.hours.osm_names import FRENCH_MONTHS, FRENCH_WEEKDAYS, MONTHS, WEEKDAYS

_REPAIRS: Final = (
    *(
        (re.compile(rf"\b{month}\b", re.IGNORECASE), osm)
        for month, osm in zip(FRENCH_MONTHS, MONTHS, strict=True)
    ),
    *(
        (re.compile(rf"\b(?:{name}s?|{name[:3]}|{name[:2]})\b\.?", re.IGNORECASE), WEEKDAYS[day])
        for day, name in enumerate(FRENCH_WEEKDAYS)
    ),
    *((re.compile(rf"\b{name}\b", re.IGNORECASE), name) for name in (*WEEKDAYS, *MONTHS)),
    (re.compile(r"\b(?:jours? )?fériés?\b|\bjf\b|\bph\b", re.IGNORECASE), "PH"),
    (re.compile(r"\bfermée?s?\b|\bclosed\b|\boff\b", re.IGNORECASE), "off"),
    (re.compile(r"[–—]"), "-"),
    (re.compile(r"[“”«»] ?"), '"'),
    (re.compile(r"\b(\d{1,2}) ?[hH.] ?([0-5]\d)\b"), r"\1:\2"),
    (re.compile(r"\b(\d{1,2}) ?[hH]\b"), r"\1:00"),
    (re.compile(r"\s+"), " "),
    (re.compile(r" ?/ ?(?=\d\d?:)"), ","),
    (re.compile(r"(?<=\d) ?- ?(?=\d)"), "-"),
    (re.compile(r"(?<=\d:\d\d) ?, ?(?=\d\d?:)"), ","),
    (re.compile(r"\b([A-Z][a-z]) ?([,-]) ?(?=(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)\b)"), r"\1\2"),
    (re.compile(r"(?<=\d:\d\d),(?=[A-Z])"), ", "),
    (re.compile(r"(?<=[a-z\]])(?=\d\d?:)| ?: (?=\d\d?:)"), " "),
    (re.compile(r'(?<=\d)"(?=\w)'), ' "'),
    (re.compile(r"[;, ]+$"), ""),
)


def repaired(text: str) -> str:
    """Mend a near miss of the OSM writing: "lu-ve 9h-12h;" → "Mo-Fr 09:00-12:00".

    Only a guess, possibly unreadable: the caller reads it again and shows it to a person.
    """
    for pattern, replacement in _REPAIRS:
        text = pattern.sub(replacement, text)
    return text.strip()
