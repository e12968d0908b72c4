"""The kinds of value that the data files of the texts add to those of the records."""

import re

from generator.model.refused import Refused, quoted
from generator.model.types import Written

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_AMOUNT = re.compile(r"[0-9]+(?:,[0-9]+)?")
_UNIT = re.compile(r"%|€|[^\W\d_][\w' -]{0,38}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def parse_key(text: str) -> str:
    """An id such as ``mf-2024-services``. Raises ``Refused`` (``identifiant``)."""
    if _KEY.fullmatch(text):
        return text
    raise Refused(
        "identifiant",
        f"{quoted(text)} n'a pas la forme d'un identifiant",
        "Écrivez des minuscules sans accent, des chiffres et des tirets",
    )


def parse_amount(text: str) -> str:
    """A number as French writes it, without spaces: ``17247``, ``31,3``. Raises ``Refused``."""
    if _AMOUNT.fullmatch(text):
        return text
    raise Refused(
        "nombre",
        f"{quoted(text)} n'est pas un nombre",
        "Écrivez les chiffres sans espace, avec une virgule s'il le faut : 17247 ou 31,3",
    )


def parse_year(text: str) -> str:
    """A year of four digits. Raises ``Refused``."""
    if _YEAR.fullmatch(text):
        return text
    raise Refused("annee", f"{quoted(text)} n'est pas une année", "Écrivez quatre chiffres")


def parse_unit(text: str) -> str:
    """What follows a number: ``%``, ``€``, ``millions d'euros``. Raises ``Refused``."""
    if _UNIT.fullmatch(text):
        return text
    raise Refused("unite", f"{quoted(text)} n'est pas une unité", "Écrivez %, € ou quelques mots")


KEY = Written(parse_key, {"type": "string"}, "des minuscules, des chiffres et des tirets")
AMOUNT = Written(parse_amount, {"type": "string"}, "un nombre", is_quoted=True)
YEAR = Written(parse_year, {"type": "string"}, "une année", is_quoted=True)
UNIT = Written(parse_unit, {"type": "string"}, "%, € ou quelques mots", is_quoted=True)
