"""Build a site of services where every free text is an injection, one injection a service.

The checks would refuse such records: what is tried here is the theme, which must show any text as
text. Run as a program, ``python -m tests.site.hostile OUTPUT``, because Pelican's signals are
global to a process.
"""

import dataclasses
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from generator.directory import Directory
from generator.edition import load_directory
from generator.engine.build import make_site
from generator.engine.plugin import Making
from generator.model.vocabulary import Term
from generator.project import Project
from tests.site.injections import INJECTIONS

SAMPLE = "mediation-douze-lieux"
"""The service that is copied, with every block a page can show."""

KEPT = frozenset(
    {"id", "departement", "code_insee", "code_postal", "langues", "departements", "url", "courriel"}
)
"""Texts that records cannot choose freely: their forms are checked and addresses made of them."""


def identifier(number: int) -> str:
    """The id of the service that holds the injection of this number."""
    return f"mediation-hostile-{number:02}"


def hostile(value: Any, text: str, name: str = "") -> Any:
    """``value`` with every free text in it replaced by ``text`` and the name of the field."""
    if isinstance(value, BaseModel):
        fields = {key: hostile(getattr(value, key), text, key) for key in type(value).model_fields}
        return value.model_copy(update=fields)
    if isinstance(value, tuple):
        return tuple(hostile(one, text, name) for one in value)
    if isinstance(value, str) and not isinstance(value, Term) and name not in KEPT:
        return value if value.startswith("http") else f"{text} {name}"
    return value


def hostile_services(sound: Directory) -> Iterator[Any]:
    """The sample, once for each injection."""
    sample = next(one for one in sound.services if one.id == SAMPLE)
    sample = sample.model_copy(update={"anciens_identifiants": ()})
    for number, text in enumerate(INJECTIONS):
        yield hostile(sample, text).model_copy(update={"id": identifier(number)})


def main() -> None:
    """Build into the folder given first."""
    output = Path(sys.argv[1])
    services = Path("tests/fixtures/fictional/services")
    project = Project.find(
        Path(), services=services, fictional=True, site_url="https://annuaire.example"
    )
    sound = load_directory(project)
    directory = Directory(hostile_services(sound), sound.territory, sound.today)
    project = dataclasses.replace(project, output=output)
    output.mkdir(parents=True)
    make_site(project, directory, output, Making())


if __name__ == "__main__":
    main()
