"""``annuaire serve`` as a volunteer sees it: an address, and a page that follows the record."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

RECORD = "services/974/mediation-outre-mer.yaml"
BUILD_MILLISECONDS = 60_000


@pytest.fixture
def project(project_root: Path, tmp_path: Path) -> Path:
    """A project of one invented service, to change at will."""
    root = tmp_path / "projet"
    for name in ("content", "theme", "data/reference"):
        shutil.copytree(project_root / name, root / name)
    # Not the register of published identifiers: it would miss the real services.
    for file in (*(project_root / "data").glob("*.yaml"), project_root / "pelicanconf.py"):
        shutil.copy(file, root / file.relative_to(project_root))
    target = root / "data" / RECORD
    target.parent.mkdir(parents=True)
    shutil.copy(project_root / "tests/fixtures/fictional" / RECORD, target)
    return root


@pytest.fixture
def address(project: Path) -> Iterator[str]:
    """The address that ``annuaire serve`` prints."""
    command = [sys.executable, "-m", "generator", "serve", "--fictional", "--root", str(project)]
    with subprocess.Popen(
        [*command, "--port", "18100", "--base", "/annuaire"],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as process:
        assert process.stdout is not None
        printed = (re.search(r"http://127\.0\.0\.1:\d+/annuaire/", line) for line in process.stdout)
        yield next(found.group() for found in printed if found)
        process.send_signal(signal.SIGINT)
        assert process.wait() == 0


def test_the_page_follows_the_record(browser: Browser, project: Path, address: str) -> None:
    record = project / "data" / RECORD
    page = browser.new_page()
    page.goto(f"{address}services/mediation-outre-mer/")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("des Hauts")
    left = browser.new_page()  # for another page: the browser keeps it in memory
    left.goto(page.url)
    left.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")

    sound = record.read_text("utf-8")
    record.write_text(sound.replace("fictive des Hauts\n", "fictive des Cimes\n"), "utf-8")
    expect(heading).to_contain_text("des Cimes", timeout=BUILD_MILLISECONDS)
    expect(left.get_by_role("heading", level=1)).to_contain_text("des Hauts")
    left.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(left.get_by_role("heading", level=1)).to_contain_text("des Cimes")
    left.close()

    record.write_text(sound.replace("statut: ouvert", "statut: ouvrt"), "utf-8")
    expect(page.get_by_role("alert")).to_contain_text("ouvrt", timeout=BUILD_MILLISECONDS)
    expect(heading).to_contain_text("des Cimes")
    page.close()


def test_the_preview_never_replaces_the_published_site(project: Path, address: str) -> None:
    assert address
    assert not (project / "public").exists()
