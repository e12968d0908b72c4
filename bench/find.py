"""How long people wait for the search, on a slow telephone: ``python -m bench.find``.

Builds the site of the real records, or of synthetic ones (``--services 1143``), serves it on this
machine and types « 35000 » in Chromium, its processor slowed four times. Printed, in milliseconds:
from the last digit to the first suggestion on screen, and from Enter to the first service. The
target is 100 each. Only the network is left out: files come from this machine.
"""

import argparse
import functools
import http.server
import statistics
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.synthetic import write_records
from generator.territory import Territory
from tests import chromium

ROOT = Path(__file__).parent.parent
SLOWER = 4
# The time from a key to the next frame in which something is there.
WATCH = """([key, wanted]) => {
    window.waited = new Promise((resolve) => {
        let pressed;
        addEventListener("keydown", (event) => {
            if (event.key === key) pressed = performance.now();
        }, {capture: true});
        new MutationObserver((_, observer) => {
            if (pressed && document.querySelector(wanted)) {
                observer.disconnect();
                requestAnimationFrame(() => resolve(performance.now() - pressed));
            }
        }).observe(document.body, {childList: true, subtree: true});
    });
}"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files, and tells nothing of it."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class names it)
        """Say nothing."""


def build(output: Path, options: list[str]) -> None:
    """Build the site. Raises ``CalledProcessError`` when it fails."""
    command = [sys.executable, "-m", "generator", "build", "--quiet", "--output", str(output)]
    subprocess.run([*command, *options], cwd=ROOT, check=True)  # noqa: S603 (our own command)


def one_search(browser: Browser, address: str) -> tuple[float, float]:
    """Milliseconds to the first suggestion and to the first service, in a browser that has nothing."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(f"{address}/recherche/", wait_until="networkidle")
    box = page.locator("[role=combobox]")
    box.press_sequentially("3500", delay=120)
    page.evaluate("document.activeElement.blur()")  # closes the list: the next one is new
    box.focus()
    page.evaluate(WATCH, ["0", "[role=option]"])
    box.press("0")
    suggestion = page.evaluate("waited")
    page.evaluate(WATCH, ["Enter", "article.card"])
    box.press("Enter")
    service = page.evaluate("waited")
    context.close()
    return suggestion, service


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench.find", description=__doc__)
    parser.add_argument("--services", type=int, default=0, help="synthetic services (0: real ones)")
    parser.add_argument("--times", type=int, default=9)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        options = []
        if arguments.services:
            records = Path(scratch, "services")
            write_records(records, Territory.load(ROOT), arguments.services)
            options = ["--services", str(records), "--fictional"]
        output = Path(scratch, "site")
        build(output, options)
        handler = functools.partial(Quiet, directory=str(output.resolve()))
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=chromium.arguments()
        )
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            address = f"http://127.0.0.1:{server.server_port}"
            runs = [one_search(browser, address) for _ in range(arguments.times)]
            server.shutdown()
        browser.close()
    for name, figures in zip(
        ("first suggestion", "first service"), zip(*runs, strict=True), strict=True
    ):
        low, middle, high = min(figures), statistics.median(figures), max(figures)
        print(f"{name}: {middle:.0f} ms (from {low:.0f} to {high:.0f}), CPU {SLOWER} times slower")


if __name__ == "__main__":
    main()
