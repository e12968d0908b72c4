"""What other formats do not say of a service, and what can be concluded without inventing."""

import re
from collections.abc import Mapping
from typing import Any

from generator.importing.draft import Reading, put
from generator.model.vocabulary import Activite
from generator.territory import search_key

LONGEST_SUMMARY = 280

_ACTIVITIES = (
    (Activite.ESPACE_DE_RENCONTRE, re.compile(r"espaces? (?:de )?rencontre|points? rencontre")),
    (Activite.MEDIATION_FAMILIALE, re.compile(r"mediations? familiale|mediateurs? famili")),
)


def activity_of(*texts: str | None) -> str:
    """The activity that the first telling text names; empty when none does, or it names both."""
    for text in texts:
        key = search_key(text or "")
        named = [activity for activity, words in _ACTIVITIES if words.search(key)]
        if len(named) == 1:
            return named[0].value
    return ""


def put_description(data: dict[str, Any], text: str | None) -> None:
    """The first paragraph of ``text`` as the summary, or its first sentences; the rest below."""
    text = (text or "").strip()
    first = text.split("\n")[0].strip()
    if len(first) > LONGEST_SUMMARY:
        ends = [found.end() for found in re.finditer(r"[.!?](?= )", first[:LONGEST_SUMMARY])]
        first = first[: ends[-1]] if ends else ""
    put(data, ("resume",), first)
    put(data, ("description",), text[len(first) :].strip())


def is_somewhere(lieu: Mapping[str, Any], place: str, reading: Reading) -> bool:
    """Whether something says in which commune the place is; told in ``reading`` when nothing does."""
    if any(lieu.get(key) for key in ("code_insee", "commune", "code_postal")):
        return True
    if lieu:
        reading.remark(place, "un lieu dont rien ne dit la commune n'est pas repris")
    return False
