"""Whatever a file holds, and however much of it, it is read within a bound of time, or told to be too much."""

from __future__ import annotations

from pathlib import Path

import pytest

from canllaw import build
from canllaw.content.text_file import MOST_BYTES, decode
from cases import BASE, lay_out

_LARGE = "guides/large/index.md"
_TEXT = str(BASE[_LARGE])
#: What some way of reading takes a time for that grows with the square of its length, or did.
_SIGNS = (
    *("[^", "[a](", "![", "***a", "<!-- ", ": a\n", "!!! note\n", "[a]: b\n"),
    *("## a\n\n", "```\n", "> ", "`a", "{#a", "&", "<a "),
)


def _codes(folder: Path, text: str | bytes, name: str = _LARGE) -> set[str]:
    found = build.read(lay_out({**BASE, name: text}, folder / "docs"))
    return {problem.code for problem in found.found if problem.path.endswith(name)}


# Many times what it takes, and a small part of what it took or would take.
@pytest.mark.timeout(60)
@pytest.mark.parametrize("sign", _SIGNS)
def test_much_of_the_same(tmp_path: Path, sign: str) -> None:
    """A text that holds nothing but one sign, ten thousand times, is read within a bound of time."""
    assert _codes(tmp_path, f"{_TEXT}\n{sign * 10_000}") is not None


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"{'  ' * depth}- a" for depth in range(1000)),
        "".join("> " * depth + "a\n" for depth in range(500)),
        "[" * 5_000 + "]" * 5_000,
        "<div>" * 5_000,
        "*" * 100_000,
        "a" * 500_000,
    ],
    ids=["lists", "quotations", "brackets", "tags", "stars", "letters"],
)
def test_nesting(tmp_path: Path, text: str) -> None:
    """What stands in itself a thousand times over, or never ends, is read, too."""
    assert _codes(tmp_path, f"{_TEXT}\n{text}\n") is not None


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "fields",
    [
        "title: " + "[" * 10_000,
        "title: " + "{a: " * 10_000,
        "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(1000)),
        "- " * 50_000,
        "? " * 50_000,
        "title: " + "a" * 500_000,
        "".join(f"a{n}: b\n" for n in range(3_000)),
    ],
    ids=["lists", "fields", "aliases", "items", "keys", "letters", "many"],
)
def test_fields(tmp_path: Path, fields: str) -> None:
    """Fields that nest without end, or stand for one another, are a Problem, and quickly told."""
    assert _codes(tmp_path, f"---\n{fields}\n---\nWords.\n")
    assert _codes(tmp_path / "data", f"{fields}\n", "_data/glossary.yml")


def test_a_file_that_is_too_long(tmp_path: Path) -> None:
    """A file of fifty megabytes is not read: it is told to be too long, wherever it stands."""
    docs = lay_out(BASE, tmp_path / "docs")
    for name in (_LARGE, "_data/people.yml", "guides/small/x.diagram.yml"):
        with docs.joinpath(name).open("wb") as file:
            file.truncate(50_000_000)
    told = [(problem.path, problem.code) for problem in build.read(docs).found]
    for name in (_LARGE, "_data/people.yml", "guides/small/x.diagram.yml"):
        assert (f"docs/{name}", "file-too-long") in told


def test_longest_file_is_read() -> None:
    """A file that is as long as one may be is read, and one that is a byte longer is not."""
    assert decode(b"a" * MOST_BYTES, "a.md")[1] == []
    assert [problem.code for problem in decode(b"a" * (MOST_BYTES + 1), "a.md")[1]] == ["file-too-long"]
