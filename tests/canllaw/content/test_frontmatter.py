"""A Markdown file taken apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from canllaw.content.frontmatter import Source, read_source


def read(text: str, folder: Path) -> tuple[Source, list[tuple[int, str]]]:
    """A file that holds `text`, taken apart, with the line and the code of each Problem."""
    folder.joinpath("index.md").write_text(text, encoding="utf-8", newline="")
    source, problems = read_source(folder.joinpath("index.md").read_bytes(), "docs/index.md")
    return source, [(problem.line, problem.code) for problem in problems]


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: A\n---\nB\n\nC\n",
        "---  \r\ntitle: A\r\n--- \t\r\nB\r\n\r\nC\r\n",
        "\ufeff---\ntitle: A\n---\nB\n\nC\n",
    ],
)
def test_parts(text: str, tmp_path: Path) -> None:
    """The facts stand between the first two lines of ---, the text below them, and its first line is known."""
    source, problems = read(text, tmp_path)
    assert problems == []
    assert source.front_matter.mapping == {"title": "A"}
    assert (source.body, source.body_line) == ("B\n\nC\n", 4)


def test_rules_in_the_text(tmp_path: Path) -> None:
    """A later line of --- is a rule of the text, and an indented one is part of a value."""
    source, _ = read("---\ntitle: |\n  A\n  ---\n  B\n---\nC\n\n---\n\nD\n", tmp_path)
    assert source.front_matter.mapping == {"title": "A\n---\nB\n"}
    assert (source.body, source.body_line) == ("C\n\n---\n\nD\n", 7)


def test_nothing_between_the_lines(tmp_path: Path) -> None:
    """Facts may be none, and so may the text; the schema tells what is missing."""
    source, problems = read("---\n---", tmp_path)
    assert problems == []
    assert (source.front_matter.mapping, source.body) == ({}, "")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", (1, "front-matter-missing")),
        ("# Title\n", (1, "front-matter-missing")),
        ("\n---\ntitle: A\n---\n", (1, "front-matter-missing")),
        ("----\ntitle: A\n----\n", (1, "front-matter-missing")),
        ("---\ntitle: A\n", (1, "front-matter-open")),
        ("---\ntitle: A\n ---\n", (1, "front-matter-open")),
        ("---\n# Facts\nsummary: B\ntitle: A: C\n---\n", (4, "yaml-colon")),
        ("---\nA\n---\n", (2, "yaml-not-fields")),
    ],
)
def test_mistakes(text: str, problem: tuple[int, str], tmp_path: Path) -> None:
    """A file without whole facts is one Problem, whose line is counted from the top of the file, and has none."""
    source, problems = read(text, tmp_path)
    assert problems == [problem]
    assert source.front_matter.mapping == {}


@pytest.mark.parametrize(
    ("text", "body", "line"),
    [("[a](b.md)\n", "[a](b.md)\n", 1), ("---\na: b: c\n---\n[a](b.md)\n", "[a](b.md)\n", 4), ("---\na: b\n", "", 1)],
)
def test_text_below_broken_facts(text: str, body: str, line: int, tmp_path: Path) -> None:
    """Where the facts cannot be read the text can, so that all mistakes are told in one run."""
    source, _ = read(text, tmp_path)
    assert (source.body, source.body_line) == (body, line)


def test_facts_stated_twice(tmp_path: Path) -> None:
    """A fact that is stated twice leaves the others in force."""
    source, problems = read("---\ntitle: A\ntitle: B\nsummary: C\n---\n", tmp_path)
    assert problems == [(3, "field-twice")]
    assert source.front_matter.mapping["summary"] == "C"
