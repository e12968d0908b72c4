"""From the bytes of a file to text that the parser reads as its author sees it.

What is wrong is noted and replaced so that every character keeps its line and column, and reading
goes on: one run tells everything.
"""

import re
from itertools import islice

from generator.characters import FORBIDDEN, forbidden_in
from generator.records.findings import SHOWN_PER_RULE, Findings

STAND_IN = "\ufffd"
"""Takes the place of a forbidden character until the scalar around it is read."""

_BOM_UTF8 = b"\xef\xbb\xbf"
_BOMS_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_INDENTATION = re.compile(r"^[ \t\xa0\u202f]*[\t\xa0\u202f][ \t\xa0\u202f]*", re.MULTILINE)
# Rule, what it looks for (the last character matched is the wrong one), message, hint.
_WHITE_SPACE = (
    (
        "lecture-tabulation",
        re.compile(r"^[ \xa0\u202f]*\t", re.MULTILINE),
        "la ligne est décalée par une tabulation",
        "Décalez-la par des espaces, deux par niveau.",
    ),
    (
        "lecture-espace-insecable",
        re.compile(r"^[ \t]*[\xa0\u202f]", re.MULTILINE),
        "la ligne est décalée par une espace insécable",
        "Effacez le début de la ligne et décalez-la par des espaces ordinaires, deux par niveau.",
    ),
    (
        "lecture-tabulation",
        re.compile(r"(?<=[^\n \t\xa0\u202f])[ \xa0\u202f]*\t"),
        "une tabulation sépare deux mots",
        "Remplacez-la par une espace ordinaire.",
    ),
)
_SAVE_AS_UTF8 = (
    "Rouvrez le fichier et enregistrez-le avec l'encodage « UTF-8 » : dans le Bloc-notes, "
    "« Enregistrer sous », puis « Encodage »."
)


def position(text: str, index: int) -> tuple[int, int]:
    """Return the line and the column, from 1, of the character of ``text`` at ``index``."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def decode(raw: bytes, findings: Findings) -> str | None:
    """Return the text of a file: no byte order mark, lines ended by line feeds. ``None`` if unreadable.

    A file that is not UTF-8 but makes sense in Windows-1252 is read so, the problem noted, to find
    what else is wrong.
    """
    if raw.startswith(_BOMS_UTF16):
        findings.add(
            "lecture-utf8", 1, 1, "le fichier est enregistré en UTF-16, pas en UTF-8", _SAVE_AS_UTF8
        )
        return None
    if raw.startswith(_BOM_UTF8):
        findings.add(
            "lecture-marque",
            1,
            1,
            "le fichier commence par une marque invisible (« UTF-8 avec BOM »)",
            "Enregistrez-le en « UTF-8 » simple, ou lancez « annuaire format » qui l'enlève.",
        )
        raw = raw[len(_BOM_UTF8) :]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        decoded = _decode_windows(raw, error.start, findings)
        if decoded is None:
            return None
        text = decoded
    if "\r" not in text:
        return text
    text = text.replace("\r\n", "\n")
    bare = text.find("\r")
    if bare >= 0:
        findings.add(
            "lecture-fin-de-ligne",
            *position(text.replace("\r", "\n"), bare),
            "la ligne se termine par un retour chariot seul (fin de ligne des anciens Mac)",
            "Enregistrez le fichier avec des fins de ligne « LF » (Unix) ou « CRLF » (Windows).",
        )
        text = text.replace("\r", "\n")
    return text


def _decode_windows(raw: bytes, start: int, findings: Findings) -> str | None:
    before = raw[:start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    place = position(before, len(before))
    found = f"l'octet {raw[start]:02X} n'est pas de l'UTF-8"
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        text = None
    if text is None or FORBIDDEN.search(text.replace("\r", "").replace("\t", "")):
        findings.add("lecture-utf8", *place, found, _SAVE_AS_UTF8)
        return None
    letter = raw[start : start + 1].decode("cp1252")
    findings.add(
        "lecture-utf8",
        *place,
        f"{found} ; c'est « {letter} » tel que l'enregistre Windows ou Excel en « ANSI »",
        _SAVE_AS_UTF8,
    )
    return text


def clean(text: str, findings: Findings) -> str:
    """Return ``text`` as the parser may see it, of the same length, each character in its place.

    In indentation, tabs and no-break spaces become spaces; elsewhere a tab becomes a space and
    any other forbidden character `STAND_IN`, which the reader takes out of the scalars.
    """
    if "\t" in text or "\xa0" in text or "\u202f" in text:
        text = _clean_white_space(text, findings)
    count = 0
    for count, (index, code, name) in enumerate(forbidden_in(text), 1):
        if count > SHOWN_PER_RULE:
            break
        note_character(findings, *position(text, index), code, name)
    if not count:
        return text
    text, count = FORBIDDEN.subn(STAND_IN, text)
    findings.more("lecture-caractere", max(0, count - SHOWN_PER_RULE))
    return text


def _clean_white_space(text: str, findings: Findings) -> str:
    """Note tabs, and no-break spaces in indentation; put spaces in their place."""
    for rule, pattern, message, hint in _WHITE_SPACE:
        matches = pattern.finditer(text)
        for found in islice(matches, SHOWN_PER_RULE):
            findings.add(rule, *position(text, found.end() - 1), message, hint)
        findings.more(rule, sum(1 for _ in matches))
    return _INDENTATION.sub(lambda found: " " * len(found[0]), text).replace("\t", " ")


def note_character(
    findings: Findings, line: int, column: int, code: int, name: str, field: str = ""
) -> None:
    """Note a forbidden character."""
    findings.add(
        "lecture-caractere",
        line,
        column,
        f"caractère interdit U+{code:04X} ({name})",
        "Supprimez-le : il est souvent venu d'un copier-coller. En cas de doute, effacez le mot "
        "et tapez-le de nouveau.",
        field,
    )
