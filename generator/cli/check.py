"""Vérifie les fiches et montre tout ce qui ne va pas, sans rien écrire.

Toutes les fiches sont lues, pour comparer chacune aux autres ; les arguments choisissent ce qui est
montré, et dans quel ordre. Le code de sortie est 1 quand une erreur est montrée.
"""

import argparse
import os
import sys
from pathlib import Path

from generator.cli.changed import changed_since
from generator.cli.parsing import Parser, add_project_options, existing_path, project_of
from generator.cli.progress import tell, tracked
from generator.edition import inspect_project
from generator.problems import Problem, Severity
from generator.reports import FORMATS, to_text
from generator.reports.text import summary
from generator.typography import no_break


def configure(parser: Parser) -> None:
    """The options of ``annuaire check``."""
    add_project_options(parser)
    parser.add_argument(
        "paths",
        nargs="*",
        type=existing_path,
        metavar="FICHE",
        help="ne montrer que ces fiches ou dossiers (toutes sont lues)",
    )
    parser.add_argument(
        "--changed-from",
        metavar="REF",
        help="montrer d'abord les fiches modifiées depuis cette branche ou ce commit",
    )
    parser.add_argument(
        "--format", choices=sorted(FORMATS), default="text", help="forme du rapport (text)"
    )
    parser.add_argument(
        "--conseils",
        action="store_true",
        help="montrer aussi les conseils, pas seulement les fautes",
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="ne montrer que les erreurs")


def run(arguments: argparse.Namespace) -> int:
    """Gives 1 when at least one record shown is wrong."""
    project = project_of(arguments)
    ref = arguments.changed_from
    changed = None if ref is None else changed_since(ref, project.root)
    chosen = [_relative(path, project.root) for path in arguments.paths]
    inspection, _ = inspect_project(project, tracked, tell)
    shown = [
        one
        for one in inspection.problems
        if _is_wanted(one, arguments) and (not chosen or _is_under(one.path, chosen))
    ]
    if changed is not None:
        shown.sort(key=lambda one: one.path not in changed)  # stable: the order is kept otherwise
    if arguments.format == "text":
        _tell(shown, inspection.read, changed, arguments)
    else:
        sys.stdout.write(FORMATS[arguments.format](shown))
    return int(any(one.severity is Severity.ERREUR for one in shown))


def _is_wanted(problem: Problem, arguments: argparse.Namespace) -> bool:
    if arguments.quiet:
        return problem.severity is Severity.ERREUR
    return problem.severity is not Severity.CONSEIL or arguments.conseils


def _is_under(path: str, chosen: list[str]) -> bool:
    return any(path == one or path.startswith(f"{one}/") for one in chosen)


def _relative(path: Path, root: Path) -> str:
    """``path`` as problems write it."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


def _tell(
    problems: list[Problem],
    read: int,
    changed: frozenset[str] | None,
    arguments: argparse.Namespace,
) -> None:
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    if changed is None:
        sys.stdout.write(to_text(problems, colour=colour))
    else:
        here = [one for one in problems if one.path in changed]
        elsewhere = problems[len(here) :]
        for title, some in (("Fiches modifiées", here), ("Autres fiches", elsewhere)):
            if some:
                sys.stdout.write(f"{title}\n\n{to_text(some, colour=colour)}\n")
    if not arguments.quiet:
        blank = "\n" if problems and changed is None else ""
        sys.stdout.write(no_break(f"{blank}{summary(read, problems)}\n"))
