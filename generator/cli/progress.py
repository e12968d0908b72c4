"""How far long work is, on a terminal only: a pipe or a log file sees nothing."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from generator.typography import no_break

Item = TypeVar("Item")
WORTH_SHOWING = 300
"""Fewer files than this are read before a bar could be seen."""


def tracked(items: Sequence[Item]) -> Iterator[Item]:
    """``items`` one by one, with a bar on standard error while they are worked through."""
    if len(items) < WORTH_SHOWING or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console  # noqa: PLC0415 (100 ms that short runs do not pay)
    from rich.progress import track  # noqa: PLC0415 (the same)

    console = Console(stderr=True)
    yield from track(items, "Lecture des fiches", console=console, transient=True)


def tell(line: str) -> None:
    """Say a line on standard error, be it to a person or to a log."""
    print(no_break(line), file=sys.stderr)


@contextmanager
def step(name: str, *, quiet: bool) -> Iterator[None]:
    """Say on standard error what is being done, while it is done."""
    if quiet or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console  # noqa: PLC0415 (as above)

    with Console(stderr=True).status(f"{name}…"):
        yield
