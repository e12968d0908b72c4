"""How far long work is, on a terminal only: a pipe or a log file sees nothing."""

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

from generator.typography import no_break

Item = TypeVar("Item")
WORTH_SHOWING = 300
"""Fewer files than this are read before a bar could be seen."""
STEPS = 100
"""How many times the bar grows, at least."""


def tracked(items: Sequence[Item]) -> Iterator[Item]:
    """``items`` one by one, with a bar on standard error while they are worked through."""
    if len(items) < WORTH_SHOWING or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console  # noqa: PLC0415 (100 ms that short runs do not pay)
    from rich.progress import Progress  # noqa: PLC0415 (the same)

    # Drawn from here and not by a thread: the process is copied meanwhile, and a copy that finds a
    # lock held by a thread it does not have waits for ever.
    with Progress(console=Console(stderr=True), transient=True, auto_refresh=False) as progress:
        task = progress.add_task("Lecture des fiches", total=len(items))
        for rank, item in enumerate(items):
            if rank % (len(items) // STEPS) == 0:
                progress.update(task, completed=rank, refresh=True)
            yield item


def tell(line: str) -> None:
    """Say a line on standard error, be it to a person or to a log."""
    print(no_break(line), file=sys.stderr)


def step(name: str, *, quiet: bool) -> None:
    """Say on standard error what begins."""
    if sys.stderr.isatty() and not quiet:
        print(f"{name}…", file=sys.stderr, flush=True)
