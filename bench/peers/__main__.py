"""Ours beside other site generators, on the same services: ``python -m bench.peers 1000 10000``.

Synthetic services; a page each and a list a département, in the same frame, of about the same size.
The generators run one after the other, several rounds; what is printed is the median of each, as
the table of docs/performance.md. No search index. Ours comes twice: whole, and the part that the
others make too, in which it still checks the records, finds the nearest services and draws maps.
"""

import argparse
import os
import platform
import statistics
import sys
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from itertools import product
from pathlib import Path

from bench.peers.sites import ROOT, Content, Peer, peers
from bench.processes import Run, measured
from bench.synthetic import write_records
from generator.territory import Territory

OURS = "annuaire"
COMMON = "annuaire, the common part"
HEAD = "| {} services | wall s | CPU s | MB | files | written MB | wall, {} = 1 |"


def main() -> None:
    """Print a table for each size."""
    parser = argparse.ArgumentParser(prog="python -m bench.peers", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 10_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--alone", action="store_true", help="ours only, to see how it grows")
    chosen = parser.parse_args()
    print(f"{platform.system()}, Python {platform.python_version()}, {os.cpu_count()} processors\n")
    territory = Territory.load(ROOT)
    for size in chosen.sizes:
        with tempfile.TemporaryDirectory() as scratch:
            others = [] if chosen.alone else peers()
            report(size, chosen.rounds, Path(scratch), territory, others)


def report(
    size: int, rounds: int, scratch: Path, territory: Territory, others: Sequence[Peer]
) -> None:
    """Measure ours and the ``others`` on ``size`` services and print the table."""
    services = scratch / "services"
    write_records(services, territory, size)
    ours: list[str | Path] = [
        *(sys.executable, "-m", "bench.alone"),
        *(services, scratch / OURS / "out"),
    ]
    common = [*ours[:-1], scratch / COMMON / "out", "--common"]
    contenders = {OURS: (ours, ROOT), COMMON: (common, ROOT)}
    if others:
        measured(ours, ROOT)
        content = Content.of(services, scratch / OURS / "out")
    for number, peer in enumerate(others):
        peer.prepare(scratch / str(number), content)
        contenders[peer.name] = (list(peer.command), scratch / str(number))
    outputs = {
        name: scratch / name if folder == ROOT else folder
        for name, (_, folder) in contenders.items()
    }
    runs: dict[str, list[Run]] = {name: [] for name in contenders}
    # What stood there goes aside and is removed at the end: on some disks (ext4 without a journal), a
    # file made soon after others were removed costs up to ten times as much.
    aside = scratch / "former"
    aside.mkdir()
    for number, name in product(range(rounds), contenders):
        command, folder = contenders[name]
        with suppress(FileNotFoundError):
            (outputs[name] / "out").rename(aside / f"{number} {name}")
        runs[name].append(measured(command, folder))
    first = next((name for name in runs if name.startswith("Hugo")), OURS)
    print(HEAD.format(f"{size:,}", first.partition(",")[0]))
    print("|---" * 7 + "|")
    yardstick = statistics.median(one.wall for one in runs[first])
    for name, found in runs.items():
        wall = statistics.median(one.wall for one in found)
        cpu = statistics.median(one.cpu for one in found)
        memory = max(one.memory for one in found) / 1e6
        files, written = weight((outputs[name] / "out").rglob("*"))
        cells = [name, f"{wall:.1f}", f"{cpu:.1f}", f"{memory:.0f}", f"{files:,}"]
        print("| " + " | ".join([*cells, f"{written:.0f}", f"{wall / yardstick:.2f}"]) + " |")
    print(flush=True)


def weight(paths: Iterable[Path]) -> tuple[int, float]:
    """How many files, and their megabytes."""
    sizes = [one.stat().st_size for one in paths if one.is_file()]
    return len(sizes), sum(sizes) / 1e6


if __name__ == "__main__":
    main()
