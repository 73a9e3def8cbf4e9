"""Which letters a picture for social networks can show, and what stands for those that it cannot.

Its font is the wider cut of the site's serif, which PDFs have too. No reader fetches it, so no page is heavier for it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from canllaw.diagrams import metrics

FONT = metrics.FONT.with_name("newsreader-600-whole.woff2")
_NAMED = re.compile(r"LATIN (CAPITAL|SMALL) LETTER ([A-Z]{1,2})(?: WITH|$)")
# What nearly every title is made of, for which no font has to be opened.
_SURELY_THERE = re.compile("[ -~À-ÿŴŵŶŷ‘’“”–—…]*")
_UNSEEN = ("Cc", "Cf", "Mn", "Me", "Zs", "Zl", "Zp")


@cache
def advances() -> dict[int, float]:
    """The width of each letter, by code point, in sizes; accents that stand alone are none, for they have no place."""
    return {point: width for point, width in metrics.advances(FONT).items() if not unicodedata.combining(chr(point))}


def drawable(text: str) -> str:
    """`text` in letters of the font: a letter that it does not have loses its accent or stroke, or else is left out."""
    known = advances()
    fitting = "".join(
        letter if ord(letter) in known else _plainer(letter) for letter in unicodedata.normalize("NFC", text)
    )
    return re.sub(r"\s+", " ", fitting).strip(" :")


def left_out(text: str) -> list[str]:
    """What `drawable` leaves out of `text`, each letter or sign once; marks that belong to a letter are none."""
    composed = unicodedata.normalize("NFC", text)
    if _SURELY_THERE.fullmatch(composed):
        return []
    known = advances()
    seen = (letter for letter in composed if unicodedata.category(letter) not in _UNSEEN)
    return list(dict.fromkeys(letter for letter in seen if ord(letter) not in known and not _plainer(letter)))


def _plainer(letter: str) -> str:
    """What `letter` is made of, as Unicode takes it apart or names it: *l* for "small letter L with stroke"."""
    parts = "".join(part for part in unicodedata.normalize("NFKD", letter) if ord(part) in advances())
    named = _NAMED.match(unicodedata.name(letter, ""))
    if parts or not named:
        return parts
    return named[2] if named[1] == "CAPITAL" else named[2].lower()
