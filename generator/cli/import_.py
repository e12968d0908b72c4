"""Reprend des services d'un autre fichier : CSV, XLSX, JSON de l'annuaire, data·inclusion, HSDS, DILA.

Sans --apply, rien n'est écrit : le plan est montré, avec les doublons probables et ce qui n'a pas pu
être repris. Une fiche qui existe n'est modifiée qu'avec --replace, une fiche qui en répète peut-être
une autre n'est créée qu'avec --with-duplicates.
"""

import argparse
import sys
from pathlib import Path

from generator.checks.rules import Context
from generator.cli.parsing import Parser, add_project_options, existing_path, project_of
from generator.errors import UsageError, reason
from generator.formatting.files import create_file, replace_file
from generator.importing.formats import FORMATS, Source, read_sources
from generator.importing.mapping import ColumnMapping, read_mapping
from generator.importing.plan import Action, Plan, Planner
from generator.model.vocabulary import Activite
from generator.register import load_register
from generator.reports.importing import plan_to_text
from generator.reports.text import counted
from generator.territory import Territory
from generator.typography import no_break


def configure(parser: Parser) -> None:
    """The options of ``annuaire import``."""
    add_project_options(parser)
    parser.add_argument(
        "files", nargs="+", type=existing_path, metavar="FICHIER",
        help="le fichier, ou les deux : services et lieux, structures et services",
    )  # fmt: skip
    parser.add_argument(
        "--format", choices=FORMATS, default="", help="format du fichier (reconnu, d'ordinaire)"
    )
    parser.add_argument(
        "--mapping", type=existing_path, metavar="FICHIER",
        help="correspondance des colonnes d'un CSV (docs/importer.md)",
    )  # fmt: skip
    parser.add_argument(
        "--type",
        choices=sorted(Activite),
        default="",
        help="activité, quand le fichier ne la dit pas",
    )
    parser.add_argument(
        "--source", default="", metavar="ADRESSE", help="page publique d'où viennent ces services"
    )
    parser.add_argument("--apply", action="store_true", help="écrire les fiches à créer")
    parser.add_argument(
        "--replace", action="store_true", help="avec --apply, modifier aussi celles qui existent"
    )
    parser.add_argument(
        "--with-duplicates",
        action="store_true",
        help="avec --apply, créer aussi les doublons probables",
    )


def run(arguments: argparse.Namespace) -> int:
    """Gives 1 when a service of the file is refused."""
    if (arguments.replace or arguments.with_duplicates) and not arguments.apply:
        raise UsageError("--replace et --with-duplicates vont avec --apply.")
    project = project_of(arguments)
    territory = Territory.load(project.root)
    context = Context(territory, project.today, project.fictional)
    planner = Planner(project, context, load_register(project.root))
    reading = read_sources(
        [Source(one.name, _bytes(one)) for one in arguments.files],
        arguments.format,
        _mapping(arguments.mapping),
        territory,
        planner.ids,
    )
    plan = planner.plan(reading, arguments.type, arguments.source)
    sys.stdout.write(plan_to_text(plan, project.root))
    if arguments.apply:
        _apply(plan, replace=arguments.replace, duplicates=arguments.with_duplicates)
    else:
        print("\nRien n'a été écrit. Avec --apply, les fiches à créer le sont.")
    return int(bool(plan.of(Action.REFUSE)))


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file} ne peut pas être lu : {reason(error)}.") from error


def _mapping(file: Path | None) -> ColumnMapping | None:
    if file is None:
        return None
    try:
        return read_mapping(_bytes(file).decode("utf-8-sig"), file.name)
    except UnicodeDecodeError as error:
        raise UsageError(f"{file.name} n'est pas en UTF-8.") from error


def _apply(plan: Plan, *, replace: bool, duplicates: bool) -> None:
    created = changed = 0
    for one in plan.of(Action.CREATE):
        if duplicates or not one.duplicates:
            create_file(one.file, one.after)
            created += 1
    for one in plan.of(Action.CHANGE) if replace else ():
        replace_file(one.file, one.before, one.after)
        changed += 1
    left = len(plan.of(Action.CREATE)) - created, len(plan.of(Action.CHANGE)) - changed
    modified = f", {counted(changed, 'fiche')} à jour" if changed else ""
    print(no_break(f"\nÉcrit : {counted(created, 'fiche')} de plus{modified}."))
    if left[0]:
        print(no_break(f"Doublons probables laissés : {left[0]} (--with-duplicates)."))
    if left[1]:
        print(no_break(f"Fiches existantes laissées telles quelles : {left[1]} (--replace)."))
