"""Time and memory of ``annuaire check`` and ``annuaire build``: ``python -m bench``.

At 100 services (the real records), 1,000 and 10,000 (synthetic). Each command is a process of its
own, timed from outside; memory is the largest resident set of any one process of the run. Absolute
figures depend on the machine: quote the ratios and the growth.
"""

import argparse
import os
import platform
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
    pages = sum(b"data-pagefind-body" in page.read_bytes() for page in site.rglob("*.html"))
    start = time.perf_counter()
    index_site(site, expected_pages=pages, time_limit=3600)
    return time.perf_counter() - start


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 10_000])
    sizes = parser.parse_args().sizes
    print(f"{platform.system()}, Python {platform.python_version()}, {os.cpu_count()} processors")
    print(f"{'services':>9} {'command':8} {'wall s':>8} {'cpu s':>8} {'MB':>6}  notes")
    with tempfile.TemporaryDirectory() as scratch:
        report(len(list((ROOT / "data/services").glob("*/*.yaml"))), Path(scratch, "real"), [])
        territory = Territory.load(ROOT)
        for size in sizes:
            services = Path(scratch, str(size), "services")
            write_records(services, territory, size)
            options = ["--services", str(services), "--fictional"]
            report(size, Path(scratch, str(size), "site"), options)


def report(size: int, output: Path, options: list[str]) -> None:
    """Measure both commands on one directory and print their lines."""
    line = "{:>9} {:8} {:8.2f} {:8.2f} {:6.0f}  {}"
    run = annuaire("check", "--quiet", *options)
    print(line.format(size, "check", run.wall, run.cpu, run.memory / 1e6, ""))
    run = annuaire("build", "--quiet", "--output", str(output), *options)
    files = [path for path in output.resolve().rglob("*") if path.is_file()]
    total = sum(path.stat().st_size for path in files) / 1e6
    note = (
        f"{len(files)} files, {total:.0f} MB, index alone {index_seconds(output.resolve()):.2f} s"
    )
    print(line.format(size, "build", run.wall, run.cpu, run.memory / 1e6, note), flush=True)


if __name__ == "__main__":
    main()
