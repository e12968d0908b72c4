"""The server that VS Code's YAML extension runs, spoken to as the editor does (LSP over pipes)."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

SERVER = "requirements/quality/node_modules/yaml-language-server/bin/yaml-language-server"


class Editor:
    """A file open in the editor, with the folder's own settings."""

    def __init__(self, root: Path, sent: IO[bytes], received: IO[bytes]) -> None:
        self._root = root
        self._sent = sent
        self._received = received
        self._last = 0
        self._uri = ""
        self.problems: list[dict[str, Any]] = []
        self._ask(
            "initialize",
            processId=None,
            rootUri=root.as_uri(),
            workspaceFolders=[{"uri": root.as_uri(), "name": "annuaire"}],
            capabilities={
                "workspace": {"configuration": True},
                "textDocument": {
                    "completion": {"completionItem": {"documentationFormat": ["markdown"]}}
                },
            },
        )
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings={})

    def open(self, path: str, text: str) -> None:
        """Open a file of this text, another than before, and wait for its problems."""
        self._uri = (self._root / path).as_uri()
        document = {"uri": self._uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", textDocument=document)
        while (said := self._next()).get("params", {}).get("uri") != self._uri:
            pass
        self.problems = said["params"]["diagnostics"]

    def proposed(self, line: int, character: int) -> dict[str, str]:
        """What completes there: labels, each with its description."""
        answer = self._ask("textDocument/completion", **self._at(line, character))
        return {one["label"]: _text(one.get("documentation", "")) for one in answer["items"]}

    def hovered(self, line: int, character: int) -> str:
        """What the pointer shows there."""
        return _text(self._ask("textDocument/hover", **self._at(line, character))["contents"])

    def _at(self, line: int, character: int) -> dict[str, Any]:
        return {
            "textDocument": {"uri": self._uri},
            "position": {"line": line, "character": character},
        }

    def _ask(self, method: str, **params: Any) -> Any:
        self._last += 1
        self._send(id=self._last, method=method, params=params)
        while (said := self._next()).get("id") != self._last or "method" in said:
            pass
        return said["result"]

    def _tell(self, method: str, **params: Any) -> None:
        self._send(method=method, params=params)

    def _next(self) -> dict[str, Any]:
        """The next message; a question of the server is answered on the way."""
        length = 0
        while line := self._received.readline().strip():
            if line.startswith(b"Content-Length:"):
                length = int(line.partition(b":")[2])
        said: dict[str, Any] = json.loads(self._received.read(length))
        if "id" in said and "method" in said:
            asked = said.get("params", {}).get("items", [])
            self._send(id=said["id"], result=[self._setting(one["section"]) for one in asked])
        return said

    def _setting(self, section: str) -> Any:
        """A section of .vscode/settings.json, its dotted names unfolded as the editor does."""
        settings = json.loads((self._root / ".vscode/settings.json").read_text("utf-8"))
        found: dict[str, Any] = {}
        for name, value in settings.items():
            *way, last = name.split(".")
            inner = found
            for step in way:
                inner = inner.setdefault(step, {})
            inner[last] = value
        return found.get(section, {})

    def _send(self, **message: Any) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._sent.write(b"Content-Length: %d\r\n\r\n%b" % (len(content), content))
        self._sent.flush()


def _text(said: Any) -> str:
    return said["value"] if isinstance(said, dict) else said


@contextmanager
def editor(root: Path) -> Iterator[Editor]:
    """An editor on the folder ``root``; closed at the end."""
    with subprocess.Popen(
        ["node", root / SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        yield Editor(root, process.stdin, process.stdout)
        process.kill()
