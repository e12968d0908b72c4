"""Sites built by the real command, for tests to read and browse (fixtures in conftest.py)."""

import fcntl
import gzip
import http.server
import io
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO
from urllib.parse import urlsplit

import pytest

from tests import headers

TODAY = "2026-11-23"
CANARY = "canari-5f2e9c7d-jamais-publie"
"""Stands in the environment and in files beside the content: no built file may hold it."""


@dataclass(frozen=True)
class BuiltSite:
    """A published site: its folder, and the path it is meant to be served under."""

    folder: Path
    base: str

    def path_of(self, address: str) -> Path:
        """The file that a static host gives for an address of the site, fragment left out."""
        path = address.partition("#")[0].removeprefix(self.base).lstrip("/")
        return (
            self.folder / path / "index.html"
            if not path or path.endswith("/")
            else self.folder / path
        )

    def text(self, path: str) -> str:
        """The text of a file of the site."""
        return (self.folder / path).read_text("utf-8")

    @property
    def pages(self) -> list[Path]:
        """Every HTML file, in order."""
        return sorted(self.folder.rglob("*.html"))

    @property
    def files(self) -> list[Path]:
        """Every file, in order."""
        return sorted(path for path in self.folder.rglob("*") if path.is_file())


def run_annuaire(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the ``annuaire`` command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
    )


def built(
    root: Path, output: Path, site_url: str, options: Sequence[str | Path] = (), **environment: str
) -> BuiltSite:
    """A site built by ``annuaire build``."""
    options = [
        "--root",
        root,
        "--output",
        output,
        "--today",
        TODAY,
        "--site-url",
        site_url,
        *options,
    ]
    done = run_annuaire("build", *options, **environment)
    assert done.returncode == 0, done.stderr
    return BuiltSite(output.resolve(), urlsplit(site_url).path)


def built_once(
    factory: pytest.TempPathFactory,
    name: str,
    root: Path,
    site_url: str,
    options: Sequence[str | Path] = (),
) -> BuiltSite:
    """A site that all tests of a run read: built by the first process that needs it.

    Tests run over several processes (pytest-xdist), each with a temporary folder of its own in that
    of the run; the others wait.
    """
    own = factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / name
    folder.mkdir(exist_ok=True)
    output = folder / "public"
    with (folder / "being-built").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not output.exists():
            return built(root, output, site_url, options)
    return BuiltSite(output.resolve(), urlsplit(site_url).path)


@dataclass(frozen=True)
class Served:
    """A site at an address of this machine: ``http://127.0.0.1:PORT/sous/dossier``, no last slash."""

    site: BuiltSite
    address: str


class _StaticHost(http.server.SimpleHTTPRequestHandler):
    """A static host: files, index.html, 404.html, and the headers of ``_headers``."""

    def __init__(
        self,
        *arguments: Any,
        site: BuiltSite,
        rules: headers.Rules,
        compressed: bool,
        **options: Any,
    ) -> None:
        self._site = site
        self._rules = rules
        self._compressed = compressed
        super().__init__(*arguments, directory=str(site.folder), **options)

    def translate_path(self, path: str) -> str:
        if not path.startswith(f"{self._site.base}/"):
            return str(self._site.folder / "outside-of-the-site")
        return super().translate_path(path.removeprefix(self._site.base))

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.endswith("/"):
            path /= "index.html"
        if not (self._compressed and path.is_file()):
            return super().send_head()
        content = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        content = (self._site.folder / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self) -> None:
        for name, value in headers.matching(self._rules, urlsplit(self.path).path):
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the base class names it)
        """Say nothing."""


class _Host(http.server.ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that leaves a page hangs up, which is no error; anything else is told."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serve(
    site: BuiltSite, *, with_headers: bool = True, compressed: bool = False
) -> Iterator[Served]:
    """Serve ``site`` on the loopback address while the body runs.

    ``with_headers=False`` is a host that knows nothing of ``_headers``; ``compressed`` is one that
    sends every file through gzip.
    """
    rules = headers.parse(site.text("_headers")) if with_headers else {}
    handler = partial(_StaticHost, site=site, rules=rules, compressed=compressed)
    with _Host(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield Served(site, f"http://127.0.0.1:{server.server_port}{site.base}")
        server.shutdown()
        thread.join()
