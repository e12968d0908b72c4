"""What a volunteer did when the YAML parser stopped, in French.

The parser says where it stopped and, in English, what it was doing; the cause is often a line
above. What is said here is read from the lines themselves; the parser's words only choose between
explanations and are never shown.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from generator.characters import visible
from generator.records.events import Fault
from generator.records.rules import MAX_DEPTH
from generator.records.stop import DASHES, Stop, indent_of, is_blank, value_start


class Explanation(NamedTuple):
    """A problem in French; line and column count from 1."""

    rule: str
    line: int
    column: int
    message: str
    hint: str


TOO_DEEP = (
    f"plus de {MAX_DEPTH} niveaux emboîtés",
    "Vérifiez le décalage des lignes, les crochets et les accolades.",
)
"""The message and the hint where values are nested too deep, whoever counts the levels."""

_QUOTE_IT = 'mettez la valeur entre guillemets droits : "…".'
_SPACE_AFTER_COLON = "Écrivez « clé: valeur », avec une espace après le deux-points."

_KEY = re.compile(rf"{DASHES}(?:[\w.-]+|\"[^\"]*\"|'[^']*') *:(?= |$)")
_EMPTY_KEY = re.compile(rf"{DASHES}(?=:(?: |$))")
_GLUED_KEY = re.compile(rf"{DASHES}(?P<key>[^\W\d][\w.-]*) *:(?=[^ /])")
_LONE_WORD = re.compile(rf"{DASHES}(?P<word>\w+)(?: [^:]*)?$")
_CONFLICT_MARK = re.compile(r"(?:<{7}|\|{7}|={7}|>{7})(?: |$)")
_TRAILING_COMMENT = re.compile(r"(?<=\S) +#")

_SPECIAL_STARTS = {
    "@": "« @ »",
    "`": "l'accent grave « ` »",
    "%": "« % »",
    "*": "« * »",
    "&": "« & »",
    "!": "« ! »",
    ",": "une virgule",
    "]": "« ] »",
    "}": "« } »",
    "?": "« ? »",
}


def explain(lines: Sequence[str], fault: Fault) -> Explanation:
    """Return the most likely cause of ``fault`` in the text made of ``lines``, at least one."""
    stop = Stop(lines, fault)
    for cause in _CAUSES:
        explanation = cause(stop)
        if explanation is not None:
            return explanation
    return _at(
        stop.row,
        stop.column,
        "la fiche ne peut pas être lue à partir d'ici",
        "Comparez cette ligne et celle du dessus avec une fiche qui existe : deux-points suivi "
        "d'une espace, guillemets fermés, lignes décalées de deux espaces par niveau.",
    )


def _at(row: int, column: int, message: str, hint: str) -> Explanation:
    return Explanation("lecture-syntaxe", row + 1, column + 1, message, hint)


def _depth(stop: Stop) -> Explanation | None:
    """Recognise values nested deeper than the parser itself allows: libyaml 0.2.6, 1,000 levels."""
    if "nesting depth" not in stop.problem:
        return None
    return Explanation("lecture-profondeur", stop.row + 1, stop.column + 1, *TOO_DEEP)


def _conflict(stop: Stop) -> Explanation | None:
    """Recognise the marks that Git leaves around two versions of the same lines."""
    for row in range(stop.row + 1):
        found = _CONFLICT_MARK.match(stop.text(row))
        if found:
            return _at(
                row,
                0,
                f"deux versions des mêmes lignes se suivent à partir d'ici (« {found[0].strip()} »)",
                "Gardez la bonne et supprimez l'autre, ainsi que les lignes « <<<<<<< », « ======= » "
                "et « >>>>>>> ».",
            )
    return None


def _directive(stop: Stop) -> Explanation | None:
    """Recognise a line of settings for the parser."""
    for row in (stop.row, stop.begun_row):
        if stop.text(row).startswith("%"):
            return Explanation(
                "lecture-directive",
                row + 1,
                1,
                "une ligne de réglage qui commence par « % » n'est pas permise",
                "Supprimez cette ligne.",
            )
    return None


def _second_document(stop: Stop) -> Explanation | None:
    """Recognise text after the mark that ends a document."""
    if not re.match(r"\.\.\.( |$)", stop.above):
        return None
    return Explanation(
        "lecture-plusieurs-documents",
        stop.row + 1,
        stop.column + 1,
        "il y a du texte après la fin de la fiche, marquée par « ... »",
        "Supprimez la ligne « ... », ou mettez la suite dans un autre fichier.",
    )


def _empty_key(stop: Stop) -> Explanation | None:
    """Recognise a colon with nothing before it."""
    found = _EMPTY_KEY.match(stop.line)
    if not found:
        return None
    return Explanation(
        "lecture-cle-vide",
        stop.row + 1,
        found.end() + 1,
        "il n'y a pas de clé avant le deux-points",
        "Écrivez la clé, par exemple « nom: Médiation familiale ».",
    )


def _open_quote(stop: Stop) -> Explanation | None:
    """Recognise a quotation mark that is never closed."""
    if stop.opening not in {"'", '"'} or not stop.problem.startswith("found unexpected"):
        return None
    return _at(
        stop.begun_row,
        stop.begun_column,
        f"le guillemet {stop.opening} ouvert ici n'est jamais fermé",
        f"Ajoutez {stop.opening} à la fin de la valeur.",
    )


def _late_quote(stop: Stop) -> Explanation | None:
    """Recognise a quotation mark that is closed by the opening one of a value below."""
    for quote in ('"', "'"):
        if quote not in stop.line[: stop.column]:
            continue
        row = stop.row - 1
        while row >= 0 and quote not in stop.text(row):
            row -= 1
        line = stop.text(row)
        start = value_start(line)
        if line[start : start + 1] == quote and line.count(quote) == 1:
            return _at(
                row,
                start,
                f"le guillemet {quote} ouvert ici n'est fermé qu'à la ligne {stop.row + 1}",
                f"Ajoutez {quote} à la fin de la valeur.",
            )
    return None


def _escape(stop: Stop) -> Explanation | None:
    r"""Recognise ``\`` in double quotes."""
    slash = stop.line.rfind("\\", 0, stop.column + 1)
    if stop.opening != '"' or slash < 0:
        return None
    return _at(
        stop.row,
        slash,
        'entre guillemets "…", la barre « \\ » a un sens spécial',
        "Doublez-la (« \\\\ »), ou entourez la valeur d'apostrophes : '…'.",
    )


def _block_start(stop: Stop) -> Explanation | None:
    """Recognise text on the line of ``|`` or ``>``."""
    start = value_start(stop.begun)
    sign = stop.begun[start : start + 1]
    if sign not in {"|", ">"} or not stop.begun[start + 1 :].strip():
        return None
    return _at(
        stop.begun_row,
        start,
        f"« {sign} » en tête de valeur annonce un texte qui commence à la ligne suivante",
        f"Passez à la ligne juste après « {sign} ». S'il fait partie du texte, {_QUOTE_IT}",
    )


def _special_start(stop: Stop) -> Explanation | None:
    """Recognise a value that begins with a character YAML keeps for itself."""
    for row, last in ((stop.row, stop.column), (stop.begun_row, len(stop.begun))):
        line = stop.text(row)
        start = value_start(line)
        name = _SPECIAL_STARTS.get(line[start : start + 1])
        if name and start <= last:
            return _at(
                row,
                start,
                f"une valeur ne peut pas commencer par {name}",
                _QUOTE_IT.capitalize(),
            )
    return None


def _open_bracket(stop: Stop) -> Explanation | None:
    """Recognise a bracket that is not closed."""
    if stop.opening not in {"[", "{"} or "',' or" not in stop.problem:
        return None
    closing = "]" if stop.opening == "[" else "}"
    return _at(
        stop.begun_row,
        stop.begun_column,
        f"« {stop.opening} » ouvre une liste que « {closing} » ne ferme pas",
        f"Ajoutez « {closing} », et une virgule entre deux éléments. "
        f"Si « {stop.opening} » fait partie du texte, {_QUOTE_IT}",
    )


def _after_bracket(stop: Stop) -> Explanation | None:
    """Recognise a value that goes on after its closing bracket."""
    if stop.value_sign not in {"[", "{"} or stop.column <= stop.value_start:
        return None
    return _at(
        stop.row,
        stop.column,
        "il y a du texte après le crochet ou l'accolade qui ferme la valeur",
        _QUOTE_IT.capitalize(),
    )


def _after_quotes(stop: Stop) -> Explanation | None:
    """Recognise a value that begins with a quotation mark and goes on after the closing one."""
    if stop.value_sign not in {"'", '"'} or stop.column <= stop.value_start:
        return None
    if stop.value_sign == "'":
        message = "l'apostrophe au milieu de '…' ferme la valeur"
        hint = 'Entourez la valeur de guillemets droits "…" plutôt que d\'apostrophes.'
    else:
        message = 'il y a du texte après le guillemet " qui ferme la valeur'
        hint = (
            "Entourez toute la valeur d'apostrophes ('…'), ou écrivez « … » à la place des "
            "guillemets droits du texte."
        )
    return _at(stop.row, stop.column, message, hint)


def _colon_in_value(stop: Stop) -> Explanation | None:
    """Recognise a second colon followed by a space on one line."""
    if "mapping values" not in stop.problem or not _KEY.match(stop.line[: stop.column]):
        return None
    return _at(
        stop.row,
        stop.column,
        "la valeur contient un deux-points suivi d'une espace",
        _QUOTE_IT.capitalize(),
    )


def _dash_after_key(stop: Stop) -> Explanation | None:
    """Recognise ``clé: - valeur``."""
    if "sequence entries are not allowed" not in stop.problem:
        return None
    return _at(
        stop.row,
        stop.column,
        "une liste ne peut pas commencer sur la ligne de sa clé",
        f"Passez à la ligne avant le tiret. S'il fait partie du texte, {_QUOTE_IT}",
    )


def _glued_key(stop: Stop) -> Explanation | None:
    """Recognise ``clé:valeur`` without a space, on the line of the fault or just above."""
    for row in (stop.begun_row, stop.row, stop.row_above):
        found = _GLUED_KEY.match(stop.text(row))
        if found:
            return _at(
                row,
                found.end(),
                f"il manque une espace ordinaire après « {visible(found['key'])}: »",
                _SPACE_AFTER_COLON,
            )
    return None


def _no_colon(stop: Stop) -> Explanation | None:
    """Recognise a line with a word and no colon."""
    if "could not find expected ':'" in stop.problem:
        row, line = stop.begun_row, stop.begun
    elif "mapping values" in stop.problem:
        row, line = stop.row_above, stop.above
    else:
        return None
    found = _LONE_WORD.match(line)
    if not found:
        return None
    return _at(
        row,
        found.start("word"),
        f"il manque un deux-points après « {visible(found['word'])} », ou des guillemets autour "
        "d'un texte de plusieurs lignes",
        _SPACE_AFTER_COLON,
    )


def _cut_by_comment(stop: Stop) -> Explanation | None:
    """Recognise a value on several lines, cut by a comment."""
    found = _TRAILING_COMMENT.search(stop.above)
    if not found or _KEY.match(stop.line):
        return None
    return _at(
        stop.row_above,
        found.end() - 1,
        "« # » ouvre un commentaire et coupe la valeur, qui continue à la ligne suivante",
        f"Si c'est la fin de la valeur, {_QUOTE_IT} Si c'est un commentaire, mettez-le sur sa "
        "propre ligne.",
    )


def _indentation(stop: Stop) -> Explanation | None:
    """Recognise a line that is not under the one it belongs to."""
    if stop.row_above < 0 or is_blank(stop.line):
        return None
    indent, indent_above = indent_of(stop.line), indent_of(stop.above)
    if indent > indent_above:
        message = "la ligne est trop décalée par rapport à celle du dessus"
    elif indent < indent_above:
        message = "la ligne n'est alignée sur aucune de celles du dessus"
    elif "'-' indicator" in stop.problem:
        message = "un élément de liste, précédé d'un tiret, est attendu à la place de cette clé"
    elif stop.line.lstrip().startswith("-"):
        message = "une clé est attendue à la place de cet élément de liste"
    else:
        return None
    hint = "Alignez-la sur les lignes de même niveau : deux espaces par niveau."
    return _at(stop.row, indent, message, hint)


_CAUSES: tuple[Callable[[Stop], Explanation | None], ...] = (
    _depth,
    _conflict,
    _directive,
    _second_document,
    _empty_key,
    _open_quote,
    _late_quote,
    _escape,
    _block_start,
    _special_start,
    _open_bracket,
    _after_bracket,
    _after_quotes,
    _colon_in_value,
    _dash_after_key,
    _glued_key,
    _no_colon,
    _cut_by_comment,
    _indentation,
)
