"""From the bytes of a record file to a tree of text with positions, and all that is wrong in it."""

from dataclasses import dataclass

from generator.problems import Problem
from generator.records.findings import Findings
from generator.records.nodes import MappingNode
from generator.records.rules import MAX_BYTES
from generator.records.text import clean, decode
from generator.records.tree import TreeBuilder


@dataclass(frozen=True, slots=True)
class Record:
    """A record file as read.

    ``path`` is relative to the project's root; ``root`` is ``None`` when the file could not be read
    to its end; ``problems`` are in order; ``text`` is the file's text without byte order mark, lines
    ended by line feeds, otherwise as written (empty when it could not be decoded).
    """

    path: str
    root: MappingNode | None
    problems: tuple[Problem, ...]
    text: str


def read_record(raw: bytes, path: str) -> Record:
    """Read the bytes of one record file; never raises, whatever the bytes.

    ``path`` is the file's path relative to the project's root, for the problems.
    """
    findings = Findings(path)
    text: str | None = None
    root = None
    if len(raw) > MAX_BYTES:
        findings.add(
            "lecture-taille",
            1,
            1,
            f"le fichier dépasse {MAX_BYTES // 1024} Kio",
            "Vérifiez que c'est bien une fiche ; sinon, raccourcissez ses textes.",
        )
    else:
        text = decode(raw, findings)
        if text is not None:
            root = TreeBuilder(clean(text, findings), findings).build()
    return Record(path, root, findings.in_order(), text or "")
