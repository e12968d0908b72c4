"""Identifiers of services, where one record names another."""

from generator.model.refused import Refused, quoted
from generator.records.identifiers import is_valid_id


def parse_identifier(text: str) -> str:
    """A name such as ``mediation-udaf-69``. Raises ``Refused`` (``identifiant``)."""
    if is_valid_id(text):
        return text
    raise Refused(
        "identifiant",
        f"{quoted(text)} n'a pas la forme d'un identifiant",
        f"Des minuscules sans accent, des chiffres et des tirets : {quoted('mediation-udaf-69')}",
    )
