"""What an import would do: which records it makes, changes, leaves alone or refuses, and why."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from generator.changes import FieldChange
from generator.changes.fields import aligned, differences
from generator.checks.duplicates import services_have_one_record
from generator.checks.examination import examine
from generator.checks.rules import Context, Records
from generator.checks.validation import validate
from generator.drafting import node_of
from generator.exports.values import INTERNAL_FIELDS, as_json
from generator.formatting import write_record
from generator.formatting.placement import Placement, place_comments
from generator.importing.draft import Draft, Reading, Remark
from generator.importing.placing import complete, departement_of, identifier_of, situate
from generator.model.service import Service
from generator.model.vocabulary import Role
from generator.problems import Severity
from generator.project import Project
from generator.records.borne import borne_ids
from generator.records.comments import comments
from generator.records.discover import discover
from generator.records.files import read_file
from generator.records.nodes import MappingNode, plain
from generator.register import Register

_SCHEMA_MARK = "yaml-language-server:"


class Action(StrEnum):
    """What becomes of a draft; the values are headings."""

    CREATE = "À créer"
    CHANGE = "À modifier"
    KEEP = "Sans changement"
    REFUSE = "Refusées"


@dataclass
class Planned:
    """What would be done with one draft.

    ``file`` and ``after`` are what would be written, over ``before`` if the record exists.
    ``duplicates`` say which records it may repeat.
    """

    action: Action
    draft: Draft
    identifier: str = ""
    file: Path = Path()
    before: bytes = b""
    after: bytes = b""
    fields: tuple[FieldChange, ...] = ()
    duplicates: tuple[str, ...] = ()
    reasons: tuple[Remark, ...] = ()
    lost_comments: int = 0


@dataclass
class Plan:
    """Everything an import would do, in the order of the file, and what it could not take over."""

    entries: list[Planned] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def of(self, action: Action) -> list[Planned]:
        """The entries of one kind."""
        return [one for one in self.entries if one.action is action]


@dataclass(frozen=True)
class _Existing:
    file: Path
    text: str
    root: MappingNode
    data: dict[str, Any]
    service: Service


class Planner:
    """Plans drafts one after the other; each sees the identifiers that those before it took."""

    def __init__(self, project: Project, context: Context, register: Register) -> None:
        self._project = project
        self._context = context
        self._register = register
        self._used = borne_ids(project.services, project.root) | register.identifiers
        self._existing = dict(self._read())

    @property
    def ids(self) -> frozenset[str]:
        """The identifiers of the records there are."""
        return frozenset(self._existing)

    def plan(self, reading: Reading, activity: str = "", source: str = "") -> Plan:
        """What would be done with the drafts of ``reading``.

        ``activity`` and ``source`` complete the drafts that do not say them.
        """
        with tempfile.TemporaryDirectory() as folder:
            entries = []
            seen: set[str] = set()
            for draft in reading.drafts:
                if draft.identifier and draft.identifier in seen:
                    one = _refused(
                        draft, f"« {draft.identifier} » est déjà plus haut dans le fichier"
                    )
                else:
                    one = self._one(draft, reading, activity, source, Path(folder))
                seen |= {draft.identifier, one.identifier}
                entries.append(one)
        self._tell_duplicates(entries)
        return Plan(entries, reading.remarks)

    def _read(self) -> Mapping[str, _Existing]:
        found = {}
        for file in discover(self._project.services, self._project.root)[0]:
            record = read_file(file, self._project.root)
            data = plain(record.root) if record.root is not None else None
            if record.root is not None and isinstance(data, dict):
                service = validate(data, file.stem, file.parent.name).service
                found[file.stem] = _Existing(file, record.text, record.root, data, service)
        return found

    def _one(
        self, draft: Draft, reading: Reading, activity: str, source: str, trial: Path
    ) -> Planned:
        situate(draft, self._context.territory, reading)
        known = self._existing.get(draft.identifier)
        if known is None:
            complete(draft, activity, source)
        departement = (
            known.file.parent.name if known else departement_of(draft, self._context.territory)
        )
        if self._context.territory.departement(departement) is None:
            return _refused(draft, "aucun lieu ne dit dans quel département est le service")
        identifier = identifier_of(draft, departement, self._used)
        if known is None and draft.identifier in self._used:
            what = "a été effacé" if draft.identifier in self._register.erasures else "a déjà servi"
            return _refused(draft, f"l'identifiant « {draft.identifier} » {what} : il ne sert plus")
        if draft.faults:
            return Planned(Action.REFUSE, draft, identifier, reasons=tuple(draft.faults))
        self._used |= {identifier}
        return self._compared(draft, known, identifier, departement, trial)

    def _compared(
        self,
        draft: Draft,
        known: _Existing | None,
        identifier: str,
        departement: str,
        trial: Path,
    ) -> Planned:
        data = merged(draft, known.data) if known else draft.data
        placement = None
        if known:
            placement = place_comments(known.root, _kept(known.text), known.text)
        text = _text(data, placement)
        file = trial / departement / f"{identifier}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
        found = examine(file, trial, self._context)
        reasons = tuple(
            Remark(
                draft.place_of(one.field),
                f"{f'{one.field} : ' if one.field else ''}{one.message}"
                f"{f' → {one.hint}' if one.hint else ''}",
            )
            for one in found.problems
            if one.severity is Severity.ERREUR
        )
        if reasons or found.draft is None:
            return Planned(Action.REFUSE, draft, identifier, reasons=reasons)
        target = self._project.services / departement / f"{identifier}.yaml"
        if known is None:
            return Planned(Action.CREATE, draft, identifier, target, after=text.encode())
        return self._changed(
            Planned(Action.CHANGE, draft, identifier, target), known, found.draft, text
        )

    def _changed(self, planned: Planned, known: _Existing, service: Service, text: str) -> Planned:
        if service == known.service:
            return replace(planned, action=Action.KEEP)
        if known.service.has_hidden_place:
            return _refused(
                planned.draft,
                f"la fiche « {planned.identifier} » protège une adresse : elle se modifie à la main",
            )
        before, after = as_json(known.service), as_json(service)
        return replace(
            planned,
            before=known.file.read_bytes(),
            after=text.encode(),
            fields=tuple(differences(before, after, frozenset())),
            lost_comments=len(_kept(known.text)) - len(_kept(text)),
        )

    def _tell_duplicates(self, entries: list[Planned]) -> None:
        """Say of each record to create which one it may repeat, among ours and the file's."""
        created = {one.identifier: one for one in entries if one.action is Action.CREATE}
        services = [
            *(one.service for one in self._existing.values()),
            *(
                validate(one.draft.data, one.identifier, one.file.parent.name).service
                for one in created.values()
            ),
        ]
        records = Records(tuple(services), frozenset(one.id for one in services))
        for identifier, finding in services_have_one_record.look(records, self._context):
            if identifier in created:
                created[identifier].duplicates += (finding.message,)


def merged(draft: Draft, known: Mapping[str, Any]) -> dict[str, Any]:
    """What the record would say: the draft alone when it says all, else over what is known.

    What the formats never hold (``derogations``) is kept. A place is completed when it is the same
    one; places that the file does not name stay.
    """
    if draft.is_whole:
        kept = {name: known[name] for name in known if name in INTERNAL_FIELDS}
        return {**draft.data, **kept}
    return _over(known, draft.data)


def _over(known: Mapping[str, Any], told: Mapping[str, Any]) -> dict[str, Any]:
    found = dict(known)
    for name, value in told.items():
        before = found.get(name)
        if isinstance(before, Mapping) and isinstance(value, Mapping):
            found[name] = _over(before, value)
        elif isinstance(before, list) and isinstance(value, list):
            found[name] = _list_over(before, value, name)
        else:
            found[name] = value
    return found


def _list_over(known: list[Any], told: list[Any], name: str) -> list[Any]:
    """What is known, completed: an item that is new comes last, none is taken out."""
    if not all(isinstance(one, Mapping) for one in (*known, *told)):
        return [*known, *(one for one in told if one not in known)]
    items = list(known)
    for rank, item in zip(aligned(known, told, name), told, strict=True):
        if rank is not None:
            items[rank] = _over(known[rank], item)
        else:
            items.append({"role": Role.ANTENNE.value, **item} if name == "lieux" else item)
    return items


def _text(data: Mapping[str, Any], placement: Placement | None) -> str:
    root = node_of(dict(data))
    if not isinstance(root, MappingNode):
        raise TypeError("a record is a group of fields")
    return write_record(root, placement)


def _kept(text: str) -> list[Any]:
    """The comments of a record, without the line that editors read."""
    return [one for one in comments(text) if _SCHEMA_MARK not in one.text]


def _refused(draft: Draft, reason: str) -> Planned:
    reasons = (*draft.faults, Remark(draft.place, reason))
    return Planned(Action.REFUSE, draft, draft.identifier, reasons=reasons)
