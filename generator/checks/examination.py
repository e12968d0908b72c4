"""One record, from its file to all the problems that no other record is needed to find."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.characters import visible
from generator.checks.catalogue import PLACE_CHECKS, RULES, SERVICE_CHECKS, TEXTS_CHECKS
from generator.checks.crash import guarded
from generator.checks.privacy import telling_comments
from generator.checks.rules import Check, Context, Finding, Subject
from generator.checks.validation import Validated, validate
from generator.checks.waivers import Waiver, faults_of_waivers, unused_finding
from generator.checks.walk import texts
from generator.fingerprint import of_bytes
from generator.model.service import Service
from generator.problems import Problem
from generator.records.files import contents, identifier_of, relative_path
from generator.records.nodes import MappingNode, Position, field_name, node_at, plain
from generator.records.reader import Record, read_record
from generator.typography import no_break

_LONGEST_FIELD = 120
"""Characters of a field's name shown: an unknown key may be anything."""


@dataclass(frozen=True)
class Locator:
    """Gives a finding its place in the file at ``path``, whose tree is ``root``.

    Without a tree, everything is at the beginning of the file.
    """

    path: str
    root: MappingNode | None

    def problem(self, rule: str, finding: Finding, *, on_key: bool = False) -> Problem:
        """The finding as a problem of ``rule``; ``on_key`` when the key itself is wrong."""
        place = Position(1, 1)
        if self.root is not None:
            place = node_at(self.root, finding.location, key=on_key)
        return self.at(place, rule, finding)

    def at(self, place: Position, rule: str, finding: Finding) -> Problem:
        """The finding as a problem of ``rule`` at ``place``, whatever its location."""
        return Problem(
            self.path,
            place.line,
            place.column,
            rule,
            RULES[rule].severity,
            visible(field_name(finding.location), _LONGEST_FIELD),
            no_break(finding.message),
            no_break(finding.hint),
        )


def typeset(problem: Problem) -> Problem:
    """A problem found in reading, with the no-break spaces of the others."""
    return replace(problem, message=no_break(problem.message), hint=no_break(problem.hint))


@dataclass(frozen=True)
class Examined:
    """One record after the checks that need no other record.

    ``draft`` is the service, without what is wrong in it; None when the file could not be read.
    ``is_comparable`` is True when nothing had to stand in for what is missing or wrong, so that the
    draft can be compared with other records. ``digest`` is that of the path and of the bytes, empty
    when there was nothing to read.
    """

    digest: str
    path: str
    draft: Service | None
    is_comparable: bool
    problems: tuple[Problem, ...]
    waivers: tuple[Waiver, ...] = ()


def digest_of(file: Path, root: Path) -> str:
    """The digest that the results of the file as it is now would have."""
    raw = contents(file, root)
    return "" if isinstance(raw, Record) else _digest(file, root, raw)


def examine(file: Path, root: Path, context: Context) -> Examined:
    """Read one record and check it by itself; depends on nothing but the file and ``context``."""
    raw = contents(file, root)
    if isinstance(raw, Record):
        return _unread("", raw)
    record = read_record(raw, relative_path(file, root))
    return _examined(_digest(file, root, raw), record, file, context)


def _digest(file: Path, root: Path, raw: bytes) -> str:
    return of_bytes(relative_path(file, root).encode(), raw)


def _unread(digest: str, record: Record) -> Examined:
    problems = tuple(typeset(problem) for problem in record.problems)
    return Examined(digest, record.path, None, False, problems)  # noqa: FBT003 (read as a field)


def _examined(digest: str, record: Record, file: Path, context: Context) -> Examined:
    if record.root is None:
        return _unread(digest, record)
    read = (typeset(problem) for problem in record.problems)
    data = plain(record.root)
    assert isinstance(data, dict)  # noqa: S101 (a mapping node gives a dict)
    validated = validate(data, identifier_of(file), file.parent.name)
    service = validated.service
    locate = Locator(record.path, record.root)
    problems = [
        *read,
        *(locate.problem(one.rule, one.finding, on_key=one.on_key) for one in validated.faults),
        *(
            locate.problem(rule, finding)
            for rule, finding in _findings(service, context)
            if not validated.is_void(finding)
        ),
    ]
    if service.has_hidden_place:
        problems += [
            locate.at(Position(line, column), "adresse-cachee-texte", finding)
            for line, column, finding in telling_comments(record.text)
        ]
    return Examined(
        digest,
        record.path,
        service,
        validated.is_true,
        tuple(problems),
        tuple(_waivers(locate, validated)),
    )


def _findings(service: Service, context: Context) -> Iterator[tuple[str, Finding]]:
    """What the checks of one record find, with the name of the rule; texts and places after the whole."""
    yield from _looked(SERVICE_CHECKS, service, context)
    yield from _looked(TEXTS_CHECKS, tuple(texts(service)), context)
    for index, lieu in enumerate(service.lieux):
        for rule, finding in _looked(PLACE_CHECKS, lieu, context):
            yield rule, finding.moved(("lieux", index))
    yield from faults_of_waivers(service, RULES)


def _looked(
    checks: Iterable[Check[Subject, Finding]], subject: Subject, context: Context
) -> Iterator[tuple[str, Finding]]:
    for check in checks:
        found, crash = guarded(check, subject, context)
        for one in found:
            yield check.rule.name, one
        if crash is not None:
            yield "regle-en-panne", crash


def _waivers(locate: Locator, validated: Validated) -> Iterator[Waiver]:
    """The waivers that may stand, each with the problem it is when it serves nothing."""
    for index, waiver in enumerate(validated.service.derogations):
        rule = RULES.get(waiver.regle)
        if rule is not None and rule.may_be_waived:
            unused = locate.problem("derogation-inutile", unused_finding(index, rule.name))
            yield Waiver(rule.name, unused)
