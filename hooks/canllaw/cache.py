"""What takes long to make is kept between builds, named by all that it is made from; what is damaged is made anew."""

from __future__ import annotations

import hashlib
import os
import pickle
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol, TypeVar

FOLDER = ".cache/canllaw"
MOST_BYTES = 2**30
"""Of all that is kept; beyond it what was not used for longest goes first."""
_USED_AGAIN = 3600.0  # seconds after which it is noted anew that a file is in use

V = TypeVar("V")


class Remember(Protocol[V]):
    """Gives for a key what was made for it before, or else makes it."""

    def __call__(self, key: str, make: Callable[[], V], /) -> V:
        """What belongs to `key`, which holds all that the result depends on."""
        ...


def make_anew(_: str, make: Callable[[], V], /) -> V:
    """Remember nothing."""
    return make()


def kept(root: Path, key: bytes, make: Callable[[], bytes]) -> bytes:
    """What was made for `key` in an earlier build of the project at `root`, or else what `make` makes now.

    `key` holds everything that the result depends on. A file that cannot be read, or that is not what was written, is
    replaced; one that cannot be written costs the next build its time and nothing else.
    """
    data = look(root, key)
    if data is None:
        data = make()
        keep(root, key, data)
    return data


def look(root: Path, key: bytes) -> bytes | None:
    """What was made for `key` in an earlier build, None if there is nothing whole."""
    file = _file(root, key)
    try:
        digest, _, data = file.read_bytes().partition(b"\n")
        if digest != _digest(data):
            return None
        if time.time() - file.stat().st_mtime > _USED_AGAIN:
            os.utime(file)
    except OSError:
        return None
    return data


def keep(root: Path, key: bytes, data: bytes) -> None:
    """Keep `data` for the next builds, if that can be; written beside, so that no other build reads the half of it."""
    file = _file(root, key)
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=file.parent)
        with os.fdopen(handle, "wb") as written:
            written.write(_digest(data) + b"\n" + data)
        Path(beside).replace(file)


def drop_old(root: Path) -> None:
    """Take away what was not used for longest, until what is kept is at most `MOST_BYTES`."""
    try:
        files = [(file.stat(), file) for file in (root / FOLDER).iterdir()]
    except OSError:
        return
    size = 0
    for stat, file in sorted(files, key=lambda each: -each[0].st_mtime):
        size += stat.st_size
        if size > MOST_BYTES:
            file.unlink(missing_ok=True)


def digest_of(*parts: str | bytes) -> str:
    """One word for `parts`, another for any others."""
    digest = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        digest.update(b"%d " % len(data))
        digest.update(data)
    return digest.hexdigest()


def digest_of_files(paths: Iterable[Path]) -> str:
    """One word for what stands in the files `paths`, and what they are called; one that cannot be read is empty."""
    parts: list[str | bytes] = []
    for path in paths:
        parts.append(path.name)
        try:
            parts.append(path.read_bytes())
        except OSError:
            parts.append(b"")
    return digest_of(*parts)


class Notes:
    """Many small results that are kept together: each by a key that holds all that it depends on.

    Only what was asked for since the last time that they were saved stays in them, so that they do not grow.
    """

    def __init__(self, root: Path | None = None, name: str = "") -> None:
        """The notes called `name` that the last build of the project at `root` left; none if they are not whole.

        Without a `root` nothing is left to later builds.
        """
        self._root = root
        self._name = name.encode()
        data = look(root, self._name) if root else None
        # Only builds of this project write here; who can change that can change what they run.
        self._before: dict[str, Any] = pickle.loads(data) if data else {}  # noqa: S301
        self._now: dict[str, Any] = {}

    def get(self, key: str, make: Callable[[], V], /) -> V:
        """What is noted for `key`, or else what `make` gives."""
        if key not in self._now:
            self._now[key] = self._before[key] if key in self._before else make()
        found: V = self._now[key]
        return found

    def save(self, least: int = 1) -> None:
        """Leave them to the next build, if at least so many have come or gone."""
        if self._root and len(self._now.keys() ^ self._before.keys()) >= least:
            keep(self._root, self._name, pickle.dumps(self._now, protocol=5))
        self._before, self._now = self._now, {}


def _file(root: Path, key: bytes) -> Path:
    return root / FOLDER / hashlib.sha256(key).hexdigest()


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode("ascii")
