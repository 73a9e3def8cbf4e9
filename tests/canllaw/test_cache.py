"""What is kept between builds."""

from __future__ import annotations

from pathlib import Path

import pytest

from canllaw.cache import FOLDER, kept


def only_file(root: Path) -> Path:
    """The one file that is kept."""
    (file,) = (root / FOLDER).iterdir()
    return file


def never() -> bytes:
    """Make nothing."""
    raise AssertionError("made again")


def test_made_once(tmp_path: Path) -> None:
    """What was made for a key is not made again; another key is another thing."""
    assert kept(tmp_path, b"key", lambda: b"made\n\x00") == b"made\n\x00"
    assert kept(tmp_path, b"key", never) == b"made\n\x00"
    assert kept(tmp_path, b"other", lambda: b"else") == b"else"


@pytest.mark.parametrize("damage", [b"", b"made", b"\n", b"0" * 64 + b"\nmade"])
def test_damage_is_never_believed(tmp_path: Path, damage: bytes) -> None:
    """A file that is not what was written is made anew, and is whole afterwards."""
    kept(tmp_path, b"key", lambda: b"made")
    only_file(tmp_path).write_bytes(damage)
    assert kept(tmp_path, b"key", lambda: b"made anew") == b"made anew"
    assert kept(tmp_path, b"key", never) == b"made anew"


def test_nowhere_to_keep(tmp_path: Path) -> None:
    """Where nothing can be kept, everything is made each time."""
    tmp_path.joinpath(".cache").write_text("a file, not a folder", encoding="utf-8")
    assert kept(tmp_path, b"key", lambda: b"made") == b"made"
