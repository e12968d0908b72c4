"""The register of identifiers: every one that was ever published, and those that were erased.

``data/identifiants.csv`` is how the project remembers, without git, what it promised to keep. A row
is an identifier; with a day and a reason it is a tombstone, all that is left of a record erased on
request.
"""

import csv
import datetime
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.errors import AnnuaireError
from generator.model.dates import parse_date
from generator.model.refused import Refused
from generator.model.vocabulary import Term
from generator.records.identifiers import id_fault

FILE = "data/identifiants.csv"
"""Where the register is, from the project's root."""

COLUMNS = ("identifiant", "efface_le", "raison")
MAX_BYTES = 4 * 1024 * 1024


class Raison(Term):
    """Why a record was erased. Nothing more is kept of it."""

    DEMANDE = (
        "demande",
        "À la demande du service",
        "Le service, ou une personne concernée, a demandé que la fiche soit effacée.",
    )
    ERREUR = (
        "erreur",
        "Publiée par erreur",
        "Le service n'existait pas, ou n'était ni une médiation ni un espace de rencontre.",
    )


@dataclass(frozen=True, slots=True)
class Erasure:
    """What is left of a record erased on request."""

    identifier: str
    day: datetime.date
    reason: Raison


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the register, numbered from 1."""

    line: int
    identifier: str
    erasure: Erasure | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """A line that cannot be read, and why, in French."""

    line: int
    message: str


@dataclass(frozen=True)
class Register:
    """The lines of the register that could be read, and the faults of the others."""

    rows: tuple[Row, ...] = ()
    faults: tuple[Fault, ...] = ()

    @cached_property
    def identifiers(self) -> frozenset[str]:
        """Every identifier that was published, erased ones included."""
        return frozenset(row.identifier for row in self.rows)

    @cached_property
    def erasures(self) -> Mapping[str, Erasure]:
        """What was erased, by identifier, in their order."""
        found = {row.identifier: row.erasure for row in self.rows if row.erasure}
        return dict(sorted(found.items()))

    def erasing(self, erasures: Iterable[Erasure]) -> "Register":
        """The register in which these identifiers are tombstones."""
        tombs = {one.identifier: Row(0, one.identifier, one) for one in erasures}
        rows = {row.identifier: row for row in self.rows} | tombs
        return Register(tuple(rows.values()), self.faults)

    def text(self, published: Iterable[str] = ()) -> str:
        """The register with the identifiers of ``published`` added, one a line, in order."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(COLUMNS)
        for identifier in sorted(self.identifiers.union(published)):
            erasure = self.erasures.get(identifier)
            told = (erasure.day.isoformat(), erasure.reason.value) if erasure else ("", "")
            writer.writerow((identifier, *told))
        return text.getvalue()


class UnreadableRegisterError(AnnuaireError):
    """The register has lines that cannot be read."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(f"{FILE}, ligne {fault.line} : {fault.message}.")


def read_register(root: Path) -> Register:
    """The register of the project at ``root``; an empty one when there is none yet.

    Never raises for what is in it: see ``faults``.
    """
    file = root / FILE
    if file.is_symlink() or (file.exists() and not file.is_file()):
        return Register(faults=(Fault(1, "ce n'est pas un fichier ordinaire"),))
    try:
        content = file.read_bytes()
        if len(content) > MAX_BYTES:
            return Register(faults=(Fault(1, "le fichier est bien trop gros"),))
        text = content.decode("utf-8-sig")
    except FileNotFoundError:
        return Register()
    except OSError:
        return Register(faults=(Fault(1, "le fichier ne peut pas être lu"),))
    except UnicodeDecodeError:
        return Register(faults=(Fault(1, "le fichier n'est pas en UTF-8"),))
    return parse_register(text)


def load_register(root: Path) -> Register:
    """The register, sound. Raises ``UnreadableRegisterError``."""
    register = read_register(root)
    if register.faults:
        raise UnreadableRegisterError(register.faults[0])
    return register


def parse_register(text: str) -> Register:
    """The register that ``text`` holds: a header, then a line an identifier."""
    lines = text.splitlines()
    if not lines or tuple(lines[0].split(",")) != COLUMNS:
        return Register(faults=(Fault(1, f"la première ligne doit être « {','.join(COLUMNS)} »"),))
    rows: dict[str, Row] = {}
    faults = []
    for number, cells in _cells(lines[1:]):
        try:
            row = _row(number, cells)
        except Refused as error:
            faults.append(Fault(number, error.message))
            continue
        if row.identifier in rows:
            first = rows[row.identifier].line
            faults.append(Fault(number, f"« {row.identifier} » est déjà à la ligne {first}"))
        rows.setdefault(row.identifier, row)
    return Register(tuple(rows.values()), tuple(faults))


def _cells(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """The cells of each line: no value of this file holds a comma, a quotation mark or a break."""
    return ((number, line.split(",")) for number, line in enumerate(lines, 2) if line)


def _row(number: int, cells: list[str]) -> Row:
    if len(cells) != len(COLUMNS):
        message = f"il faut {len(COLUMNS)} cellules séparées par des virgules"
        raise Refused("registre-illisible", message)
    identifier, day, reason = cells
    if fault := id_fault(identifier):
        raise Refused("registre-illisible", f"l'identifiant ne convient pas : {fault}")
    if not day and not reason:
        return Row(number, identifier)
    if reason not in set(Raison):
        choices = " ou ".join(Raison)
        raise Refused("registre-illisible", f"la raison d'un effacement est {choices}")
    erased = next(one for one in Raison if one == reason)
    return Row(number, identifier, Erasure(identifier, parse_date(day), erased))
