"""What ``annuaire search`` and ``annuaire near`` share: their options, and the answer in French."""

import argparse
from collections.abc import Iterable

from generator.cli.parsing import Parser, project_of
from generator.cli.progress import tell, tracked
from generator.directory import Directory
from generator.edition import inspect_records
from generator.model.vocabulary import Activite
from generator.reports.text import counted
from generator.search.places import FoundService, found_services
from generator.search.ranking import REACHES, Answer, Found, Point, rank
from generator.territory import Territory
from generator.typography import no_break


def add_answer_options(parser: Parser) -> None:
    """Which services, and how many."""
    parser.add_argument(
        "--activite",
        choices=[one.value for one in Activite],
        help="ne montrer que cette activité",
    )
    parser.add_argument(
        "--limit", type=_count, default=10, metavar="NOMBRE", help="services montrés au plus (10)"
    )


def services_of(arguments: argparse.Namespace) -> tuple[Directory, list[FoundService]]:
    """The directory of the project, and those of its services that the options ask for.

    Records with errors are left out, and said to be.
    """
    project = project_of(arguments)
    inspection, territory = inspect_records(project, tracked, tell)
    directory = Directory(inspection.services, territory, project.today)
    if wrong := len({one.path for one in inspection.errors}):
        tell(f"Sans {counted(wrong, 'fiche')} en erreur : « annuaire check » dit pourquoi.")
    chosen = [
        one for one in found_services(directory) if arguments.activite in (None, one.activity.value)
    ]
    return directory, chosen


def print_answer(
    services: list[FoundService], point: Point, territory: Territory, limit: int
) -> bool:
    """Print at most ``limit`` services, the nearest first. Gives whether there was one."""
    answers = (rank(services, point, reach) for reach in REACHES)
    answer = next((one for one in answers if one.near), None) or rank(services, point)
    lines = list(_lines(answer, territory))[:limit]
    for number, line in enumerate(lines, start=1):
        print(no_break(f"{number:>3}. {line}"))
    if not lines:
        print("Aucun service ne répond.")
    return bool(lines)


def _lines(answer: Answer, territory: Territory) -> Iterable[str]:
    for found in answer.near:
        town = found.place.commune if found.place else ""
        yield f"{kilometres(found.metres or 0)} · {town} · {_told(found)}"
    for found in answer.nearby:
        place = found.place
        departement = territory.departement(place.departement) if place else None
        where = (place.commune if place else "") or (departement.nom if departement else "")
        yield f"adresse non publiée · {where} · {_told(found)}"
    for found in answer.remote:
        yield f"à distance · {_told(found)}"


def _told(found: Found) -> str:
    service = found.service
    parts = [service.name, service.activity.label.lower()]
    if found.metres is not None and found.others:
        parts.append("et 1 autre lieu" if found.others == 1 else f"et {found.others} autres lieux")
    if found.covers:
        parts.append("intervient dans la commune")
    if service.phone:
        parts.append(service.phone.grouped)
    return f"{', '.join(parts)} [{service.id}]"


def kilometres(metres: int) -> str:
    """``2,4 km``, with one decimal below 100 km, as theme/static/find/french.js says it."""
    if metres < 1000:
        return "moins de 1 km"
    tenths = (metres + 50) // 100
    return f"{tenths // 10},{tenths % 10} km" if tenths < 1000 else f"{(metres + 500) // 1000} km"


def _count(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"« {text} » n'est pas un nombre de services")
    return int(text)
