"""Cherche les services les plus proches d'une commune ou d'un code postal, ou par mots."""

import argparse
from collections.abc import Sequence

from generator.cli.answers import add_answer_options, print_answer, services_of
from generator.cli.parsing import Parser, add_project_options
from generator.model.vocabulary import Activite
from generator.search.asked import asked
from generator.search.places import FoundService
from generator.search.ranking import Point
from generator.search.synonyms import meaning_of
from generator.territory import Commune, Territory
from generator.territory.names import search_key
from generator.typography import no_break


def configure(parser: Parser) -> None:
    """The options of ``annuaire search``."""
    parser.add_argument(
        "text", metavar="TEXTE", help="une commune, un code postal, ou des mots : « 35000 »"
    )
    add_answer_options(parser)
    add_project_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Gives 1 when nothing answers."""
    directory, services = services_of(arguments)
    territory = directory.territory
    if communes := territory.find(arguments.text):
        return _around(communes, services, territory, arguments.limit)
    wanted = asked(arguments.text)
    communes = territory.find(wanted.rest) if wanted.activity else ()
    if communes and not meaning_of(wanted.rest):  # « médiation à Rennes »
        services = [one for one in services if one.activity is wanted.activity]
        return _around(communes, services, territory, arguments.limit, wanted.activity)
    return _by_words(services, arguments.text, arguments.limit)


def _around(
    communes: Sequence[Commune],
    services: list[FoundService],
    territory: Territory,
    limit: int,
    activity: Activite | None = None,
) -> int:
    """The services nearest to the first of the communes; ``activity`` is the only one there, if any."""
    chosen, *others = communes
    only = f", {activity.label.lower()}" if activity else ""
    print(no_break(f"Depuis {_name(chosen)}{only} :"))
    point = Point(chosen.latitude, chosen.longitude, chosen)
    found = print_answer(services, point, territory, limit)
    if others:
        print(no_break(f"Autres communes de ce nom ou de ce code : {_names(others)}"))
    return int(not found)


def _by_words(services: list[FoundService], text: str, limit: int) -> int:
    """Services whose name or communes hold all the words; what the words mean, when it is known."""
    meaning = meaning_of(text)
    if meaning:
        print(no_break(meaning.explanation))
        print("Avec une commune ou un code postal, vous verrez les services les plus proches.")
    words = search_key(text).split()
    found = [one for one in services if words and set(words) <= set(_words(one))]
    for service in found[:limit]:
        print(no_break(f"- {service.name} ({service.activity.label}) : {service.id}"))
    if not found and not meaning:
        print(
            no_break(
                f"Rien ne répond à « {text} ». Essayez un code postal, une commune, "
                "ou les premiers mots du nom d'un service."
            )
        )
    return int(not (found or meaning))


def _words(service: FoundService) -> list[str]:
    places = " ".join(place.commune for place in service.places)
    return search_key(f"{service.name} {places}").split()


def _name(commune: Commune) -> str:
    return f"{commune.nom} ({commune.departement})"


def _names(communes: list[Commune]) -> str:
    shown = ", ".join(map(_name, communes[:5]))
    return f"{shown}…" if len(communes) > 5 else shown
