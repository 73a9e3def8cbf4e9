"""Passages that stand four spaces in below a title: notes (`!!!`), those that fold (`???`) and tabs (`===`).

A rule for markdown-it that finds them where Python-Markdown and its extensions do, so that what is in them is read as
what it is, and not as code, which is what four spaces mean to Markdown itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

_INDENT = 4
_INTERRUPTS = ["paragraph", "reference", "blockquote", "list"]
_MARK = re.compile(r"(?:!!!|\?\?\?\+?|===[+!]*)(?![!?=+])")
_KIND = re.compile(r" ?[\w-]+(?: +[\w-]+)*")
_TITLE = re.compile(r' +"(.*)" *$')


@dataclass(frozen=True)
class Passage:
    """A passage: what it begins with (`===`, `!!! tip`), its title ("" if it has none), its line.

    `number` is 1 for all but tabs: these are counted within their set.
    """

    start: str
    title: str
    line: int
    number: int
    is_empty: bool

    @property
    def kind(self) -> str:
        """What kind of note it is (`tip`), "" for a tab and where none is stated."""
        return "" if self.is_tab else self.start.partition(" ")[2].partition(" ")[0]

    @property
    def is_tab(self) -> bool:
        """Whether it is a tab."""
        return self.start.startswith("===")


def passages_plugin(parser: MarkdownIt) -> None:
    """Teach `parser` the passages."""
    parser.block.ruler.before("fence", "passage", _passage, {"alt": _INTERRUPTS})


def passages_in(tokens: list[Token], first_line: int) -> list[Passage]:
    """The passages among `tokens`, whose first line is line `first_line` of the file."""
    passages = []
    counts: dict[int, int] = {}
    previous = None
    for token in tokens:
        if token.type == "passage_open":
            counts[token.level] = counts[token.level] + 1 if previous and _goes_on(previous, token) else 1
            line = (token.map or [0])[0] + first_line
            passages.append(Passage(token.info, token.content, line, counts[token.level], bool(token.meta["is_empty"])))
        previous = token
    return passages


def _goes_on(previous: Token, tab: Token) -> bool:
    """Whether `tab` belongs to the set of the tab that ends with `previous`; an exclamation mark begins another set."""
    is_beside = previous.type == "passage_close" and previous.level == tab.level
    return is_beside and previous.markup.startswith("===") and tab.markup.startswith("===") and "!" not in tab.markup


def _passage(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    if state.is_code_block(first):
        return False
    line = state.src[state.bMarks[first] + state.tShift[first] : state.eMarks[first]]
    mark = _MARK.match(line)
    if mark is None:
        return False
    if silent:
        return True
    indent = state.sCount[first] + _INDENT
    last = first
    for index in range(first + 1, end):
        if state.isEmpty(index):
            continue
        if state.sCount[index] < indent:
            break
        last = index
    _push(state, mark[0], line[mark.end() :], (first, last + 1), indent)
    return True


def _push(state: StateBlock, mark: str, rest: str, lines: tuple[int, int], indent: int) -> None:
    """Add the passage on `lines`, with what is in it, to what `state` has found."""
    first, end = lines
    words = None if mark.startswith("===") else _KIND.match(rest)
    kind = words[0] if words else ""
    title = _TITLE.match(rest, len(kind))
    opening = state.push("passage_open", "div", 1)
    opening.block, opening.map, opening.markup = True, [first, end], mark
    opening.info = f"{mark} {kind.strip()}".strip()
    opening.content = title[1].strip() if title else ""
    opening.meta = {"is_empty": end == first + 1}
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = opening.content, [first, first + 1], []

    outside = state.parentType, state.lineMax, state.blkIndent
    state.parentType, state.lineMax, state.blkIndent = "passage", end, indent
    state.md.block.tokenize(state, first + 1, end)
    state.parentType, state.lineMax, state.blkIndent = outside
    state.push("passage_close", "div", -1).markup = mark
    state.line = end
