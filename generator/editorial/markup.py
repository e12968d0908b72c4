"""Markdown as the site speaks it: the one place that imports ``markdown``.

What is left out closes a door: raw HTML (shown as text), images, addresses typed as links,
references defined elsewhere in the text. What is added: inserts and links by id (``inserts``,
``addresses``), French typography, attributes limited to anchors.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from generator.editorial.addresses import Addresses
from generator.editorial.faults import NotFound
from generator.editorial.inserts import CONTENTS, Inserts
from generator.editorial.library import Library
from generator.editorial.typography import french
from generator.territory.names import search_key

_ATTRIBUTES = frozenset({"href", "id", "rel"})
_CLASSES = frozenset({"toc", "toctitle"})
_HEADINGS = frozenset({"h2", "h3", "h4"})
_NO_TYPOGRAPHY = frozenset({"code", "pre"})
_CLOSED_INLINE = (
    "autolink automail html image_link image_reference reference short_image_ref short_reference"
)


def anchor(heading: str, _: str = "-") -> str:
    """The anchor of a heading that does not choose its own: ``Et après ?`` is ``et-apres``."""
    return search_key(heading).replace(" ", "-")


def extensions(library: Library, addresses: Addresses) -> list[Extension]:
    """What makes Markdown ours, for Pelican's reader and for ``to_html`` alike."""
    return [
        TableExtension(),
        AttrListExtension(),
        TocExtension(marker=CONTENTS, slugify=anchor, toc_depth="2-3", title="Sommaire"),
        _Editorial(library, addresses),
    ]


def to_html(text: str, library: Library, addresses: Addresses) -> str:
    """The HTML of the body of a text. Raises ``NotFound`` for an id that leads nowhere."""
    return Markdown(extensions=extensions(library, addresses)).convert(text)


class _Editorial(Extension):
    def __init__(self, library: Library, addresses: Addresses) -> None:
        super().__init__()
        self._library = library
        self._addresses = addresses

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name markdown calls
        for name in _CLOSED_INLINE.split():
            md.inlinePatterns.deregister(name)
        md.preprocessors.deregister("html_block")
        md.parser.blockprocessors.deregister("reference")
        # After the metadata are taken off (27), before anything is read.
        md.preprocessors.register(_Expand(md, self._library), "inserts", 25)
        # After the inline patterns (20) made the links; before the headings get anchors (5).
        md.treeprocessors.register(_Links(md, self._addresses), "addresses", 15)
        # After the attributes (8) and the table of contents (5) are in the tree.
        md.treeprocessors.register(_Finish(md), "typography", 3)


class _Expand(Preprocessor):
    def __init__(self, md: Markdown, library: Library) -> None:
        super().__init__(md)
        self._library = library

    def run(self, lines: list[str]) -> list[str]:
        return Inserts(self._library).expand(lines)


class _Links(Treeprocessor):
    def __init__(self, md: Markdown, addresses: Addresses) -> None:
        super().__init__(md)
        self._addresses = addresses

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            target = self._addresses.resolve(link.get("href", ""))
            link.set("href", target.href)
            if target.leaves:
                link.set("rel", "noreferrer")


class _Finish(Treeprocessor):
    """Sets the typography of running text, lets only harmless attributes through, names tables."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name, value in element.items():
                if name not in _ATTRIBUTES and not (name == "class" and value in _CLASSES):
                    raise NotFound(
                        f"« {name} » n'est pas un attribut permis",
                        "Entre accolades, seule une ancre s'écrit : { #mon-ancre }.",
                    )
        for element in _with_running_text(root):
            if element.text:
                element.text = french(element.text)
            for child in element:
                if child.tail:
                    child.tail = french(child.tail)
        _name_tables(root)


def _name_tables(root: Element) -> None:
    """Name each table after the heading above it, and say that its headers are those of columns."""
    heading = ""
    for element in root.iter():
        if element.tag in _HEADINGS:
            heading = element.get("id", "")
        elif element.tag == "table" and heading:
            element.set("aria-labelledby", heading)
        elif element.tag == "th":
            element.set("scope", "col")


def _with_running_text(element: Element) -> Iterator[Element]:
    """``element`` and what is in it, without the inside of code."""
    yield element
    for child in element:
        if child.tag not in _NO_TYPOGRAPHY:
            yield from _with_running_text(child)
