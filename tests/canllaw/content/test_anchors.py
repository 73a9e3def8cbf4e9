"""Our anchors are those that readers get: Python-Markdown's `toc`, with our extensions, is the judge."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from markdown import Markdown

from canllaw.content.blocks import read_blocks
from canllaw.language.addresses import slugify

EXTENSIONS = (
    "toc admonition attr_list def_list footnotes tables pymdownx.details pymdownx.highlight pymdownx.superfences"
    " canllaw.markup"
).split()

TEXTS = [
    "## Plain words",
    "## Beth yw arloesi?",
    "## Tŷ ŵyl â’r cŵn",
    "## Ty\u0302",
    "## *Emphasis* and **strong**",
    "## `code` and `<b>`",
    "## A [link](x.md) here",
    "## A [reference][x] and [none][y]\n\n[x]: z.md",
    "## Image ![alt text](x.svg) here",
    "## <em>Raw</em> HTML",
    "## Broken<br>line",
    "## A &amp; B & C &copy; &#233;",
    "## 100% \\* sure \\_here\\_",
    "## Closed ##",
    "## Not #closed",
    "## C#",
    "## 1. Numbered",
    "## Emoji 🎉 and … “marks” – and\u00a0spaces",
    "## a | b {c} {{ d }} ==e== H~2~O x^2^",
    "## Same\n\n## Same\n\n## Same",
    "## Same_1\n\n## Same\n\n## Same",
    "## Same\n\n## Same\n\n## Same-1\n\n## Same_1",
    "## ???\n\n## 日本語\n\n##",
    "## Own {#own}",
    "## Own {: #own .other }",
    "## Own {#Own_Id-2}",
    "## Own {#a.b}",
    "## Own {id=own}",
    "## Class only {.other}",
    "## Data { data-a='b' }",
    "## `code` {#own}",
    "## First {#second}\n\n## Second",
    "## Second\n\n## First {#second}",
    "Set as title\n============\n\nSet as section\n---",
    "Two lines\nabove a rule\n---",
    "  ## Indented",
    "text\n## Amid a paragraph\nmore",
    "- item\n\n    ## In a list\n\n- ## As an item",
    "> ## In a quotation",
    "!!! note\n\n    ## In an admonition",
    '??? note "Title"\n\n    ## Folded',
    "??? note\n    ## Folded at once",
    "## With a note[^1]\n\n[^1]: Note.\n\n    ## In a note",
    "Term\n:   Definition\n\n    ## In a definition",
    "```\n## In code\n```\n\n    ## In code\n\n~~~\n## In code\n~~~",
    "<!--\n\n## Hidden\n\n-->\n\n## Shown",
    "| a |\n|---|\n| b |\n\n## After a table",
    "[a]: b.md\n## After a reference",
    "##\tTab\there   ",
    "## one\n### two\n###### six\n# one",
]


def anchors_on_page(text: str) -> list[str]:
    """The anchors that the page gets for `text`, in order."""
    markdown = Markdown(extensions=EXTENSIONS, extension_configs={"toc": {"slugify": slugify}})
    markdown.convert(text)
    return list(_flat(markdown.toc_tokens))  # type: ignore[attr-defined]  # `toc` adds it


def _flat(tokens: list[dict[str, Any]]) -> Iterator[str]:
    for token in tokens:
        yield token["id"]
        yield from _flat(token["children"])


@pytest.mark.parametrize("text", TEXTS)
def test_anchors_are_those_of_the_page(text: str) -> None:
    """What the checks and the language switch take for an anchor is the one that stands on the page."""
    assert [heading.anchor for heading in read_blocks(text).headings] == anchors_on_page(text)
