"""Markdown files: their metadata, their body, and where each line stands in the file."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

PAGES = "content/pages"
NEWS = "content/actualites"

SECTIONS: Mapping[str, str] = {
    "orienter": "Trouver sa porte",
    "comprendre": "Comprendre",
    "situations": "Selon votre situation",
    "proteger": "Se protéger",
    "projet": "Le projet",
}
"""The parts of the site map, in order: what the line ``Rubrique:`` of a page may say."""

_SUFFIXES = frozenset({".md", ".markdown", ".mkd", ".mdown"})
"""The names under which Pelican takes a file for Markdown."""

# As Pelican reads them: Python-Markdown's extension « meta ».
_KEY = re.compile(r"(?!---) {0,3}([A-Za-z0-9_-]+):\s*(.*)")
_TAB = 4
_CODE = re.compile(r"(`+)(?:(?!\1).)+?\1")
_LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s]*)\)")
_OPEN_LINK = re.compile(r"\]\(([^()\s]*)")
INSERT = re.compile(r"\[\[([a-z]+)(?::([^\[\]\s]+))?\]\]")


class Mention(NamedTuple):
    """A link or an insert of a text: its line in the file, its words, what it names."""

    line: int
    text: str
    target: str


@dataclass(frozen=True)
class ContentFile:
    """A page or a news item as written.

    ``path`` is relative to the project's root; ``metadata`` has its keys in lower case;
    ``first_line`` is the line of the file where ``body`` begins. ``keys`` are those that the lines
    of the header begin with, one after the other: empty for a line that continues the one above.
    """

    path: str
    metadata: Mapping[str, str]
    body: str
    first_line: int
    keys: tuple[str, ...]

    @property
    def slug(self) -> str:
        """The last part of its address."""
        return self.metadata.get("slug", "")

    @property
    def title(self) -> str:
        """Its title, as written."""
        return self.metadata.get("title", "")

    @property
    def is_news(self) -> bool:
        """Whether it is a news item rather than a page."""
        return self.path.startswith(f"{NEWS}/")

    @property
    def url(self) -> str:
        """Its address, relative to the site's root."""
        return f"actualites/{self.slug}/" if self.is_news else f"{self.slug}/"

    @cached_property
    def lines(self) -> tuple[tuple[int, str], ...]:
        """Each line of the body with its number in the file, code spans blanked."""
        return tuple(
            (number, without_code(line))
            for number, line in enumerate(self.body.split("\n"), self.first_line)
        )

    def links(self) -> Iterator[Mention]:
        """Every link; one whose words begin on the line before has no words here."""
        for number, line in self.lines:
            known = {found.end(): found[1] for found in _LINK.finditer(line)}
            for found in _OPEN_LINK.finditer(line):
                yield Mention(number, known.get(found.end() + 1, ""), found[1])

    def inserts(self) -> Iterator[Mention]:
        """Every ``[[kind:id]]``: its kind as words, its id as target."""
        for number, line in self.lines:
            for found in INSERT.finditer(line):
                yield Mention(number, found[1], found[2] or "")


def without_code(line: str) -> str:
    """``line`` with spaces in the place of code spans, so that columns stay."""
    return _CODE.sub(lambda found: " " * len(found[0]), line)


def outside_code(text: str, change: Callable[[str], str]) -> str:
    """``text`` with ``change`` applied to what stands around its code spans."""
    parts: list[str] = []
    start = 0
    for code in _CODE.finditer(text):
        parts += [change(text[start : code.start()]), code[0]]
        start = code.end()
    return "".join([*parts, change(text[start:])])


def misplaced_files(root: Path, folder: str) -> Iterator[str]:
    """The paths of Markdown files that ``read_content`` leaves out and Pelican would read."""
    for file in sorted((root / folder).rglob("*")):
        is_read = file.parent == root / folder and file.suffix == ".md" and not file.is_symlink()
        if file.suffix in _SUFFIXES and not (is_read and file.is_file()):
            yield file.relative_to(root).as_posix()


def read_content(root: Path, folder: str) -> tuple[ContentFile, ...]:
    """The Markdown files of ``folder`` under ``root``, in the order of their names.

    Only regular files: what lies behind a symbolic link is not ours to publish.
    """
    files = sorted((root / folder).glob("*.md"))
    return tuple(
        parse_content(file.read_text("utf-8"), file.relative_to(root).as_posix())
        for file in files
        if file.is_file() and not file.is_symlink()
    )


def parse_content(text: str, path: str) -> ContentFile:
    """A file's metadata (``Key: value`` lines up to the first empty one) and its body."""
    metadata: dict[str, str] = {}
    lines = text.removeprefix("\ufeff").split("\n")
    keys: list[str] = []
    last = ""
    for line in (one.expandtabs(_TAB) for one in lines):
        if found := _KEY.fullmatch(line):
            last = found[1].lower()
            metadata.setdefault(last, found[2].strip())
            keys.append(last)
        elif last and line.strip() and line.startswith(" " * _TAB):
            metadata[last] += f" {line.strip()}"
            keys.append("")
        else:
            break
    first_line = min(len(keys) + 1, len(lines))
    return ContentFile(path, metadata, "\n".join(lines[len(keys) :]), first_line, tuple(keys))
