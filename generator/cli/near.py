"""Cherche les services les plus proches d'un point donné par sa latitude et sa longitude."""

import argparse
from collections.abc import Callable
from math import nan

from generator.cli.answers import add_answer_options, print_answer, services_of
from generator.cli.parsing import Parser, add_project_options
from generator.search.ranking import Point


def configure(parser: Parser) -> None:
    """The options of ``annuaire near``."""
    parser.add_argument("latitude", type=_degrees(90), metavar="LATITUDE", help="en degrés : 48.11")
    parser.add_argument(
        "longitude", type=_degrees(180), metavar="LONGITUDE", help="en degrés : -1.68"
    )
    add_answer_options(parser)
    add_project_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Gives 1 when nothing answers."""
    directory, services = services_of(arguments)
    point = Point(arguments.latitude, arguments.longitude)
    return int(not print_answer(services, point, directory.territory, arguments.limit))


def _degrees(limit: int) -> Callable[[str], float]:
    """A type of argument: decimal degrees between ``-limit`` and ``limit``."""

    def read(text: str) -> float:
        try:
            # Maps give « 48.1, -1.7 ».
            value = float(text.removesuffix(",").replace(",", "."))
        except ValueError:
            value = nan
        if not -limit <= value <= limit:
            raise argparse.ArgumentTypeError(
                f"« {text} » n'est pas un nombre de degrés entre -{limit} et {limit}"
            )
        return value

    return read
