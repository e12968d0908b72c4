"""What a first visit is worth on a telephone: ``python -m bench.lighthouse``.

Builds the site of the published records, serves it compressed and with its headers from this
machine, and measures one page of each kind: Lighthouse's four scores (mobile, its simulated slow
4G and slowed processor), then the first paint in Chromium on slow 3G. Installs Lighthouse first
(``scripts/setup.sh lighthouse``). Ends with 1 when a page is under its threshold.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests import chromium
from tests.sites import BuiltSite, built, serve

ROOT = Path(__file__).resolve().parent.parent
LIGHTHOUSE = ROOT / "requirements" / "lighthouse" / "node_modules" / ".bin" / "lighthouse"
THRESHOLDS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
"""Of 100."""

SLOW_3G = {
    "offline": False,
    "latency": 400,  # milliseconds
    "downloadThroughput": 400_000 / 8,  # bytes a second
    "uploadThroughput": 400_000 / 8,
}
"""The profile "Slow 3G" of WebPageTest: 400 ms, 400 kbit/s."""

FIRST_PAINT = {"home": 1500, "search": 1500, "département": 1500, "service": 1000}
"""Milliseconds at most. A service's page, where most people arrive, waits for no style sheet."""

PAINT = """() => new Promise((resolve) => {
    new PerformanceObserver((list) => {
        const [paint] = list.getEntriesByName("first-contentful-paint");
        if (paint) {
            resolve(paint.startTime);
        }
    }).observe({ type: "paint", buffered: true });
})"""


def pages(site: BuiltSite) -> dict[str, str]:
    """The address of one page of each kind; for lists and services, the largest."""

    def largest(folder: str) -> str:
        found = (site.folder / folder).glob("*/index.html")
        return f"/{folder}/{max(found, key=lambda one: one.stat().st_size).parent.name}/"

    return {
        "home": "/",
        "search": "/recherche/",
        "département": largest("departements"),
        "service": largest("services"),
    }


def scores(address: str, browser: Path) -> dict[str, float]:
    """Lighthouse's scores of a page, of 100. Raises ``CalledProcessError`` when it does not run."""
    flags = " ".join(["--headless=new", *chromium.arguments()])
    options = [f"--only-categories={','.join(THRESHOLDS)}", "--output=json", "--quiet"]
    done = subprocess.run(  # noqa: S603 (our own command)
        [LIGHTHOUSE, address, *options, f"--chrome-flags={flags}"],
        stdout=subprocess.PIPE,
        check=True,
        env={**os.environ, "CHROME_PATH": str(browser)},
    )
    report = json.loads(done.stdout)
    for audit in failed_audits(report):
        print(f"    {audit}")
    return {name: 100 * report["categories"][name]["score"] for name in THRESHOLDS}


def failed_audits(report: dict[str, dict[str, dict[str, object]]]) -> Iterator[str]:
    """The audits that are not perfect, by name, with what was measured."""
    for name, audit in report["audits"].items():
        score = audit["score"]
        if isinstance(score, int | float) and score < 1:
            yield f"{name}: {audit.get('displayValue') or audit['title']}"


def first_paints(addresses: dict[str, str], browser: Path) -> dict[str, float]:
    """Milliseconds to the first content painted on slow 3G, nothing in cache."""
    found = {}
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser, args=chromium.arguments())
        for name, address in addresses.items():
            page = started.new_context().new_page()
            session = page.context.new_cdp_session(page)
            session.send("Network.enable")
            session.send("Network.emulateNetworkConditions", SLOW_3G)
            page.goto(address)
            found[name] = page.evaluate(PAINT)
        started.close()
    return found


def main() -> int:
    """Measure, print, and say whether every page reaches its threshold."""
    subprocess.run(  # noqa: S603 (our own command)
        ["/bin/sh", ROOT / "scripts" / "setup.sh", "lighthouse"], check=True
    )
    browser = chromium.find()
    if browser is None:
        raise SystemExit("no Chromium: run `make setup-dev`")
    reached = True
    with tempfile.TemporaryDirectory() as folder:
        site = built(ROOT, Path(folder) / "public", "https://annuaire.example")
        with serve(site, compressed=True) as served:
            addresses = {name: served.address + path for name, path in pages(site).items()}
            paints = first_paints(addresses, browser)
            for name, address in addresses.items():
                print(f"{name} ({pages(site)[name]})")
                result = scores(address, browser)
                is_reached = paints[name] < FIRST_PAINT[name] and all(
                    result[one] >= least for one, least in THRESHOLDS.items()
                )
                reached &= is_reached
                told = ", ".join(f"{one} {value:.0f}" for one, value in result.items())
                told += f"; first paint on slow 3G {paints[name]:.0f} ms"
                print(f"    {told}" if is_reached else f"    {told}: under its threshold")
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
