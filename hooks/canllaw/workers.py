"""Work on all cores at once, where the system can copy a running process (fork) and there is enough of it to pay.

A copy knows all that this process has read, so nothing has to be handed to it, and only its results come back. Windows
cannot make one, and on macOS its frameworks may fail in it; there the same work is done here, one piece after another.
The results are the same either way.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

CORES = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
"""How many processes can work at once; 1 where none can be copied."""


class WorkFailedError(Exception):
    """Work in another process raised the exception that is this one's cause, or its process ended without a word."""


class Apart(Generic[R]):
    """Work that goes on in a copy of this process."""

    def __init__(self, work: Callable[[], R]) -> None:
        """Begin it. What it returns, or raises, has to be something that can be pickled.

        It ends with this process, whether or not anybody has asked for its result.
        """
        context = get_context("fork")
        self._receiver, sender = context.Pipe(duplex=False)
        self._process = context.Process(target=_send, args=(work, self._receiver, sender), daemon=True)
        self._process.start()
        sender.close()

    def result(self) -> R:
        """Wait for it, and give what it returned. Raises WorkFailedError."""
        try:
            result, error = self._receiver.recv()
        except EOFError:
            self._process.join()
            raise WorkFailedError(f"A process ended with {self._process.exitcode}.") from None
        finally:
            self._receiver.close()
        self._process.join()
        if error:
            raise WorkFailedError(str(error)) from error
        done: R = result
        return done


def _send(work: Callable[[], Any], receiver: Connection, sender: Connection) -> None:
    receiver.close()  # so that sending fails, and does not wait for ever, where the other process was killed
    result: Any = None
    error: BaseException | None = None
    try:
        result = work()
    except (Exception, SystemExit) as raised:
        error = raised
    with sender, suppress(BrokenPipeError):
        sender.send((result, error))


def shared(work: Callable[[T], R], items: Sequence[T], *, least: int = 2) -> list[R]:
    """What `work` gives for each of `items`, in their order.

    This process does it alone if there are fewer than `least`, or if it has threads, as a preview has.
    Raises what `work` raises, or WorkFailedError with that as its cause.
    """
    # A copy of a process with threads may wait for ever for what another thread was holding.
    if CORES == 1 or len(items) < least or threading.active_count() > 1:
        return [work(item) for item in items]
    others = [Apart(partial(_each, work, items[start::CORES])) for start in range(1, CORES)]
    parts = [_each(work, items[::CORES]), *(other.result() for other in others)]
    return [parts[number % CORES][number // CORES] for number in range(len(items))]


def _each(work: Callable[[T], R], items: Sequence[T]) -> list[R]:
    return [work(item) for item in items]
