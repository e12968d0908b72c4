"""What a list is called, on its page and in the results of a search engine."""

from collections.abc import Collection, Iterable, Sequence

from generator.directory import Directory
from generator.model.place import Lieu
from generator.model.service import Service
from generator.model.vocabulary import Activite
from generator.pages.filters import counted, enumerated
from generator.pages.towns import in_town
from generator.typography import no_break

_TOWNS_NAMED = 3


def activities(services: Iterable[Service]) -> str:
    """The activities that are there: a title does not promise what the list has not."""
    present = {one.type for one in services}
    if present == {Activite.ESPACE_DE_RENCONTRE}:
        return "Espaces de rencontre"
    if present == {Activite.MEDIATION_FAMILIALE}:
        return "Médiation familiale"
    return "Médiation familiale et espaces de rencontre"


def counts(services: Collection[Service]) -> str:
    """``3 services de médiation familiale et 1 espace de rencontre``."""
    mediations = sum(one.type is Activite.MEDIATION_FAMILIALE for one in services)
    spaces = len(services) - mediations
    parts = []
    if mediations:
        parts.append(
            counted(mediations, "service de médiation familiale", "services de médiation familiale")
        )
    if spaces:
        parts.append(counted(spaces, "espace de rencontre", "espaces de rencontre"))
    return enumerated(parts)


def places_in(
    services: Iterable[Service], directory: Directory, departements: Collection[str]
) -> tuple[Lieu, ...]:
    """The places that the services have in the départements of those codes."""
    return tuple(
        lieu
        for service in services
        for lieu in service.lieux
        if directory.departement_of(lieu) in departements
    )


def tab_title(title: str, services: Collection[Service], places: Collection[Lieu]) -> str:
    """``Médiation familiale en Ille-et-Vilaine : 3 services, 12 lieux``."""
    text = f"{title} : {counted(len(services), 'service')}"
    if places:
        text += f", {counted(len(places), 'lieu', 'lieux')}"
    return no_break(text)


def list_description(services: Collection[Service], phrase: str, places: Iterable[Lieu]) -> str:
    """Who is there, in which towns, and what the page tells. ``phrase``: « en Bretagne »."""
    towns = dict.fromkeys(in_town(lieu.commune) for lieu in places if lieu.commune)
    # « à Paris, à Paris 9e »: one place is told once.
    elsewhere = [one for one in towns if not one.startswith(phrase)]
    where = f", {_in_towns(elsewhere)}" if elsewhere else ""
    return no_break(
        f"{counts(services)} {phrase}{where} : qui appeler, où aller, combien cela coûte."
    )


def _in_towns(towns: Sequence[str]) -> str:
    named = [*towns[:_TOWNS_NAMED]]
    others = len(towns) - len(named)
    if others:
        named.append(f"dans {counted(others, 'autre commune', 'autres communes')}")
    return enumerated(named)
