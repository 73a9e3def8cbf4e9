"""Words on a picture, in the site's own serif: how wide they are, how large they can be in a given place, and drawn.

Widths and kerning are read from the font's tables (`hmtx`, `GPOS`; OpenType 1.9). What Pillow makes of a whole line
depends on libraries that one computer has and another has not, so it only draws the letters, each where it is put here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.otTables import PairPos
from PIL import Image, ImageDraw, ImageFont

from canllaw.diagrams.metrics import wrap
from canllaw.social.letters import FONT, advances

LINE = 1.16
"""The distance of two lines, in sizes of the letters."""
CAPITAL = 0.67
"""How high a capital letter of the font is, in sizes (`sCapHeight`)."""
DESCENT = 0.26
"""How far below the line its letters reach, in sizes."""
FINE = 2
"""Letters are drawn this many times as large and then made smaller, so that each can stand between two pixels."""
_ACCENT = 1.1  # sizes: how high the tallest accent on a capital reaches
_STEP = 2
_LEAST = 40  # pixels: below it a title is too small for a phone, so a word that is too long is broken first
_PIECE = re.compile("[^ -]+-?|-")  # what `wrap` keeps on one line
_WELSH = re.compile("ch|dd|ff|ng|ll|ph|rh|th|.", re.IGNORECASE)  # letters of Welsh stay whole
_SHORT, _HANGING = 2, 0.1


@dataclass(frozen=True)
class Lines:
    """Lines of words in letters of one `size`, in pixels."""

    lines: tuple[str, ...]
    size: int

    @property
    def height(self) -> float:
        """From the top of the capitals of the first line to the line that the last one stands on."""
        return ((len(self.lines) - 1) * LINE + CAPITAL) * self.size if self.lines else 0.0


def width_of(text: str, size: float) -> float:
    """How wide `text` is drawn, in pixels; it holds only letters that are `drawable`."""
    known = advances()
    return (sum(known[ord(letter)] for letter in text) + sum(_closer(*pair) for pair in pairwise(text))) * size


def fitted(text: str, most: float, height: float, largest: int) -> Lines:
    """`text` as large as fits into `most` by `height` pixels, in steps down from `largest`; all of it is there.

    A word that is too long for its line makes all smaller down to `_LEAST`, and is broken from there on.
    """
    size = largest
    while size > 1:
        words = text if size > _LEAST else _broken(text, size, most)
        lines = _wrapped(words, size, most)
        if Lines(lines, size).height <= height and _widest(lines, size) <= most:
            return Lines(_balanced(words, size, most, len(lines)), size)
        size -= min(_STEP, size - 1)
    return Lines(_wrapped(_broken(text, 1, most), 1, most), 1)


def _broken(text: str, size: int, most: float) -> str:
    """`text` with a hyphen and a space where a word that is wider than `most` has to be broken."""

    def parts(word: re.Match[str]) -> str:
        if width_of(word[0], size) <= most:
            return word[0]
        lines = [""]
        for letter in _WELSH.findall(word[0]):
            if lines[-1] and width_of(f"{lines[-1]}{letter}-", size) > most:
                lines.append("")
            lines[-1] += letter
        return "- ".join(lines)

    return _PIECE.sub(parts, text)


def _balanced(text: str, size: int, most: float, count: int) -> tuple[str, ...]:
    """`text` on `count` lines, about equally long, of which few end in a word as short as *y* or *of*.

    Of all ways to break it, that with the least sum of squares of the room that is left on its lines (after Knuth and
    Plass, 1981). A short word at the end costs as much as a line that is a third too short.
    """
    best: dict[tuple[int, int], tuple[float, tuple[str, ...]]] = {(0, 0): (0.0, ())}
    words = text.split(" ")
    for end in range(1, len(words) + 1):
        for start in range(end):
            line = " ".join(words[start:end])
            left = 1 - width_of(line, size) / most
            if left < 0:
                continue
            hangs = end < len(words) and len(words[end - 1]) <= _SHORT
            for number in range(count):
                if (start, number) in best:
                    cost, lines = best[start, number]
                    cost += left**2 + (_HANGING if hangs else 0)
                    if (end, number + 1) not in best or cost < best[end, number + 1][0]:
                        best[end, number + 1] = (cost, (*lines, line))
    return best[len(words), count][1] if (len(words), count) in best else _wrapped(text, size, most)


def _widest(lines: tuple[str, ...], size: int) -> float:
    return max((width_of(line, size) for line in lines), default=0.0)


def _wrapped(text: str, size: int, most: float) -> tuple[str, ...]:
    return tuple(wrap(text, size, most, width_of))


def drawn(text: Lines) -> tuple[Image.Image, int]:
    """How much of each pixel the letters cover (0 to 255), and how far below the top the first line stands."""
    size = text.size
    top = round(_ACCENT * size)
    width = round(_widest(text.lines, size)) + 2 * size  # as much room on both sides as a letter may stick out
    height = top + round(((len(text.lines) - 1) * LINE + DESCENT) * size) + 1
    fine = Image.new("L", (width * FINE, height * FINE))
    for number, line in enumerate(text.lines):
        x, y = float(size), top + number * LINE * size
        for letter, after in pairwise(f"{line}\0"):
            image, right, down = _letter(letter, size * FINE)
            fine.paste(255, (round(x * FINE) + right, round(y * FINE) + down), image)
            x += (advances()[ord(letter)] + (_closer(letter, after) if after != "\0" else 0)) * size
    return fine.reduce(FINE), top


@lru_cache(maxsize=4096)
def _letter(letter: str, size: int) -> tuple[Image.Image, int, int]:
    """A letter, and how far to the right of where it stands, and below its line, the left upper corner of that is."""
    image = Image.new("L", (size * 3, size * 2))
    ImageDraw.Draw(image).text((size, round(_ACCENT * size)), letter, 255, _font(size), anchor="ls")
    box = image.getbbox() or (0, 0, 1, 1)
    return image.crop(box), box[0] - size, box[1] - round(_ACCENT * size)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _closer(left: str, right: str) -> float:
    """By how much `right` moves if it stands after `left`, in sizes."""
    names, subtables, per_size = _kerning()
    first, second = names.get(ord(left)), names.get(ord(right))
    for subtable in subtables:
        if first in subtable.Coverage.glyphs:
            value = _value(subtable, first, second)
            if value is not None:
                return float(getattr(value, "XAdvance", 0)) / per_size
    return 0.0


def _value(subtable: Any, left: str | None, right: str | None) -> Any:
    """What a `PairPos` subtable says of two glyphs; None if nothing, and the next one is asked."""
    if subtable.Format == 1:
        records = subtable.PairSet[subtable.Coverage.glyphs.index(left)].PairValueRecord
        return next((record.Value1 for record in records if record.SecondGlyph == right), None)
    classes = subtable.Class1Record[subtable.ClassDef1.classDefs.get(left, 0)].Class2Record
    return classes[subtable.ClassDef2.classDefs.get(right, 0)].Value1


@cache
def _kerning() -> tuple[dict[int, str], list[Any], int]:
    """The glyph of each letter, the subtables that say which pairs come closer, and how many units a size has."""
    with TTFont(FONT) as font:
        lookups = font["GPOS"].table.LookupList.Lookup
        subtables = [getattr(subtable, "ExtSubTable", subtable) for lookup in lookups for subtable in lookup.SubTable]
        pairs = [subtable for subtable in subtables if isinstance(subtable, PairPos)]  # and not where accents stand
        return font.getBestCmap(), pairs, font["head"].unitsPerEm
