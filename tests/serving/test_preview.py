"""``annuaire serve`` as a volunteer sees it: an address, and a page that follows the record."""

import os
import re
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest
from playwright.sync_api import Browser, expect

RECORD = "services/974/mediation-outre-mer.yaml"
BUILD_MILLISECONDS = 60_000
WAIT_AT = """
import os
if os.path.exists({gate!r}):
    open({gate!r}).read()
"""


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


@contextmanager
def serving(project: Path) -> Iterator[IO[str]]:
    """What ``annuaire serve`` prints, until the end of the block."""
    command = [sys.executable, "-m", "generator", "serve", "--fictional", "--root", str(project)]
    with subprocess.Popen(
        [*command, "--port", "18100", "--base", "/annuaire"],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as process:
        assert process.stdout is not None
        yield process.stdout
        process.send_signal(signal.SIGINT)
        assert process.wait() == 0


def address_in(printed: IO[str]) -> str:
    """The address of the site, once it is printed."""
    lines = (re.search(r"http://127\.0\.0\.1:\d+/annuaire/", line) for line in printed)
    return next(found.group() for found in lines if found)


@pytest.fixture
def address(project: Path) -> Iterator[str]:
    """The address that ``annuaire serve`` prints."""
    with serving(project) as printed:
        yield address_in(printed)


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

    page.set_viewport_size({"width": 360, "height": 740})
    wrong = sound.replace("statut: ouvert", "statut: ouvrt").replace("resume:", "resumé:")
    record.write_text(wrong, "utf-8")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("ouvrt", timeout=BUILD_MILLISECONDS)
    expect(heading).to_contain_text("des Cimes")
    lines = alert.inner_text().splitlines()
    assert len([line for line in lines if line.startswith("data/services/")]) == 3
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.close()


def test_a_first_build_of_a_wrong_record_waits_for_it_to_be_mended(
    browser: Browser, project: Path
) -> None:
    record = project / "data" / RECORD
    sound = record.read_text("utf-8")
    record.write_text(sound.replace("statut: ouvert", "statut: ouvrt"), "utf-8")
    with serving(project) as printed:
        page = browser.new_page()
        page.goto(address_in(printed))
        expect(page.get_by_role("alert")).to_contain_text("ouvrt")
        expect(page.get_by_role("heading", level=1)).to_have_text("L’aperçu attend une correction")
        record.write_text(sound.replace("statut: ouvert", "statut: ouvret"), "utf-8")
        expect(page.get_by_role("alert")).to_contain_text("ouvret", timeout=BUILD_MILLISECONDS)
        record.write_text(sound, "utf-8")
        expect(page.get_by_role("search")).to_be_visible(timeout=BUILD_MILLISECONDS)
        expect(page.get_by_role("alert")).to_have_count(0)
        page.close()


def test_a_first_build_that_no_record_can_mend_ends_the_command(project: Path) -> None:
    letter = project / ".apercu" / "lettre.txt"
    letter.parent.mkdir()
    letter.write_text("à quelqu'un", "utf-8")
    command = [sys.executable, "-m", "generator", "serve", "--fictional", "--root", str(project)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "contient déjà des fichiers" in done.stderr
    assert letter.read_text("utf-8") == "à quelqu'un"


def test_what_changes_during_the_first_build_is_followed(browser: Browser, project: Path) -> None:
    record = project / "data" / RECORD
    sound = record.read_text("utf-8")
    gate = project / "porte"
    os.mkfifo(gate)
    with (project / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write(WAIT_AT.format(gate=str(gate)))
    with serving(project) as printed:
        with gate.open("w"):  # once the build has come there, and waits
            gate.unlink()
            record.write_text(sound.replace("fictive des Hauts", "fictive des Cimes"), "utf-8")
            assert select.select([printed], [], [], BUILD_MILLISECONDS / 1000)[0]
            assert RECORD in printed.readline()
        page = browser.new_page()
        page.goto(f"{address_in(printed)}services/mediation-outre-mer/")
        heading = page.get_by_role("heading", level=1)
        expect(heading).to_contain_text("des Cimes", timeout=BUILD_MILLISECONDS)
        page.close()


def test_the_preview_never_replaces_the_published_site(project: Path, address: str) -> None:
    assert address
    assert not (project / "public").exists()
