"""From the parser's events to the tree, with the limits and refusals that keep it harmless."""

import re
from collections.abc import Callable
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


class _Frame:
    """A mapping or a sequence that is still open."""

    __slots__ = ("column", "entries", "items", "key", "keys", "line")

    def __init__(self, event: Event, keys: Keys | None) -> None:
        mark = event.start_mark
        self.line = mark.line + 1
        self.column = mark.column + 1
        # One of the two lists is in use: entries in a mapping, items in a sequence.
        self.keys = keys
        self.entries: list[Entry] = []
        self.items: list[Node] = []
        # The key whose value comes next.
        self.key: ScalarNode | None = None


class TreeBuilder:
    """Turns one text into a tree; what is wrong goes to the findings. Used once."""

    def __init__(self, text: str, findings: Findings) -> None:
        self._text = text
        self._findings = findings
        self._stack: list[_Frame] = []
        self._root: Node | None = None
        self._documents = 0
        self._has_stand_ins = STAND_IN in text
        # Only where « # » follows a space can a comment cut a value.
        self._comment_lines: set[int] = set()
        if " #" in text:
            self._comment_lines.update(n for n, line in enumerate(self._lines) if " #" in line)

    def build(self) -> MappingNode | None:
        """Return the tree; ``None`` when it is not a mapping that can be read to its end."""
        handlers: dict[type, Callable[[Event], None]] = {
            events.Scalar: self._scalar,
            events.MappingStart: self._open_mapping,
            events.SequenceStart: self._open_sequence,
            events.MappingEnd: self._close,
            events.SequenceEnd: self._close,
            events.Alias: self._alias,
            events.DocumentStart: self._document,
        }
        try:
            for count, event in enumerate(events.events(self._text), 1):
                handler = handlers.get(type(event))
                if handler is not None:
                    handler(event)
                if count == MAX_EVENTS:
                    self._stop_at_count(event)
        except _StopReadingError:
            return None
        except UnreadableError as unreadable:
            # White space put in the place of tabs may not line up: one message is enough.
            if "lecture-tabulation" not in self._findings:
                explanation = explain(self._lines, unreadable.fault)
                self._findings.forget(explanation.line, explanation.column)
                self._findings.add(*explanation)
            return None
        return self._mapping_root()

    @cached_property
    def _lines(self) -> list[str]:
        return self._text.split("\n")

    def _add(self, rule: str, event: Event, message: str, hint: str) -> None:
        mark = event.start_mark
        self._findings.add(rule, mark.line + 1, mark.column + 1, message, hint, self._field())

    def _loc(self) -> list[str | int]:
        """Return the way to the value that is being read."""
        loc: list[str | int] = []
        for frame in self._stack:
            if frame.keys is None:
                loc.append(len(frame.items))
            elif frame.key is not None and frame.key.text:
                loc.append(frame.key.text)
        return loc

    def _field(self) -> str:
        return field_name(self._loc())

    def _mapping_root(self) -> MappingNode | None:
        root = self._root
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

    def _stop_at_count(self, event: Event) -> None:
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

    def _open_mapping(self, event: Event) -> None:
        self._open(event, Keys())

    def _open_sequence(self, event: Event) -> None:
        self._open(event, None)

    def _open(self, event: Event, keys: Keys | None) -> None:
        if len(self._stack) == MAX_DEPTH:
            self._add("lecture-profondeur", event, *TOO_DEEP)
            raise _StopReadingError
        self._refuse_properties(event)
        self._stack.append(_Frame(event, keys))

    def _close(self, event: Event) -> None:  # noqa: ARG002 - the signature of a handler
        frame = self._stack.pop()
        if frame.keys is None:
            self._attach(SequenceNode(tuple(frame.items), frame.line, frame.column))
        else:
            self._attach(MappingNode(tuple(frame.entries), frame.line, frame.column))

    def _attach(self, node: Node) -> None:
        """Put a finished node where it belongs."""
        if not self._stack:
            self._root = node
            return
        frame = self._stack[-1]
        if frame.keys is None:
            frame.items.append(node)
        elif frame.key is None:
            frame.key = frame.keys.take(node, self._loc, self._findings)
        else:
            text, _, line, column = frame.key
            if text:
                frame.entries.append(Entry(text, line, column, node))
            frame.key = None

    def _scalar(self, event: Event) -> None:
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
        self._attach(ScalarNode(text, style, line, column))

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

    def _alias(self, event: Event) -> None:
        self._add(
            "lecture-alias",
            event,
            f"« *{visible(event.anchor or '')} » est un renvoi à une autre valeur",
            f"Recopiez la valeur elle-même. Si l'étoile fait partie du texte, {_QUOTE_IT}",
        )
        mark = event.start_mark
        # Kept as the text that was probably meant, so that the other checks see a value.
        self._attach(ScalarNode(f"*{event.anchor}", Style.QUOTED, mark.line + 1, mark.column + 1))

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
