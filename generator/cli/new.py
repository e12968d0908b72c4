"""Écrit une nouvelle fiche, en posant quelques questions ou d'après les options données.

Dans un terminal, ce qui n'est pas donné est demandé. Ailleurs, tout doit être donné.
"""

import argparse
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from generator.checks.examination import examine
from generator.checks.rules import Context
from generator.cli.interview import CONTACTS, Interview
from generator.cli.parsing import Parser, add_project_options, project_of
from generator.drafting import record_text
from generator.errors import AnnuaireError, UsageError
from generator.formatting.files import create_file
from generator.model.vocabulary import Activite
from generator.problems import Problem, Severity
from generator.project import Project
from generator.records.borne import borne_ids
from generator.records.files import relative_path
from generator.register import read_register
from generator.reports import to_text
from generator.territory import Territory
from generator.typography import no_break

_INTERRUPTED = 130
"""The exit code of a command stopped by Ctrl-C (128 + SIGINT)."""


def configure(parser: Parser) -> None:
    """The options of ``annuaire new``."""
    add_project_options(parser)
    parser.add_argument("--type", metavar="ACTIVITÉ", help=" ou ".join(Activite))
    parser.add_argument("--organisme", metavar="NOM", help="organisme qui gère le service")
    parser.add_argument("--nom", metavar="NOM", help="nom du service")
    parser.add_argument(
        "--commune", metavar="COMMUNE", help="« 35000 », « Rennes » ou « 35000 Rennes »"
    )
    parser.add_argument(
        "--departement", metavar="CODE", help="quand la commune n'est pas connue ou pas publiée"
    )
    parser.add_argument("--telephone", metavar="NUMÉRO", help="téléphone du service")
    parser.add_argument("--courriel", metavar="ADRESSE", help="courriel du service")
    parser.add_argument("--site-web", metavar="ADRESSE", help="page du service")
    parser.add_argument("--resume", metavar="TEXTE", help="une ou deux phrases")
    parser.add_argument("--source", metavar="ADRESSE", help="page publique d'où cela vient")
    parser.add_argument("--id", metavar="ID", help="identifiant (proposé d'après l'organisme)")


def run(arguments: argparse.Namespace) -> int:
    """Gives 0 when the record is written, 130 when the person stopped; nothing is left then."""
    project = project_of(arguments)
    missing = _missing(arguments)
    if missing and not sys.stdin.isatty():
        raise UsageError(f"il manque : {', '.join(missing)}. Dans un terminal, je le demande.")
    territory = Territory.load(project.root)
    used = borne_ids(project.services, project.root) | read_register(project.root).identifiers
    try:
        answers, identifier = Interview(arguments, territory, asks=bool(missing)).run(used)
    except (EOFError, KeyboardInterrupt):
        print("\nRien n'a été écrit.", file=sys.stderr)
        return _INTERRUPTED
    file = project.services / answers.where.departement / f"{identifier}.yaml"
    content = record_text(answers, project.today.isoformat()).encode()
    problems = _problems(file, content, project, territory)
    sys.stdout.write(to_text(problems))
    if any(one.severity is Severity.ERREUR for one in problems):
        raise AnnuaireError("la fiche n'est pas écrite : corrigez d'abord ce qui précède.")
    create_file(file, content)
    print(no_break(f"Fiche écrite : {relative_path(file, project.root)}"))
    print("Complétez-la (situations, tarif, horaires…), puis lancez annuaire check.")
    return 0


def _missing(arguments: argparse.Namespace) -> list[str]:
    """The options without which there is no record, as one would write them."""
    given = {name for name, value in vars(arguments).items() if value}
    needed = [f"--{name}" for name in ("type", "organisme", "nom") if name not in given]
    if not given & {"commune", "departement"}:
        needed.append("--commune (ou --departement)")
    if not given & set(CONTACTS):
        needed.append("--telephone, --courriel ou --site-web")
    return needed + [f"--{name}" for name in ("resume", "source") if name not in given]


def _problems(file: Path, content: bytes, project: Project, territory: Territory) -> list[Problem]:
    """What ``annuaire check`` will say of the record by itself, before it is written."""
    context = Context(territory, project.today, project.fictional)
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder) / file.parent.name / file.name
        trial.parent.mkdir()
        trial.write_bytes(content)
        found = examine(trial, Path(folder), context).problems
    path = relative_path(file, project.root)
    return [replace(one, path=path) for one in found if one.severity is not Severity.CONSEIL]
