"""What an edition's Markdown holds, block by block, each with its line: headings, links and pictures.

Read with markdown-it, whose tokens carry line numbers; the page itself is rendered by Python-Markdown. Anchors are made
by the same function in both, and a test on the built site holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, takewhile
from pathlib import PurePosixPath

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.footnote import footnote_plugin

from canllaw.language.addresses import slugify

_ATTRIBUTES = re.compile(r"\s*\{:?\s*((?:[#.][\w-]|[\w-]+=)[^{}]*)\}")
_OWN_ANCHOR = re.compile(r"\{:?[^{}]*#([\w-]+)[^{}]*\}\s*$")


@dataclass(frozen=True)
class Heading:
    """A heading: its level (2 for `##`), its words, its anchor, its line."""

    level: int
    text: str
    anchor: str
    line: int


@dataclass(frozen=True)
class Link:
    """A link in the text, as written."""

    target: str
    text: str
    line: int


@dataclass(frozen=True)
class Picture:
    """A picture in the text, as written; one with a caption is a figure and has a number."""

    target: str
    alt: str
    caption: str
    line: int

    @property
    def name(self) -> str:
        """What references call it: the file's name without its endings (`models` for `models.cy.svg`)."""
        return PurePosixPath(self.target).name.split(".")[0]

    @property
    def common_name(self) -> str:
        """The name under which it is credited once for both languages: `models.svg` for `models.cy.svg`."""
        return f"{self.name}{PurePosixPath(self.target).suffix}"


@dataclass(frozen=True)
class RawHtml:
    """HTML among the Markdown, as written."""

    html: str
    line: int


@dataclass(frozen=True)
class Blocks:
    """All that a text holds, in reading order."""

    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    pictures: tuple[Picture, ...]
    raw_html: tuple[RawHtml, ...]

    @property
    def figures(self) -> tuple[Picture, ...]:
        """The pictures that have a caption, in order: the first is Figure 1."""
        return tuple(picture for picture in self.pictures if picture.caption)

    @property
    def anchors(self) -> frozenset[str]:
        """All that a link to this text can point at."""
        return frozenset(heading.anchor for heading in self.headings) | {figure_anchor(f.name) for f in self.figures}


def figure_anchor(name: str) -> str:
    """The anchor of the figure called `name`."""
    return f"fig-{slugify(name)}"


def read_blocks(body: str, first_line: int = 1) -> Blocks:
    """The blocks of `body`, whose first line is line `first_line` of its file."""
    tokens = _parser().parse(body)
    found = [part for token in tokens for part in _parts(token, (token.map or [0])[0] + first_line)]
    return Blocks(
        headings=tuple(_headings(tokens, first_line)),
        links=tuple(part for part in found if isinstance(part, Link)),
        pictures=tuple(part for part in found if isinstance(part, Picture)),
        raw_html=tuple(part for part in found if isinstance(part, RawHtml)),
    )


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table").use(admon_plugin).use(footnote_plugin)
    # Python-Markdown escapes nothing here; a target is compared with file names as it was written.
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def _headings(tokens: list[Token], first_line: int) -> Iterator[Heading]:
    taken: set[str] = set()
    for opening, content in pairwise(tokens):
        if opening.type == "heading_open":
            own = _OWN_ANCHOR.search(content.content)
            text = _ATTRIBUTES.sub("", _plain_text(content)).strip()
            anchor = _unique(own[1] if own else slugify(text), taken)
            yield Heading(int(opening.tag[1:]), text, anchor, (opening.map or [0])[0] + first_line)


def _unique(anchor: str, taken: set[str]) -> str:
    """`anchor`, or with `_1`, `_2` … where it is taken or empty, as Python-Markdown's `toc` does."""
    while not anchor or anchor in taken:
        match = re.match(r"^(.*)_(\d+)$", anchor)
        anchor = f"{match[1]}_{int(match[2]) + 1}" if match else f"{anchor}_1"
    taken.add(anchor)
    return anchor


def _parts(token: Token, line: int) -> Iterator[Link | Picture | RawHtml]:
    """The links, pictures and HTML in a block that begins on `line`."""
    if token.type == "html_block":
        yield RawHtml(token.content, line)
    children = token.children or []
    for index, child in enumerate(children):
        if child.type in ("softbreak", "hardbreak"):
            line += 1
        elif child.type == "link_open":
            inside = takewhile(lambda following: following.type != "link_close", children[index + 1 :])
            yield Link(str(child.attrs["href"]), "".join(part.content for part in inside), line)
        elif child.type == "image":
            yield Picture(str(child.attrs["src"]), child.content, str(child.attrs.get("title", "")), line)
        elif child.type == "html_inline":
            yield RawHtml(child.content, line)


def _plain_text(token: Token) -> str:
    return "".join(child.content for child in token.children or [])
