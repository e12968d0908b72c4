"""The words of the trade: ``data/glossaire.yaml``, shown on one page and linked from all."""

from typing import Annotated

from generator.editorial.kinds import KEY
from generator.model.part import Part
from generator.model.types import line

FILE = "data/glossaire.yaml"
PAGE = "mots"
"""The slug of the page that shows the glossary; a word is its anchor there."""


class Word(Part):
    """A word, what it means in a sentence or two, where that was read, which words are near.

    ``sigle`` is the short form in use. ``definition`` is one paragraph of Markdown, with links.
    """

    id: Annotated[str, KEY]
    mot: Annotated[str, line(80)]
    definition: Annotated[str, line(600)]
    sigle: Annotated[str | None, line(20)] = None
    sources: tuple[Annotated[str, KEY], ...] = ()
    voir: tuple[Annotated[str, KEY], ...] = ()

    @property
    def title(self) -> str:
        """The word and its short form: ``Juge aux affaires familiales (JAF)``."""
        return f"{self.mot} ({self.sigle})" if self.sigle else self.mot


class Glossary(Part):
    """The content of the file."""

    mots: tuple[Word, ...]
