"""Works on files in as many processes as there are cores; takes 30 ms to load, so for many files only."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TypeVar

from tui.exits import Exit, StopError

AT_ONCE = 32
"""Files that are handed to a process together."""
AHEAD = 4
"""Batches in progress per core, so that results do not pile up before a slow reader."""


Task = TypeVar("Task")
Result = TypeVar("Result")


def on_all_cores(work: Callable[[Task], Result], tasks: Sequence[Task], cores: int) -> Iterator[Result]:
    """Do the work on each task, and yield the results in order; work, tasks and results must be picklable.

    Raises:
        StopError: a process ended before its work was done.
    """
    handfuls = (tasks[start : start + AT_ONCE] for start in range(0, len(tasks), AT_ONCE))
    with _ending_at_once(ProcessPoolExecutor(cores, initializer=_ignore_interrupts)) as pool:
        under_way: deque[Future[list[Result]]] = deque()
        for handful in handfuls:
            with _interrupts_held():
                under_way.append(pool.submit(_each, work, handful))
            if len(under_way) == AHEAD * cores:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()


def _each(work: Callable[[Task], Result], handful: Sequence[Task]) -> list[Result]:
    return [work(task) for task in handful]


@contextmanager
def _ending_at_once(pool: ProcessPoolExecutor) -> Iterator[ProcessPoolExecutor]:
    """A pool that, after an error, waits for the batches in progress but starts no others."""
    try:
        yield pool
    except BrokenProcessPool:
        message = "a process that was checking files has been ended, perhaps for want of memory"
        raise StopError(f"{message}; fewer files at a time may do", Exit.BROKEN) from None
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back: a process that is just being started does not ignore it yet."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _ignore_interrupts() -> None:
    """Ignore Ctrl-C, which reaches all processes of a terminal; the main process ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
