"""A text as its translator gets it: each block of the source in a comment, and below it the same signs without words.

Headings, items, rows, figures and notes keep their signs, so both editions are alike when the words are there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markdown_it.token import Token

from canllaw.authoring.templates import filled
from canllaw.content.blocks import parse
from canllaw.content.files import TEXT_SUFFIXES
from canllaw.content.html_tags import without_comments
from canllaw.content.unwritten import MARK
from canllaw.language import LANGUAGES, Language

# A comment would end with it, in one way of reading HTML or another.
_ENDS_COMMENT = re.compile(r"(--[!\s]*)>")
_OURS = re.compile(rf"[<]!-- (?:{MARK}|(?:{'|'.join(LANGUAGES)}):)")
_SIGNS = re.compile(r"[\s>]*(?:(?:[-*+:]|\d{1,9}[.)]|\[\^[^\]]+\]:)\s+)*")
_PICTURE = re.compile(r'!\[[^\]]*\]\(([^\s)]+)(\s+)?("[^"]*")?\)(.*)', re.DOTALL)
_ATTRIBUTES = re.compile(r"[ ]?\{:?[ ]*[#.\w][^{}]*\}$")
_NAMED_PLACE = re.compile(r"\{:[^{}]*\}")
_LETTER = re.compile(r"[^\W\d_]")

PictureOf = Callable[[str], str]
"""The picture that the other language shows in the place of one."""


@dataclass(frozen=True)
class _Block:
    """Lines of a text that belong together, from `begin` up to `end`; `tokens` are what is in them."""

    begin: int
    end: int
    tokens: list[Token]

    @property
    def is_tab(self) -> bool:
        return self.tokens[0].type == "passage_open" and self.tokens[0].markup.startswith("===")


def skeleton(body: str, language: Language, picture_of: PictureOf) -> str:
    """The text `body`, which is in `language`, as its translator gets it."""
    lines = body.split("\n")
    parts: list[str] = []
    last = 0
    for block in _together(_blocks(parse(body))):
        parts += _between(lines[last : block.begin])
        last = block.end
        source = _text(lines[block.begin : block.end])
        if block.tokens[0].type == "html_block" and not without_comments(source).strip():
            continue
        place = MARK if block.tokens[0].type == "html_block" else _without_words(block, lines, picture_of)
        if place != source:
            gap = "\n" if "\n" in source else " "
            parts.append(filled("comment.md", language=language, gap=gap, text=_ENDS_COMMENT.sub(r"\1&gt;", source)))
        parts.append(place)
    return "\n\n".join([*parts, *_between(lines[last:])])


def without_source(body: str) -> str:
    """`body` without the comments in which `skeleton` shows the source, and nothing else changed."""
    lines = body.split("\n")
    for block in reversed(list(_blocks(parse(body)))):
        first = block.tokens[0]
        if first.type == "html_block" and _OURS.match(first.content) and not without_comments(first.content).strip():
            end = block.end
            while end < len(lines) and not lines[end].strip():
                end += 1
            del lines[block.begin : end]
    return "\n".join(lines)


def _blocks(tokens: list[Token]) -> Iterator[_Block]:
    """The blocks that stand in no other, in order."""
    opened: list[Token] = []
    for token in tokens:
        opened.append(token)
        if token.level == 0 and token.nesting <= 0:
            begin, end = opened[0].map or [0, 0]
            yield _Block(begin, end, opened)
            opened = []


def _together(blocks: Iterator[_Block]) -> Iterator[_Block]:
    """`blocks`, with tabs that follow each other as one: a comment between them would part the set."""
    before: _Block | None = None
    for block in blocks:
        if before and before.is_tab and block.is_tab:
            before = _Block(before.begin, block.end, [*before.tokens, *block.tokens])
            continue
        if before:
            yield before
        before = block
    if before:
        yield before


def _between(lines: list[str]) -> list[str]:
    """What stands between blocks and is none, such as where a link by name leads."""
    text = _text(lines)
    return [text] if text else []


def _text(lines: list[str]) -> str:
    return "\n".join(lines).strip("\n").rstrip()


def _without_words(block: _Block, lines: list[str], picture_of: PictureOf) -> str:
    """The lines of `block` with the sign in the place of all that is in words."""
    written: dict[int, str | None] = {}
    cells: list[str] | None = None
    row = 0
    for before, token in zip([None, *block.tokens], block.tokens, strict=False):
        if token.type == "tr_open":
            cells = []
        elif token.type == "tr_close" and cells is not None:
            written[row] = f"{_SIGNS.match(lines[row])[0]}| {' | '.join(cells)} |"  # type: ignore[index]  # it matches ""
            cells = None
        elif token.type == "inline" and token.map:
            row, end = token.map
            if cells is not None:
                cells.append(MARK if _LETTER.search(token.content) else token.content)
                continue
            is_heading = before is not None and before.type == "heading_open"
            written[row] = _line(lines[row], token.content, picture_of, is_heading=is_heading)
            written |= {line: lines[line] if _NAMED_PLACE.fullmatch(lines[line].strip()) else None
                        for line in range(row + 1, end)}  # fmt: skip
    kept = (written.get(line, lines[line]) for line in range(block.begin, block.end))
    return _text([line for line in kept if line is not None])


def _line(line: str, content: str, picture_of: PictureOf, *, is_heading: bool) -> str:
    """The first line of a passage of words, `line`, with the sign in the place of the words; `content` is all of it."""
    first = content.split("\n", maxsplit=1)[0]
    start = line.rfind(first)
    around = (line[:start], line[start + len(first) :]) if start >= 0 else (_SIGNS.match(line)[0], "")  # type: ignore[index]  # it matches ""
    if picture := _PICTURE.fullmatch(content):
        return f"{around[0]}{_picture(picture, picture_of)}{around[1]}"
    if not _LETTER.search(content):
        return line
    dash = first[:2] if first.startswith(("— ", "– ")) else ""
    attributes = _ATTRIBUTES.search(first) if is_heading else None
    return f"{around[0]}{dash}{MARK}{attributes[0] if attributes else ''}{around[1]}"


def _picture(picture: re.Match[str], picture_of: PictureOf) -> str:
    file, gap, caption, rest = picture.groups()
    if file.endswith(tuple(TEXT_SUFFIXES)):  # a diagram, which brings its own words
        return picture[0]
    return f"![{MARK}]({picture_of(file)}" + (f'{gap}"{MARK}"' if caption else "") + f"){rest}"
