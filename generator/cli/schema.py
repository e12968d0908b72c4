"""Écrit le schéma que lisent les éditeurs et le dictionnaire des champs, d'après le modèle."""

import argparse
from pathlib import Path

from generator.cli.parsing import Parser, add_root, root_of
from generator.errors import AnnuaireError, reason
from generator.schema import to_dictionary, to_schema
from generator.typography import no_break

FILES = {"schema/service.schema.json": to_schema, "docs/dictionnaire.md": to_dictionary}
"""What is written, by its path from the project's root."""


def configure(parser: Parser) -> None:
    """The options of ``annuaire schema``."""
    add_root(parser)
    parser.add_argument(
        "--check",
        action="store_true",
        help="ne rien écrire : dire si les fichiers du dépôt sont à jour",
    )


def run(arguments: argparse.Namespace) -> int:
    """Gives 1 when ``--check`` found a file that the model no longer gives."""
    root = root_of(arguments)
    stale = False
    for path, text in FILES.items():
        if _content(root / path) == text():
            print(no_break(f"{path} : à jour"))
        elif arguments.check:
            stale = True
            print(no_break(f"{path} : n'est plus à jour, lancez « annuaire schema »"))
        else:
            _write(root / path, text())
            print(no_break(f"{path} : écrit"))
    return int(stale)


def _content(file: Path) -> str | None:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _write(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise AnnuaireError(f"{file} ne peut pas être écrit : {reason(error)}.") from error
