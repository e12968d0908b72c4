"""Work shared out among processes: copies of this one, so that nothing large is sent to them."""

import multiprocessing
import os
import signal
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any, TypeVar

from generator.errors import AnnuaireError, reason

if TYPE_CHECKING:  # a system without fork has no such names, and works with one process
    from multiprocessing.context import ForkContext, ForkProcess

Result = TypeVar("Result")
_AT_A_TIME = 4
_ALONE = 8
"""The first are dealt out one by one: those who know which are the longest put them there."""


class WorkerLostError(AnnuaireError):
    """A process could not start, or ended before its work was done, for want of memory most often."""


@contextmanager
def in_processes(
    work: Callable[[int], Result], count: int, processes: int
) -> Iterator[Callable[[], list[Result]]]:
    """Start ``work(rank)`` for each rank below ``count``, and give what waits for the results.

    Results come in the order of ranks, whichever process did what. The body runs meanwhile. With
    one process the work is done here, when the results are wanted. What a process raises is raised
    again here, with its traceback as a note; when the body fails, the processes are stopped. Raises
    ``WorkerLostError``.
    """
    if processes == 1:
        yield lambda: [work(rank) for rank in range(count)]
        return
    context = multiprocessing.get_context("fork")
    following = context.Value("q", 0)
    parent = os.getpid()

    def ranks() -> Iterator[int]:
        """What this process takes: some of what is left, again and again."""
        while True:
            with following.get_lock():
                first = following.value
                some = _AT_A_TIME if first >= _ALONE else 1
                following.value = first + some
            if first >= count:
                return
            if os.getppid() != parent:
                os._exit(1)  # nobody waits for the work any more
            yield from range(first, min(first + some, count))

    def share() -> list[tuple[int, Result]]:
        return [(rank, work(rank)) for rank in ranks()]

    started: list[tuple[ForkProcess, Connection]] = []
    try:
        started.extend(_started(context, share) for _ in range(processes))

        def results() -> list[Result]:
            found = dict(one for _, here in started for one in _received(here))
            return [found[rank] for rank in range(count)]

        yield results
    finally:
        for process, here in started:
            here.close()
            process.terminate()
            process.join()


def _started(context: "ForkContext", work: Callable[[], Any]) -> "tuple[ForkProcess, Connection]":
    """A process that does ``work``, and where it will send what comes of it."""
    try:
        here, there = context.Pipe(duplex=False)
        process = context.Process(target=_run, args=(work, there))
        process.start()
    except OSError as error:
        raise WorkerLostError(
            f"Un processus n'a pas pu démarrer ({reason(error)}) : fermez d'autres programmes ou "
            "donnez un --jobs plus petit, puis recommencez."
        ) from error
    there.close()
    return process, here


def _received(connection: Connection) -> Any:
    try:
        result, error = connection.recv()
    except EOFError as lost:
        raise WorkerLostError(
            "Un des processus de la construction s'est arrêté avant la fin (mémoire épuisée ?) : "
            "fermez d'autres programmes ou donnez --jobs 1, puis recommencez."
        ) from lost
    if error is not None:
        raise error
    return result


def _run(work: Callable[[], Any], connection: Connection) -> None:
    # Ctrl-C is for the parent, which then stops its workers; so is the handling of SIGTERM.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    try:
        connection.send((work(), None))
    except Exception as error:  # noqa: BLE001 (raised again by the parent)
        story = traceback.format_exc()
        error.add_note(story)
        try:
            connection.send((None, error))
        except Exception:  # noqa: BLE001 (an error that cannot travel is told as text)
            connection.send((None, RuntimeError(story)))
