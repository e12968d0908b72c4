"""``[[kind:id]]``: what a text takes from the data files, written as Markdown before it is read.

An insert with an id stands in a sentence (``[[chiffre:…]]``, ``[[numero:3919]]``,
``[[editeur:courriel]]``, ``[[source:…]]``); one alone on its line is a whole part of a page
(``[[glossaire]]``, ``[[serie:…]]``, ``[[plan]]``). A figure brings its source: a note at the end of
its paragraph, and a line in the list of sources that ends the page.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.editorial.content import INSERT, SECTIONS, outside_code
from generator.editorial.faults import NotFound, suggestion
from generator.editorial.library import Library
from generator.pages.filters import french_date
from generator.territory.names import search_key

CONTENTS = "[[sommaire]]"
"""Left as it is: the table of contents is made from the headings, by the ``toc`` extension."""

_CITED = re.compile(r"(?<=\]\()source:([a-z0-9-]+)(?=\))")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+\.)\s|#{1,6}\s|\|")
_MARKUP = re.compile(r"([\\`*_\[\]{}])")


class Inserts:
    """Expands the inserts of one text; used once a text, since it numbers its sources."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._numbers: dict[str, int] = {}
        self._owed: list[str] = []
        self._inline: Mapping[str, Callable[[str], str]] = {
            "chiffre": self._figure,
            "editeur": self._statement,
            "numero": self._number,
            "source": self._note,
        }
        self._blocks: Mapping[str, Callable[[str], Iterator[str]]] = {
            "glossaire": self._glossary,
            "plan": self._site_map,
            "serie": self._series,
        }

    def expand(self, lines: Iterable[str]) -> list[str]:
        """``lines`` with every insert written out, and the list of sources at the end.

        Raises ``NotFound`` when an id is not known.
        """
        expanded: list[str] = []
        for unit in _units(lines):
            alone = INSERT.fullmatch("\n".join(unit).strip())
            if alone and alone[1] in self._blocks:
                block = self._blocks[alone[1]](alone[2] or "")
                expanded += self.expand_without_list(block)
            else:
                expanded += self._unit(unit)
        return [*expanded, *self._sources()]

    def expand_without_list(self, lines: Iterable[str]) -> list[str]:
        """``lines`` expanded, without the list of sources."""
        return [line for unit in _units(lines) for line in self._unit(unit)]

    def cite(self, identifier: str) -> int:
        """The number of a source in this text. Raises ``NotFound`` when it is not known."""
        if identifier not in self._library.citations:
            raise _unknown("la source", identifier, self._library.citations, "sources")
        return self._numbers.setdefault(identifier, len(self._numbers) + 1)

    def _unit(self, unit: list[str]) -> list[str]:
        text = "\n".join(unit)
        if not unit or not text.strip():
            return unit
        self._owed = []
        text = outside_code(text, lambda part: INSERT.sub(self._in_sentence, part))
        linked: set[str] = set()
        text = outside_code(text, lambda part: _CITED.sub(lambda m: self._link(m, linked), part))
        notes = [self._note(one) for one in dict.fromkeys(self._owed) if one not in linked]
        if notes:
            body, bar, _ = text.rpartition("|") if text.rstrip().endswith("|") else (text, "", "")
            text = f"{body.rstrip()} {' '.join(notes)}{f' {bar}' if bar else ''}"
        return text.split("\n")

    def _in_sentence(self, found: re.Match[str]) -> str:
        kind, name = found[1], found[2] or ""
        if found[0] == CONTENTS:
            return CONTENTS
        if kind not in self._inline:
            known = sorted({*self._inline, *self._blocks, "sommaire"})
            hint = suggestion(kind, known, f"Insertions connues : {', '.join(known)}.")
            if kind in self._blocks:
                hint = "Mettez-la seule sur sa ligne, entre deux lignes vides."
            raise NotFound(f"l'insertion « {found[0]} » n'a pas de sens ici", hint)
        return self._inline[kind](name)

    def _link(self, found: re.Match[str], linked: set[str]) -> str:
        number = self.cite(found[1])
        linked.add(found[1])
        return found[0] if self._library.citations[found[1]].url else f"#source-{number}"

    def _note(self, identifier: str) -> str:
        number = self.cite(identifier)
        return f"([source\N{NO-BREAK SPACE}{number}](#source-{number}))"

    def _figure(self, name: str) -> str:
        figure = self._library.figures.get(name)
        if figure is None:
            raise _unknown("le chiffre", name, self._library.figures, "chiffres")
        self._owed.append(figure.source)
        return figure.text

    def _number(self, name: str) -> str:
        helpline = self._library.helplines.get(name)
        if helpline is None:
            raise _unknown("le numéro", name, (), "numeros")
        return f"[{helpline.number}](numero:{name})"

    def _statement(self, name: str) -> str:
        statement = self._library.statements.get(name)
        if statement is None:
            raise _unknown("l'information", name, self._library.statements, "editeur")
        if statement.href is None:
            return f"**{_escaped(statement.text)}**" if statement.is_missing else statement.text
        return f"[{_escaped(statement.text)}](editeur:{name})"

    def _glossary(self, _: str) -> Iterator[str]:
        words = sorted(self._library.words.values(), key=lambda one: search_key(one.title))
        initials = sorted({search_key(one.title)[:1] for one in words})
        yield " ".join(f"[{one.upper()}](#lettre-{one})" for one in initials)
        yield ""
        initial = ""
        for word in words:
            if search_key(word.title)[:1] != initial:
                initial = search_key(word.title)[:1]
                yield from (f"## {initial.upper()} {{ #lettre-{initial} }}", "")
            yield from (f"### {word.title} {{ #{word.id} }}", "")
            notes = " ".join(f"[[source:{one}]]" for one in word.sources)
            yield from (f"{word.definition} {notes}".rstrip(), "")
            if word.voir:
                near = ", ".join(f"[{self._library.words[one].title}](#{one})" for one in word.voir)
                yield from (f"Voir aussi : {near}.", "")

    def _series(self, name: str) -> Iterator[str]:
        series = self._library.series.get(name)
        if series is None:
            raise _unknown("la série", name, self._library.series, "chiffres")
        yield from (f"Ce qui est compté{series.when} : {series.perimetre}", "")
        yield from ("| Mesure | Valeur |", "|---|---|")
        for one in series.chiffres:
            yield f"| {one.mesure} | [[chiffre:{one.id}]] |"

    def _site_map(self, _: str) -> Iterator[str]:
        for key, title in SECTIONS.items():
            pages = [one for one in self._library.pages if one.metadata.get("rubrique") == key]
            yield from (f"## {title}", "")
            if key == "orienter":
                yield f"- [{self._library.orientation.titre}](page:orientation)"
                yield "- [Rechercher un service](page:recherche)"
                yield "- [Tous les services, par département](page:services)"
            for page in sorted(pages, key=lambda one: search_key(one.title)):
                yield f"- [{page.title}](page:{page.slug})"
            if key == "projet":
                yield "- [Actualités](page:actualites)"
                yield "- [Données ouvertes](page:donnees)"
            yield ""

    def _sources(self) -> Iterator[str]:
        if not self._numbers:
            return
        yield from ("", "## Sources { #sources }", "")
        for identifier, number in self._numbers.items():
            citation = self._library.citations[identifier]
            title = _escaped(citation.titre)
            title = f"[{title}](source:{identifier})" if citation.url else title
            dated = f", {french_date(citation.publie_le)}" if citation.publie_le else ""
            yield f"{number}. {title}{dated}, consulté le {french_date(citation.consulte_le)}."
            yield f"    {{ #source-{number} }}"


def _unknown(what: str, name: str, known: Iterable[str], file: str) -> NotFound:
    return NotFound(
        f"{what} « {name} » n'existe pas",
        suggestion(name, known, f"Ajoutez cette entrée à data/{file}.yaml."),
    )


def standing_alone(lines: Iterable[str]) -> frozenset[int]:
    """The ranks, from 0, of the lines whose one insert is all of its paragraph."""
    alone = set()
    rank = 0
    for unit in _units(lines):
        if INSERT.fullmatch("\n".join(unit).strip()):
            alone.add(rank)
        rank += len(unit)
    return frozenset(alone)


def _units(lines: Iterable[str]) -> Iterator[list[str]]:
    """Paragraphs, items, rows and headings, each alone; an empty line is a unit of its own."""
    unit: list[str] = []
    for line in lines:
        if not line.strip() or _ITEM.match(line):
            if unit:
                yield unit
            unit = []
        if line.strip():
            unit.append(line)
        else:
            yield [line]
    if unit:
        yield unit


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)
