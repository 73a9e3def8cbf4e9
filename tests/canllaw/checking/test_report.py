"""What is told on a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from canllaw.checking.report import as_text, excerpt
from canllaw.problems import Problem

LONG = "a" * 50 + " the the " + "b" * 200


@pytest.mark.parametrize(
    ("line", "text", "shown"),
    [
        ("Keep the the notes", "the the", ["    7 | Keep the the notes", "      |      ^^^^^^^"]),
        ("Keep it", "the the", ["    7 | Keep it"]),
        ("東京 the the", "the the", ["    7 | 東京 the the", "      |      ^^^^^^^"]),
        ("\x1b[31m the the", "the the", ["    7 |  [31m the the", "      |       ^^^^^^^"]),
    ],
)
def test_excerpt(line: str, text: str, shown: list[str]) -> None:
    """The line is shown with carets below what is meant, where that is known, and without commands to a terminal."""
    assert excerpt(Problem("a", 7, "word-twice", {"text": text}), line, 80) == shown


@pytest.mark.parametrize("width", [40, 60, 80])
@pytest.mark.parametrize("place", [0, 30, 300])
def test_long_lines(width: int, place: int) -> None:
    """A line as long as a paragraph is cut to the width of the terminal, around what is meant."""
    line = "a" * place + " the the " + "b" * 300
    first, second = excerpt(Problem("a", 7, "word-twice", {"text": "the the"}), line, width)
    assert len(first) <= width
    assert first[second.index("^") : second.index("^") + 7] == "the the"
    assert first.endswith("…")


def test_by_file(tmp_path: Path) -> None:
    """Problems of one file stand below its name, by line, in the languages that are asked for."""
    tmp_path.joinpath("a.md").write_text("one\ntwo two\n", encoding="utf-8")
    found = [
        Problem("b.md", 1, "file-unreadable"),
        Problem("a.md", 2, "word-twice", {"text": "two two"}),
        Problem("a.md", 1, "yaml-tab"),
    ]
    assert as_text(found, tmp_path, ("cy",)).split("\n") == [
        *("a.md", "", "  1  [yaml-tab]", "    1 | one", "    Mae tab yn y llinell hon."),
        *("    → Rhowch ddau fwlch yn lle'r tab.", "", "  2  [word-twice]", "    2 | two two", "      | ^^^^^^^"),
        *("    Mae'r un gair ddwywaith yn “two two”.", "    → Cadwch un o'r ddau.", "", ""),
        *("b.md", "", "  1  [file-unreadable]", "    Does dim modd agor y ffeil hon."),
        *("    → Gwnewch yn siŵr ei bod hi yno, a bod gennych hawl i'w darllen.", "", ""),
    ]
