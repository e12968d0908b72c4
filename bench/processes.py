"""A process timed from outside: the clock, the processors, the memory."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Run:
    """What one process cost: seconds on the clock and of the processors, bytes of memory.

    Memory is the largest resident set of any one process of the run.
    """

    wall: float
    cpu: float
    memory: int


def measured(command: Sequence[str | Path], folder: Path) -> Run:
    """Run ``command`` in ``folder``. Raises ``CalledProcessError`` when it fails."""
    start = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 (commands of our own)
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit)
