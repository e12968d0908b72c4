"""Text written by partners: one line, or paragraphs. It is only text, never markup.

``{{ }}``, ``**`` or ``&amp;`` are the characters they are. Two things are refused because other
programs would not take them as text: HTML tags, and a first character that makes a spreadsheet
read a cell as a formula. Control and invisible characters are refused when the file is read.
"""

import re
import unicodedata

from generator.model.refused import Refused, quoted

_LINE_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile(r"[ \t]+")
_TAG = re.compile(r"<[A-Za-z/!?][^>\n]{0,40}>?")
_FORMULA_STARTS = frozenset("=+-@|%−")
_BLANK_CATEGORIES = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf"})
# Blank to the eye, though Unicode calls them letters or marks.
_BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u2800")


def parse_line(text: str, maximum: int) -> str:
    """One line of 1 to ``maximum`` characters, in NFC, trimmed.

    Runs of ordinary spaces and tabs become one space, as a browser shows them: nothing readable
    changes. No-break spaces stay. Raises ``Refused``: ``texte-une-ligne``, ``texte-vide``,
    ``texte-long``, ``html``, ``debut-de-formule``.
    """
    line = _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()
    if _LINE_BREAK.search(line):
        raise Refused(
            "texte-une-ligne",
            f"{quoted(line)} contient un retour à la ligne",
            "Écrivez ce texte sur une seule ligne",
        )
    return _checked(line, maximum)


def parse_paragraphs(text: str, maximum: int) -> str:
    """Paragraphs parted by one empty line, of 1 to ``maximum`` characters in all, in NFC.

    Lines are trimmed at their end and keep their breaks, so that a list (lines that begin with
    ``- ``) stays one; several empty lines become one. The first character may not be the hyphen of
    a list: a sentence introduces it. Raises ``Refused``: ``texte-vide``, ``texte-long``, ``html``,
    ``debut-de-formule``.
    """
    lines = [line.rstrip() for line in _LINE_BREAK.split(unicodedata.normalize("NFC", text))]
    return _checked(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip(), maximum)


def _checked(text: str, maximum: int) -> str:
    if not text:
        raise Refused("texte-vide", "Ce champ est vide", "Complétez-le, ou retirez la ligne")
    if len(text) > maximum:
        raise Refused(
            "texte-long",
            f"Ce texte compte {len(text)} caractères, il en faut {maximum} au plus",
            f"Retirez au moins {len(text) - maximum} caractères",
        )
    if tag := _TAG.search(text):
        raise Refused(
            "html",
            f"{quoted(tag[0])} ressemble à une balise HTML",
            "Écrivez du texte simple ; si le signe < veut dire inférieur à, faites-le suivre "
            "d'une espace",
        )
    first = _first_visible(text)
    if unicodedata.normalize("NFKC", first)[:1] in _FORMULA_STARTS:
        raise Refused(
            "debut-de-formule",
            f"{quoted(text)} commence par {quoted(first)}",
            "Commencez par un mot : un tableur prendrait ce texte pour une formule",
        )
    return text


def _first_visible(text: str) -> str:
    """The first character of ``text`` that is seen, or nothing when none is."""
    return next(
        (
            c
            for c in text
            if unicodedata.category(c) not in _BLANK_CATEGORIES and c not in _BLANK_LETTERS
        ),
        "",
    )
