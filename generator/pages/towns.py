"""Where a service is, in words: its communes, or what is left when they must not be told."""

import re

from generator.directory import Directory
from generator.model.place import Lieu
from generator.model.service import Service
from generator.pages.filters import counted, enumerated
from generator.territory import Commune, search_key

SHOWN = 3
"""Communes named before the others are counted."""

REMOTE = "À distance"
ADDRESS_ON_REQUEST = "Le service vous donne l'adresse."
"""Said of a hidden address and of an unknown one alike: nobody can tell which it is."""

_DIGIT = re.compile("[0-9]")


def commune_url(code_insee: str) -> str:
    """The address of a commune's page."""
    return f"communes/{code_insee}/"


def town_name(commune: str) -> str:
    """``Lyon 7e Arrondissement`` as people say it: ``Lyon 7e``."""
    return commune.removesuffix(" Arrondissement")


def alphabetical(commune: Commune) -> tuple[str, str]:
    """A key to sort with: by name, accents apart; the arrondissements of a city by their numbers."""
    return _DIGIT.split(search_key(commune.nom), maxsplit=1)[0], commune.code_insee


def in_town(commune: str) -> str:
    """``à Rennes``, ``au Mans``, ``aux Abymes``: the article of a name joins the preposition."""
    name = town_name(commune)
    for article, phrase in (("Le ", "au "), ("Les ", "aux ")):
        if name.startswith(article):
            return phrase + name.removeprefix(article)
    return f"à {name}"


def towns(
    service: Service, first_in: str = "", directory: Directory | None = None
) -> tuple[str, ...]:
    """The communes of the service, each once, in the order of its places.

    With ``first_in`` (a département's code) and the directory, those of that département first.
    """
    places = [lieu for lieu in service.lieux if lieu.commune]
    if directory is not None:
        places.sort(key=lambda lieu: directory.departement_of(lieu) != first_in)
    return tuple(dict.fromkeys(town_name(lieu.commune) for lieu in places if lieu.commune))


def where(service: Service, directory: Directory, first_in: str = "") -> str:
    """``Rennes, Fougères et 4 autres communes``; the département when no commune is shown."""
    names = towns(service, first_in, directory)
    if not service.lieux:
        return REMOTE
    if not names:
        return departement_name(service.lieux[0], directory)
    if len(names) <= SHOWN + 1:
        return enumerated(names)
    return f"{', '.join(names[:SHOWN])} et {counted(len(names) - SHOWN, 'autre commune', 'autres communes')}"


def main_town(service: Service, directory: Directory) -> str:
    """One name for titles: the main place's commune, or the département."""
    names = towns(service)
    if names:
        return names[0]
    return departement_name(service.lieux[0], directory) if service.lieux else REMOTE


def departement_name(lieu: Lieu, directory: Directory) -> str:
    """The name of the place's département, empty when even that is unknown."""
    code = directory.departement_of(lieu)
    departement = directory.territory.departement(code) if code else None
    return departement.nom if departement else ""
