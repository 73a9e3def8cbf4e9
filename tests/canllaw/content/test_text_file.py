"""Reading text as people's editors write it."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from canllaw.content.text_file import read_text


@pytest.mark.parametrize(
    "data",
    [
        "Tŷ\nDŵr\n".encode(),
        "\ufeffTŷ\nDŵr\n".encode(),
        "Tŷ\r\nDŵr\r\n".encode(),
        "Tŷ\rDŵr\r".encode(),
        unicodedata.normalize("NFD", "Tŷ\nDŵr\n").encode(),
        unicodedata.normalize("NFD", "\ufeffTŷ\r\nDŵr\r\n").encode(),
    ],
    ids=["plain", "byte order mark", "CRLF", "CR", "NFD", "all of them"],
)
def test_harmless_variants(data: bytes, tmp_path: Path) -> None:
    """A byte order mark, any line ends and decomposed accents read the same."""
    tmp_path.joinpath("a.md").write_bytes(data)
    assert read_text(tmp_path / "a.md", "a.md") == ("Tŷ\nDŵr\n", [])


@pytest.mark.parametrize(
    ("data", "line", "code"),
    [
        ("Un\nDau\nTŷ".encode("iso-8859-14"), 3, "not-utf8"),
        ("Un\nDau".encode("utf-16"), 1, "not-utf8"),
        (b"Un\r\nDau\xc5", 2, "not-utf8"),
        (b"Un\nDau\n\0", 3, "not-text"),
        (b"Un\rDau\r\0", 3, "not-text"),
    ],
)
def test_unreadable(data: bytes, line: int, code: str, tmp_path: Path) -> None:
    """Another encoding and what is no text are refused on the line where they show, and nothing is guessed."""
    tmp_path.joinpath("a.md").write_bytes(data)
    text, problems = read_text(tmp_path / "a.md", "docs/a.md")
    assert text == ""
    assert [(problem.path, problem.line, problem.code) for problem in problems] == [("docs/a.md", line, code)]


@pytest.mark.parametrize("name", ["none.md", "folder.md"])
def test_no_file(name: str, tmp_path: Path) -> None:
    """A file that is not there, or is a folder, is a Problem and no exception."""
    tmp_path.joinpath("folder.md").mkdir()
    _, problems = read_text(tmp_path / name, name)
    assert [problem.code for problem in problems] == ["file-unreadable"]
