"""Plain text is read in another way than markdown-it's own, and as the same."""

from __future__ import annotations

import string
from collections.abc import MutableMapping
from pathlib import Path

import pytest
from markdown_it.rules_core import inline

from built_site import PROJECT
from canllaw.content.blocks import _parser, parse

PAGES = sorted((PROJECT / "docs").rglob("index*.md"))


def _as_markdown_it(text: str) -> list[MutableMapping[str, object]]:
    """What markdown-it makes of `text` without our rules for plain text."""
    parser = _parser.__wrapped__()
    parser.core.ruler.at("inline", inline)
    parser.block.ruler.disable("plain_paragraph")
    return [token.as_dict() for token in parser.parse(text)]


def _as_we(text: str) -> list[MutableMapping[str, object]]:
    return [token.as_dict() for token in parse(text)]


@pytest.mark.parametrize("sign", [*string.punctuation, "\n", "  \n", "&amp;", "[^a]", "![", "]("])
def test_parts_of_a_block(sign: str) -> None:
    """Whatever signs a text has, its parts are the same."""
    text = f"a {sign}b{sign} c{sign}{sign}d{sign}e.org/\n\n# {sign}\n\n[^a]: f{sign}"
    assert _as_we(text) == _as_markdown_it(text)


BEFORE = ["", "- ", "- x\n\n  ", "1. ", "> ", '!!! tip "T"\n\n    ', "    ", "[^a]: ", "x\n"]
AFTER = ["", "\n", " \t\n \n", "\n:   y", "\n\n:   y", "\n\n~ y", "\n\n\n: y", "\ny\n", "\n> y"]
UNDERLINES = ["\n===", "\n---", "\n\n---", "\n|-|"]


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("after", [*AFTER, *UNDERLINES])
def test_paragraphs_and_what_is_around_them(before: str, after: str) -> None:
    """Whatever stands before and after a line of plain text, it is the same block."""
    for words in ("Words here.", "Ŷ", "x | y", "Words here.  "):
        text = f"{before}{words}{after}"
        assert _as_we(text) == _as_markdown_it(text)
        assert _as_we(f"A\n\n{text}\n\nB\n") == _as_markdown_it(f"A\n\n{text}\n\nB\n")


@pytest.mark.parametrize("path", PAGES, ids=[path.relative_to(PROJECT).as_posix() for path in PAGES])
def test_pages_of_the_project(path: Path) -> None:
    """Every page of the project is the same."""
    text = path.read_text(encoding="utf-8")
    assert _as_we(text) == _as_markdown_it(text)
