"""What is said when one field is wrong: pydantic's errors, in French, with a way out.

The table is by pydantic's error type; the text comes from the description of the field in the
model. Nothing of pydantic's own English reaches a partner.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from generator.checks.rules import Finding, Location
from generator.model.fields import part_of, terms_of
from generator.model.refused import Refused, quoted
from generator.model.service import DERIVED_FIELDS, Service
from generator.model.vocabulary import Term
from generator.typography import continued

_BETWEEN_WORDS = re.compile(r" *[,;/] *")
_WORDS = re.compile(rf"[\w-]+(?:{_BETWEEN_WORDS.pattern}[\w-]+)*")


@dataclass(frozen=True)
class Fault:
    """A finding on one field and the name of its rule; ``on_key``: the key itself is wrong."""

    rule: str
    finding: Finding
    on_key: bool = False


def derived_fault(name: str) -> Fault:
    """What is said when a record writes what its path gives (``id``, ``departement``)."""
    giver = {"id": "le nom du fichier", "departement": "le dossier du fichier"}[name]
    message = f"« {name} » ne s'écrit pas ici : c'est {giver} qui le donne"
    return Fault("champ-inconnu", Finding((name,), message, "Retirez cette ligne."), on_key=True)


def empty_fault(location: Location, value: Any = None) -> Fault:
    """What is said when nothing is written after a key or a dash (``value``: None, ``[]``, ``{}``)."""
    info = _field(location)
    found = {"list": "cette liste est vide", "dict": "ce groupe de champs est vide"}
    return Fault(
        "champ-vide",
        Finding(
            location,
            found.get(type(value).__name__, "rien n'est écrit ici"),
            f"Ce champ est obligatoire. {_example(location)}"
            if info is not None and info.is_required() and isinstance(location[-1], str)
            else "Écrivez la valeur, ou retirez la ligne : ce qu'on ne sait pas reste absent.",
        ),
    )


def faults_of(error: ErrorDetails) -> Iterator[Fault]:
    """The fault that one of pydantic's errors means (one, or none already said)."""
    location: Location = tuple(error["loc"])
    kind = error["type"]
    value = error["input"]
    if kind == "value_error":
        refused = error["ctx"]["error"]
        if not isinstance(refused, Refused):
            raise refused
        hint = _sentence(refused.hint) or _example(location)
        yield Fault(refused.rule, Finding(location, _clause(refused.message), hint))
    elif kind == "missing":
        yield _missing(location)
    elif kind == "extra_forbidden":
        yield _unknown(location)
    elif kind == "enum":
        yield _not_in_list(location, value)
    elif kind == "tuple_type":
        message = f"on attend une liste, et l'on trouve {_shape(value)}"
        hint = _as_list(location, value) or _example(location)
        yield Fault("champ-forme", Finding(location, message, hint))
    elif kind in ("model_type", "model_attributes_type", "dict_type"):
        message = f"on attend un groupe de champs, et l'on trouve {_shape(value)}"
        yield Fault("champ-forme", Finding(location, message, _example(location)))
    else:
        raise AssertionError(f"an error type of pydantic without a French message: {kind}")


def _clause(message: str) -> str:
    """A message as it follows the name of its field: in small letters, unless it opens an acronym."""
    return message[:1].lower() + message[1:] if message[1:2].islower() else message


def _sentence(hint: str) -> str:
    """A hint with its full stop."""
    return f"{hint}." if hint and not hint.endswith((".", "!", "?", "…")) else hint


def _missing(location: Location) -> Fault:
    info = _field(location)
    message = f"le champ « {location[-1]} » manque"
    if info is not None and info.title and info.title.lower() != location[-1]:
        message += f" ({continued(info.title)})"
    return Fault("champ-obligatoire", Finding(location, message, _example(location)))


def _unknown(location: Location) -> Fault:
    name = str(location[-1])
    model = _model(_annotation(location[:-1]))
    known = [one for one in model.model_fields if len(location) > 1 or one not in DERIVED_FIELDS]
    close = get_close_matches(name.lower(), known, n=1, cutoff=0.6)
    elsewhere = [] if close else sorted(_parents_of(name))
    if close:
        hint = f"Vouliez-vous dire « {close[0]} » ?"
    elif elsewhere:
        hint = f"Ce champ s'écrit sous « {elsewhere[0]} » : vérifiez le décalage de la ligne."
    else:
        hint = f"Champs possibles ici : {', '.join(known)}."
    return Fault(
        "champ-inconnu", Finding(location, f"{quoted(name)} n'est pas un champ", hint), on_key=True
    )


def _not_in_list(location: Location, value: Any) -> Fault:
    if not isinstance(value, str):
        message = f"on attend un mot de la liste, et l'on trouve {_shape(value)}"
        return Fault("champ-forme", Finding(location, message, _example(location)))
    terms = _terms(_annotation(location))
    codes = [term.value for term in terms]
    labels = {term.label.lower(): term.value for term in terms}
    wanted = value.strip().lower().replace(" ", "_").replace("-", "_")
    close = labels.get(value.strip().lower()) or next(
        iter(get_close_matches(wanted, codes, n=1, cutoff=0.6)), None
    )
    hint = f"Vouliez-vous dire « {close} » ? " if close else ""
    hint += f"Valeurs possibles : {', '.join(codes)}."
    return Fault(
        "valeur-inconnue", Finding(location, f"{quoted(value)} n'est pas une valeur possible", hint)
    )


def _shape(value: Any) -> str:
    if isinstance(value, str):
        return f"le texte {quoted(value)}"
    return "une liste" if isinstance(value, list) else "un groupe de champs"


def _example(location: Location) -> str:
    info = _field(location)
    name = next((step for step in reversed(location) if isinstance(step, str)), "")
    if info is None or not info.examples:
        return ""
    return f"Par exemple : « {name}: {_flow(info.examples[0])} »."


def _as_list(location: Location, value: Any) -> str:
    """How to write as a list the words that stand where a list of words is expected, or nothing."""
    info = _field(location)
    is_of_groups = info is None or part_of(info.annotation) is not None
    if is_of_groups or not isinstance(value, str) or not _WORDS.fullmatch(value):
        return ""
    return f"Écrivez « {location[-1]}: {_flow(_BETWEEN_WORDS.split(value))} »."


def _flow(value: Any) -> str:
    """A value written on one line as a record would."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(one) for one in value) + "]"
    return f"'{value}'" if str(value)[:1].isdigit() else str(value)


def _field(location: Location) -> FieldInfo | None:
    """The description of the field at ``location``; an item of a list is described by the list."""
    names = [step for step in location if isinstance(step, str)]
    info: FieldInfo | None = None
    annotation: Any = Service
    for name in names:
        part = part_of(annotation)
        info = part.model_fields.get(name) if part else None
        if info is None:
            return None
        annotation = info.annotation
    return info


def _annotation(location: Location) -> Any:
    info = _field(location)
    return info.annotation if info else Service


def _model(annotation: Any) -> type[BaseModel]:
    part = part_of(annotation)
    if part is None:
        raise TypeError(f"no group of fields in {annotation}")
    return part


def _terms(annotation: Any) -> list[Term]:
    terms = terms_of(annotation)
    if terms is None:
        raise TypeError(f"no closed list in {annotation}")
    return list(terms)


def _parents_of(name: str) -> Iterator[str]:
    """The fields of a service under which ``name`` is a field."""
    for parent, info in Service.model_fields.items():
        part = part_of(info.annotation)
        if part is not None and name in part.model_fields:
            yield parent
