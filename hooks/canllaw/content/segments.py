"""The segments of a text: what a translator translates one at a time, each with its kind and its line.

*Segment* is the term of translation memories (TMX, XLIFF): a heading, a paragraph, an item of a list, a row of a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from markdown_it.token import Token

from canllaw.content.html_tags import comments_in, without_comments

Kind = Literal["field", "heading", "paragraph", "item", "quotation", "figure", "row", "term", "note", "passage", "code"]

_CONTAINERS: dict[str, Kind] = {
    "list_item": "item",
    "blockquote": "quotation",
    "dl": "term",
    "footnote_reference": "note",
}
_FIGURE = re.compile(r"!\[[^\]]*\]\([^)]*\)(\{[^}]*\})?")


@dataclass(frozen=True)
class Segment:
    """A segment as written, on one line.

    `depth` is a heading's level, how many lists an item is in, or how many cells a row has; `name` that of a field at
    the top of the file, such as `title`. `comments` stand in it, or by themselves before it, and are no part of `text`.
    """

    kind: Kind
    text: str
    line: int
    depth: int = 0
    name: str = ""
    comments: tuple[str, ...] = ()


def segments_in(tokens: list[Token], first_line: int) -> Iterator[Segment]:
    """The segments among the tokens of a text that begins on line `first_line`, in reading order."""
    around: list[str] = []
    row: list[str] = []
    said: list[str] = []  # in comments, about the segment that comes next
    for before, token in zip([None, *tokens], tokens, strict=False):
        line = (token.map or [0])[0] + first_line
        name = token.type.removesuffix("_open").removesuffix("_close")
        segment = None
        if token.nesting == 1:
            around.append(name)
        elif token.nesting == -1:
            around.pop()
            if name == "tr":
                # A row closes without its line: it is that of its first cell.
                segment = Segment("row", " | ".join(row[1:]), int(row[0]), len(row) - 1)
                row = []
        elif token.type == "inline" and before is not None:
            text, comments = _without_comments(token)
            said += comments
            if "tr" in around:
                row += [text] if row else [str(line), text]
            else:
                segment = _inline(text, before, around, line)
        elif token.type in ("fence", "code_block"):
            segment = Segment("code", words(token.content), line)
        elif token.type == "html_block":
            said += comments_in(token.content)
            html = words(without_comments(token.content))
            segment = Segment("code", html, line) if html else None
        if segment:
            yield replace(segment, comments=tuple(said)) if said else segment
            said = []


def _without_comments(token: Token) -> tuple[str, list[str]]:
    """The words of a block without the comments in it, and what these say. In code there are none."""
    text, said = token.content, []
    for child in token.children or ():
        if child.type == "html_inline" and (comments := comments_in(child.content)):
            text = text.replace(child.content, "", 1)
            said += comments
    return words(text), said


def _inline(text: str, before: Token, around: list[str], line: int) -> Segment:
    if before.type == "heading_open":
        return Segment("heading", text, line, int(before.tag[1:]))
    if before.type == "passage_open":
        return Segment("passage", text, line)
    container = next((name for name in reversed(around) if name in _CONTAINERS), None)
    if container:
        return Segment(_CONTAINERS[container], text, line, around.count("list_item"))
    return Segment("figure" if _FIGURE.fullmatch(text) else "paragraph", text, line)


def words(text: str) -> str:
    """`text` with each run of white space as one space: how it is laid out in the file says nothing."""
    return " ".join(text.split())
