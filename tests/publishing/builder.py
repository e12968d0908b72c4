"""A small build in its own process, which the tests interrupt in every way.

python builder.py OUTPUT CONTENT          publishes three files that hold CONTENT
… --pause                                 writes, says "ready", waits for a line, publishes
… --kill-at N                             kills itself with SIGKILL just before the Nth change
                                          of the disk; ends with 0 when there were fewer
"""

import argparse
import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from generator.errors import AnnuaireError
from generator.publishing import publication

CHANGES = {
    "fcntl.flock",
    "open",
    "os.chmod",
    "os.mkdir",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.symlink",
    "os.truncate",
    "shutil.rmtree",
}


def kill_before_change(number: int) -> None:
    """Have the interpreter's own audit events end the process, without any cleaning up."""
    seen = 0

    def hook(event: str, _: object) -> None:
        nonlocal seen
        if event in CHANGES:
            seen += 1
            if seen == number:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("output", type=Path)
    parser.add_argument("content")
    parser.add_argument("--pause", action="store_true")
    parser.add_argument("--kill-at", type=int)
    arguments = parser.parse_args()
    content = arguments.content.encode()
    if arguments.kill_at:
        kill_before_change(arguments.kill_at)
    try:
        with publication(arguments.output, started=datetime.now(UTC)) as draft:
            draft.write("index.html", content)
            draft.write("services/one/index.html", content * 3)
            if arguments.pause:
                sys.stdout.write("ready\n")
                sys.stdout.flush()
                sys.stdin.readline()
            (draft.tools / "robots.txt").write_bytes(content * 2)
            draft.publish()
    except AnnuaireError as failure:
        sys.stdout.write(f"{failure}\n")
        return failure.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
