"""Which identifiers are taken: those that records bear, and those they have borne."""

from pathlib import Path

from generator.records.discover import discover
from generator.records.files import read_file
from generator.records.nodes import plain


def borne_ids(services: Path, root: Path) -> frozenset[str]:
    """Every identifier that a record under ``services`` bears or has borne; paths as in ``discover``."""
    borne = set()
    for file in discover(services, root)[0]:
        borne.add(file.stem)
        tree = read_file(file, root).root
        former = tree.entry("anciens_identifiants") if tree else None
        names = plain(former.value) if former else None
        if isinstance(names, list):
            borne.update(one for one in names if isinstance(one, str))
    return frozenset(borne)
