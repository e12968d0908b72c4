"""The programs that examine the built pages; `make setup-dev` installs them."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

MODULES = Path(__file__).resolve().parents[2] / "requirements" / "quality" / "node_modules"


@pytest.fixture(scope="package")
def shared_page(browser: Browser) -> Iterator[Page]:
    """A page where one address is examined after the other: to start one takes longer than to load one."""
    with browser.new_context(locale="fr-FR") as context:
        yield context.new_page()


@pytest.fixture
def page(shared_page: Page) -> Page:
    """The shared page as it was at first: nothing in it, its size, and no preference."""
    shared_page.goto("about:blank")  # or the same address with another fragment would load nothing
    shared_page.set_viewport_size({"width": 1280, "height": 720})
    shared_page.emulate_media(color_scheme="null", forced_colors="null", reduced_motion="null")
    return shared_page


@pytest.fixture(scope="session")
def axe() -> str:
    """axe-core with its French words, to be evaluated in a page."""
    source = (MODULES / "axe-core" / "axe.min.js").read_text("utf-8")
    french = (MODULES / "axe-core" / "locales" / "fr.json").read_text("utf-8")
    return f"{source};\naxe.configure({{locale: {french}}});"


def nu_messages(*folders: Path) -> list[str]:
    """What the Nu HTML checker has to say of every page of the folders; nothing is best.

    Left out is what it says of the policy: it reads pages as files and does not know the host that
    ``'self'`` is, and takes JSON-LD, which is data, for a script. The browser has the last word on
    that (tests/browser/test_policy.py).
    """
    jar = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    # Optimising at length is not worth it for so short a run: half of the processor's time.
    java = ["java", "-Xss2m", "-XX:TieredStopAtLevel=1", "-jar", jar]
    done = subprocess.run(
        [*java, "--skip-non-html", "--format", "json", *folders],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    messages: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return [
        f"{one['url']}:{one.get('lastLine', 0)}: {one['message']}"
        for one in messages
        if "violates Content Security Policy (meta tag)" not in one["message"]
    ]
