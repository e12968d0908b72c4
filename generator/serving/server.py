"""A small HTTP server for the preview, on this machine only.

It serves the published folder as a static host would (index.html, 404.html, a sub-path), never
caches, and adds to each page the script that reloads it; what is published holds no such script.
"""

import http.server
import re
import socketserver
import sys
import threading
from collections.abc import Callable
from enum import Enum, auto
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from generator.errors import AnnuaireError

HOST = "127.0.0.1"
PORTS_TRIED = 20
EVENTS_PATH = "/_apercu/suivre"
SCRIPT_PATH = "/_apercu/suivre.js"
SCRIPT = (Path(__file__).parent / "reload.js").read_bytes()
NOTHING_YET = (
    '<!doctype html><html lang="fr"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    "<title>L’aperçu attend</title></head>"
    '<body style="max-width: 40rem; margin: 2rem auto; padding: 0 1.25rem; '
    'font: 1.125rem/1.5 system-ui, sans-serif"><h1>L’aperçu attend une correction</h1>'
    "<p>Ce qui est à corriger est dit en haut de cette page et dans le terminal. Corrigez, puis "
    "enregistrez\u00a0: le site s’affichera ici.</p></body></html>"
).encode()
"""What stands in the place of a site that was never built."""
_LONGEST_PATH = 255
"""Bytes of the longest path that is looked for: a system refuses longer names, instead of not finding
them, and no page of the site has one."""
_MADE_AFTER = re.compile("depuis=([0-9]{1,9})")
"""Says after which build a page was made."""
PING_SECONDS = 15.0
"""How often an open connection is written to, so that one whose page was closed is noticed."""


class Content(Enum):
    """What stands at a path, when it is not the bytes of a page made at once."""

    AS_BUILT = auto()
    GONE = auto()


class NoPortError(AnnuaireError):
    """No port could be opened."""


class Changes:
    """Counts the builds, and wakes up whoever waits for the next one."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._count = 0
        self._problem = ""

    @property
    def count(self) -> int:
        """How many builds there have been since the start."""
        return self._count

    def announce(self, problem: str = "") -> None:
        """Say that a build is done; ``problem`` is the line that says why it failed."""
        with self._condition:
            self._count += 1
            self._problem = problem
            self._condition.notify_all()

    def known_by(self, page: int | None) -> int:
        """The builds whose outcome a page knows that was made after build ``page``; None: now.

        It knows nothing when that number is of another server. What went wrong last, no page knows.
        """
        with self._condition:
            if page is None:
                page = self._count
            if page > self._count:
                return -1
            return min(page, self._count - 1) if self._problem else page

    def wait(self, seen: int, seconds: float) -> tuple[int, str]:
        """The count and problem of the first build after number ``seen``, or of now."""
        with self._condition:
            self._condition.wait_for(lambda: self._count > seen, timeout=seconds)
            return self._count, self._problem


class PreviewServer(socketserver.ThreadingMixIn, http.server.HTTPServer):
    """Serves ``folder`` under the path ``base``, each request in a thread of its own."""

    daemon_threads = True
    allow_reuse_address = True
    content: Callable[[str], bytes | Content] = staticmethod(lambda _: Content.AS_BUILT)
    """What stands at a path of the site (``services/x/index.html``) rather than the file there."""

    def __init__(self, port: int, folder: Path, base: str, changes: Changes) -> None:
        self.folder = folder
        self.base = base
        self.changes = changes
        super().__init__((HOST, port), PreviewHandler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that leaves in the middle of an answer; anything else is a bug."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def open_server(port: int, folder: Path, base: str, changes: Changes) -> PreviewServer:
    """A server on ``port``, or on the first free one after it.

    Raises ``NoPortError`` when none of the twenty is free.
    """
    for candidate in range(port, min(port + PORTS_TRIED, 65536)):
        try:
            return PreviewServer(candidate, folder, base, changes)
        except OSError:
            continue
    raise NoPortError(
        f"aucun port libre entre {port} et {port + PORTS_TRIED - 1} : "
        "fermez un autre aperçu, ou donnez --port."
    )


class PreviewHandler(http.server.SimpleHTTPRequestHandler):
    """Answers GET and HEAD."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"
    _made_after: int
    """The number of the last build when the page was asked for."""
    extensions_map = {  # noqa: RUF012 (read by the base class)
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".atom": "application/atom+xml",
        ".geojson": "application/geo+json",
        ".js": "text/javascript",
        ".pagefind": "application/wasm",
        ".xml": "application/xml",
    }

    def do_GET(self) -> None:
        """A page, a file, or the stream of events of the preview."""
        asked = urlsplit(self.path)
        if asked.path == EVENTS_PATH:
            self._events(asked.query)
        elif asked.path == SCRIPT_PATH:
            self._answer(HTTPStatus.OK, "text/javascript", SCRIPT)
        else:
            # Before anything of it is read: a page may show more than what it is known to show.
            self._made_after = self.server.changes.count
            self._file(asked.path)

    do_HEAD = do_GET  # noqa: N815 (the same); bodies are left out in _answer

    def _file(self, path: str) -> None:
        base = self.server.base
        if base and not path.startswith(base + "/"):
            self._redirect(base + "/")
            return
        root = self.server.folder.resolve()  # once: a build may publish another folder meanwhile
        target = _target(root, unquote(path.removeprefix(base)))
        if target is not None and (path.endswith("/") or target.is_dir()):
            if not path.endswith("/"):
                self._redirect(path + "/")
                return
            target /= "index.html"
        if target is not None and isinstance(found := self._content(root, target), bytes):
            self._answer(HTTPStatus.OK, self.guess_type(target.name), found)
            return
        lost = root / "404.html"
        if lost.is_file():
            self._answer(HTTPStatus.NOT_FOUND, "text/html", lost.read_bytes())
        else:
            self._answer(HTTPStatus.SERVICE_UNAVAILABLE, "text/html", NOTHING_YET)

    def _content(self, root: Path, target: Path) -> bytes | Content:
        """The bytes of the page or file at ``target``, in ``root``, the folder of the site."""
        found = self.server.content(target.relative_to(root).as_posix())
        if found is Content.AS_BUILT and target.is_file():
            return target.read_bytes()
        return found

    def _redirect(self, to: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", "/" + to.lstrip("/"))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _answer(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        if kind == "text/html":
            address = f"{SCRIPT_PATH}?depuis={self._made_after}"
            script = f'<script type="module" src="{address}"></script></body>'
            content = content.replace(b"</body>", script.encode(), 1)
        text = kind.startswith("text/") or kind.endswith(("json", "xml"))
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _events(self, query: str) -> None:
        """Server-sent events: one after each build, until the browser leaves.

        The first comes at once when something was announced since the page was made, or when what
        is wrong is still so: changes made while a page loads are told too.
        """
        page = _MADE_AFTER.fullmatch(query)
        seen = self.server.changes.known_by(int(page[1]) if page else None)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        self.wfile.write(b"retry: 500\n\n")
        while True:
            count, problem = self.server.changes.wait(seen, PING_SECONDS)
            if count == seen:
                self.wfile.write(b": toujours la\n\n")
            else:
                seen = count
                name = "probleme" if problem else "nouveau"
                data = "".join(f"data: {line}\n" for line in problem.splitlines() or [""])
                self.wfile.write(f"event: {name}\n{data}\n".encode())
            self.wfile.flush()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the base class's name)
        """Say nothing: the terminal is for builds and their problems."""


def _target(root: Path, path: str) -> Path | None:
    """The file or folder at ``path`` in the site's folder ``root``; None for what is not of the site."""
    if "\0" in path or len(path.encode()) > _LONGEST_PATH:
        return None
    target = (root / path.lstrip("/")).resolve()
    return target if target.is_relative_to(root) else None
