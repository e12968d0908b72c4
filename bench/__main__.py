"""Time and memory of ``annuaire check`` and ``annuaire build``: ``python -m bench``.

The real records, then 1,000 and 10,000 synthetic ones. Each command is run with nothing kept from
before, then when nothing changed, then when one record did; Pagefind is timed alone besides. Each is
a process of its own, timed from outside; memory is the largest resident set of any one process of
the run. Absolute figures depend on the machine: quote the ratios and the growth.
"""

import argparse
import os
import platform
import re
import shutil
import sys
import tempfile
import time
from pathlib import Path

from bench.processes import Run, measured
from bench.synthetic import write_records
from generator.search.pagefind import index_site
from generator.territory import Territory

ROOT = Path(__file__).parent.parent


def annuaire(*arguments: str) -> Run:
    """Run ``annuaire`` with these arguments. Raises ``CalledProcessError`` when it fails."""
    return measured([sys.executable, "-m", "generator", *arguments], ROOT)


def index_seconds(site: Path) -> float:
    """How long the search index of a built site takes alone."""
    pages = [
        page.relative_to(site).as_posix()
        for page in site.rglob("*.html")
        if b"data-pagefind-body" in page.read_bytes()
    ]
    start = time.perf_counter()
    index_site(site, pages, time_limit=3600)
    return time.perf_counter() - start


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 10_000])
    sizes = parser.parse_args().sizes
    print(f"{platform.system()}, Python {platform.python_version()}, {os.cpu_count()} processors\n")
    print("| services | command | wall s | CPU s | MB |\n|---|---|---|---|---|")
    territory = Territory.load(ROOT)
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["XDG_CACHE_HOME"] = f"{scratch}/cache"  # nothing is kept from another time
        real = Path(scratch, "real", "services")
        shutil.copytree(ROOT / "data/services", real)
        report(real, [])
        for size in sizes:
            services = Path(scratch, str(size), "services")
            write_records(services, territory, size)
            report(services, ["--fictional"])


def report(services: Path, options: list[str]) -> None:
    """Measure both commands on one directory and print their lines."""
    records = sorted(services.glob("*/*.yaml"))
    site = services.parent / "site"
    options = ["--quiet", "--services", str(services), *options]
    building = ["build", *options, "--output", str(site)]
    for name, command in (("check", ["check", *options]), ("build", building)):
        for moment in ("", ", nothing changed", ", one record changed"):
            if moment.endswith("one record changed"):
                retold(records[0])
            run = annuaire(*command)
            cells = [f"{len(records):,}", name + moment, f"{run.wall:.1f}", f"{run.cpu:.1f}"]
            print("| " + " | ".join([*cells, f"{run.memory / 1e6:.0f}"]) + " |", flush=True)
        shutil.rmtree(os.environ["XDG_CACHE_HOME"], ignore_errors=True)
    seconds = index_seconds(site.resolve())
    print(f"| {len(records):,} | Pagefind alone | {seconds:.1f} | | |", flush=True)


def retold(record: Path) -> None:
    """Change the summary of a record: what its page, its lists and all exports say of it."""
    text = record.read_text("utf-8")
    changed = re.sub(r"^(resume: (?:>-\n  )?)", r"\1Ici, ", text, count=1, flags=re.MULTILINE)
    record.write_text(changed, "utf-8")


if __name__ == "__main__":
    main()
