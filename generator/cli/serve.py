"""Vérifie les fiches, construit le site, le montre à une adresse locale et suit les changements.

Le site d'aperçu est à part (dossier .apercu) : il ne remplace jamais le site publié.
"""

import argparse
import dataclasses
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import generator
from generator.cli.parsing import Parser, add_project_options, project_of
from generator.errors import UsageError
from generator.project import Project
from generator.serving.server import HOST, Changes, open_server
from generator.typography import no_break

WATCHED = ("data", "content", "theme", "pelicanconf.py")
"""What a site is made of, in the project's folder; the program itself is watched too."""
PACKAGE = Path(generator.__file__).parent
PREVIEW_FOLDER = ".apercu"
LAST_PORT = 65535


def configure(parser: Parser) -> None:
    """The options of ``annuaire serve``."""
    add_project_options(parser)
    parser.add_argument("--port", type=int, default=8000, help="port local (8000)")
    parser.add_argument(
        "--base", default="", metavar="CHEMIN", help="servir sous un sous-chemin (/annuaire)"
    )
    parser.add_argument(
        "--output", type=Path, metavar="DOSSIER", help="dossier de l'aperçu (.apercu)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Serve until Ctrl-C; gives 0, or 1 when the first build failed."""
    if not 1 <= arguments.port <= LAST_PORT:
        raise UsageError(f"{arguments.port} n'est pas un port (1 à {LAST_PORT}).")
    project = project_of(arguments)
    base = "/" + arguments.base.strip("/") if arguments.base.strip("/") else ""
    output = (arguments.output or project.root / PREVIEW_FOLDER).absolute()
    changes = Changes()
    with open_server(arguments.port, output, base, changes) as server:
        address = f"http://{HOST}:{server.server_port}{base}"
        project = dataclasses.replace(project, output=output, site_url=address)
        if _build(project):
            return 1
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            print(
                no_break(f"\nLe site est à l'adresse {address}/ (Ctrl-C pour arrêter)\n"),
                flush=True,
            )
            for changed in _changes(project):
                print(no_break(f"Changé : {changed}"), flush=True)
                changes.announce(_build(project))
        except KeyboardInterrupt:
            print()
        server.shutdown()
    return 0


def _build(project: Project) -> str:
    """Build in a process of its own, so that changed Python modules count; the reason of failure."""
    command = [sys.executable, "-m", "generator", "build", "--root", str(project.root)]
    command += ["--services", str(project.services), "--output", str(project.output)]
    command += ["--site-url", project.site_url, "--today", project.today.isoformat()]
    command += ["--fictional"] if project.fictional else []
    search_path = os.pathsep.join(sys.path)
    done = subprocess.run(  # noqa: S603 (our own command)
        command,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": search_path},
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    sys.stderr.write(done.stderr)
    return done.stderr.strip() or "la construction a échoué" if done.returncode else ""


def _changes(project: Project) -> Iterator[str]:
    """What changed, one line each time, until interrupted."""
    from watchfiles import watch  # noqa: PLC0415 (only once the site is shown)

    watched = [*(project.root / name for name in WATCHED), project.services, PACKAGE]
    for found in watch(*filter(Path.exists, watched), raise_interrupt=True):
        paths = sorted({os.path.relpath(path, project.root) for _, path in found})
        more = f" et {len(paths) - 1} autres" if len(paths) > 1 else ""
        yield paths[0] + more
