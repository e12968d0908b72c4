"""How many processes are worth starting at once."""

import multiprocessing
import os

MOST = 8
"""More would wait for the disk."""


def processors() -> int:
    """How many processes this machine runs at once; 1 where a process cannot copy itself."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return min(os.cpu_count() or 1, MOST)
