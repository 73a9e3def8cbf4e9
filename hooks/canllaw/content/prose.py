"""The prose of a text: what is read as words, with all else (code, HTML, addresses, signs of Markdown) blotted out.

The checks of words look at it, and `canllaw check --fix` changes nothing but it. A blot is as long as what it hides, so
that a place in the prose is the same place in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from markdown_it.token import Token

#: Stands for each character that is no prose: neither a letter, nor a space, nor a sign of punctuation.
BLOT = "\ufffc"

_SIGNS = re.compile(r"[\\`<\[\]{&|@]")
_ADDRESSES = ("http", "www.")
# No part may look ahead over text that another start looks over again: lines can be as long as books.
_NOT_PROSE = re.compile(
    r"\\."
    r"|(?<!`)(`++).*?(?<!`)\1(?!`)"  # code
    r"|[<](?:!--.*?--|/?[A-Za-z!?][^<>]*+)>"  # HTML, and addresses in angle brackets
    r"|\]\([^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*+(?:\s++\"[^\"\n]*+\")?\)"  # where a link leads
    r"|\]\[[^\]\n]*+\]|!?\[\^[^\]\n]*+\]:?|!?\[|\]"
    r"|\{:?[ ]*(?:[#.][\w-]|[\w-]+[ ]*=)[^{}\n]*+\}"  # attributes
    r"|&\#?\w++;"
    r"|[ \t]*+\|[ \t]*+"  # the cells of a table
    r"|(?:https?://|www\.)\S++"
    r"|(?<![^\s(<])[^\s@()<]++@[^\s@()>]++",
    re.DOTALL,
)
_AT_LINE_START = re.compile(
    r"^[ \t>]*(?:(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?|\#{1,6}[ \t]+|:[ \t]+)[ \t>]*)*"
    r"(?:(?:!!!|\?\?\?\+?|===[+!]*)[^\"\n]*+)?",
    re.MULTILINE,
)
_LANGUAGE = re.compile(r"\{[^{}\n]*\blang[ ]*=[ ]*[\"']?([^\s\"'{}]*)")
_FOREIGN = re.compile(r"(\*{1,2}|_)(?=\S)[^*_\n]+\1\{[^{}\n]*\blang[ ]*=[^{}\n]*\}")
_HIDDEN = re.compile(r"[^\n]")


@dataclass(frozen=True)
class Prose:
    """One block of words: a paragraph, a heading, a row of a table, a title of a passage.

    `text` is what stands in the file, its lines joined by line ends; `line` is the first of them.
    """

    text: str
    line: int
    kind: str
    """The token around it in markdown-it's terms: `paragraph_open`, `heading_open`, `th_open`, `passage_open` …"""
    is_quoted: bool
    is_note: bool

    @cached_property
    def words(self) -> str:
        """`text` with all that is no prose blotted out."""
        text = self.text
        if "\n" in text or not text[:1].isalpha():  # no sign of a block begins with a letter
            text = _AT_LINE_START.sub(_blot, text)
        has_signs = _SIGNS.search(text) or any(start in text for start in _ADDRESSES)
        return _NOT_PROSE.sub(_blot, text) if has_signs else text

    @cached_property
    def own_words(self) -> str:
        """`words` without passages in another language (`*words*{lang=en}`)."""
        if "lang" not in self.text:
            return self.words
        words = list(self.words)
        for match in _FOREIGN.finditer(self.text):
            words[match.start() : match.end()] = _blot(match)
        return "".join(words)

    @property
    def languages(self) -> Iterator[tuple[str, int]]:
        """Each language that an attribute list (`{lang=en}`) names, and its line."""
        if "lang" in self.text:
            for match in _LANGUAGE.finditer(re.sub(r"(?<!`)(`++).*?(?<!`)\1(?!`)", _blot, self.text, flags=re.DOTALL)):
                yield match[1], self.line_of(match.start())

    def line_of(self, place: int) -> int:
        """The line of the file on which the character at `place` stands."""
        return self.line + self.text.count("\n", 0, place)


def prose_in(tokens: list[Token], lines: list[str], first_line: int) -> Iterator[Prose]:
    """The prose among `tokens`, which stand for `lines`, the first of which is line `first_line` of its file."""
    quotations = notes = 0
    last, kind = -1, ""
    for token in tokens:
        if token.type in ("blockquote_open", "blockquote_close"):
            quotations += token.nesting
        elif token.type in ("footnote_reference_open", "footnote_reference_close"):
            notes += token.nesting
        if token.type != "inline":
            kind = token.type
        elif token.map and token.map[0] > last:
            # The cells of a row stand on one line, and are one block here.
            begin, end = token.map
            last = end - 1
            yield Prose("\n".join(lines[begin:end]), begin + first_line, kind, quotations > 0, notes > 0)


def _blot(match: re.Match[str]) -> str:
    return _HIDDEN.sub(BLOT, match[0])
