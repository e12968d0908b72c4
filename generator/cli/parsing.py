"""argparse in French: the words a partner reads when a command line is wrong, and in the help."""

import argparse
import datetime
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from generator.errors import UsageError
from generator.project import Project

# argparse has no French catalogue; these are its messages (Python 3.11 to 3.14) and ours.
_MESSAGES = (
    (r"unrecognized arguments: (.*)", r"option ou argument inconnu : \1"),
    (r"the following arguments are required: (.*)", r"il manque : \1"),
    (r"argument (.*): expected one argument", r"il faut une valeur après \1"),
    (r"argument (.*): expected at least one argument", r"il faut au moins une valeur après \1"),
    (
        r"argument (.*): invalid choice: (.*) \(choose from (.*)\)",
        r"\2 ne convient pas à \1 (au choix : \3)",
    ),
    (r"argument (.*): ignored explicit argument (.*)", r"\1 ne prend pas de valeur (\2)"),
    (r"argument (.*): not allowed with argument (.*)", r"\1 ne va pas avec \2"),
    (r"ambiguous option: (.*) could match (.*)", r"\1 peut vouloir dire \2"),
    (r"argument (.*?): (.*)", r"\1 : \2"),
)
_NEGATIVE = re.compile(r"^(-\d+)[.,](\d+),?$")
"""A negative number as French writes it, or as maps do before a second one."""


class WrongCommandLineError(UsageError):
    """The command line was not understood; ``usage`` is the line that shows how to write it."""

    def __init__(self, message: str, usage: str) -> None:
        super().__init__(message)
        self.usage = usage


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or "Usage : ")


class Parser(argparse.ArgumentParser):
    """An ``ArgumentParser`` that speaks French and raises instead of leaving the program."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(
            prog, description=description, formatter_class=_Formatter, add_help=False,
            allow_abbrev=False,
        )  # fmt: skip
        self._positionals.title = "Arguments\N{NO-BREAK SPACE}"
        self._optionals.title = "Options\N{NO-BREAK SPACE}"
        self.add_argument("-h", "--help", action="help", help="montrer cette aide")

    def parse_args(  # type: ignore[override]  # the overloads of the base class are about namespaces
        self, args: Sequence[str] | None = None, namespace: None = None
    ) -> argparse.Namespace:
        """Parse; ``-1,68`` and ``-1.68,`` are numbers, where argparse sees options."""
        given = [_NEGATIVE.sub(r"\1.\2", one) for one in args or ()]
        return super().parse_args(given, namespace)

    def error(self, message: str) -> NoReturn:
        """Raise ``WrongCommandLineError`` with the message in French."""
        for pattern, french in _MESSAGES:
            if found := re.fullmatch(pattern, message):
                message = found.expand(french)
                break
        raise WrongCommandLineError(message, self.format_usage().strip())


def add_root(parser: Parser) -> None:
    """The option that says which project."""
    parser.add_argument(
        "--root", type=Path, default=Path(), metavar="DOSSIER", help="dossier du projet"
    )


def add_places(parser: Parser) -> None:
    """The options that say which project and which records."""
    add_root(parser)
    parser.add_argument(
        "--services", type=Path, metavar="DOSSIER", help="dossier des fiches (data/services)"
    )


def add_project_options(parser: Parser) -> None:
    """The options that say which project, which records and which day."""
    add_places(parser)
    parser.add_argument(
        "--today", type=_day, metavar="AAAA-MM-JJ", help="faire comme si l'on était ce jour-là"
    )
    parser.add_argument(
        "--fictional",
        action="store_true",
        help="accepter les numéros et domaines réservés à la fiction (fiches d'essai)",
    )


def add_site_options(parser: Parser) -> None:
    """The options of the commands that make the site."""
    add_project_options(parser)
    parser.add_argument("--output", type=Path, metavar="DOSSIER", help="où publier (public)")
    parser.add_argument(
        "--site-url", metavar="ADRESSE", help="adresse du site (sinon, la variable SITEURL)"
    )


def root_of(arguments: argparse.Namespace) -> Path:
    """The root of the project that the option of ``add_root`` describes."""
    return Project.find(arguments.root).root


def places_of(arguments: argparse.Namespace) -> Project:
    """The project that the options of ``add_places`` describe."""
    return Project.find(arguments.root, services=arguments.services)


def project_of(arguments: argparse.Namespace) -> Project:
    """The project that the options describe."""
    return Project.find(
        arguments.root,
        services=arguments.services,
        output=getattr(arguments, "output", None),
        today=arguments.today,
        site_url=getattr(arguments, "site_url", None),
        fictional=arguments.fictional,
    )


def existing_path(text: str) -> Path:
    """The type of an argument that names a file or folder; refused when nothing is there.

    Absolute, and reached as the project's root is: a link on the way is followed, not the last one.
    """
    if not os.path.lexists(text):
        raise argparse.ArgumentTypeError(f"{text} n'existe pas")
    path = Path(os.path.abspath(text))  # noqa: PTH100 (Path.resolve would follow the last link)
    return path.parent.resolve() / path.name


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} n'est pas une date AAAA-MM-JJ") from error
