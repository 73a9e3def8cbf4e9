"""The segments of a text: what a translator translates one at a time, each with its kind and its line.

*Segment* is the term of translation memories (TMX, XLIFF): a heading, a paragraph, an item of a list, a row of a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from markdown_it.token import Token

from canllaw.content.html_tags import without_comments

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
    the top of the file, such as `title`.
    """

    kind: Kind
    text: str
    line: int
    depth: int = 0
    name: str = ""


def segments_in(tokens: list[Token], first_line: int) -> Iterator[Segment]:
    """The segments among the tokens of a text that begins on line `first_line`, in reading order."""
    around: list[str] = []
    row: list[str] = []
    for before, token in zip([None, *tokens], tokens, strict=False):
        line = (token.map or [0])[0] + first_line
        name = token.type.removesuffix("_open").removesuffix("_close")
        if token.nesting == 1:
            around.append(name)
        elif token.nesting == -1:
            around.pop()
            if name == "tr":
                # A row closes without its line: it is that of its first cell.
                yield Segment("row", " | ".join(row[1:]), int(row[0]), len(row) - 1)
                row = []
        elif token.type == "inline" and "tr" in around:
            row += [words(token.content)] if row else [str(line), words(token.content)]
        elif token.type == "inline" and before is not None:
            yield _inline(token, before, around, line)
        elif token.type in ("fence", "code_block"):
            yield Segment("code", words(token.content), line)
        elif token.type == "html_block" and (html := words(without_comments(token.content))):
            yield Segment("code", html, line)


def _inline(token: Token, before: Token, around: list[str], line: int) -> Segment:
    text = words(token.content)
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
