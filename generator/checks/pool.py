"""Many records at once: the examination shared out among the processors."""

import multiprocessing
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextvars import ContextVar
from functools import partial
from pathlib import Path

from generator.checks.examination import Examined, examine
from generator.checks.kept import EXAMINED
from generator.checks.rules import Context
from generator.processors import processors

FEWEST_FILES = 300
"""Below this, starting the processes takes longer than they save."""
_AT_A_TIME = 64

_CONTEXT: ContextVar[Context] = ContextVar("context")
"""What a worker consults, given once: the territory is large."""


def is_worth_it(files: int) -> bool:
    """Whether so many files are examined sooner by several processes."""
    return files >= FEWEST_FILES and processors() > 1


def examine_in_parallel(files: Sequence[Path], root: Path, context: Context) -> Iterator[Examined]:
    """Examine the files; the results are those of ``examine``, in the order of ``files``."""
    pieces = [files[start : start + _AT_A_TIME] for start in range(0, len(files), _AT_A_TIME)]
    with ProcessPoolExecutor(
        processors(), multiprocessing.get_context("fork"), _receive, (context,)
    ) as pool:
        for piece in pool.map(partial(_examine_piece, root), pieces):
            yield from EXAMINED.validate_json(piece)


def _receive(context: Context) -> None:
    _CONTEXT.set(context)
    # Ctrl-C is for the parent, which then stops its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _examine_piece(root: Path, files: Sequence[Path]) -> bytes:
    """As JSON, which is read sooner than what Python would send."""
    context = _CONTEXT.get()
    return EXAMINED.dump_json([examine(file, root, context) for file in files])
