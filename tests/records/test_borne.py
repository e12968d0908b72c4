"""Identifiers that are taken, whatever the records look like."""

from pathlib import Path

import pytest

from generator.records.borne import borne_ids

FILE = "mediation-a-35"


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("nom: A\n", set()),
        ("anciens_identifiants: [mediation-b-35, mediation-c-35]\n", {"mediation-b-35", "mediation-c-35"}),
        ("anciens_identifiants:\n  - [a, b]\n  - {c: d}\n  -\n  - mediation-b-35\n", {"mediation-b-35"}),
        ("anciens_identifiants: mediation-b-35\n", set()),
        ("anciens_identifiants:\n", set()),
        ("- anciens_identifiants\n", set()),
        ("", set()),
    ],
)  # fmt: skip
def test_what_cannot_be_an_identifier_is_passed_over(
    text: str, former: set[str], tmp_path: Path
) -> None:
    services = tmp_path / "data/services"
    (services / "35").mkdir(parents=True)
    (services / f"35/{FILE}.yaml").write_text(text, "utf-8")
    assert borne_ids(services, tmp_path) == {FILE} | former
