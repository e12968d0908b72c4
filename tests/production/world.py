"""A small directory that changes, and everything made from it."""

import datetime
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

from hypothesis import strategies as st
from jinja2 import Environment

from generator.directory import Directory
from generator.engine.units import descriptions, site_units
from generator.exports import NO_PAST
from generator.fingerprint import of_folder, of_texts
from generator.model.service import Service
from generator.pages.all_pages import all_pages
from generator.pages.render import Page, environment, render
from generator.pages.site import Site
from generator.production import Production, Unit, Workshop, production
from generator.territory import Territory
from tests.pages import samples

World = dict[str, dict[str, Any]]
"""What each record says, by id."""

TOWNS = {
    "rennes": ("Rennes", "35238"),
    "fougeres": ("Fougères", "35115"),
    "redon": ("Redon", "35236"),
    "blain": ("Blain", "44015"),
    "nantes": ("Nantes", "44109"),
    "saint-denis": ("Saint-Denis", "97411"),
}
IDS = (
    "mediation-un-35",
    "mediation-deux-35",
    "mediation-trois-44",
    "mediation-quatre-974",
    "espace-rencontre-un-35",
    "espace-rencontre-deux-44",
)


def at(town: str, **fields: Any) -> dict[str, Any]:
    """A place in one of ``TOWNS``."""
    name, code = TOWNS[town]
    return samples.place(commune=name, code_insee=code, code_postal=None, **fields)


HIDDEN = {
    "role": "siege",
    "adresse_visible": "commune",
    "code_postal": "35000",
    "commune": "Rennes",
    "code_insee": "35238",
}
PLACES = (
    *([at(town)] for town in TOWNS),
    [at("rennes"), at("redon", role="antenne")],
    [at("blain", latitude="47.47", longitude="-1.76", precision="rue")],
    [HIDDEN],
    [],
)
FIELDS: dict[str, Sequence[Any]] = {
    "nom": ("Médiation de l'Exemple", "Espace d'essai", "Le cœur & l'œuvre"),
    "resume": ("Un lieu pour se parler.", "Un autre résumé de service."),
    "lieux": PLACES,
    "gestionnaire": ({"nom": "Association Exemple"}, {"nom": "Autre association d'essai"}),
    "contact": ({"telephone": "01 99 00 12 34"}, {"courriel": "contact@association.example"}),
    "statut": ("ouvert", "ouvert", "ferme_temporairement", "ferme"),
    "remplace_par": (None, *IDS),
    "anciens_identifiants": (None, ["mediation-ancien-35"], ["mediation-jadis-44"]),
    "verification": (
        {"statut": "a_confirmer"},
        {"statut": "confirme", "le": "2026-10-01"},
        {"statut": "confirme", "le": "2024-01-01"},
    ),
    "sources": (
        [{"url": "https://association.example/", "consulte_le": "2026-11-02"}],
        [{"url": "https://association.example/", "consulte_le": "2026-11-20"}],
    ),
}

SET = st.sampled_from(list(FIELDS)).flatmap(
    lambda field: st.tuples(
        st.just("set"), st.sampled_from(IDS), st.just(field), st.sampled_from(FIELDS[field])
    )
)
ADD = st.tuples(st.just("add"), st.sampled_from(IDS))
REMOVE = st.tuples(st.just("remove"), st.sampled_from(IDS))
RENAME = st.tuples(st.just("rename"), st.sampled_from(IDS), st.sampled_from(IDS))
EDITS = st.lists(st.one_of(SET, SET, SET, ADD, REMOVE, RENAME), min_size=1, max_size=3)
"""What happens between two builds."""


def edited(world: World, edits: Sequence[tuple[Any, ...]]) -> World:
    """The world after those edits; one that concerns an absent record changes nothing."""
    after = {identifier: dict(fields) for identifier, fields in world.items()}
    for kind, identifier, *rest in edits:
        if kind == "add":
            after.setdefault(identifier, {})
        elif kind == "set" and identifier in after:
            after[identifier][rest[0]] = rest[1]
        elif kind == "remove":
            after.pop(identifier, None)
        elif kind == "rename" and identifier in after and rest[0] not in after:
            after[rest[0]] = after.pop(identifier)
    return after


def directory_of(world: World, territory: Territory, today: datetime.date) -> Directory:
    """The directory of that world."""
    return Directory([_service(one, fields) for one, fields in world.items()], territory, today)


def _service(identifier: str, fields: dict[str, Any]) -> Service:
    kind = "mediation_familiale" if identifier.startswith("mediation") else "espace_de_rencontre"
    return samples.service(identifier, **({"type": kind} | fields))


@dataclass(frozen=True)
class Look:
    """What pages are made with, besides the records: settings, and a folder of templates."""

    site: Site
    templates: Path
    jinja: Environment

    @classmethod
    def of(cls, site: Site, templates: Path, today: datetime.date) -> Self:
        """The look that those settings and templates give."""
        return cls(site, templates, environment(templates, site, today))

    @property
    def header(self) -> str:
        """Digits that change when the settings or the templates do."""
        return of_texts([repr(self.site), of_folder(self.templates)])

    def rendered(self, page: Page) -> bytes:
        return render(page, self.jinja)


def looks(site: Site, templates: Path, scratch: Path, today: datetime.date) -> list[Look]:
    """The site, and the same with another name, another menu or another template: one thing apart.

    The other templates are put in ``scratch``, which is not there yet.
    """
    shutil.copytree(templates, scratch)
    with (scratch / "base.html").open("a", encoding="utf-8") as base:
        base.write("<!-- another template -->")
    return [
        Look.of(site, templates, today),
        Look.of(replace(site, name="Un autre nom"), templates, today),
        Look.of(replace(site, menu=site.menu[1:]), templates, today),
        Look.of(site, scratch, today),
    ]


def units(directory: Directory, look: Look) -> list[Unit]:
    """All that is made from a directory, but what describes the data.

    The index of communes is left out: it asks nothing, and takes longer than all the rest.
    """
    recipes = all_pages(directory, look.site, [], samples.describe)
    everything = site_units(directory, recipes, look.rendered, look.site.url, NO_PAST)
    return [one for one in everything if one.name != "recherche/communes"]


def made(directory: Directory, look: Look, workshop: Workshop) -> Production:
    """All that is made from a directory, as the engine makes it."""
    with production(units(directory, look), workshop) as collect:
        first = collect()
    last = descriptions(
        first.ledger.units.values(), workshop.folder, look.rendered, look.site.url, NO_PAST
    )
    with production([last], workshop) as collect:
        return first.with_more(collect())


def on_disk(folder: Path) -> dict[str, bytes]:
    """What a folder holds."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
