"""Data files of the texts, read as strictly as a record: closed fields, places in the file."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.editorial.faults import problem
from generator.model.part import Part
from generator.model.refused import Refused
from generator.problems import Problem, Severity
from generator.records.files import read_file
from generator.records.nodes import Loc, MappingNode, Plain, Position, field_name, node_at, plain

Model = TypeVar("Model", bound=Part)


@dataclass(frozen=True)
class DataFile(Generic[Model]):
    """A data file as read: its content, ``None`` when something is wrong with it, and the problems."""

    path: str
    content: Model | None
    problems: tuple[Problem, ...]
    tree: MappingNode | None

    def at(self, *loc: str | int) -> Position:
        """Where the value at ``loc`` stands in the file."""
        return node_at(self.tree, loc) if self.tree else Position(1, 1)

    def problem(self, loc: Loc, rule: str, message: str, hint: str) -> Problem:
        """A problem with the value at ``loc``."""
        line, column = self.at(*loc)
        return problem(self.path, line, rule, message, hint, column=column, field=field_name(loc))


def read_data(root: Path, path: str, model: type[Model]) -> DataFile[Model]:
    """Read ``path``, relative to the project's ``root``, as a ``model``; never raises for its text.

    What is only warned of in a record, the end of a value read as a comment, is an error here: it
    would be missing from every page.
    """
    record = read_file(root / path, root)
    if record.root is None or record.problems:
        problems = tuple(replace(one, severity=Severity.ERREUR) for one in record.problems)
        return DataFile(path, None, problems, record.root)
    found = DataFile[Model](path, None, (), record.root)
    try:
        content = model.model_validate(_without_absent(plain(record.root)))
    except ValidationError as error:
        problems = tuple(_said(one, found) for one in error.errors(include_url=False))
        return DataFile(path, None, problems, record.root)
    return DataFile(path, content, (), record.root)


def _without_absent(data: Plain) -> Plain:
    """``data`` without the keys nothing is written after: what is not known is absent."""
    if isinstance(data, dict):
        return {key: _without_absent(value) for key, value in data.items() if value is not None}
    return [_without_absent(one) for one in data] if isinstance(data, list) else data


def _said(error: ErrorDetails, file: DataFile[Any]) -> Problem:
    """One of pydantic's errors, in French. Raises ``AssertionError`` for a kind without a message."""
    loc = error["loc"]
    match error["type"]:
        case "value_error":
            refused = error["ctx"]["error"]
            if not isinstance(refused, Refused):
                raise refused
            return file.problem(loc, "donnee", refused.message, f"{refused.hint}.")
        case "missing":
            return file.problem(
                loc, "donnee", f"le champ « {loc[-1]} » manque", "Ajoutez-le à cet endroit."
            )
        case "extra_forbidden":
            return file.problem(
                loc, "donnee", f"« {loc[-1]} » n'est pas un champ", "Vérifiez son orthographe."
            )
        case "tuple_type" | "model_type" | "string_type":
            return file.problem(
                loc,
                "donnee",
                "ce n'est pas la forme attendue (texte, liste ou groupe de champs)",
                "Comparez avec les entrées voisines du même fichier.",
            )
        case kind:
            raise AssertionError(f"an error type of pydantic without a French message: {kind}")
