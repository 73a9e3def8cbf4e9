"""Work in other processes: the same results, and no failure that goes unnoticed."""

from __future__ import annotations

import os
import subprocess
import sys
import threading

import pytest

from canllaw import workers
from canllaw.workers import Apart, WorkFailedError, shared

needs_copies = pytest.mark.skipif(sys.platform != "linux", reason="only there are processes copied")


def _fail() -> None:
    raise ValueError("Three legs are too few.")


_SHARED = """
import os
from canllaw import workers
for cores in (1, 2, 3):
    workers.CORES = cores
    for count in (0, 1, 2, 7):
        assert workers.shared(lambda number: number * number, range(count)) == [n * n for n in range(count)]
workers.CORES = 2
print(len({os.getpid(), *workers.shared(lambda _: os.getpid(), range(9), least=10)}))
print(len({os.getpid(), *workers.shared(lambda _: os.getpid(), range(10), least=10)}))
"""


@needs_copies
def test_shared_work() -> None:
    """Results come in the order of what was worked on, however many share it; too little of it is done by one alone."""
    # In a process of its own, for that of the tests may have threads.
    run = subprocess.run([sys.executable, "-c", _SHARED], capture_output=True, text=True, check=True, timeout=60)
    assert run.stdout.split() == ["1", "2"]


@needs_copies
def test_process_with_threads_is_not_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where threads run, as in a preview, the work is done by this process, since a copy might wait for one of them."""
    monkeypatch.setattr(workers, "CORES", 2)
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    try:
        assert set(shared(lambda _: os.getpid(), range(10))) == {os.getpid()}
    finally:
        over.set()
        thread.join()


@needs_copies
def test_failure_elsewhere_is_a_failure_here() -> None:
    """What another process raises is raised here, with its words and its cause."""
    with pytest.raises(WorkFailedError, match="Three legs") as caught:
        Apart(_fail).result()
    assert isinstance(caught.value.__cause__, ValueError)


@needs_copies
def test_leaving_is_a_failure() -> None:
    """Work that ends the program, as MkDocs does when it refuses a build, has failed and says why."""
    with pytest.raises(WorkFailedError, match="in strict mode"):
        Apart(lambda: sys.exit("Aborted in strict mode")).result()


@needs_copies
def test_killed_process_is_a_failure() -> None:
    """A process that ends without a word, as one that is killed does, has failed."""
    with pytest.raises(WorkFailedError, match="ended with 9"):
        Apart(lambda: os._exit(9)).result()


_MUCH = """
import os, sys
from canllaw.workers import Apart
apart = Apart(lambda: bytes(1_000_000))
"""


@needs_copies
@pytest.mark.parametrize("end", ["sys.exit(9)", "os.kill(os.getpid(), 9)"])
def test_nothing_outlives_its_process(end: str) -> None:
    """Where a build fails, or is killed, before it asks for what another process has made, that one ends, too."""
    # The pipe of what is printed is open until the last process that has it has ended.
    run = subprocess.run([sys.executable, "-c", _MUCH + end], stdout=subprocess.PIPE, check=False, timeout=30)
    assert run.returncode in (9, -9)
