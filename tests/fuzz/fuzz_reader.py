"""Look for bytes that harm the reader of records, guided by coverage.

    .venv/bin/python -m tests.fuzz.fuzz_reader -max_total_time=60

Needs atheris (libFuzzer for Python). Stops at the first file that raises, breaks an invariant or
takes over 50 ms, and leaves it in ``crash-*``. Any libFuzzer flag may follow; a folder among them
is a corpus to start from and to enrich.
"""

import sys
import tempfile
import time
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["generator"]):
    from generator.records.reader import read_record
    from generator.records.rules import RULES
    from tests.records.bombs import BOMBS
    from tests.records.invariants import check

MAX_SECONDS = 0.05
SEED_BYTES = 2_000


def seconds(raw: bytes) -> float:
    """Processor time to read ``raw`` once."""
    start = time.process_time()
    read_record(raw, "x")
    return time.process_time() - start


def look_at(raw: bytes) -> None:
    """Read ``raw`` and assert what holds of any record."""
    start = time.process_time()
    record = read_record(raw, "x")
    if time.process_time() - start > MAX_SECONDS:
        # Once may be the machine's fault; five times is ours.
        assert min(seconds(raw) for _ in range(5)) <= MAX_SECONDS, "over 50 ms"
    check(record, raw)


def main() -> None:
    """Fuzz from the examples of the rules and the beginnings of the bombs."""
    with tempfile.TemporaryDirectory() as folder:
        seeds = [rule.fails.encode("utf-8", "surrogateescape") for rule in RULES.values()]
        seeds += [rule.passes.encode("utf-8", "surrogateescape") for rule in RULES.values()]
        for number, seed in enumerate([*seeds, *BOMBS.values()]):
            Path(folder, str(number)).write_bytes(seed[:SEED_BYTES])
        words = Path(__file__).with_name("yaml.dict")
        # libFuzzer writes what it finds to the first folder: the caller's, when one is given.
        atheris.Setup([*sys.argv, f"-dict={words}", folder], look_at)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
