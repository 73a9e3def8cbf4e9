"""How large pictures are."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from canllaw.content.pictures import picture_size

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII5B", 13, b"IHDR", 300, 200, 8, 2, 0, 0, 0) + b"\0\0\0\0"


@pytest.mark.parametrize(
    ("name", "data", "size"),
    [
        ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60"/>', (120, 60)),
        ("a.svg", b'<svg viewBox="0 0 120 60"><rect width="7" height="3"/></svg>', (120, 60)),
        ("b.svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="24" height="12"/>', (24, 12)),
        ("c.png", PNG, (300, 200)),
    ],
)
def test_size(name: str, data: bytes, size: tuple[int, int], tmp_path: Path) -> None:
    """A picture's own header, or the view box of an SVG, says how large it is."""
    tmp_path.joinpath(name).write_bytes(data)
    assert picture_size(tmp_path / name) == size


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"words",
        b"<svg",
        b"<svg/>",
        b"<svg viewBox='a b c d'/>",
        b"<svg width='10em'/>",
        b"<svg viewBox='0 0 1.2.3 4'/>",
        b"<svg width='" + b"9" * 999 + b"' height='1'/>",
        PNG[:20],
        b"\xff\xd8\xff",
        b"\0" * 99,
    ],
)
@pytest.mark.parametrize("name", ["a.svg", "a.png"])
def test_no_size(name: str, data: bytes, tmp_path: Path) -> None:
    """A file that is broken, or no picture at all, has no size, and stops nothing."""
    tmp_path.joinpath(name).write_bytes(data)
    assert picture_size(tmp_path / name) == (0, 0)


def test_no_file(tmp_path: Path) -> None:
    """A file that is not there has no size."""
    assert picture_size(tmp_path / "none.svg") == (0, 0)
