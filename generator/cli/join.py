"""Réunit les parties d'un site faites par annuaire build --shard, et le publie d'un seul coup.

Les fiches, le jour, l'adresse et le programme doivent être ceux des parties.
"""

import argparse
from pathlib import Path

from generator.cli.build import add_options, publish
from generator.cli.parsing import Parser


def configure(parser: Parser) -> None:
    """The options of ``annuaire join``."""
    parser.add_argument(
        "parts", type=Path, nargs="+", metavar="PARTIE", help="dossier d'une partie"
    )
    add_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Join and publish; gives 0, or raises what went wrong."""
    return publish(arguments, arguments.parts)
