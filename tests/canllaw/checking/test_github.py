"""What GitHub Actions is told."""

from __future__ import annotations

import re
from itertools import pairwise

from markdown_it import MarkdownIt

from canllaw.checking.github import MOST_ANNOTATIONS, MOST_ROWS, beside_lines, not_shown, plain, silent, summary
from canllaw.problems import Problem

WRONG = [Problem("a.md", line, "yaml-tab") for line in range(1, 13)]
ADVICE = [Problem("a.md", line, "spaces-double", {"text": "a  b"}) for line in range(1, 4)]
HOSTILE = "|a| <img src=x> [b](c) `d` **e** @f #1 &amp; ~g~ https://example.org \\ \r\n| x | y | ::error::"


def test_annotations() -> None:
    """As many are printed of each severity as GitHub shows; errors come first, and advice is a notice."""
    lines = beside_lines([*ADVICE, *WRONG]).split("\n")
    kinds = [line.split(" ")[0] for line in lines]
    assert kinds == ["::error"] * MOST_ANNOTATIONS + ["::notice"] * 3
    assert not_shown([*ADVICE, *WRONG]) == 2


def test_summary() -> None:
    """The summary is a table in each language, and says how many GitHub shows nothing of beside the lines."""
    written = summary([*WRONG, *ADVICE], "Problems found: 12.\nProblemau a gafwyd: 12.\nAdvice: 3.\nCyngor: 3.")
    english, welsh = written.split("## Gwirio")
    assert "Problems found: 12.  \nAdvice: 3.  \n" in english
    assert "Problemau a gafwyd: 12.  \nCyngor: 3.  \n" in welsh
    assert "GitHub shows 13 of them beside the lines; 2 more stand only in this list." in english
    assert "Mae GitHub yn dangos 13 ohonyn nhw" in welsh
    tables = MarkdownIt("commonmark").enable("table").render(written)
    assert tables.count("<table>") == 2
    assert tables.count("<tr>") == 2 * (1 + 15)


def test_summary_of_very_many() -> None:
    """A table of more rows than GitHub takes says how many it leaves out."""
    found = [Problem("a.md", line, "yaml-tab") for line in range(MOST_ROWS + 7)]
    assert "There is no room for 7 more" in summary(found, "a\nb")
    assert len(summary(found, "a\nb").encode()) < 1_000_000


def test_summary_of_nothing() -> None:
    """Where nothing is found there is no table."""
    assert summary([], "Nothing is wrong.\nDoes dim o'i le.").count("|") == 0


def test_markdown_is_shown_as_it_is() -> None:
    """What an author wrote makes no markup in the summary, and no more cells."""
    row = f"| a | b |\n| --- | --- |\n| {plain(HOSTILE)} | c |"
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(row)
    cells = [token for before, token in pairwise(tokens) if before.type == "td_open"]
    assert len(cells) == 2
    assert {child.type for child in cells[0].children or []} <= {"text", "text_special"}
    assert cells[0].content.replace("\\", "") == HOSTILE.replace("\\", "").replace("\r\n", "  ")


def test_silence() -> None:
    """A log is put between commands that only who knows a secret can write."""
    first, *inside, last = silent("::error::a\n##[error]b").split("\n")
    key = re.fullmatch(r"::stop-commands::([0-9a-f]{32})", first)
    assert key
    assert (inside, last) == (["::error::a", "##[error]b"], f"::{key[1]}::")
