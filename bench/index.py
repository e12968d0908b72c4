"""The search index: how long it takes, what a first search downloads: ``python -m bench.index 1000``.

Synthetic services. Each size is built once without being measured; then Pagefind alone is timed, and
Chromium makes a first search by place and another by words, each with nothing in its cache. What
comes after the page itself is counted, text as a host sends it, compressed (gzip).
"""

import argparse
import functools
import gzip
import http.server
import os
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import Browser, Response, sync_playwright

from bench.__main__ import index_seconds
from bench.find import ROOT, Quiet, build
from bench.synthetic import write_records
from generator.territory import Territory
from tests import chromium

TEXT = (".js", ".json", ".css", ".html", "/")


def main() -> None:
    """Print a line for each size."""
    parser = argparse.ArgumentParser(prog="python -m bench.index", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 10_000])
    territory = Territory.load(ROOT)
    print("| services | Pagefind s | its files | MB | first search by place KB | by words KB |")
    print("|---|---|---|---|---|---|", flush=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=chromium.arguments()
        )
        for size in parser.parse_args().sizes:
            with tempfile.TemporaryDirectory() as scratch:
                os.environ["XDG_CACHE_HOME"] = scratch
                services = Path(scratch, "services")
                write_records(services, territory, size)
                output = Path(scratch, "site")
                build(output, ["--services", str(services), "--fictional"])
                report(size, output.resolve(), browser)
        browser.close()


def report(size: int, site: Path, browser: Browser) -> None:
    """Measure one site and print its line."""
    files = [path for path in (site / "pagefind").rglob("*") if path.is_file()]
    weight = sum(path.stat().st_size for path in files) / 1e6
    seconds = index_seconds(site)
    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/recherche/"
        place, words = (first_search(browser, address, text) for text in ("35000", "imaginaire"))
        server.shutdown()
    cells = [f"{size:,}", f"{seconds:.1f}", f"{len(files):,}", f"{weight:.0f}"]
    print("| " + " | ".join([*cells, f"{place:.0f}", f"{words:.0f}"]) + " |", flush=True)


def first_search(browser: Browser, address: str, text: str) -> float:
    """Kilobytes that a browser with nothing in its cache downloads to answer ``text``."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 (kept by identity)
    box = page.locator("[role=combobox]")
    box.press_sequentially(text, delay=60)
    box.press("Enter")
    page.locator("[data-find-list] article, [data-find-list] li").first.wait_for()
    page.wait_for_load_state("networkidle")
    total = sum(len(_sent(one)) for one in answers if one.ok)
    context.close()
    return total / 1000


def _sent(answer: Response) -> bytes:
    body = answer.body()
    return gzip.compress(body) if answer.url.partition("?")[0].endswith(TEXT) else body


if __name__ == "__main__":
    main()
