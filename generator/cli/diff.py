"""Montre ce qui a changé entre deux éditions des fiches.

Une édition est une révision que git connaît (une étiquette, une branche, un commit), un fichier
services.json publié, ou « . » pour les fiches telles qu'elles sont ici. D'une fiche dont une adresse
est protégée, aujourd'hui ou dans l'une des éditions, il n'est dit que si elle a changé.
"""

import argparse
import sys
from dataclasses import replace

from generator.changes import compare
from generator.changes.edition import protected_ids
from generator.cli.parsing import Parser, add_places, places_of
from generator.history import open_edition
from generator.history.editions import WORK_TREE
from generator.reports.changes import CHANGE_FORMATS
from generator.territory import Territory


def configure(parser: Parser) -> None:
    """The options of ``annuaire diff``."""
    add_places(parser)
    parser.add_argument("before", metavar="AVANT", help="l'édition d'avant")
    parser.add_argument(
        "after", nargs="?", default=WORK_TREE, metavar="APRÈS", help="l'édition d'après (« . »)"
    )
    parser.add_argument(
        "--format", choices=sorted(CHANGE_FORMATS), default="text", help="forme du rapport (text)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Gives 0, whatever changed; raises ``UsageError`` for what is no edition."""
    project = places_of(arguments)
    territory = Territory.load(project.root)
    # As they were typed: two editions are often two files of one name.
    before, after = (
        replace(open_edition(name, project, territory), name=name)
        for name in (arguments.before, arguments.after)
    )
    withheld = protected_ids(open_edition(WORK_TREE, project, territory))
    sys.stdout.write(CHANGE_FORMATS[arguments.format](compare(before, after, withheld)))
    return 0
