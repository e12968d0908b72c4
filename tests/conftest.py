"""What every test may ask for."""

import gc
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from generator.cli import OBJECTS_BETWEEN_COLLECTIONS
from tests import chromium
from tests.sites import CANARY, BuiltSite, Served, built, built_once, serve

# No deadline: a slow machine is no defect. The examples are always the same ones, so that a run that
# fails fails again, and fails for a change; `pytest --hypothesis-profile=search` draws new ones.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None)
settings.load_profile("same")

# As the command does. What a session reads once stays: to go through it again and again took a tenth
# of the time.
gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)


# A shell in the background and nohup ignore Ctrl-C and the end of the terminal, and so would every
# process that tests start: those that try an interruption would wait for ever. A signal that has a
# handler here has its usual effect in a child.
signal.signal(signal.SIGINT, signal.default_int_handler)
if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    signal.signal(signal.SIGHUP, lambda *_: None)


@pytest.fixture(scope="session")
def project_root() -> Path:
    """The folder of the repository."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium, started once; each test opens its own context."""
    executable = chromium.find()
    assert executable is not None, "no Chromium: run `make setup-dev`"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=chromium.arguments())
        yield started
        started.close()


@pytest.fixture
def new_context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Opens a French browsing context with the options given; all are closed after the test."""
    opened: list[BrowserContext] = []

    def open_context(**options: Any) -> BrowserContext:
        opened.append(browser.new_context(locale="fr-FR", **options))
        return opened[-1]

    yield open_context
    for one in opened:
        one.close()


@pytest.fixture
def page(new_context: Callable[..., BrowserContext]) -> Page:
    """A page of a context of its own."""
    return new_context().new_page()


@pytest.fixture(scope="session")
def real_site(project_root: Path, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site of the published records, at the root of its host."""
    return built_once(tmp_path_factory, "real", project_root, "https://annuaire.example")


@pytest.fixture(scope="session")
def fictional_site(project_root: Path, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A site of invented services, each in a state worth seeing, under a sub-path."""
    services = project_root / "tests" / "fixtures" / "fictional" / "services"
    url = "https://annuaire.example/sous/dossier"
    options = ["--services", services, "--fictional"]
    return built_once(tmp_path_factory, "fictional", project_root, url, options)


@pytest.fixture(scope="session")
def attacked_site(project_root: Path, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A site built where content asks Pelican to publish files of the building machine."""
    root = tmp_path_factory.mktemp("attacked") / "projet"
    for name in ("content", "data", "theme"):
        shutil.copytree(project_root / name, root / name)
    shutil.copy(project_root / "pelicanconf.py", root)
    (root / "secret.txt").write_text(CANARY)
    (root / "content" / ".env").write_text(CANARY)
    (root / "content" / "pages" / "secret.txt").write_text(CANARY)
    for name in ("piege.html", "piege.rst"):
        (root / "content" / "pages" / name).write_text(
            f"{CANARY}\n\n.. include:: ../../secret.txt\n"
        )
    links = (
        "../../secret.txt",
        "../.env",
        "secret.txt",
        "/secret.txt",
        "../../../../../proc/self/environ",
    )
    # Written as links, they are refused before Pelican sees them (tests/editorial/test_checks.py);
    # written as text, they must stay text.
    body = "".join(
        f'{{{kind}}}{link} `<a href="{{{kind}}}{link}">`\n\n'
        for kind in ("attach", "static", "filename", "include")
        for link in links
    )
    page = (
        f"Title: Piège\nSlug: piege\nDate: 2026-01-01\nRubrique: projet\nSummary: Piège.\n\n{body}"
    )
    (root / "content" / "pages" / "piege.md").write_text(page, "utf-8")
    output = root.parent / "public"
    return built(root, output, "https://annuaire.example", ANNUAIRE_SECRET=CANARY)


@pytest.fixture(scope="session")
def served_real_site(real_site: BuiltSite) -> Iterator[Served]:
    """The real site, at an address of this machine."""
    with serve(real_site) as served:
        yield served


@pytest.fixture(scope="session")
def served_fictional_site(fictional_site: BuiltSite) -> Iterator[Served]:
    """The invented site under its sub-path, at an address of this machine."""
    with serve(fictional_site) as served:
        yield served
