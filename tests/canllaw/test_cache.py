"""What is kept between builds."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from canllaw import cache
from canllaw.cache import FOLDER, Notes, digest_of, drop_old, keep, kept, look


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


def test_look(tmp_path: Path) -> None:
    """What is kept is found by its key; there is nothing where nothing was kept, or where it is damaged."""
    assert look(tmp_path, b"key") is None
    keep(tmp_path, b"key", b"made")
    assert look(tmp_path, b"key") == b"made"
    only_file(tmp_path).write_bytes(b"made")
    assert look(tmp_path, b"key") is None


def test_oldest_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond its bound the cache loses what was not used for longest; what is used is not old."""
    for age, key in enumerate([b"new", b"used", b"old"]):
        keep(tmp_path, key, bytes(100))
        for file in (tmp_path / FOLDER).iterdir():
            if file.stat().st_mtime > time.time() - 1000:
                os.utime(file, (0, time.time() - 10_000 * (age + 1)))
    look(tmp_path, b"used")
    monkeypatch.setattr(cache, "MOST_BYTES", 400)
    drop_old(tmp_path)
    assert [look(tmp_path, key) is not None for key in (b"new", b"used", b"old")] == [True, True, False]


def test_nothing_to_drop(tmp_path: Path) -> None:
    """Where nothing was ever kept nothing is taken away."""
    drop_old(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_digests_tell_parts_apart() -> None:
    """The same letters in other parts are something else, and any text has a digest."""
    assert len({digest_of("ab"), digest_of("a", "b"), digest_of("", "ab"), digest_of(b"a", "", "b")}) == 4
    assert digest_of("ŵ") == digest_of("ŵ".encode())
    assert digest_of("\ud800")


def _noted(notes: Notes, key: str, value: object) -> object:
    return notes.get(key, lambda: value)


def test_notes(tmp_path: Path) -> None:
    """What is noted is there the next time; what nobody has asked for since is gone the time after."""
    notes = Notes(tmp_path, "notes")
    assert _noted(notes, "a", 1) == _noted(notes, "a", 2) == 1
    assert _noted(notes, "b", [2]) == [2]
    notes.save()
    notes = Notes(tmp_path, "notes")
    assert _noted(notes, "a", 3) == 1
    notes.save()
    assert _noted(notes, "a", 4) == 1
    notes = Notes(tmp_path, "notes")
    assert (_noted(notes, "a", 5), _noted(notes, "b", 6)) == (1, 6)


def test_few_notes_are_not_worth_writing(tmp_path: Path) -> None:
    """Where fewer have come or gone than asked for, the notes are left as they were, and kept in mind."""
    notes = Notes(tmp_path, "notes")
    assert _noted(notes, "a", 1) == 1
    notes.save(least=2)
    assert _noted(notes, "a", 2) == 1
    assert not (tmp_path / FOLDER).exists()


def test_damaged_notes_are_forgotten(tmp_path: Path) -> None:
    """Notes that are not whole are none; nor are there any without a project."""
    notes = Notes(tmp_path, "notes")
    _noted(notes, "a", 1)
    notes.save()
    only_file(tmp_path).write_bytes(b"damage")
    assert _noted(Notes(tmp_path, "notes"), "a", 2) == 2
    nowhere = Notes()
    _noted(nowhere, "a", 1)
    nowhere.save()
    assert _noted(Notes(), "a", 2) == 2
