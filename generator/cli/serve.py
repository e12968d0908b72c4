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
from contextlib import ExitStack
from pathlib import Path

import generator
from generator.cli.parsing import Parser, add_project_options, project_of
from generator.edition import InvalidRecordsError, load_directory
from generator.errors import UsageError
from generator.project import Project
from generator.reports.text import counted
from generator.serving.preview import Change, Preview
from generator.serving.server import HOST, Changes, open_server
from generator.typography import no_break

WATCHED = ("data", "content", "theme", "pelicanconf.py")
"""What a site is made of, in the project's folder; the program itself is watched too."""
PACKAGE = Path(generator.__file__).resolve().parent
PREVIEW_FOLDER = ".apercu"
LAST_PORT = 65535
READY = "Le site est à l'adresse {}/ (Ctrl-C pour arrêter)\n"
WAITING = "Corrigez, puis enregistrez : le site s'affichera à l'adresse {}/ (Ctrl-C pour arrêter)\n"
_POLITE = 10
"""The niceness of a build that nobody waits for (POSIX, nice)."""


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
    """Serve until Ctrl-C; gives 0, or 1 when the first build failed for what no change can mend."""
    if not 1 <= arguments.port <= LAST_PORT:
        raise UsageError(f"{arguments.port} n'est pas un port (1 à {LAST_PORT}).")
    project = project_of(arguments)
    base = "/" + arguments.base.strip("/") if arguments.base.strip("/") else ""
    output = (arguments.output or project.root / PREVIEW_FOLDER).absolute()
    changes = Changes()
    with open_server(arguments.port, output, base, changes) as server:
        address = f"http://{HOST}:{server.server_port}{base}"
        project = dataclasses.replace(project, output=output, site_url=address)
        builds = Builds(project)
        preview = Preview(project, changes, builds.build, _tell)
        server.content = preview.content
        serving = threading.Thread(target=server.serve_forever, daemon=True)
        failed = threading.Event()

        def show() -> None:
            with ExitStack() as unless_shown:
                unless_shown.callback(failed.set)  # a bug ends the command too
                problem = builds.build(politely=False)
                if problem and not _is_to_be_mended(project):
                    return
                serving.start()
                preview.start(problem)
                print(no_break(f"\n{WAITING if problem else READY}").format(address), flush=True)
                unless_shown.pop_all()

        signal.signal(signal.SIGTERM, signal.default_int_handler)
        # What changes during the first build is followed too: the watch begins before it.
        threading.Thread(target=show, daemon=True).start()
        try:
            for paths in _changes(project, until=failed):
                _follow(paths, project, preview)
        except KeyboardInterrupt:
            print()
            return 0
        finally:
            if serving.is_alive():
                server.shutdown()
            builds.stop()
    return 1


def _is_to_be_mended(project: Project) -> bool:
    """Whether records or texts are wrong: what else stops a build, no change of theirs will mend."""
    try:
        load_directory(project)
    except InvalidRecordsError:
        return True
    return False


def _follow(paths: list[Path], project: Project, preview: Preview) -> None:
    more = f" et {counted(len(paths) - 1, 'autre')}" if len(paths) > 1 else ""
    print(no_break(f"Changé : {os.path.relpath(paths[0], project.root)}{more}"), flush=True)
    if any(path.is_relative_to(PACKAGE) for path in paths):
        print("Le programme a changé : relancez annuaire serve pour voir les fiches aussitôt.")
        preview.changed(Change.PROGRAM, paths)
    elif all(path.is_relative_to(project.services) for path in paths):
        preview.changed(Change.RECORDS, paths)
    else:
        preview.changed(Change.SITE, paths)


def _tell(problem: str) -> None:
    sys.stderr.write(problem + "\n")


class Builds:
    """Builds of a project, each in a process of its own, so that changed Python modules count."""

    def __init__(self, project: Project) -> None:
        command = [sys.executable, "-m", "generator", "build", "--root", str(project.root)]
        command += ["--services", str(project.services), "--output", str(project.output)]
        command += ["--site-url", project.site_url, "--today", project.today.isoformat()]
        self._command = [*command, "--fictional"] if project.fictional else command
        self._running: subprocess.Popen[str] | None = None

    def build(self, *, politely: bool = True) -> str:
        """Build once; gives the reason of the failure, or nothing.

        ``politely`` lets the pages that are asked for meanwhile come first.
        """
        search_path = os.pathsep.join(sys.path)
        with subprocess.Popen(  # noqa: S603 (our own command)
            self._command,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": search_path},
            encoding="utf-8",
            errors="replace",
        ) as self._running:
            if politely and hasattr(os, "setpriority"):
                os.setpriority(os.PRIO_PROCESS, self._running.pid, _POLITE)
            _, said = self._running.communicate()
        sys.stderr.write(said)
        return said.strip() or "la construction a échoué" if self._running.returncode else ""

    def stop(self) -> None:
        """End the build under way, if there is one: it publishes nothing."""
        if self._running is not None and self._running.poll() is None:
            self._running.terminate()
            self._running.wait()


def _changes(project: Project, until: threading.Event) -> Iterator[list[Path]]:
    """What changed each time, in order, until the event or an interruption."""
    from watchfiles import watch  # noqa: PLC0415 (while the first build begins)

    watched = [*(project.root / name for name in WATCHED), project.services, PACKAGE]
    there = filter(Path.exists, watched)
    for found in watch(*there, stop_event=until, raise_interrupt=True):
        yield sorted({_named(Path(path), project.services) for _, path in found})


def _named(path: Path, services: Path) -> Path:
    """``path`` as the project names it: some systems tell the real one, links followed."""
    real, inside = path.resolve(), services.resolve()
    return services / real.relative_to(inside) if real.is_relative_to(inside) else real
