"""What is checked of the headings of a text: a page has one title, and no level is skipped.

WCAG 2.2, technique H42 and criterion 1.3.1: who listens to a page goes from heading to heading.
"""

import html
import re
from collections.abc import Iterator

from generator.editorial.content import ContentFile
from generator.editorial.faults import problem
from generator.problems import Problem
from generator.territory.names import search_key

_HEADING = re.compile(r"<h([1-6])[^>]*>(.*?)</h\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_TARGET = re.compile(r"\]\([^()]*\)")


def heading_problems(file: ContentFile, rendered: str) -> Iterator[Problem]:
    """Headings of the text, made into HTML, that are titles of page or skip a level."""
    above = 1
    for found in _HEADING.finditer(rendered):
        level, words = int(found[1]), html.unescape(_TAG.sub("", found[2]))
        if level == 1:
            message = f"« {words} » est écrit comme le titre de la page, qui est celui de l'en-tête"
            hint = "Écrivez-le avec « ## »."
            yield problem(file.path, _line_of(words, file), "titre", message, hint)
        elif level > above + 1:
            message = f"« {words} » saute un niveau de titre"
            hint = f"Écrivez-le avec « {'#' * (above + 1)} »."
            yield problem(file.path, _line_of(words, file), "titre", message, hint)
        above = level


def _line_of(words: str, file: ContentFile) -> int:
    """The line that the heading is written on; that of the text when an insert made it."""
    key = search_key(words)
    return next(
        (number for number, line in file.lines if key in search_key(_TARGET.sub("", line))),
        file.first_line,
    )
