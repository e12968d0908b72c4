"""The national numbers, read from ``data/numeros.yaml`` as strictly as a record."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, TypeVar

from generator.errors import AnnuaireError
from generator.model.dates import parse_date
from generator.model.numbers import parse_yes_no
from generator.model.phone import SHORT_NUMBERS
from generator.model.refused import Refused
from generator.model.text import parse_line
from generator.model.url import parse_url
from generator.pages.filters import french_date
from generator.pages.site import Helpline, Source
from generator.records.files import read_file
from generator.records.nodes import Loc, MappingNode, Plain, field_name, node_at, plain
from generator.typography import no_break

FILE: Final = "data/numeros.yaml"

_KEYS: Final = frozenset(
    {"numero", "appel", "nom", "details", "par_sms", "urgence", "bandeau", "source"}
)
_SOURCE_KEYS: Final = frozenset({"titre", "url", "consulte_le"})

Value = TypeVar("Value")


class HelplinesError(AnnuaireError):
    """The file of national numbers cannot be used: a wrong one would be shown on every page."""


def load_helplines(root: Path) -> tuple[Helpline, ...]:
    """The numbers of ``data/numeros.yaml`` under ``root``, in the order of the file.

    Raises ``HelplinesError`` with the first thing that is wrong, and its line.
    """
    record = read_file(root / FILE, root)
    if record.root is None or record.problems:
        first = record.problems[0]
        raise HelplinesError(
            no_break(f"{FILE}:{first.line}:{first.column}: {first.message}. {first.hint}")
        )
    return _Reader(record.root).helplines()


class _Reader:
    """Takes helplines out of the tree, and says where it stumbled."""

    def __init__(self, root: MappingNode) -> None:
        self._root = root
        self._data = plain(root)

    def helplines(self) -> tuple[Helpline, ...]:
        numbers = self._data.get("numeros") if isinstance(self._data, dict) else None
        if not isinstance(numbers, list) or not numbers:
            raise self._error((), "la liste « numeros » est absente ou vide")
        return tuple(self._helpline(one, ("numeros", rank)) for rank, one in enumerate(numbers))

    def _helpline(self, data: Plain, loc: Loc) -> Helpline:
        fields = self._mapping(data, loc, _KEYS)
        dial = self._read(fields, "appel", loc, _short_number)
        return Helpline(
            number=self._read(fields, "numero", loc, _line),
            dial=dial,
            name=self._read(fields, "nom", loc, _line),
            details=self._read(fields, "details", loc, _line),
            source=self._source(fields.get("source"), (*loc, "source")),
            by_sms="par_sms" in fields and self._read(fields, "par_sms", loc, parse_yes_no),
            emergency="urgence" in fields and self._read(fields, "urgence", loc, parse_yes_no),
            in_strips="bandeau" not in fields or self._read(fields, "bandeau", loc, parse_yes_no),
        )

    def _source(self, data: Plain, loc: Loc) -> Source:
        fields = self._mapping(data, loc, _SOURCE_KEYS)
        return Source(
            url=self._read(fields, "url", loc, parse_url),
            title=self._read(fields, "titre", loc, _line),
            date=french_date(self._read(fields, "consulte_le", loc, parse_date)),
        )

    def _mapping(self, data: Plain, loc: Loc, known: frozenset[str]) -> Mapping[str, Plain]:
        if not isinstance(data, dict):
            raise self._error(loc, f"il manque {' '.join(sorted(known))}")
        for key in data:
            if key not in known:
                raise self._error((*loc, key), f"« {key} » n'est pas un champ des numéros")
        return data

    def _read(
        self, fields: Mapping[str, Plain], key: str, loc: Loc, parse: Callable[[str], Value]
    ) -> Value:
        text = fields.get(key)
        if not isinstance(text, str):
            raise self._error((*loc, key), "ce champ manque ou n'est pas un texte")
        try:
            return parse(text)
        except Refused as refused:
            raise self._error((*loc, key), f"{refused.message}. {refused.hint}") from None

    def _error(self, loc: Loc, message: str) -> HelplinesError:
        line, column = node_at(self._root, loc)
        field = field_name(loc)
        where = f"{FILE}:{line}:{column}: " + (f"{field} : " if field else "")
        return HelplinesError(no_break(f"{where}{message.rstrip('.')}."))


def _line(text: str) -> str:
    return no_break(parse_line(text, 200))


def _short_number(text: str) -> str:
    if text not in SHORT_NUMBERS:
        raise Refused(
            "numero-court",
            f"« {text} » n'est pas un numéro national connu",
            f"Numéros possibles : {', '.join(SHORT_NUMBERS)}",
        )
    return text
