"""Making a file that was not there: whole or not at all, and never over another."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def create_whole(path: Path, text: str) -> bool:
    """Make the file at `path`, and its folder if need be, with `text`; whether that was possible.

    Nothing is left behind where it was not, and what is there already stays as it is.
    """
    is_new = not path.parent.exists()
    beside = path.with_name(f".canllaw-{secrets.token_hex(8)}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
        _put(beside, path)
    except OSError:
        beside.unlink(missing_ok=True) if path.parent.is_dir() else None
        if is_new and path.parent.is_dir() and not any(path.parent.iterdir()):
            path.parent.rmdir()
        return False
    return True


def _put(beside: Path, path: Path) -> None:
    """Give the file the name `path`; raises FileExistsError where there is one."""
    try:
        os.link(beside, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without second names, as on some sticks
        if path.exists():
            raise FileExistsError(path) from None
        beside.rename(path)
        return
    beside.unlink()
