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
from threading import Event, Semaphore, Thread
from typing import Any, BinaryIO
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests import headers

TWO_FRAMES = """() => new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(resolve));
})"""
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


class Pace:
    """How a slow network brings a page: some lines at a time, each seen before the next, scripts last."""

    LENGTH = 512  # bytes of a piece
    FIRST = 8 * 1024  # bytes of the page that arrive so: more than a first screen shows

    def __init__(self) -> None:
        self.sent = Event()
        self._wanted = Semaphore(0)

    def open(self, page: Page, address: str) -> None:
        """Open a page, a piece for every two frames drawn."""
        self.sent.clear()
        self._wanted = Semaphore(0)  # the page before may not have taken all
        page.goto(address, wait_until="commit")
        while not self.sent.is_set():
            page.evaluate(TWO_FRAMES)
            self._wanted.release()
        page.wait_for_load_state()

    def send(self, content: bytes, browser: BinaryIO) -> None:
        """Write the main part of a page as it is wanted; what is around it at once."""
        start, end = content.index(b"<main"), content.index(b"</main>")
        browser.write(content[:start])
        pieces = _pieces(content[start : min(start + self.FIRST, end)], self.LENGTH)
        for piece in pieces:
            browser.write(piece)
            self._wanted.acquire()
        browser.write(content[start + sum(map(len, pieces)) :])
        self.sent.set()


def _pieces(content: bytes, length: int) -> list[bytes]:
    """Whole lines, together at least ``length`` bytes each time but the last."""
    pieces = [b""]
    for line in content.splitlines(keepends=True):
        if len(pieces[-1]) >= length:
            pieces.append(b"")
        pieces[-1] += line
    return pieces


class _StaticHost(http.server.SimpleHTTPRequestHandler):
    """A static host: files, index.html, 404.html, and the headers of ``_headers``."""

    def __init__(
        self,
        *arguments: Any,
        site: BuiltSite,
        rules: headers.Rules,
        compressed: bool,
        pace: Pace | None,
        **options: Any,
    ) -> None:
        self._pace = pace
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
        self.copyfile(io.BytesIO(content), self.wfile)

    def copyfile(self, source: Any, outputfile: Any) -> None:
        if self._pace is None:
            super().copyfile(source, outputfile)
            return
        content = source.read()
        if content.startswith(b"<!doctype"):
            self._pace.send(content, outputfile)
            return
        if self.headers["Sec-Fetch-Mode"] == "cors" and self.path.endswith(".js"):
            self._pace.sent.wait()  # a module: the page does not wait for it either
        outputfile.write(content)

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
    site: BuiltSite,
    *,
    with_headers: bool = True,
    compressed: bool = False,
    pace: Pace | None = None,
) -> Iterator[Served]:
    """Serve ``site`` on the loopback address while the body runs.

    ``with_headers=False`` is a host that knows nothing of ``_headers``; ``compressed`` is one that
    sends every file through gzip; ``pace`` lets it send as slowly as a test wants.
    """
    rules = headers.parse(site.text("_headers")) if with_headers else {}
    handler = partial(_StaticHost, site=site, rules=rules, compressed=compressed, pace=pace)
    with _Host(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield Served(site, f"http://127.0.0.1:{server.server_port}{site.base}")
        server.shutdown()
        thread.join()
