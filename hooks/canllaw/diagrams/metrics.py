"""How wide words are, in the font that diagrams are drawn with, and where a line of them breaks.

The widths are those of the site's own font file (`hmtx` and `cmap`, OpenType 1.9). Where a reader's browser draws with
a serif of the system instead, letters are up to an eighth wider, so that much room is kept.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path

FONT = Path(__file__).parents[3] / "overrides" / "assets" / "fonts" / "newsreader-600.woff2"
LINE = 1.25
"""The distance of two lines, in sizes of the letters."""
_ROOM = 1.125
_WIDE = 1.4  # sizes: what an emoji or an ideograph counts, a little more than most need
_UNKNOWN = 0.6  # sizes: what a letter counts that the font does not have, a little more than an average one


_SPACE = re.compile("[ \\t\\r\\n]+")  # but for the space at which no line may break


@cache
def advances(file: Path = FONT) -> dict[int, float]:
    """The width of each letter of the font in `file`, by code point, in sizes."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  (a check seldom needs it, and it takes long)

    with TTFont(file, lazy=True) as font:
        per_size, widths = font["head"].unitsPerEm, font["hmtx"]
        return {point: widths[name][0] / per_size for point, name in font.getBestCmap().items()}


def width_of(text: str, size: float) -> float:
    """How wide `text` is drawn in letters of `size`; both in user units (CSS pixels)."""
    known = advances()
    return sum(known.get(ord(letter)) or _elsewhere(letter) for letter in text) * size * _ROOM


def _elsewhere(letter: str) -> float:
    """The width, in sizes, of a letter that comes from another font (Unicode Standard Annex 11)."""
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Cf", "Me", "Mn"):
        return 0.0
    return _WIDE if unicodedata.east_asian_width(letter) in ("F", "W") else _UNKNOWN


def wrap(text: str, size: float, most: float, measure: Callable[[str, float], float] = width_of) -> list[str]:
    """The lines of `text`, broken between words so that none is wider than `most`; a longer word has its own line.

    `measure` says how wide a text is in letters of a size.

    Hyphenated compounds may break after a hyphen. What does not fit is never cut: the caller widens its box.
    """
    lines: list[str] = []
    for piece, joint in _pieces(text):
        longer = f"{lines[-1]}{joint}{piece}" if lines else piece
        if lines and measure(longer, size) <= most:
            lines[-1] = longer
        else:
            lines.append(piece)
    return lines


def _pieces(text: str) -> list[tuple[str, str]]:
    """The parts of `text` between which a line may break, each with what joins it to the one before."""
    pieces = []
    for word in _SPACE.split(text.strip()):
        joint = " "
        for part in word.replace("-", "-\0").split("\0"):
            if part:
                pieces.append((part, joint))
            joint = ""
    return pieces


def widest(lines: list[str], size: float) -> float:
    """The width of the widest of `lines`."""
    return max((width_of(line, size) for line in lines), default=0.0)


def height_of(lines: list[str], size: float) -> float:
    """How high `lines` are together."""
    return len(lines) * size * LINE
