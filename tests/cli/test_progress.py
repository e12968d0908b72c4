"""How far long work is: on a terminal only, gone when it is done."""

import io
import os
import pty
import select
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr

import pytest

from generator.cli.progress import WORTH_SHOWING, step, tracked


@contextmanager
def terminal() -> Iterator[Callable[[], str]]:
    """Standard error is a terminal; gives what it was sent since the last time.

    It takes little before it is read: what it does not take, the writer waits to write.
    """
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "w") as stream, redirect_stderr(stream):
        yield lambda: sent(ours)
    os.close(ours)


def sent(descriptor: int) -> str:
    """What arrives within a moment, be it nothing."""
    found = b""
    while select.select([descriptor], [], [], 0.001)[0]:
        found += os.read(descriptor, 65536)
    return found.decode()


def test_a_step_is_named_when_it_begins() -> None:
    with terminal() as shown:
        step("Publication", quiet=False)
        assert shown() == "Publication…\r\n"  # as a terminal ends a line
        step("Publication", quiet=True)
        assert shown() == ""


def test_a_bar_grows_with_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    items = list(range(WORTH_SHOWING))
    bars = []
    with terminal() as shown:
        for item in tracked(items):
            assert item == len(bars)
            bars.append(shown())
        assert shown().endswith("\x1b[2K")  # the line is empty again
    assert len(bars) == WORTH_SHOWING
    assert "Lecture des fiches" in bars[0]
    assert "50%" in bars[WORTH_SHOWING // 2]


def test_no_thread_draws() -> None:
    """The process is copied meanwhile: a copy would wait for ever for the lock of a thread."""
    before = threading.active_count()
    with terminal() as shown:
        for _ in tracked(range(WORTH_SHOWING)):
            assert threading.active_count() == before
            shown()


def test_what_is_no_terminal_sees_nothing() -> None:
    with redirect_stderr(io.StringIO()) as file:
        step("Publication", quiet=False)
        assert len(list(tracked(range(WORTH_SHOWING)))) == WORTH_SHOWING
    assert file.getvalue() == ""
