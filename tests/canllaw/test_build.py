"""What one build knows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from canllaw import build
from cases import BASE, edited, lay_out

INDEX = "index.md"


@pytest.fixture(autouse=True)
def _remembers_nothing() -> Iterator[None]:
    """Leaves the package as it was found."""
    before = build.current, build.preview
    build.current, build.preview = None, False
    yield
    build.current, build.preview = before


def test_read(tmp_path: Path) -> None:
    """A build knows pages, vocabulary and words, and reading remembers nothing."""
    read = build.read(lay_out(BASE, tmp_path / "docs"))
    assert read.problems == ()
    assert (len(read.library.pages), len(read.vocabulary.people.root)) == (6, 2)
    assert read.words.say("table", "cy") == "Tabl"
    assert build.current is None


def test_names_of_files(tmp_path: Path) -> None:
    """Problems name files from the project's root, whatever the folder of the texts is called."""
    read = build.read(lay_out({**BASE, INDEX: "no facts"}, tmp_path / "texts"))
    assert [problem.path for problem in read.problems] == ["texts/index.md"]


def test_start(tmp_path: Path) -> None:
    """Each start reads afresh, and what it read is the current build, also where it found mistakes."""
    docs = lay_out(BASE, tmp_path / "docs")
    first = build.start(docs)
    assert build.current is first
    docs.joinpath(INDEX).write_text(edited(INDEX, {"A small": "Another"}), encoding="utf-8")
    second = build.start(docs)
    assert second.library.pages[""].edition("en").title == "Another site"
    docs.joinpath(INDEX).write_text("no facts", encoding="utf-8")
    third = build.start(docs)
    assert third.problems
    assert build.current is third


def test_preview(tmp_path: Path) -> None:
    """A preview goes on showing the last good guides while an editor mends a mistake, but tells of it."""
    build.begin(preview_only=True)
    docs = lay_out(BASE, tmp_path / "docs")
    good = build.start(docs)
    assert good.preview
    docs.joinpath(INDEX).write_text("no facts", encoding="utf-8")
    bad = build.start(docs)
    assert bad.problems
    assert build.current is not None
    assert build.current.library is good.library
    docs.joinpath(INDEX).write_text(edited(INDEX, {"A small": "Another"}), encoding="utf-8")
    mended = build.start(docs)
    assert build.current is mended


def test_preview_that_starts_with_mistakes(tmp_path: Path) -> None:
    """A preview that has nothing better to show knows of the mistakes."""
    build.begin(preview_only=True)
    bad = build.start(lay_out({**BASE, INDEX: "no facts"}, tmp_path / "docs"))
    assert build.current is bad


def test_same_again(tmp_path: Path) -> None:
    """Reading twice gives the same."""
    docs = lay_out(BASE, tmp_path / "docs")
    first, second = build.read(docs), build.read(docs)
    assert (first.library, first.vocabulary, first.words) == (second.library, second.vocabulary, second.words)
