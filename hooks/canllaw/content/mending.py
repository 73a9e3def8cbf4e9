"""What `canllaw check --fix` mends in a file: what no reader sees, and what can mean one thing only.

Line ends, decomposed accents, two spaces between two words, and straight apostrophes in Welsh words. Code, HTML, links
and the names of fields are left as they are; what is mended once is not mended again.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from canllaw.content.blocks import read_blocks
from canllaw.content.prose import BLOT, Prose
from canllaw.language import Language

_APOSTROPHE = re.compile(r"'(?<=[^\W\d_]')(?=[^\W\d_])")
_LETTERS, _LETTERS_BEFORE = re.compile(r"[^\W_]{1,40}"), re.compile(r"[^\W_]{1,40}$")
#: More than one space between two words, of which some may keep a line together (U+00A0).
MANY_SPACES = re.compile(r"(?<=[^ \u00a0\n])[ \u00a0]{2,}(?=[^ \u00a0\n])")
_PIECE = re.compile(rf"[^{BLOT}]+")
_KEY = re.compile(r"\s*(?:- )?[\w-]+:")
_OF_WORDS = re.compile(r"\s*(?:title|short_title|summary|alt): ")
_ALT = re.compile(r"\balt:[^,}]*")


@dataclass(frozen=True)
class Mended:
    """A text as it should be, and how many of each thing were mended, by the code of its sentence in `problems.yml`."""

    text: str
    counts: Mapping[str, int] = field(default_factory=dict)


def straight_apostrophes(words: str) -> Iterator[str]:
    """The word around each straight apostrophe that stands between two letters."""
    for match in _APOSTROPHE.finditer(words):
        before, after = (
            _LETTERS_BEFORE.search(words, max(0, match.start() - 40), match.start()),
            _LETTERS.match(words, match.end()),
        )
        yield f"{before[0] if before else ''}'{after[0] if after else ''}"


def curved(words: str) -> str:
    """`words` with a curved apostrophe wherever a straight one stands between two letters."""
    return _APOSTROPHE.sub("’", words)


def mend_line_ends(text: str) -> Mended:
    r"""`text` with `\n` at the end of each line."""
    count = text.count("\r")
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return Mended(plain, {"mended-line-ends": count} if count else {})


def mend_page(text: str, language: Language) -> Mended:
    r"""The text of a page, its front matter too, mended; its lines end with `\n` already."""
    lines = text.split("\n")
    counts: Counter[str] = Counter()
    begins = lines[0].lstrip("\ufeff").rstrip() == "---"
    end = next((index for index, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None) if begins else -1
    if end is None:  # nobody can tell where the text begins
        return Mended(text)
    is_of_words = False
    for index, line in enumerate(lines[1:end], 1):
        key = _KEY.match(line)
        is_of_words = bool(_OF_WORDS.match(line)) if key else is_of_words
        lines[index] = _mend_field(line, key.end() if key else 0, language if is_of_words else "en", language, counts)
    for prose in read_blocks("\n".join(lines[end + 1 :])).prose:
        first = end + prose.line
        mended = _mend_prose(prose, language, counts).split("\n")
        lines[first : first + len(mended)] = mended
    return Mended("\n".join(lines), counts)


def _mend_field(line: str, start: int, words: Language, language: Language, counts: Counter[str]) -> str:
    """A line of front matter whose value begins at `start`; `words` is the language of the value if it is words."""
    value = line[start:]
    composed = unicodedata.normalize("NFC", value)
    counts["mended-accents"] += value != composed
    if words == "cy":
        composed, count = _replace(composed, composed, _APOSTROPHE, _curl)
        counts["mended-apostrophes"] += count
    elif language == "cy" and (alt := _ALT.search(composed)):
        curled, count = _replace(alt[0], alt[0], _APOSTROPHE, _curl)
        counts["mended-apostrophes"] += count
        composed = composed[: alt.start()] + curled + composed[alt.end() :]
    return line[:start] + composed


def _mend_prose(prose: Prose, language: Language, counts: Counter[str]) -> str:
    """The text of `prose`, mended, on as many lines as before."""
    text = prose.text
    if not unicodedata.is_normalized("NFC", text):
        text, _ = _replace(text, prose.words, _PIECE, lambda piece: unicodedata.normalize("NFC", piece))
        counts["mended-accents"] += text != prose.text
    # Places have moved, so each step looks at the prose anew.
    if "  " in text or "\u00a0" in text:
        words = replace(prose, text=text).words
        text, count = _replace(text, words, MANY_SPACES, lambda _: " ")
        counts["mended-spaces"] += count
    if language == "cy" and "'" in text:
        words = replace(prose, text=text).own_words
        text, count = _replace(text, words, _APOSTROPHE, _curl)
        counts["mended-apostrophes"] += count
    return text


def _replace(text: str, words: str, pattern: re.Pattern[str], new: Callable[[str], str]) -> tuple[str, int]:
    """`text` with what `pattern` finds in `words`, which are as long, replaced by what `new` makes of it; how often."""
    parts, last, count = [], 0, 0
    for match in pattern.finditer(words):
        parts += [text[last : match.start()], new(text[match.start() : match.end()])]
        last, count = match.end(), count + 1
    return "".join((*parts, text[last:])), count


def _curl(_: str) -> str:
    return "’"
