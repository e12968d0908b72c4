"""From the parser's events to the tree, with the limits and refusals that keep it harmless."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from generator.characters import FORBIDDEN, forbidden_in, nfc, visible
from generator.records import events
from generator.records.events import Event, UnreadableError
from generator.records.findings import SHOWN_PER_RULE, Findings
from generator.records.keys import Keys
from generator.records.nodes import (
    PLAIN,
    Entry,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    Style,
    field_name,
)
from generator.records.rules import MAX_DEPTH, MAX_EVENTS, MAX_SCALAR
from generator.records.syntax import TOO_DEEP, explain
from generator.records.text import STAND_IN, note_character

_STYLES = {
    None: PLAIN,
    "": PLAIN,
    "'": Style.QUOTED,
    '"': Style.QUOTED,
    "|": Style.BLOCK,
    ">": Style.BLOCK,
}
_QUOTE_IT = 'mettez la valeur entre guillemets droits : "…".'


class _StopReadingError(Exception):
    """A limit was reached: nothing more is read."""


class TreeBuilder:
    """Turns one text into a tree; what is wrong goes to the findings. Used once."""

    def __init__(self, text: str, findings: Findings) -> None:
        self._text = text
        self._findings = findings
        # Taken one after the other by whichever method reads.
        self._events = self._counted()
        # The way to the value that is being read: keys, and indexes from 0.
        self._way: list[str | int] = []
        self._depth = 0
        self._documents = 0
        self._has_stand_ins = STAND_IN in text
        # Only where « # » follows a space can a comment cut a value.
        self._comment_lines: set[int] = set()
        if " #" in text:
            self._comment_lines.update(n for n, line in enumerate(self._lines) if " #" in line)

    def build(self) -> MappingNode | None:
        """Return the tree; ``None`` when it is not a mapping that can be read to its end."""
        root = None
        try:
            for event in self._events:
                if type(event) is events.DocumentStart:
                    self._document(event)
                    root = self._node(next(self._events))
        except _StopReadingError:
            return None
        except UnreadableError as unreadable:
            # White space put in the place of tabs may not line up: one message is enough.
            if "lecture-tabulation" not in self._findings:
                explanation = explain(self._lines, unreadable.fault)
                self._findings.forget(explanation.line, explanation.column)
                self._findings.add(*explanation)
            return None
        return self._mapping_root(root)

    @cached_property
    def _lines(self) -> list[str]:
        return self._text.split("\n")

    def _add(self, rule: str, event: Event, message: str, hint: str) -> None:
        mark = event.start_mark
        self._findings.add(rule, mark.line + 1, mark.column + 1, message, hint, self._field())

    def _field(self) -> str:
        return field_name(self._way)

    def _mapping_root(self, root: Node | None) -> MappingNode | None:
        if isinstance(root, MappingNode):
            return root
        if root is None or (isinstance(root, ScalarNode) and root.is_absent):
            self._findings.add(
                "lecture-vide",
                1,
                1,
                "la fiche est vide",
                "Partez d'une fiche qui existe, ou de la commande « annuaire new ».",
            )
            return None
        hint = "Écrivez une information par ligne, par exemple « nom: Médiation familiale »."
        if isinstance(root, ScalarNode) and re.match(r"\w+:\S", root.text):
            hint = "Mettez une espace après le deux-points : « nom: Médiation familiale »."
        self._findings.add(
            "lecture-racine",
            root.line,
            root.column,
            "la fiche n'est pas une suite de lignes « clé: valeur »",
            hint,
        )
        return None

    def _counted(self) -> Iterator[Event]:
        """The parser's events, as many as are permitted."""
        for count, event in enumerate(events.events(self._text), 1):
            yield event
            if count == MAX_EVENTS:
                self._add(
                    "lecture-nombre",
                    event,
                    f"la fiche a plus de {_grouped(MAX_EVENTS)} éléments",
                    "Gardez un seul service par fiche et raccourcissez ses listes.",
                )
                raise _StopReadingError

    def _document(self, event: Event) -> None:
        self._documents += 1
        if self._documents > 1:
            self._add(
                "lecture-plusieurs-documents",
                event,
                "une deuxième fiche commence ici",
                "Mettez chaque fiche dans son fichier, ou supprimez la ligne « --- ».",
            )
            raise _StopReadingError
        if event.version or event.tags:
            self._findings.add(
                "lecture-directive",
                event.start_mark.line + 1,
                1,
                "une ligne de réglage qui commence par « % » n'est pas permise",
                "Supprimez cette ligne.",
            )

    def _node(self, event: Event) -> Node:
        """The value that ``event`` begins, read to its end."""
        kind = type(event)
        if kind is events.Scalar:
            return self._scalar(event)
        if kind is events.MappingStart:
            return self._mapping(event)
        if kind is events.SequenceStart:
            return self._sequence(event)
        return self._alias(event)

    def _mapping(self, start: Event) -> MappingNode:
        self._open(start)
        keys, entries, way = Keys(), [], self._way
        for event in self._events:
            if type(event) is events.MappingEnd:
                break
            text, _, line, column = keys.take(self._node(event), way, self._findings)
            if text:
                way.append(text)
                entries.append(Entry(text, line, column, self._node(next(self._events))))
                way.pop()
            else:
                self._node(next(self._events))
        self._depth -= 1
        mark = start.start_mark
        return MappingNode(tuple(entries), mark.line + 1, mark.column + 1)

    def _sequence(self, start: Event) -> SequenceNode:
        self._open(start)
        items: list[Node] = []
        way = self._way
        way.append(0)
        for event in self._events:
            if type(event) is events.SequenceEnd:
                break
            items.append(self._node(event))
            way[-1] = len(items)
        way.pop()
        self._depth -= 1
        mark = start.start_mark
        return SequenceNode(tuple(items), mark.line + 1, mark.column + 1)

    def _open(self, event: Event) -> None:
        if self._depth == MAX_DEPTH:
            self._add("lecture-profondeur", event, *TOO_DEEP)
            raise _StopReadingError
        self._depth += 1
        self._refuse_properties(event)

    def _scalar(self, event: Event) -> ScalarNode:
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        text = event.value
        style = _STYLES[event.style]
        mark = event.start_mark
        line, column = mark.line + 1, mark.column + 1
        if self._has_stand_ins:
            text = text.replace(STAND_IN, "")
        # Only an escape in double quotes can make a character that `clean` has not seen.
        if event.style == '"':
            text = self._refuse_characters(text, line, column)
        if not text.isascii():
            text = nfc(text)
        if len(text) > MAX_SCALAR:
            self._add(
                "lecture-longueur",
                event,
                f"ce texte a {_grouped(len(text))} caractères ; {_grouped(MAX_SCALAR)} au plus sont "
                "permis",
                "Raccourcissez-le ; s'il est entre guillemets, vérifiez qu'ils se ferment.",
            )
            text = text[:MAX_SCALAR]
        if style is PLAIN and event.end_mark.line in self._comment_lines:
            self._point_out_comment(event)
        return ScalarNode(text, style, line, column)

    def _refuse_characters(self, text: str, line: int, column: int) -> str:
        for _, code, name in islice(forbidden_in(text), SHOWN_PER_RULE):
            note_character(self._findings, line, column, code, name, self._field())
        text, count = FORBIDDEN.subn("", text)
        self._findings.more("lecture-caractere", max(0, count - SHOWN_PER_RULE))
        return text

    def _point_out_comment(self, event: Event) -> None:
        """Note the comment that cuts the plain scalar of ``event``, if one does."""
        end = event.end_mark
        rest = self._lines[end.line][end.column :]
        comment = rest.lstrip(" ")
        if comment.startswith("#"):
            self._findings.add(
                "lecture-commentaire",
                end.line + 1,
                end.column + 1 + len(rest) - len(comment),
                f"« {visible(comment)} » est lu comme un commentaire, pas comme la fin de la valeur",
                f"Si c'est la fin de la valeur, {_QUOTE_IT} Si c'est un commentaire, mettez-le sur "
                "sa propre ligne.",
                self._field(),
            )

    def _alias(self, event: Event) -> ScalarNode:
        self._add(
            "lecture-alias",
            event,
            f"« *{visible(event.anchor or '')} » est un renvoi à une autre valeur",
            f"Recopiez la valeur elle-même. Si l'étoile fait partie du texte, {_QUOTE_IT}",
        )
        mark = event.start_mark
        # Kept as the text that was probably meant, so that the other checks see a value.
        return ScalarNode(f"*{event.anchor}", Style.QUOTED, mark.line + 1, mark.column + 1)

    def _refuse_properties(self, event: Event) -> None:
        """Note the anchor and the tag of ``event``."""
        if event.anchor is not None:
            self._add(
                "lecture-ancre",
                event,
                f"« &{visible(event.anchor)} » en tête de valeur est une ancre",
                f"Supprimez-la. Si elle fait partie du texte, {_QUOTE_IT}",
            )
        if event.tag is not None:
            self._add(
                "lecture-etiquette",
                event,
                "« ! » en tête de valeur annonce une étiquette de type",
                f"Supprimez-la. Si elle fait partie du texte, {_QUOTE_IT}",
            )


def _grouped(number: int) -> str:
    """Write a number as French does: 10 000."""
    return f"{number:_}".replace("_", "\xa0")
