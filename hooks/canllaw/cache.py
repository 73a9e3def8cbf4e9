"""What takes long to make is kept between builds, named by all that it is made from; what is damaged is made anew."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

FOLDER = ".cache/canllaw"


def kept(root: Path, key: bytes, make: Callable[[], bytes]) -> bytes:
    """What was made for `key` in an earlier build of the project at `root`, or else what `make` makes now.

    `key` holds everything that the result depends on. A file that cannot be read, or that is not what was written, is
    replaced; one that cannot be written costs the next build its time and nothing else.
    """
    file = root / FOLDER / hashlib.sha256(key).hexdigest()
    try:
        digest, _, data = file.read_bytes().partition(b"\n")
        if digest == _digest(data):
            return data
    except OSError:
        pass
    data = make()
    _keep(file, data)
    return data


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode("ascii")


def _keep(file: Path, data: bytes) -> None:
    """Write beside `file` and rename, so that no other build ever reads the half of it."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=file.parent)
        with os.fdopen(handle, "wb") as written:
            written.write(_digest(data) + b"\n" + data)
        Path(beside).replace(file)
    except OSError:
        return
