"""Processes that share work: in order, stopped together, and never lost in silence."""

import errno
import multiprocessing
import os
import resource
import signal
from pathlib import Path

import pytest

from generator.workers import WorkerLostError, in_processes


def doubled(rank: int) -> int:
    return 2 * rank


@pytest.mark.parametrize("processes", [1, 2, 5])
@pytest.mark.parametrize("count", [0, 1, 9, 100])
def test_results_come_in_order_whoever_did_the_work(count: int, processes: int) -> None:
    with in_processes(doubled, count, processes) as results:
        assert results() == [2 * rank for rank in range(count)]


def full(rank: int) -> int:
    raise OSError(errno.ENOSPC, "No space left on device", f"page {rank}")


@pytest.mark.parametrize("processes", [1, 2])
def test_what_a_process_meets_is_met_here(processes: int) -> None:
    with (
        pytest.raises(OSError, match="No space left") as met,
        in_processes(full, 3, processes) as results,
    ):
        results()
    assert met.value.errno == errno.ENOSPC


def untellable(_: int) -> int:
    class Local(Exception):
        pass

    raise Local("one that cannot travel")


def test_an_error_that_cannot_travel_is_told_as_text() -> None:
    with (
        pytest.raises(RuntimeError, match="one that cannot travel"),
        in_processes(untellable, 3, 2) as results,
    ):
        results()


def killed(rank: int) -> int:
    if rank == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return rank


def test_a_process_that_is_killed_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    with (
        pytest.raises(WorkerLostError, match="--jobs 1"),
        in_processes(killed, 8, 2) as results,
    ):
        results()
    assert capfd.readouterr().err == ""


def endless(_: int) -> int:
    signal.pause()
    return 0


def test_when_the_body_fails_the_processes_are_stopped() -> None:
    with pytest.raises(KeyError), in_processes(endless, 4, 2):
        raise KeyError
    assert multiprocessing.active_children() == []


def test_processes_that_cannot_start_are_said_and_those_that_did_are_stopped() -> None:
    few, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    in_use = len(list(Path("/dev/fd").iterdir()))
    resource.setrlimit(resource.RLIMIT_NOFILE, (in_use + 12, most))
    try:
        with (
            pytest.raises(WorkerLostError, match=r"\(trop de fichiers sont ouverts\).*--jobs"),
            in_processes(doubled, 100, 50),
        ):
            pytest.fail("fifty processes were started")
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (few, most))
    assert not multiprocessing.active_children()
