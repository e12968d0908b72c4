"""One build at a time for one output; the one that waits is told who holds the lock."""

import fcntl
import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from generator.publishing.faults import BuildInProgressError, quoted


@contextmanager
def locked(path: Path, started: datetime) -> Iterator[None]:
    """Hold the lock file ``path``; ``started`` is when this build began, with its time zone.

    The kernel lets go of the lock when its holder ends, however it ends: a lock file left by a
    killed build never has to be removed by hand. The file itself stays: removing it would let two
    builds lock two different files of the same name.

    Raises `BuildInProgressError` when another process holds it, OSError when the file cannot be
    written.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as held:
            raise BuildInProgressError(_who(os.pread(descriptor, 4096, 0))) from held
        holder = {
            "pid": os.getpid(),
            "host": socket.gethostname(),
            "started": started.isoformat(timespec="seconds"),
        }
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, json.dumps(holder).encode("ascii"), 0)
        yield
    finally:
        os.close(descriptor)


def _who(text: bytes) -> str:
    try:
        holder = json.loads(text)
        started = datetime.fromisoformat(holder["started"])
        who = (
            f" (processus {int(holder['pid'])} sur {quoted(holder['host'])}, "
            f"depuis le {started:%d/%m/%Y à %H:%M:%S})"
        )
    except (ValueError, KeyError, TypeError):
        # The holder has locked the file and not yet written its name in it.
        who = ""
    return (
        f"Une autre construction du même site est en cours{who} : "
        "attendez qu'elle finisse, puis recommencez."
    )
