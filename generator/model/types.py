"""The kinds of value a record holds, as pydantic annotations over the parsers of this package.

A record gives text only. Each type below says how text becomes a value, and what an editor should
expect: the JSON Schema of the *written* form (text, ``oui``/``non``, codes), not of the value; and,
for people, its constraint in French.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from generator.model.codes import (
    parse_departement_code,
    parse_insee_code,
    parse_postal_code,
    parse_rna,
    parse_siret,
)
from generator.model.dates import parse_date
from generator.model.email import parse_email
from generator.model.hours import parse_hours
from generator.model.identifier import parse_identifier
from generator.model.languages import parse_language
from generator.model.numbers import parse_integer, parse_latitude, parse_longitude, parse_yes_no
from generator.model.phone import Phone, parse_phone
from generator.model.refused import Refused
from generator.model.text import parse_line, parse_paragraphs
from generator.model.url import parse_url


@dataclass(frozen=True)
class Written:
    """A value written as text: ``parse`` reads it, ``schema`` describes its written form.

    ``constraint`` says in French, in a few words, what may be written. ``is_quoted`` is True for
    what other readers of YAML, or people, could take for a number or a date: a record writes it
    between quotation marks.
    """

    parse: Callable[..., Any]
    schema: JsonSchemaValue
    constraint: str
    is_quoted: bool = False

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Validate with ``parse``; a mapping or a list in place of text is refused first."""

        def validate(value: Any) -> Any:
            return self.parse(as_text(value))

        written = core_schema.no_info_plain_validator_function(validate)
        return core_schema.json_or_python_schema(handler(source), written)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """The schema of what is written."""
        return dict(self.schema)


class WrittenPhone(Written):
    """A phone number: the same digits are another number in another overseas département.

    The département (its code) is read from the validation context, key ``departement``.
    """

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Validate with ``parse_phone`` and the département of the record's folder."""

        def validate(value: Any, info: ValidationInfo) -> Phone:
            context: dict[str, str] = info.context or {}
            return parse_phone(as_text(value), context.get("departement", ""))

        written = core_schema.with_info_plain_validator_function(validate)
        return core_schema.json_or_python_schema(handler(source), written)


def as_text(value: Any) -> str:
    """``value`` when it is text; raises ``Refused`` for a list or a group of keys."""
    if isinstance(value, str):
        return value
    found = "une liste" if isinstance(value, list) else "un groupe de champs"
    raise Refused("champ-forme", f"on attend un texte, et l'on trouve {found}")


def _text(**constraints: Any) -> JsonSchemaValue:
    return {"type": "string", **constraints}


def line(maximum: int) -> Written:
    """One line of text of at most ``maximum`` characters."""
    return Written(
        lambda text: parse_line(text, maximum),
        _text(minLength=1, maxLength=maximum),
        f"une ligne, {maximum} caractères au plus",
    )


def paragraphs(maximum: int) -> Written:
    """Paragraphs and lists, of at most ``maximum`` characters in all."""
    return Written(
        lambda text: parse_paragraphs(text, maximum),
        _text(minLength=1, maxLength=maximum),
        f"des paragraphes, {maximum} caractères au plus",
    )


def integer(minimum: int, maximum: int) -> Written:
    """A whole number between two bounds, both included."""
    return Written(
        lambda text: parse_integer(text, minimum, maximum),
        _text(pattern=r"^(0|[1-9][0-9]*)$"),
        f"un nombre entier de {minimum} à {maximum}",
        is_quoted=True,
    )


CODE = Written(
    parse_identifier,
    _text(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$"),
    "minuscules sans accent, chiffres et tirets",
)
COMMUNE_CODE = Written(
    parse_insee_code, _text(pattern=r"^[0-9][0-9AB][0-9]{3}$"), "cinq caractères", is_quoted=True
)
DATE = Written(parse_date, _text(format="date"), "une date, année-mois-jour", is_quoted=True)
DEPARTEMENT_CODE = Written(
    parse_departement_code,
    _text(pattern=r"^([0-9][0-9AB]|9[78][0-9])$"),
    "deux caractères, trois outre-mer",
    is_quoted=True,
)
EMAIL = Written(parse_email, _text(format="email"), "une adresse de courriel")
LANGUAGE = Written(parse_language, _text(), "un code de langue")
LATITUDE = Written(
    parse_latitude, _text(pattern=r"^-?[0-9]{1,2}[.][0-9]+$"), "de -90 à 90", is_quoted=True
)
LONGITUDE = Written(
    parse_longitude, _text(pattern=r"^-?[0-9]{1,3}[.][0-9]+$"), "de -180 à 180", is_quoted=True
)
OPENING_HOURS = Written(parse_hours, _text(), "l'écriture `opening_hours` d'OpenStreetMap")
PHONE = WrittenPhone(parse_phone, _text(), "un numéro français", is_quoted=True)
POSTAL_CODE = Written(
    parse_postal_code, _text(pattern=r"^[0-9]{5}$"), "cinq chiffres", is_quoted=True
)
RNA = Written(parse_rna, _text(pattern=r"^W[0-9A-Z]{9}$"), "W et neuf caractères")
SIRET = Written(parse_siret, _text(pattern=r"^[0-9 ]{14,18}$"), "quatorze chiffres", is_quoted=True)
URL = Written(
    parse_url,
    _text(format="uri", pattern=r"^https?://"),
    "une adresse qui commence par https:// ou http://",
)
YES_NO = Written(parse_yes_no, _text(enum=["oui", "non"]), "oui ou non")
