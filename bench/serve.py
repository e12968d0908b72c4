"""From saving a record to its page, in ``annuaire serve``: ``python -m bench.serve 1000 10000``.

Synthetic records; one of them is saved eight times. The clock starts when the file is written; it is
read when the preview says that there is news, and when the page asked for then has come with what
was written. The first change, which a build may have to show, is left out.
"""

import argparse
import http.client
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.synthetic import write_records
from generator.territory import Territory

ROOT = Path(__file__).parent.parent
ROUNDS = 8
_ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/")


def main() -> None:
    """Print a line for each size."""
    parser = argparse.ArgumentParser(prog="python -m bench.serve", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 10_000])
    territory = Territory.load(ROOT)
    print("| services | ready s | told ms | page ms, median | worst |\n|---|---|---|---|---|")
    for size in parser.parse_args().sizes:
        with tempfile.TemporaryDirectory() as scratch:
            os.environ["XDG_CACHE_HOME"] = scratch
            services = Path(scratch, "services")
            write_records(services, territory, size)
            record = min(services.rglob("*.yaml"))
            with preview(services, Path(scratch, "site")) as (port, ready):
                _, *rounds = [saved(record, port, number) for number in range(ROUNDS + 1)]
        told, shown = (statistics.median(one) * 1000 for one in zip(*rounds, strict=True))
        worst = max(page for _, page in rounds) * 1000
        print(f"| {size:,} | {ready:.0f} | {told:.0f} | {shown:.0f} | {worst:.0f} |", flush=True)


@contextmanager
def preview(services: Path, output: Path) -> Iterator[tuple[int, float]]:
    """``annuaire serve`` once it is ready for the first change: its port, and after how many seconds."""
    command = [sys.executable, "-m", "generator", "serve", "--fictional", "--port", "18700"]
    command += ["--services", str(services), "--output", str(output)]
    start = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 (our own command)
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as process:
        assert process.stdout is not None  # noqa: S101 (a pipe was asked for)
        port = next(int(found[1]) for line in process.stdout if (found := _ADDRESS.search(line)))
        threading.Thread(target=process.stdout.read, daemon=True).start()
        ready = time.perf_counter() - start
        try:
            yield port, ready
        finally:
            process.terminate()


def saved(record: Path, port: int, number: int) -> tuple[float, float]:
    """Seconds from a change of ``record`` to the news of it, and to its page."""
    news = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
    news.request("GET", "/_apercu/suivre")
    events = news.getresponse()
    events.readline()
    name = f"Service fictif numéro {number}"
    text = re.sub(
        "^nom: .*$", f"nom: {name}", record.read_text("utf-8"), count=1, flags=re.MULTILINE
    )
    start = time.perf_counter()
    record.write_text(text, "utf-8")
    while not (line := events.readline()).startswith(b"event: "):
        pass
    told = time.perf_counter() - start
    page = http.client.HTTPConnection("127.0.0.1", port)
    page.request("GET", f"/services/{record.stem}/")
    content = page.getresponse().read().decode()
    shown = time.perf_counter() - start
    news.close()
    page.close()
    if line != b"event: nouveau\n" or name not in content:
        raise RuntimeError(f"the preview shows something else: {line!r}")
    return told, shown


if __name__ == "__main__":
    main()
