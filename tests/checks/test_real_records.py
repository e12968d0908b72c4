"""The records that are published: no error, and few warnings, each known."""

from collections import Counter
from pathlib import Path

import pytest

from generator.checks.rules import Context
from generator.checks.run import Inspection, inspect
from generator.problems import Severity
from generator.territory import Territory
from tests.checks.sample import TODAY

KNOWN_WARNINGS: dict[str, int] = {}
"""How many records each warning is true of; advice is not counted."""


@pytest.fixture(scope="module")
def inspection(project_root: Path) -> Inspection:
    context = Context(Territory.load(project_root), TODAY)
    return inspect(project_root / "data" / "services", project_root, context)


def test_no_published_record_has_an_error(inspection: Inspection) -> None:
    assert inspection.errors == ()


def test_warnings_are_few_and_known(inspection: Inspection) -> None:
    warnings = [one for one in inspection.problems if one.severity is Severity.AVERTISSEMENT]
    assert Counter(one.rule for one in warnings) == KNOWN_WARNINGS


def test_every_published_record_is_read(inspection: Inspection, project_root: Path) -> None:
    files = {path.stem for path in (project_root / "data" / "services").rglob("*.yaml")}
    assert {service.id for service in inspection.services} == files
