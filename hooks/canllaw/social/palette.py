"""The colours of a picture: those of the site (`tokens.css`), and what lies between two of them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

TOKENS = Path(__file__).parents[3] / "overrides" / "assets" / "stylesheets" / "tokens.css"

Colour = tuple[int, int, int]

_STATED = re.compile(r"--cl-([\w-]+):\s*(?:light-dark\()?#([0-9a-f]{6})(?:,\s*#([0-9a-f]{6}))?")


@cache
def token(name: str, *, dark: bool = False) -> Colour:
    """The colour `--cl-<name>` of the style sheet, that for dark pages if `dark`; each channel from 0 to 255."""
    for found in _STATED.finditer(TOKENS.read_text(encoding="utf-8")):
        if found[1] == name:
            stated = found[3] if dark and found[3] else found[2]
            red, green, blue = bytes.fromhex(stated)
            return red, green, blue
    raise KeyError(name)


def mixed(one: Colour, other: Colour, part: float) -> Colour:
    """The colour that lies `part` (0 to 1) of the way from `one` to `other`, channel by channel."""
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(one, other, strict=True))
    return red, green, blue
