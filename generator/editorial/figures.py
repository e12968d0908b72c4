"""Figures with their year, scope and source: ``data/chiffres.yaml``.

Figures of one scope form a series; two series are never added nor shown in one table.
"""

from typing import Annotated

from generator.editorial.kinds import AMOUNT, KEY, UNIT, YEAR
from generator.model.part import Part
from generator.model.types import YES_NO, line
from generator.typography import no_break

FILE = "data/chiffres.yaml"


class Figure(Part):
    """A measure. ``valeur`` is a number in digits, ``unite`` what follows it."""

    id: Annotated[str, KEY]
    mesure: Annotated[str, line(120)]
    valeur: Annotated[str, AMOUNT]
    source: Annotated[str, KEY]
    unite: Annotated[str | None, UNIT] = None
    environ: Annotated[bool, YES_NO] = False

    @property
    def text(self) -> str:
        """The figure in a sentence: ``environ 420 000``, ``62 %``, ``31,3 millions d'euros``."""
        whole, comma, decimals = self.valeur.partition(",")
        grouped = f"{int(whole):,}".replace(",", "\N{NARROW NO-BREAK SPACE}")
        unit = f"\N{NO-BREAK SPACE}{no_break(self.unite)}" if self.unite else ""
        return f"{'environ ' if self.environ else ''}{grouped}{comma}{decimals}{unit}"


class Series(Part):
    """Figures of one scope and one year: what was counted. ``annee`` is absent when not known."""

    id: Annotated[str, KEY]
    titre: Annotated[str, line(120)]
    perimetre: Annotated[str, line(400)]
    chiffres: tuple[Figure, ...]
    annee: Annotated[str | None, YEAR] = None

    @property
    def when(self) -> str:
        """The year as a sentence adds it: ``, en 2024``; or that it is not known."""
        return f", en {self.annee}" if self.annee else " (année non précisée par la source)"


class Figures(Part):
    """The content of the file."""

    series: tuple[Series, ...]
