"""What an edition's Markdown holds, block by block, each with its line: headings, links and pictures.

Read with markdown-it, whose tokens carry line numbers; the page itself is rendered by Python-Markdown. Anchors are made
by the same function in both, and a test on the built site holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise, takewhile
from pathlib import PurePosixPath

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from canllaw.content.files import TEXT_SUFFIXES
from canllaw.content.html_tags import start_tags, tags
from canllaw.content.passages import Passage, passages_in, passages_plugin
from canllaw.content.plain_text import plain_text_plugin
from canllaw.content.prose import Prose, prose_in
from canllaw.content.segments import Segment, segments_in
from canllaw.language.addresses import slugify

_ATTRIBUTES = re.compile(r"\{:?[ ]*(?:[#.][\w-]|[\w-]+[ ]*=)[^{}]*\}")
_OWN_ANCHOR = re.compile(r"#([^\s}]+)")
_NOTE = re.compile(r"^[ ]{0,3}\[\^([^\]]+)\]:", re.MULTILINE)
_NAMED_PLACE = re.compile(r"^\{:[^{}]*#([\w-]+)[^{}]*\}$", re.MULTILINE)


@dataclass(frozen=True)
class Heading:
    """A heading: its level (2 for `##`), its words, its anchor, its line, and whether nothing stands below it."""

    level: int
    text: str
    anchor: str
    line: int
    is_empty: bool = False


@dataclass(frozen=True)
class Link:
    """A link in the text, as written."""

    target: str
    text: str
    line: int


@dataclass(frozen=True)
class Picture:
    """A picture in the text, as written; one with a caption and a paragraph to itself is a figure and has a number."""

    target: str
    alt: str
    caption: str
    line: int
    is_alone: bool = True

    @property
    def name(self) -> str:
        """What references call it: the file's name without its endings (`models` for `models.cy.svg`)."""
        return PurePosixPath(self.target).name.split(".")[0]

    @property
    def is_diagram(self) -> bool:
        """Whether it is drawn from a text file, or would be if that had the right name; its words are in there."""
        return PurePosixPath(self.target).suffix in TEXT_SUFFIXES

    @property
    def is_figure(self) -> bool:
        """Whether it stands on its own, with a caption and a number."""
        return self.is_alone and (self.is_diagram or bool(self.caption))

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
    named_places: frozenset[str]
    unknown_notes: tuple[tuple[str, int], ...]
    """The label and line of each reference to a note that is not there."""
    passages: tuple[Passage, ...]
    segments: tuple[Segment, ...]
    prose: tuple[Prose, ...]
    open_fences: tuple[tuple[str, int], ...]
    """The signs and the line of each piece of code that has no end."""
    lone_items: tuple[tuple[str, int], ...]
    """The words and the line of the only item of each numbered list that has but one, of one line."""

    @property
    def figures(self) -> tuple[Picture, ...]:
        """The pictures that become figures, in order: the first is Figure 1."""
        return tuple(picture for picture in self.pictures if picture.is_figure)

    @property
    def anchors(self) -> frozenset[str]:
        """All that a link to this text can point at."""
        headings = {heading.anchor for heading in self.headings}
        return self.named_places | headings | {figure_anchor(figure.name) for figure in self.figures}


def figure_anchor(name: str) -> str:
    """The anchor of the figure called `name`."""
    return f"fig-{slugify(name)}"


def read_blocks(body: str, first_line: int = 1) -> Blocks:
    """The blocks of `body`, whose first line is line `first_line` of its file."""
    tokens, lines = parse(body), body.split("\n")
    found: list[Link | Picture | RawHtml] = []
    for before, token in pairwise([None, *tokens]):
        if token:
            is_paragraph = before is not None and before.type == "paragraph_open" and not before.hidden
            found.extend(_parts(token, (token.map or [0])[0] + first_line, is_paragraph=is_paragraph))
    return Blocks(
        headings=tuple(_headings(tokens, lines, first_line)),
        links=tuple(part for part in found if isinstance(part, Link)),
        pictures=tuple(part for part in found if isinstance(part, Picture)),
        raw_html=tuple(part for part in found if isinstance(part, RawHtml)),
        named_places=frozenset(_NAMED_PLACE.findall(body)),
        unknown_notes=tuple(_unknown_notes(tokens, body, first_line)),
        passages=tuple(passages_in(tokens, first_line)),
        segments=tuple(segments_in(tokens, first_line)),
        prose=tuple(prose_in(tokens, lines, first_line)),
        open_fences=tuple(_open_fences(tokens, lines, first_line)),
        lone_items=tuple(_lone_items(tokens, first_line)),
    )


def parse(body: str) -> list[Token]:
    """The tokens of `body`, whose lines count from 0; who needs more than a page holds looks at them."""
    return _parser().parse(body)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table").use(passages_plugin).use(deflist_plugin)
    # Notes stay where they stand, referred to or not; `^[…]` is none to Python-Markdown.
    parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    parser.use(plain_text_plugin)
    # Python-Markdown escapes nothing here; a target is compared with file names as it was written.
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def _headings(tokens: list[Token], lines: list[str], first_line: int) -> Iterator[Heading]:
    """The headings that Python-Markdown makes too: not one that is indented, nor one of several lines."""
    found = []
    for index, (opening, content) in enumerate(pairwise(tokens)):
        line = (opening.map or [0])[0]
        if opening.type != "heading_open" or "\n" in content.content:
            continue
        if opening.level or not lines[line].startswith(" "):
            text = " ".join(_ATTRIBUTES.sub("", _plain_text(content)).split())
            is_empty = _is_empty(opening, islice(tokens, index + 3, None))
            found.append((int(opening.tag[1:]), text, _own_anchor(content.content), line + first_line, is_empty))
    taken = {own for _, _, own, _, _ in found if own}
    for level, text, own, line, is_empty in found:
        yield Heading(level, text, own or _unique(slugify(text), taken), line, is_empty)


def _is_empty(heading: Token, following: Iterable[Token]) -> bool:
    """Whether a heading of the same level or a higher one, or the end, follows at once; notes stand elsewhere."""
    notes = 0
    for token in following:
        if token.type in ("footnote_reference_open", "footnote_reference_close"):
            notes += token.nesting
        elif token.type == "heading_open":
            return token.tag <= heading.tag
        elif not notes and (token.type != "html_block" or tags(token.content)):
            return token.nesting < 0
    return True


def _open_fences(tokens: list[Token], lines: list[str], first_line: int) -> Iterator[tuple[str, int]]:
    for token in tokens:
        if token.type == "fence" and token.map:
            begin, end = token.map
            last = lines[end - 1].strip(" \t>") if end - 1 > begin else ""
            if last.strip(token.markup[0]) or len(last) < len(token.markup):
                yield token.markup, begin + first_line


def _lone_items(tokens: list[Token], first_line: int) -> Iterator[tuple[str, int]]:
    for index, token in enumerate(tokens):
        if token.type == "ordered_list_open" and not token.level:
            # The list, its item and the paragraph open, there are words, and all three close.
            parts = tokens[index : index + 7]
            content = parts[3].content if parts[-1].type == "ordered_list_close" else ""
            if content and "\n" not in content:
                yield content, (token.map or [0])[0] + first_line


def _own_anchor(heading: str) -> str | None:
    """The anchor that an attribute list at the end of a heading gives it: `## Words {#anchor}`."""
    start = heading.rfind(" {")
    attributes = heading[start:].rstrip() if start >= 0 or heading.startswith("{") else ""
    own = _OWN_ANCHOR.search(attributes) if attributes.endswith("}") else None
    return own[1] if own else None


def _unknown_notes(tokens: list[Token], body: str, first_line: int) -> Iterator[tuple[str, int]]:
    known = set(_NOTE.findall(body))
    for token in tokens:
        for child in token.children or []:
            label = str(child.meta.get("label", "")) if child.type == "footnote_ref" else ""
            if label and label not in known:
                yield label, (token.map or [0])[0] + first_line


def _unique(anchor: str, taken: set[str]) -> str:
    """`anchor`, or with `_1`, `_2` … where it is taken or empty, as Python-Markdown's `toc` does."""
    while not anchor or anchor in taken:
        match = re.match(r"^(.*)_(\d+)$", anchor)
        anchor = f"{match[1]}_{int(match[2]) + 1}" if match else f"{anchor}_1"
    taken.add(anchor)
    return anchor


def _parts(token: Token, line: int, *, is_paragraph: bool) -> Iterator[Link | Picture | RawHtml]:
    """The links, pictures and HTML in a block that begins on `line`."""
    if token.type == "html_block":
        yield from _html_parts(token.content, line)
    children = token.children or []
    for index, child in enumerate(children):
        if child.type in ("softbreak", "hardbreak"):
            line += 1
        elif child.type == "link_open":
            inside = takewhile(lambda following: following.type != "link_close", children[index + 1 :])
            yield Link(str(child.attrs["href"]), "".join(part.content for part in inside), line)
        elif child.type == "image":
            title = str(child.attrs.get("title", ""))
            yield Picture(str(child.attrs["src"]), child.content, title, line, is_paragraph and len(children) == 1)
        elif child.type == "html_inline":
            yield from _html_parts(child.content, line)


def _html_parts(html: str, line: int) -> Iterator[Link | Picture | RawHtml]:
    """HTML among the Markdown, with the links and pictures in it, which are checked like others."""
    yield RawHtml(html, line)
    for tag in start_tags(html):
        if tag.name == "a" and "href" in tag.attributes:
            yield Link(tag.attributes["href"], "", line + tag.line)
        if tag.name == "img" and "src" in tag.attributes:
            yield Picture(tag.attributes["src"], tag.attributes.get("alt", ""), "", line + tag.line, is_alone=False)


def _plain_text(token: Token) -> str:
    return "".join(child.content for child in token.children or [] if child.type in ("text", "code_inline"))
