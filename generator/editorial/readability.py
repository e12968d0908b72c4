"""How a text reads: long sentences and words of offices, as advice. Nothing here stops a build."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.editorial.content import INSERT, ContentFile

LONG_SENTENCE = 30
"""Words; beyond, a tired reader loses the beginning. The usual advice for the web is 20 to 25."""
LONG_EASY_SENTENCE = 15
"""Words of a sentence of an easy-to-read page: one idea each (European rules of Inclusion Europe)."""

PLAIN_WORDS = {
    "afférent": "lié à",
    "ainsi que": "et",
    "à l'encontre de": "contre",
    "à l'issue de": "après",
    "antérieurement": "avant",
    "au sein de": "dans",
    "dans le cadre de": "pendant, pour",
    "dès lors que": "si, quand",
    "diligenter": "faire",
    "eu égard à": "vu",
    "le cas échéant": "s'il y en a",
    "nonobstant": "malgré",
    "notamment": "par exemple",
    "postérieurement": "après",
    "préalablement": "avant",
    "procéder à": "faire",
    "susmentionné": "dont on vient de parler",
    "susvisé": "dont on vient de parler",
    "ultérieurement": "plus tard",
}
"""Words of letters and decisions, and what one would say aloud."""

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\s»)*_]+(?=[\w«*\[(])")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ANCHOR = re.compile(r"\{ *#[^{}]*\}")


class Advice(NamedTuple):
    """What could be easier: the line in the file, what is there, what to try."""

    line: int
    found: str
    hint: str


def advice(file: ContentFile) -> Iterator[Advice]:
    """The long sentences and the heavy words of a text, in order."""
    longest = LONG_EASY_SENTENCE if file.metadata.get("langage") == "facile" else LONG_SENTENCE
    for line, paragraph in _paragraphs(file):
        for sentence in _SENTENCE_END.split(paragraph):
            words = _WORD.findall(sentence)
            if len(words) > longest:
                start = " ".join(words[:6])
                yield Advice(
                    line,
                    f"la phrase « {start}… » compte {len(words)} mots",
                    f"Coupez-la : {longest} mots au plus se lisent d'un trait.",
                )
        lowered = paragraph.lower().replace("’", "'")
        for heavy, plain in PLAIN_WORDS.items():
            if re.search(rf"\b{heavy}\b", lowered):
                yield Advice(line, f"« {heavy} » est un mot de courrier", f"Essayez : {plain}.")


def word_count(file: ContentFile) -> int:
    """How many words the body has, without the addresses of links."""
    return sum(len(_WORD.findall(text)) for _, text in _paragraphs(file))


def _paragraphs(file: ContentFile) -> Iterator[tuple[int, str]]:
    """Each paragraph, item or heading as running text, with the line it begins on."""
    start, kept = 0, list[str]()
    for number, line in (*file.lines, (0, "")):
        begins = re.match(r"\s*(?:[-*+]|\d+\.|#{1,6}|\|)\s", line)
        if kept and (begins or not line.strip()):
            yield start, " ".join(kept)
            kept = []
        if line.strip():
            start = start if kept else number
            kept.append(_plain(line))


def _plain(line: str) -> str:
    text = INSERT.sub("0", _ANCHOR.sub("", line))
    text = _LINK.sub(r"\1", text)
    return re.sub(r"^\s*(?:[-*+]|\d+\.|#{1,6})\s+", "", text).replace("*", "").replace("|", " ")
