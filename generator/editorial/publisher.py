"""What only the publisher of the site can say: ``data/editeur.yaml``.

A value that is not known yet is shown as « [à compléter : …] » and refused by a release build.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from generator.editorial.data_file import read_data
from generator.editorial.faults import EditorialError, problem
from generator.editorial.kinds import KEY
from generator.model.part import Part
from generator.model.types import EMAIL, URL, line
from generator.problems import Problem, Severity

FILE = "data/editeur.yaml"


class Statement(Part):
    """One thing to say. At most one of ``texte``, ``courriel``, ``adresse_web`` is written."""

    id: Annotated[str, KEY]
    libelle: Annotated[str, line(120)]
    texte: Annotated[str | None, line(400)] = None
    courriel: Annotated[str | None, EMAIL] = None
    adresse_web: Annotated[str | None, URL] = None

    @property
    def is_missing(self) -> bool:
        """Whether nobody has said it yet."""
        return not (self.texte or self.courriel or self.adresse_web)

    @property
    def href(self) -> str | None:
        """Where a link on it leads: the e-mail, the web address, or nowhere."""
        return f"mailto:{self.courriel}" if self.courriel else self.adresse_web

    @property
    def text(self) -> str:
        """What is shown."""
        known = self.texte or self.courriel or self.adresse_web
        return known or f"[à compléter : {self.libelle}]"


class Publisher(Part):
    """The content of the file."""

    informations: tuple[Statement, ...]


def missing_statements(root: Path, severity: Severity) -> Iterator[Problem]:
    """What the publisher has not said yet: advice until the site is published for all."""
    file = read_data(root, FILE, Publisher)
    for rank, statement in enumerate(file.content.informations if file.content else ()):
        if statement.is_missing:
            yield problem(
                file.path,
                file.at("informations", rank).line,
                "a-completer",
                f"il manque : {statement.libelle}",
                f"Complétez « {statement.id} » avant de publier le site pour tous.",
                severity=severity,
            )


def require_statements(root: Path) -> None:
    """Raise ``EditorialError`` while the publisher has something to say: a release needs it all."""
    missing = tuple(missing_statements(root, Severity.ERREUR))
    if missing:
        raise EditorialError(missing)
