"""Vérifie les fiches, construit le site dans un dossier neuf et le publie d'un seul coup."""

import argparse
import functools
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from generator.build import Narration, build
from generator.cli.parsing import Parser, add_site_options, project_of
from generator.cli.progress import step, tell, tracked
from generator.cli.register import require_registered
from generator.edition import InvalidRecordsError
from generator.editorial.publisher import require_statements
from generator.errors import UsageError
from generator.parts import make_part
from generator.production import Shard
from generator.reports import to_text
from generator.typography import no_break

_MOST_PROCESSES = 256
"""Each holds a pipe open, and a process may often open no more than a thousand files."""


def configure(parser: Parser) -> None:
    """The options of ``annuaire build``."""
    add_options(parser)
    parser.add_argument(
        "--shard",
        type=_shard,
        metavar="3/8",
        help="ne faire que cette partie du site (des départements qui se suivent), dans un dossier vide, "
        "pour annuaire join",
    )


def add_options(parser: Parser) -> None:
    """The options of the commands that publish."""
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
    """Build and publish, or make one part; gives 0, or raises what went wrong."""
    if arguments.shard is None:
        return publish(arguments)
    if wrong := [name for name in ("release", "since", "archive") if getattr(arguments, name)]:
        raise UsageError(f"--{wrong[0]} n'a pas de sens avec --shard : donnez-le à annuaire join.")
    project = project_of(arguments)
    with _telling():
        files = make_part(project, arguments.shard, tracked, tell, jobs=arguments.jobs)
    if not arguments.quiet:
        part = f"Partie {arguments.shard.number}/{arguments.shard.of}"
        print(no_break(f"{part} faite dans {project.output} : {files} fichiers."))
    return 0


def publish(arguments: argparse.Namespace, parts: Sequence[Path] = ()) -> int:
    """Build and publish, from ``parts`` if they are given; gives 0, or raises what went wrong."""
    project = project_of(arguments)
    if arguments.release:
        require_statements(project.root)
        require_registered(project)
    with _telling():
        done = build(
            project, Narration(tracked, functools.partial(step, quiet=arguments.quiet), tell),
            since=arguments.since, archive=arguments.archive, jobs=arguments.jobs, parts=parts,
        )  # fmt: skip
    if not arguments.quiet:
        pages = sum(Path(path).suffix == ".html" for path in done.manifest.files)
        news = "" if done.changed else " Rien n'a changé depuis la dernière publication."
        print(no_break(f"Site publié dans {project.output} : {pages} pages.{news}"))
    return 0


@contextmanager
def _telling() -> Iterator[None]:
    """Show the problems of the records that stop a build, before it says that it stops."""
    try:
        yield
    except InvalidRecordsError as error:
        sys.stderr.write(to_text(error.problems) + "\n")
        raise


def _shard(text: str) -> Shard:
    number, slash, of = text.partition("/")
    if not slash or not number.isdecimal() or not of.isdecimal() or not 1 <= int(number) <= int(of):
        raise argparse.ArgumentTypeError(f"« {text} » n'est pas une partie (3/8 : la 3e de 8)")
    return Shard(int(number), int(of))


def _number(text: str) -> int:
    if not text.isdecimal() or len(text) > 3 or not 1 <= int(text) <= _MOST_PROCESSES:
        raise argparse.ArgumentTypeError(
            f"« {text} » n'est pas un nombre de processus (de 1 à {_MOST_PROCESSES})"
        )
    return int(text)
