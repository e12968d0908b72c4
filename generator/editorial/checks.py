"""Every check of the words: what `annuaire check` shows and what stops a build.

A check yields problems with their line; nothing is printed or raised here.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.directory import Directory
from generator.editorial import orientation
from generator.editorial.addresses import Addresses
from generator.editorial.content import NEWS, PAGES, ContentFile, misplaced_files
from generator.editorial.faults import NotFound, problem, suggestion
from generator.editorial.header_checks import header_problems
from generator.editorial.headings import heading_problems
from generator.editorial.library import Library, read_library
from generator.editorial.markup import to_html
from generator.editorial.publisher import missing_statements
from generator.editorial.text_checks import insert_problems, link_problems, text_problems
from generator.problems import Problem, Severity

_ID = re.compile(r'\bid="([^"]+)"')


def editorial_problems(root: Path, directory: Directory) -> Iterator[Problem]:
    """All problems of the texts under ``root``, of their data files, and of what they point at.

    A project without a folder ``content`` has records only: there is nothing to say of it.
    """
    if not (root / "content").is_dir():
        return
    library, problems = read_library(root)
    yield from problems
    yield from _misplaced_problems(root)
    addresses = Addresses(library, directory)
    anchors: dict[str, frozenset[str]] = {}
    for file in (*library.pages, *library.news):
        yield from header_problems(file)
        found = [*insert_problems(file, library), *link_problems(file, addresses)]
        yield from found
        yield from text_problems(file)
        if not found:
            html, failure = _rendered(file, library, addresses)
            yield from failure
            anchors[file.url] = frozenset(_ID.findall(html))
            yield from _repeated_anchors(file, html)
            yield from heading_problems(file, html)
    yield from _anchor_problems(library, anchors)
    yield from _repeated_slugs(library)
    yield from _orientation_links(library, addresses)
    yield from missing_statements(root, Severity.CONSEIL)


def _misplaced_problems(root: Path) -> Iterator[Problem]:
    for folder in (PAGES, NEWS):
        for path in misplaced_files(root, folder):
            yield problem(
                path,
                1,
                "fichier",
                "ce texte n'est pas un fichier ordinaire, ou n'est pas à sa place",
                f"Mettez le fichier lui-même dans {folder}/, avec un nom en « .md ».",
            )


def _rendered(
    file: ContentFile, library: Library, addresses: Addresses
) -> tuple[str, tuple[Problem, ...]]:
    """The HTML of the text, and what only appears when it is made (reached by no line)."""
    try:
        return to_html(file.body, library, addresses), ()
    except NotFound as lost:
        return "", (problem(file.path, file.first_line, "lien", lost.message, lost.hint),)


def _repeated_anchors(file: ContentFile, html: str) -> Iterator[Problem]:
    for identifier, count in Counter(_ID.findall(html)).items():
        if count > 1:
            message = f"l'ancre « {identifier} » sert {count} fois dans la page"
            yield problem(file.path, file.first_line, "ancre", message, "Donnez-en une à chacun.")


def _anchor_problems(library: Library, anchors: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    """Links to an anchor that its page does not have."""
    urls = {one.slug: one.url for one in library.pages}
    for file in (*library.pages, *library.news):
        for mention in file.links():
            address, hash_sign, anchor = mention.target.partition("#")
            if not hash_sign or not (mention.target.startswith("#") or address[5:] in urls):
                continue
            url = urls[address[5:]] if address else file.url
            if anchor not in anchors.get(url, {anchor}):
                yield problem(
                    file.path,
                    mention.line,
                    "ancre",
                    f"l'ancre « {anchor} » n'existe pas dans la page visée",
                    suggestion(anchor, anchors[url], "Vérifiez le titre, ou ajoutez { #ancre }."),
                )


def _repeated_slugs(library: Library) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for file in (*library.pages, *library.news):
        other = seen.setdefault(file.url, file.path)
        if other != file.path:
            hint = f"L'autre est {other} : changez une des deux lignes « Slug: »."
            yield problem(file.path, 1, "entete", f"deux textes ont l'adresse {file.url}", hint)


def _orientation_links(library: Library, addresses: Addresses) -> Iterator[Problem]:
    for result in library.orientation.resultats:
        for door in result.portes:
            try:
                addresses.resolve(door.lien)
            except NotFound as lost:
                message = f"{result.id} : {lost.message}"
                yield problem(orientation.FILE, 1, "lien", message, lost.hint)
