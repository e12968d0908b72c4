"""Time and memory of the exports: ``python -m bench.exports [SIZE…]``.

Each size runs in a process of its own, so that the peak of one is not that of the next. What is
measured is ``make_release`` alone: records are read before.
"""

import argparse
import datetime
import json
import os
import platform
import resource
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path

from bench.synthetic import records
from generator.checks.validation import validate
from generator.directory import Directory
from generator.exports import make_release
from generator.exports.catalogue import CATALOGUE, files_of
from generator.exports.export import Release
from generator.records.nodes import plain
from generator.records.reader import read_record
from generator.territory import Territory

ROOT = Path(__file__).resolve().parent.parent
SITE = "https://annuaire.example"


def synthetic(size: int) -> Directory:
    """A directory of ``size`` synthetic services. Raises ``ValueError`` when one is not sound."""
    territory = Territory.load(ROOT)
    services = []
    for path, text in records(territory, size):
        departement, _, name = path.partition("/")
        root = read_record(text.encode(), path).root
        written = plain(root) if root else None
        if not isinstance(written, dict):
            raise ValueError(path)  # noqa: TRY004 (the text is wrong, not the call)
        validated = validate(written, name.removesuffix(".yaml"), departement)
        if validated.faults:
            raise ValueError(path)
        services.append(validated.service)
    return Directory(services, territory, datetime.date(2026, 11, 25))


def measure(size: int) -> None:
    """Print, as JSON, what exporting ``size`` services takes."""
    directory = synthetic(size)
    before = _peak()
    start, start_cpu = time.perf_counter(), time.process_time()
    release = make_release(directory, SITE)
    seconds, cpu = time.perf_counter() - start, time.process_time() - start_cpu
    peak = _peak()
    found = {
        "seconds": seconds,
        "cpu": cpu,
        "before": before,
        "peak": peak,
        "files": len(release.files),
        "bytes": sum(map(len, release.files.values())),
    }
    del release  # it would stand in memory beside the next one
    print(json.dumps(found | {"formats": _by_format(directory)}))


def _by_format(directory: Directory) -> dict[str, float]:
    """Processor seconds by format, once the tables they share are made."""
    release = Release(directory, SITE, CATALOGUE)
    _ = release.services, release.places, release.texts
    spent: defaultdict[str, float] = defaultdict(float)
    for line in CATALOGUE:
        start = time.process_time()
        release.files.update(files_of(line, release))
        spent[line.path] += time.process_time() - start
    return dict(sorted(spent.items(), key=lambda item: -item[1])[:6])


def _peak() -> int:
    """The most memory this process ever held, in bytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.exports", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[100, 2000, 20_000])
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        measure(arguments.one)
        return
    print(f"{platform.system()}, Python {platform.python_version()}, {os.cpu_count()} processors")
    print(
        f"{'services':>9} {'wall s':>8} {'cpu s':>8} {'files':>7} {'MB':>6} {'memory MB':>10}  slowest (cpu s)"
    )
    for size in arguments.sizes:
        command = [sys.executable, "-m", "bench.exports", "--one", str(size)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 (our own command)
        run = json.loads(done.stdout)
        slowest = ", ".join(f"{path} {spent:.2f}" for path, spent in run["formats"].items())
        memory = (run["peak"] - run["before"]) / 1e6
        print(
            f"{size:>9} {run['seconds']:>8.2f} {run['cpu']:>8.2f} {run['files']:>7} {run['bytes'] / 1e6:>6.0f} "
            f"{memory:>10.0f}  {slowest}",
            flush=True,
        )


if __name__ == "__main__":
    main()
