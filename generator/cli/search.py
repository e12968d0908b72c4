"""Cherche les services autour d'une commune, dans un département, une région, par mots ou par numéro."""

import argparse
from collections.abc import Sequence

from generator.cli.answers import add_answer_options, print_answer, services_of
from generator.cli.parsing import Parser, add_project_options
from generator.directory import Directory
from generator.model.vocabulary import Activite
from generator.reports.text import counted
from generator.search.intent import Intent, intent_of
from generator.search.large import large_of
from generator.search.numbers import number_in
from generator.search.places import FoundService
from generator.search.ranking import Point
from generator.territory import Commune, Departement, Region, Territory
from generator.territory.names import search_key
from generator.typography import no_break


def configure(parser: Parser) -> None:
    """The options of ``annuaire search``."""
    parser.add_argument(
        "text",
        nargs="+",
        metavar="TEXTE",
        help="une commune, un code postal, un département, des mots (médiation à Rennes) ou un numéro "
        "de téléphone",
    )
    add_answer_options(parser)
    add_project_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Gives 1 when nothing answers."""
    directory, services = services_of(arguments)
    text = " ".join(arguments.text)
    intent = intent_of(text, directory.territory)
    number = number_in(text)
    if intent.meaning and not number:
        print(no_break(intent.meaning.explanation))
    if intent.activity:
        services = [one for one in services if one.activity is intent.activity]
    if intent.area:
        found = _in(intent.area, services, directory, arguments.limit, intent.activity)
        if intent.communes:
            print(no_break(f"Communes de ce nom : {_names(intent.communes)}"))
        return int(not found)
    if intent.communes:
        territory = directory.territory
        return _around(intent.communes, services, territory, arguments.limit, intent.activity)
    if number:
        called = [one for one in services if number in {phone.grouped for phone in one.phones}]
        return _named(called, text, arguments.limit)
    if intent.within:
        listed = {one.id for one in directory.listed_in(intent.within.code)}
        services = [one for one in services if one.id in listed]
    held = _holding(intent.words, services, directory) or _holding(
        intent.corrected, services, directory
    )
    return _by_words(held, text, intent, arguments.limit)


def _in(
    area: Departement | Region,
    services: list[FoundService],
    directory: Directory,
    limit: int,
    activity: Activite | None,
) -> bool:
    """The services of a département, or of each of a région's; without any, the nearest.

    Gives whether there was one. The nearest are those around its most populous commune.
    """
    territory = directory.territory
    departements = territory.departements_of(area.code) if isinstance(area, Region) else (area,)
    listed = {
        one.id for departement in departements for one in directory.listed_in(departement.code)
    }
    found = [one for one in services if one.id in listed]
    where = area.dans[0].upper() + area.dans[1:]
    print(no_break(f"{where}{_only(activity)} : {counted(len(found), 'service')}"))
    _print_names(found, limit)
    if found:
        return True
    start = None if isinstance(area, Region) else territory.largest_commune(area.code)
    if start:
        return not _around((start,), services, territory, limit, activity)
    print("Avec une commune ou un code postal, vous verrez les services les plus proches.")
    return False


def _around(
    communes: Sequence[Commune],
    services: list[FoundService],
    territory: Territory,
    limit: int,
    activity: Activite | None,
) -> int:
    """The services nearest to the first of the communes; ``activity`` is the only one there, if any."""
    chosen, *others = communes
    print(no_break(f"Depuis {_name(chosen)}{_only(activity)} :"))
    point = Point(chosen.latitude, chosen.longitude, chosen)
    found = print_answer(services, point, territory, limit)
    if large := large_of(chosen, territory):
        print(no_break(f"Vouliez-vous dire : {_names(large)}"))
    if others:
        print(no_break(f"Autres communes de ce nom ou de ce code : {_names(others)}"))
    return int(not found)


def _by_words(found: list[FoundService], text: str, intent: Intent, limit: int) -> int:
    """The services ``found`` by the words, unless what these mean is enough."""
    if intent.meaning and intent.meaning.activity:
        print("Avec une commune ou un code postal, vous verrez les services les plus proches.")
    if found or not intent.meaning:
        return _named(found, text, limit, intent.likely)
    if intent.likely:
        print(no_break(f"Vouliez-vous dire : {_names(intent.likely)}"))
    return 0


def _holding(key: str, services: list[FoundService], directory: Directory) -> list[FoundService]:
    """Those whose name, organisation or communes hold all the words of a ``search_key``."""
    words = set(key.split())
    return [one for one in services if words and words <= _words(one, directory)]


def _named(found: list[FoundService], text: str, limit: int, likely: Sequence[Commune] = ()) -> int:
    """The services ``found``; without any, the communes that are ``likely`` to be meant."""
    _print_names(found, limit)
    if not found:
        advice = "Essayez un code postal, une commune, ou des mots du nom d'un service ou de son organisme."
        if likely:
            advice = f"Vouliez-vous dire : {_names(likely)} ?"
        print(no_break(f"Rien ne répond à « {text} ». {advice}"))
    return int(not found)


def _print_names(found: list[FoundService], limit: int) -> None:
    for service in found[:limit]:
        print(no_break(f"- {service.name} ({service.activity.label}) : {service.id}"))
    if len(found) > limit:
        more = len(found) - limit
        print(no_break(f"… et {more} de plus : --limit {len(found)} les montre tous."))


def _words(service: FoundService, directory: Directory) -> set[str]:
    record = directory.service(service.id)
    organisation = record.gestionnaire.nom if record else ""
    communes = (place.commune for place in service.places)
    return set(search_key(" ".join((service.name, organisation, *communes))).split())


def _only(activity: Activite | None) -> str:
    return f", {activity.label.lower()}" if activity else ""


def _name(commune: Commune) -> str:
    return f"{commune.nom} ({commune.departement})"


def _names(communes: Sequence[Commune]) -> str:
    shown = ", ".join(map(_name, communes[:5]))
    return f"{shown}…" if len(communes) > 5 else shown
