"""Vérifie les fiches, construit le site dans un dossier neuf et le publie d'un seul coup."""

import argparse
import functools
import sys
from pathlib import Path

from generator.build import Narration, build
from generator.cli.parsing import Parser, add_site_options, project_of
from generator.cli.progress import step, tracked
from generator.cli.register import require_registered
from generator.edition import InvalidRecordsError
from generator.editorial.publisher import require_statements
from generator.reports import to_text
from generator.typography import no_break


def configure(parser: Parser) -> None:
    """The options of ``annuaire build``."""
    add_site_options(parser)
    parser.add_argument(
        "--release",
        action="store_true",
        help="refuser de publier tant que data/editeur.yaml n'est pas complet",
    )
    parser.add_argument(
        "--since",
        default="",
        metavar="ÉDITION",
        help="dire ce qui a changé depuis cette révision, ou ce services.json publié",
    )
    parser.add_argument(
        "--archive",
        type=Path,
        metavar="DOSSIER",
        help="publier aussi les clichés datés de ce dossier, et y ajouter cette édition",
    )
    parser.add_argument(
        "-j",
        "--jobs",
        type=_number,
        metavar="N",
        help="nombre de processus qui font les pages (autant que de processeurs)",
    )
    parser.add_argument(
        "-q", "--quiet", action="store_true", help="ne rien dire quand tout va bien"
    )


def run(arguments: argparse.Namespace) -> int:
    """Build and publish; gives 0, or raises what went wrong."""
    project = project_of(arguments)
    if arguments.release:
        require_statements(project.root)
        require_registered(project)
    try:
        done = build(
            project, Narration(tracked, functools.partial(step, quiet=arguments.quiet), _tell),
            since=arguments.since, archive=arguments.archive, jobs=arguments.jobs,
        )  # fmt: skip
    except InvalidRecordsError as error:
        sys.stderr.write(to_text(error.problems) + "\n")
        raise
    if not arguments.quiet:
        pages = sum(Path(path).suffix == ".html" for path in done.manifest.files)
        news = "" if done.changed else " Rien n'a changé depuis la dernière publication."
        print(no_break(f"Site publié dans {project.output} : {pages} pages.{news}"))
    return 0


def _number(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"« {text} » n'est pas un nombre de processus (1, 2…)")
    return int(text)


def _tell(line: str) -> None:
    print(no_break(line), file=sys.stderr)
