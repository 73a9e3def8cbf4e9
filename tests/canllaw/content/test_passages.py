"""Notes, passages that fold and tabs, found where Python-Markdown finds them."""

from __future__ import annotations

import re

import pytest
from markdown import markdown

from canllaw.content.blocks import read_blocks

_EXTENSIONS = ["admonition", "tables", "pymdownx.details", "pymdownx.superfences", "pymdownx.tabbed"]
_SETTINGS = {"pymdownx.tabbed": {"alternate_style": True}}


@pytest.mark.parametrize(
    "text",
    [
        '=== "A"\n    [a](a)\n\n    [b](b)\n=== "B"\n\n    [c](c)\n\nText [d](d)\n',
        'Text\n=== "A"\n    [a](a)\n',
        '=== "A"\n\n\n    [a](a)\n\n\n\n    [b](b)\n',
        '===! "A"\n    [a](a)\n',
        '===+ "A"\n    [a](a)\n',
        '===+! "A"\n    [a](a)\n',
        '=== "A"\n\n    === "B"\n\n        [a](a)\n\n    [b](b)\n',
        '=== "A"\n    - one\n\n        [a](a)\n\n    | a |\n    |---|\n    | [b](b) |\n',
        '- one\n\n    === "A"\n\n        [a](a)\n\n- two [b](b)\n',
        '=== "A"\n    ```text\n    [a](a)\n    ```\n    [b](b)\n',
        '=== "A [a](a)"\n    [b](b)\n',
        '```text\n=== "A"\n    [a](a)\n```\n\n    [b](b)\n',
        "Text\n===\n\n    [a](a)\n",
        'Text [a](a)\n==== "A"\n',
        '!!! note "A"\n    [a](a)\n\n\n\n    [b](b)\nText [c](c)\n',
        '!!!note "A"\n    [a](a)\n',
        '!!! note two  "A"\n\n    [a](a)\n\n    > [b](b)\n',
        '??? note "A"\n    [a](a)\n\n    !!! tip "B"\n\n        [b](b)\n\n    ???+ note "C"\n        [c](c)\n',
        '???+ "A"\n    [a](a)\n',
        '!!!! note "A"\n\n    [a](a)\n',
        '!!! note "A"\n   [a](a)\n',
    ],
)
def test_links_are_those_of_the_page(text: str) -> None:
    """The links that are checked are those that the page has: what is code to one parser is code to the other."""
    html = markdown(text, extensions=_EXTENSIONS, extension_configs=_SETTINGS)
    assert [link.target for link in read_blocks(text).links] == re.findall('href="([^"]*)"', html)


def test_lines() -> None:
    """What stands in a passage has the line of the file on which an editor finds it."""
    text = 'A\n\n=== "B"\n\n    ??? note "C"\n\n\n        [c](d.md)\n\n        ### E\n\n=== "F"\n    ![g](h.svg)\n'
    blocks = read_blocks(text, 11)
    assert [link.line for link in blocks.links] == [18]
    assert [(heading.anchor, heading.line) for heading in blocks.headings] == [("e", 20)]
    assert [picture.line for picture in blocks.pictures] == [23]


def test_passages() -> None:
    """A passage has what it begins with, its title and its line; tabs are counted within their set."""
    text = '=== "A"\n    a\n\n=== "B"\n\n===! "C"\n    === "D"\n        d\n!!! note two "E"\n    e\n=== "F"\n    f\n'
    assert [(p.start, p.title, p.line, p.number, p.is_empty) for p in read_blocks(text).passages] == [
        ("===", "A", 1, 1, False),
        ("===", "B", 4, 2, True),
        ("===!", "C", 6, 1, False),
        ("===", "D", 7, 1, False),
        ("!!! note two", "E", 9, 1, False),
        ("===", "F", 11, 1, False),
    ]
