"""A project of its own for each test, with records that may be written, broken and committed."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main

TODAY = "2026-11-02"

RECORD = """\
# yaml-language-server: $schema=../../../schema/service.schema.json
type: mediation_familiale
nom: {name}
statut: ouvert
gestionnaire:
  nom: Association Exemple
resume: Un médiateur vous aide à vous parler, à Rennes.
langues:
  - fr
  - fsl
contact:
  telephone: '{phone}'
lieux:
  - role: siege
    code_postal: '35000'
    commune: Rennes
    code_insee: '35238'
    horaires: Mo-Fr 09:00-12:00
sources:
  - url: https://www.association.example/
    consulte_le: '2026-11-02'
verification:
  statut: a_confirmer
"""


class Project:
    """A folder that the command takes for the project."""

    def __init__(self, root: Path, reference: Path) -> None:
        self.root = root
        (root / "pelicanconf.py").touch()
        (root / "data" / "services").mkdir(parents=True)
        (root / "data" / "reference").symlink_to(reference)

    def path(self, identifier: str) -> Path:
        return self.root / "data" / "services" / "35" / f"{identifier}.yaml"

    def add(self, identifier: str, text: str = "", **changes: str) -> Path:
        file = self.path(identifier)
        file.parent.mkdir(exist_ok=True)
        told = {"name": f"Médiation {identifier}", "phone": "01 99 00 12 34"} | changes
        file.write_text(text or RECORD.format(**told), "utf-8")
        return file

    def git(self, *arguments: str) -> str:
        """What git says, without the end of the line."""
        identity = ("-c", "user.name=Essai", "-c", "user.email=essai@association.example")
        done = subprocess.run(
            ["git", "-C", str(self.root), *identity, *arguments], check=True, capture_output=True
        )
        return done.stdout.decode().rstrip("\n")

    def run(self, command: str, *arguments: str) -> int:
        """Run ``annuaire`` in this process; its exit code."""
        options = ["--root", str(self.root)]
        if command in ("check", "show", "new", "register", "import"):
            options += ["--today", TODAY, "--fictional"]
        return main([command, *options, *arguments])


@pytest.fixture
def project(tmp_path: Path, project_root: Path) -> Project:
    root = (tmp_path / "annuaire").resolve()
    root.mkdir()
    return Project(root, project_root / "data" / "reference")


Said = Callable[[], str]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    """What was printed since the last time, with plain spaces."""
    return lambda: "".join(capsys.readouterr()).replace("\xa0", " ")
