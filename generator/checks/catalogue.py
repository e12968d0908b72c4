"""Every rule of the project, by name, and the checks to run: the one list of each."""

from collections.abc import Mapping
from types import MappingProxyType

from generator.checks import (
    activity,
    closing,
    contacts,
    dates,
    duplicates,
    lists,
    placement,
    places,
    positions,
    privacy,
    wordings,
)
from generator.checks.field_rules import FIELD_RULES
from generator.checks.permanence import PERMANENCE_RULES
from generator.checks.rules import PlaceCheck, RecordsCheck, ServiceCheck, TextsCheck
from generator.checks.waivers import WAIVER_RULES
from generator.records.rules import RULES as READING_RULES
from generator.rules import Rule

SERVICE_CHECKS: tuple[ServiceCheck, ...] = (
    *activity.SERVICE_CHECKS,
    *closing.SERVICE_CHECKS,
    *contacts.SERVICE_CHECKS,
    *dates.SERVICE_CHECKS,
    *lists.SERVICE_CHECKS,
    *placement.SERVICE_CHECKS,
    *privacy.SERVICE_CHECKS,
    *wordings.SERVICE_CHECKS,
)
PLACE_CHECKS: tuple[PlaceCheck, ...] = (
    *lists.PLACE_CHECKS,
    *places.PLACE_CHECKS,
    *positions.PLACE_CHECKS,
    *privacy.PLACE_CHECKS,
)
TEXTS_CHECKS: tuple[TextsCheck, ...] = wordings.TEXTS_CHECKS
RECORDS_CHECKS: tuple[RecordsCheck, ...] = (*closing.RECORDS_CHECKS, *duplicates.RECORDS_CHECKS)

RULES: Mapping[str, Rule] = MappingProxyType(
    dict(READING_RULES)
    | {rule.name: rule for rule in (*FIELD_RULES, *WAIVER_RULES)}
    | {check.rule.name: check.rule for check in SERVICE_CHECKS}
    | {check.rule.name: check.rule for check in PLACE_CHECKS}
    | {check.rule.name: check.rule for check in TEXTS_CHECKS}
    | {check.rule.name: check.rule for check in RECORDS_CHECKS}
    | {rule.name: rule for rule in PERMANENCE_RULES}
)
"""Rules by name: of reading, of a field, of waivers, across fields, across records, of permanence."""
