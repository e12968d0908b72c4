"""A new record, from a few answers: its values, its identifier, its text."""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import Any

from generator.checks.validation import validate
from generator.formatting import write_record
from generator.model.phone import parse_phone
from generator.model.refused import Refused
from generator.model.vocabulary import Activite, AdresseVisible, Role, Statut, StatutVerification
from generator.records.identifiers import id_fault, is_valid_id
from generator.records.nodes import Entry, MappingNode, Node, Plain, ScalarNode, SequenceNode, Style
from generator.territory import Commune, search_key

_POSTAL_CODE = re.compile(r"\b[0-9]{5}\b")
_PREFIXES = {
    Activite.MEDIATION_FAMILIALE: "mediation",
    Activite.ESPACE_DE_RENCONTRE: "espace-rencontre",
}
_SMALL_WORDS = frozenset("a association au aux d de des du en et l la le les pour service".split())
_LONGEST_NAME = 40
"""Characters of the organisation's name in a proposed identifier: it is read, typed and linked."""


@dataclass(frozen=True)
class Whereabouts:
    """Where the service is: a commune, perhaps with a postal code of its own.

    When the commune is not known or not published, only the code of the département.
    """

    departement: str
    commune: Commune | None = None
    code_postal: str = ""


@dataclass(frozen=True)
class Answers:
    """What one says of a new service; each value was accepted by ``accepted``, or is empty."""

    type: Activite
    nom: str
    organisme: str
    where: Whereabouts
    telephone: str
    courriel: str
    site_web: str
    resume: str
    source: str


def accepted(way: tuple[str | int, ...], text: str, departement: str) -> str:
    """``text`` as a value of the field at ``way``, trimmed.

    Raises ``Refused`` with what ``annuaire check`` would say of it. ``departement`` is where the
    service is: it says what telephone numbers mean.
    """
    value: Any = text.strip()
    for step in reversed(way):
        value = [value] if isinstance(step, int) else {step: value}
    for fault in validate(value, "mediation-exemple", departement).faults:
        if fault.finding.location[: len(way)] == way:
            raise Refused(fault.rule, fault.finding.message, fault.finding.hint)
    return text.strip()


def located(commune: Commune, text: str) -> Whereabouts:
    """``commune``, with the postal code that ``text`` gives, or its only one: none is guessed."""
    found = _POSTAL_CODE.search(text)
    code = found[0] if found else ""
    if code not in commune.codes_postaux:
        code = commune.codes_postaux[0] if len(commune.codes_postaux) == 1 else ""
    return Whereabouts(commune.departement, commune, code)


def proposed_id(activite: Activite, organisme: str, departement: str, used: Container[str]) -> str:
    """An identifier for the service, such as ``mediation-udaf-rhone-69``, that is not in ``used``."""
    words = [word for word in search_key(organisme).split() if word not in _SMALL_WORDS]
    name = ""
    for word in words:
        longer = f"{name}-{word}"
        if len(longer) > _LONGEST_NAME:
            break
        name = longer
    base = f"{_PREFIXES[activite]}{name}"
    end = f"-{departement.lower()}"
    candidates = (f"{base}{end}", *(f"{base}-{number}{end}" for number in range(2, 100)))
    return next(one for one in candidates if one not in used)


def checked_id(text: str, used: Container[str]) -> str:
    """``text`` as the identifier of a new record. Raises ``Refused``."""
    identifier = text.strip()
    if not is_valid_id(identifier):
        raise Refused(
            "identifiant",
            f"« {identifier} » ne peut pas être un identifiant : {id_fault(identifier)}",
        )
    if identifier in used:
        raise Refused(
            "identifiant-deja-pris",
            f"« {identifier} » est ou a été l'identifiant d'une autre fiche",
            "Un identifiant ne sert qu'une fois : choisissez-en un autre",
        )
    return identifier


def record_text(answers: Answers, today: str) -> str:
    """The text of the record in its one form; ``today`` (AAAA-MM-JJ) is when the source was read."""
    contact = {
        "telephone": _grouped(answers.telephone, answers.where.departement),
        "courriel": answers.courriel,
        "site_web": answers.site_web,
    }
    root = node_of(
        {
            "type": answers.type.value,
            "nom": answers.nom,
            "statut": Statut.OUVERT.value,
            "gestionnaire": {"nom": answers.organisme},
            "resume": answers.resume,
            "contact": {key: value for key, value in contact.items() if value},
            "lieux": [_place(answers.where)],
            "sources": [{"url": answers.source, "consulte_le": today}],
            "verification": {"statut": StatutVerification.A_CONFIRMER.value},
        }
    )
    if not isinstance(root, MappingNode):
        raise TypeError("a record is a group of fields")
    return write_record(root)


def _grouped(telephone: str, departement: str) -> str:
    return parse_phone(telephone, departement).grouped if telephone else ""


def _place(where: Whereabouts) -> dict[str, Plain]:
    if where.commune is None:
        return {
            "role": Role.SIEGE.value,
            "adresse_visible": AdresseVisible.DEPARTEMENT.value,
            "departement": where.departement,
        }
    postal = {"code_postal": where.code_postal} if where.code_postal else {}
    return {
        "role": Role.SIEGE.value,
        **postal,
        "commune": where.commune.nom,
        "code_insee": where.commune.code_insee,
    }


def node_of(value: Plain) -> Node:
    """The tree of ``value`` (text, lists and groups), as if it had been read."""
    if isinstance(value, Mapping):
        return MappingNode(
            tuple(Entry(key, 0, 0, node_of(one)) for key, one in value.items()), 0, 0
        )
    if isinstance(value, list):
        return SequenceNode(tuple(map(node_of, value)), 0, 0)
    return ScalarNode(value or "", Style.QUOTED, 0, 0)
