"""Building beside the last good site, so that whatever happens to a build, what stands there is a whole site."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock, Timeout

from canllaw.problems import sentence
from canllaw.workers import WorkFailedError

_EXCHANGE = 2  # RENAME_EXCHANGE of Linux (renameat2(2)), RENAME_SWAP of macOS (renamex_np(2))
_HERE = -100  # AT_FDCWD: paths start where this process is


def beside(site: Path) -> Path:
    """The folder in which to build what is to become `site`."""
    return site.with_name(f".{site.name}-building")


def reserve(stage: Path, say_wait: Callable[[], None]) -> FileLock:
    """Keep other builds out of `stage` until the lock that this gives is released, or this process ends, however.

    While another build is in it, this waits, having called `say_wait`. Raises OSError where nothing can be written.
    """
    stage.mkdir(parents=True, exist_ok=True)
    file = stage.with_name(f"{stage.name}.lock")
    file.touch()  # which FileLock would try again and again where it is not allowed
    lock = FileLock(file)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        say_wait()
        lock.acquire()
    _mend(stage)
    return lock


def put_in_place(stage: Path) -> None:
    """Let the finished site in `stage` take the place of the one that it was built for, in one step if possible.

    Where the system cannot exchange two folders (Windows) there is none for a moment; should the process be killed in
    it, the next build puts the last site back (`reserve`).
    """
    site, last = _site(stage), _last(stage)
    if not site.exists():
        stage.rename(site)
    elif _exchange(stage, site):
        shutil.rmtree(stage, ignore_errors=True)
    else:
        shutil.rmtree(last, ignore_errors=True)
        site.rename(last)
        stage.rename(site)
    shutil.rmtree(last, ignore_errors=True)


def said_of(error: BaseException, project: Path) -> str:
    """What a build in the folder `project` says of an error of the system; "" where `error` is none.

    Work that is shared may have met it in another process.
    """
    met = error.__cause__ if isinstance(error, WorkFailedError) else error
    if not isinstance(met, OSError):
        return ""
    where = met.filename or project
    return f"{sentence('cannot-write', where=where, reason=met.strerror)}\n{sentence('not-built')}"


def _mend(stage: Path) -> None:
    """Put the last site back if a build was killed between taking it away and putting the new one there."""
    site, last = _site(stage), _last(stage)
    if last.exists() and not site.exists():
        last.rename(site)


def _site(stage: Path) -> Path:
    return stage.with_name(stage.name.removeprefix(".").removesuffix("-building"))


def _last(stage: Path) -> Path:
    return stage.with_name(f".{_site(stage).name}-last")


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places, with no moment at which either is missing; whether the system could."""
    if sys.platform not in ("linux", "darwin"):
        return False
    library = ctypes.CDLL(None)
    paths = os.fsencode(one), os.fsencode(other)
    if hasattr(library, "renameat2"):
        return bool(library.renameat2(_HERE, paths[0], _HERE, paths[1], _EXCHANGE) == 0)
    return hasattr(library, "renamex_np") and bool(library.renamex_np(*paths, _EXCHANGE) == 0)
