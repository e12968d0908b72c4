"""Tient le registre des identifiants publiés (data/identifiants.csv).

Sans option, y inscrit les identifiants de toutes les fiches : à faire avant de publier. Une fois
inscrit, un identifiant ne peut plus disparaître sans que annuaire check le dise. --erase efface une
fiche sur demande et n'en laisse que l'identifiant, le jour et la raison ; ce qui reste à faire
ensuite est dans docs/effacer.md.
"""

import argparse

from generator.cli.parsing import Parser, add_project_options, project_of
from generator.errors import AnnuaireError, UsageError
from generator.formatting.files import create_file, replace_file
from generator.project import Project
from generator.records.borne import borne_ids
from generator.records.discover import discover
from generator.records.files import relative_path
from generator.register import FILE, Erasure, Raison, Register, load_register
from generator.reports.text import counted
from generator.typography import no_break


def configure(parser: Parser) -> None:
    """The options of ``annuaire register``."""
    add_project_options(parser)
    parser.add_argument(
        "--check", action="store_true", help="ne rien écrire : dire ce qui manque au registre"
    )
    parser.add_argument("--erase", metavar="ID", help="effacer cette fiche")
    parser.add_argument(
        "--reason", choices=sorted(Raison), help="pourquoi elle est effacée (avec --erase)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Gives 1 when ``--check`` finds an identifier that is not registered."""
    project = project_of(arguments)
    if bool(arguments.erase) != bool(arguments.reason):
        raise UsageError("--erase et --reason vont ensemble.")
    register = load_register(project.root)
    borne = borne_ids(project.services, project.root)
    if arguments.erase:
        _erase(arguments.erase, Raison[arguments.reason.upper()], register, project)
        return 0
    missing = borne - register.identifiers
    if arguments.check:
        print(no_break("\n".join(sorted(missing)) or "Le registre est à jour."))
        return int(bool(missing))
    _write(project, register, register.text(borne))
    print(no_break(f"{FILE} : {counted(len(missing), 'identifiant')} de plus."))
    return 0


def require_registered(project: Project) -> None:
    """Raise ``AnnuaireError`` when a record about to be published is not registered."""
    missing = borne_ids(project.services, project.root) - load_register(project.root).identifiers
    if missing:
        shown = ", ".join(sorted(missing)[:3]) + (", …" if len(missing) > 3 else "")
        raise AnnuaireError(
            f"{counted(len(missing), 'identifiant')} à inscrire au registre avant de publier "
            f"({shown}). Lancez annuaire register, et gardez {FILE} avec les fiches."
        )


def _erase(identifier: str, reason: Raison, register: Register, project: Project) -> None:
    """Remove the record; the identifiers it bore and had borne become tombstones."""
    files = {one.stem: one for one in discover(project.services, project.root)[0]}
    if identifier not in files:
        raise AnnuaireError(f"aucune fiche ne s'appelle « {identifier} ».")
    file = files[identifier]
    before = borne_ids(project.services, project.root)
    file.unlink()
    gone = before - borne_ids(project.services, project.root)
    tombs = {one: Erasure(one, project.today, reason) for one in gone}
    _write(project, register, register.erasing(tombs.values()).text())
    print(no_break(f"{relative_path(file, project.root)} : fiche effacée."))
    print(no_break(f"Il n'en reste dans {FILE} que : {', '.join(sorted(gone))}."))
    print(
        "La suite est dans docs/effacer.md : historique, clichés, éditions gardées, réutilisateurs."
    )


def _write(project: Project, register: Register, text: str) -> None:
    file = project.root / FILE
    if register.rows or file.exists():
        before = file.read_bytes()
        if before != text.encode():
            replace_file(file, before, text.encode())
    else:
        create_file(file, text.encode())
