"""Where facts were read: ``data/sources.yaml``, one entry a page or a text, each with its date."""

import datetime
from typing import Annotated

from generator.editorial.kinds import KEY
from generator.model.part import Part
from generator.model.types import DATE, URL, line

FILE = "data/sources.yaml"


class Citation(Part):
    """A page or an official text that a fact was read in.

    ``url`` is absent for a text cited by its reference alone. ``publie_le`` is the date the page
    bears, when it bears one.
    """

    id: Annotated[str, KEY]
    titre: Annotated[str, line(200)]
    consulte_le: Annotated[datetime.date, DATE]
    url: Annotated[str | None, URL] = None
    publie_le: Annotated[datetime.date | None, DATE] = None


class Citations(Part):
    """The content of the file."""

    sources: tuple[Citation, ...]
