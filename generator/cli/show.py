"""Montre une fiche telle que le site la comprend, et ce qui ne va pas dans cette fiche."""

import argparse
import os
import sys
import textwrap
from difflib import get_close_matches
from itertools import pairwise

from generator.cli.parsing import Parser, add_project_options, project_of
from generator.cli.progress import tell, tracked
from generator.directory import Directory
from generator.edition import inspect_records
from generator.errors import AnnuaireError
from generator.problems import Problem
from generator.records.discover import discover
from generator.records.files import relative_path
from generator.reports import to_text
from generator.reports.service import Line, service_lines
from generator.typography import no_break

_WIDTH = 100


def configure(parser: Parser) -> None:
    """The options of ``annuaire show``."""
    add_project_options(parser)
    parser.add_argument("id", metavar="ID", help="identifiant de la fiche (le nom du fichier)")


def run(arguments: argparse.Namespace) -> int:
    """Gives 1 when the record is wrong; raises ``AnnuaireError`` when there is none of that name."""
    project = project_of(arguments)
    # A path is understood too: it is what messages and editors give.
    wanted = arguments.id.rpartition("/")[2].removesuffix(".yaml")
    files = {file.stem: file for file in discover(project.services, project.root)[0]}
    inspection, territory = inspect_records(project, tracked, tell)
    directory = Directory(inspection.services, territory, project.today)
    if wanted not in files:
        raise AnnuaireError(_unknown(wanted, directory, list(files)))
    path = relative_path(files[wanted], project.root)
    service = directory.service(wanted)
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    print(no_break(path))
    if service is not None:
        print(_sheet(service_lines(service, directory), colour=colour))
    _tell([one for one in inspection.problems if one.path == path], colour=colour)
    if service is None:
        print(no_break("Le site ne peut pas montrer cette fiche tant qu'elle a des erreurs."))
    return int(service is None)


def _unknown(wanted: str, directory: Directory, known: list[str]) -> str:
    successor = next(
        (one.id for one in directory.services if wanted in one.anciens_identifiants), None
    )
    if successor:
        return f"« {wanted} » est un ancien identifiant : la fiche est maintenant {successor}."
    close = get_close_matches(wanted, known, n=3, cutoff=0.5)
    hint = f" Vouliez-vous dire : {', '.join(close)} ?" if close else ""
    return f"aucune fiche ne s'appelle « {wanted} ».{hint}"


def _sheet(lines: list[Line], *, colour: bool) -> str:
    width = max(len(one.title) + 2 * one.depth for one in lines) + 2
    rows = []
    for before, line in pairwise((Line("", ""), *lines)):
        if line.depth == 0 and (before.depth > 0 or not line.text):
            rows.append("")
        rows.append(_row(line, width, colour=colour))
    return "\n".join(rows)


def _row(line: Line, width: int, *, colour: bool) -> str:
    title = f"{'  ' * line.depth}{line.title}"
    if not line.text:
        return f"\x1b[1m{title}\x1b[0m" if colour else title
    paragraphs = [
        textwrap.wrap(one, _WIDTH - width, break_long_words=False, break_on_hyphens=False) or [""]
        for one in no_break(line.text).split("\n")
    ]
    text = ("\n" + " " * width).join(piece for one in paragraphs for piece in one)
    return f"{title:{width}}{text}".rstrip()


def _tell(problems: list[Problem], *, colour: bool) -> None:
    if problems:
        print(f"\n{to_text(problems, colour=colour)}", end="")
    else:
        print("\nRien à signaler dans cette fiche.")
