"""Met les fiches dans leur forme unique : ordre des champs, guillemets, lignes, commentaires gardés.

Le sens d'une fiche ne change jamais : elle est relue et comparée avant d'être remplacée.
"""

import argparse
import difflib
import sys
from collections.abc import Iterable
from pathlib import Path

from generator.cli.parsing import Parser, add_places, existing_path, places_of
from generator.cli.progress import tracked
from generator.errors import AnnuaireError
from generator.formatting.files import FormattedFile, format_file, replace_file
from generator.project import Project
from generator.records.discover import discover
from generator.reports.text import counted, to_text
from generator.typography import no_break

_DIFF_LINES = 24
"""Lines of a difference that are shown: enough to see of what kind it is."""


def configure(parser: Parser) -> None:
    """The options of ``annuaire format``."""
    add_places(parser)
    parser.add_argument(
        "paths",
        nargs="*",
        type=existing_path,
        metavar="FICHE",
        help="ne mettre en forme que ces fiches ou dossiers",
    )
    parser.add_argument(
        "--check",
        action="store_true",
        help="ne rien écrire : montrer les fiches à mettre en forme",
    )


def run(arguments: argparse.Namespace) -> int:
    """Gives 1 when a file was left alone, or when ``--check`` found one that is not in its form."""
    project = places_of(arguments)
    files = list(_files(arguments.paths, project))
    changed = left_alone = 0
    for file in tracked(files):
        try:
            done = format_file(file, project.root)
            if done.is_changed:
                _settle(file, done, check=arguments.check)
        except AnnuaireError as error:
            # Each file is a matter of its own: the others are still put in their form.
            left_alone += 1
            print(no_break(str(error)), file=sys.stderr)
            continue
        sys.stdout.write(to_text(done.problems))
        left_alone += bool(done.problems)
        changed += done.is_changed
    _conclude(len(files), changed, left_alone, check=arguments.check)
    return int(bool(left_alone or (arguments.check and changed)))


def _files(paths: list[Path], project: Project) -> Iterable[Path]:
    """The records chosen, each once, or all; what is no record, ``annuaire check`` tells."""
    if not paths:
        return discover(project.services, project.root)[0]
    found = (
        one for path in paths for one in (sorted(path.rglob("*.yaml")) if path.is_dir() else [path])
    )
    return dict.fromkeys(found)


def _settle(file: Path, done: FormattedFile, *, check: bool) -> None:
    if not check:
        replace_file(file, done.before, done.after)
        print(no_break(f"{done.path} : mise en forme"))
        return
    print(no_break(f"{done.path} : à mettre en forme"))
    lines = list(
        difflib.unified_diff(
            done.before.decode("utf-8-sig").split("\n"),
            done.after.decode().split("\n"),
            n=1,
            lineterm="",
        )
    )[2:]
    shown = [f"    {line}".rstrip() for line in lines[:_DIFF_LINES]]
    print("\n".join([*shown, "    […]"] if len(lines) > _DIFF_LINES else shown))


def _conclude(read: int, changed: int, left_alone: int, *, check: bool) -> None:
    verb = "à mettre en forme" if check else "mises en forme" if changed > 1 else "mise en forme"
    parts = [f"{changed} {verb}"] if changed else []
    if left_alone:
        parts.append(f"{counted(left_alone, 'laissée')} telle{'s' * (left_alone > 1)} quelle"
                     f"{'s' * (left_alone > 1)} (voir ci-dessus)")  # fmt: skip
    print(no_break(f"{counted(read, 'fiche')} : {', '.join(parts) or 'rien à changer'}."))
