"""What a key of a record may be."""

import re

from generator.characters import visible
from generator.records.findings import Findings
from generator.records.nodes import PLAIN, Loc, Node, ScalarNode, Style, field_name

_NO_BREAK_SPACE = re.compile("[\xa0\u202f]")
_COMPLEX = (
    "lecture-cle-complexe",
    "cette clé n'est pas un mot simple",
    (
        "Écrivez la clé seule, sur une ligne, suivie de « : ». Mettez entre guillemets une valeur "
        "qui commence par « { » ou « [ »."
    ),
)
_EMPTY = (
    "lecture-cle-vide",
    "il n'y a pas de clé avant le deux-points",
    "Écrivez la clé, par exemple « nom: Médiation familiale ».",
)
_MERGE = (
    "lecture-fusion",
    "la clé « << » recopie d'autres valeurs",
    "Recopiez les valeurs elles-mêmes à cet endroit.",
)


class Keys:
    """The keys of one mapping."""

    __slots__ = ("_seen",)

    def __init__(self) -> None:
        self._seen: dict[str, ScalarNode] = {}

    def take(self, node: Node, loc: Loc, findings: Findings) -> ScalarNode:
        """Take ``node`` as the next key of the mapping at ``loc``; note what is wrong with it.

        Gives the key as it is to be read, with its place; an empty text drops the value that follows.
        """
        key = node
        if not isinstance(key, ScalarNode) or key.style is not PLAIN or not key.text.isidentifier():
            key = ScalarNode(_unusual_key(node, loc, findings), PLAIN, node.line, node.column)
            if not key.text:
                return key
        first = self._seen.setdefault(key.text.casefold(), key)
        if first is not key:
            self._note_repeated(first, key, loc, findings)
            return key._replace(text="")
        return key

    def _note_repeated(
        self, first: ScalarNode, key: ScalarNode, loc: Loc, findings: Findings
    ) -> None:
        spelt = ""
        if first.text != key.text:
            spelt = f" (« {visible(first.text)} » puis « {visible(key.text)} »)"
        findings.add(
            "lecture-cle-repetee",
            key.line,
            key.column,
            f"la clé « {visible(key.text)} » est écrite deux fois{spelt}, "
            f"ligne {first.line} et ligne {key.line}",
            "Gardez la bonne valeur et supprimez l'autre.",
            field_name([*loc, key.text]),
        )


def _unusual_key(node: Node, loc: Loc, findings: Findings) -> str:
    """Return the text of a key that is not a plain word; empty when it cannot be one."""
    fault = _fault(node)
    if fault is not None or not isinstance(node, ScalarNode):
        rule, message, hint = fault or _COMPLEX
        findings.add(rule, node.line, node.column, message, hint, field_name(loc))
        return ""
    text = node.text
    if _NO_BREAK_SPACE.search(text):
        text = _NO_BREAK_SPACE.sub(" ", text).strip()
        findings.add(
            "lecture-espace-insecable",
            node.line,
            node.column,
            f"la clé « {visible(text)} » contient une espace insécable",
            f"Effacez « {visible(text)} » et ce qui suit jusqu'au deux-points, puis retapez-le.",
            field_name([*loc, text]),
        )
    return text


def _fault(node: Node) -> tuple[str, str, str] | None:
    """Return rule, message and hint when ``node`` cannot be a key."""
    if not isinstance(node, ScalarNode) or node.style is Style.BLOCK or "\n" in node.text:
        return _COMPLEX
    if not node.text.strip(" \xa0\u202f"):
        return _EMPTY
    if node.text == "<<" and node.style is PLAIN:
        return _MERGE
    return None
