"""The arch of the logo as a window: what is seen through it is each guide's own.

Sun, hills and road come from a hash of the guide's key, so that a guide keeps its view for as long as it keeps its
folder, and has one view in both languages; the colours come from its topic.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from math import pi, sin

from PIL import Image, ImageDraw

from canllaw.social.mark import road
from canllaw.social.palette import Colour, mixed, token

WIDTH, HEIGHT = 324, 486
"""The arch with its frame, in pixels."""
FRAME = 14
FINE = 3
"""It is drawn this many times as large and then made smaller, so that no edge is jagged."""
_WAVES = 4


@dataclass(frozen=True)
class Scheme:
    """The colours of a view: the sky, and three rows of hills from far to near."""

    sky: Colour
    hills: tuple[Colour, Colour, Colour]

    @property
    def all(self) -> tuple[Colour, ...]:
        """Every colour of the view, with its frame, its sun, and the road."""
        glow = tuple(mixed(self.sky, token("chalk"), part) for part in (0.4, 0.75))
        return (token("slate"), token("chalk"), token("gold"), self.sky, *glow, *self.hills)


def schemes() -> tuple[Scheme, ...]:
    """One for each topic, in turn: mist over heather, evening, the sea, a wood."""
    chalk, slate, heather, moss, gold = (token(name) for name in ("chalk", "slate", "heather", "moss", "gold"))
    sea, water = token("link"), token("link", dark=True)
    lilac, leaf = token("heather", dark=True), token("moss", dark=True)
    dusk = (mixed(lilac, gold, 0.2), mixed(heather, slate, 0.15), mixed(heather, slate, 0.6))
    return (
        Scheme(mixed(water, chalk, 0.62), (mixed(lilac, slate, 0.22), heather, moss)),
        Scheme(mixed(gold, chalk, 0.66), dusk),
        Scheme(mixed(lilac, chalk, 0.6), (mixed(water, slate, 0.12), sea, mixed(sea, slate, 0.6))),
        Scheme(mixed(leaf, chalk, 0.66), (leaf, mixed(moss, leaf, 0.3), mixed(moss, slate, 0.45))),
    )


def view(key: str, scheme: Scheme) -> Image.Image:
    """The view of the guide with this key, in its frame; the corners outside the arch are slate."""
    chance = _Chance(key)
    size = (WIDTH * FINE, HEIGHT * FINE)
    image = Image.new("RGB", size, token("chalk"))
    draw = ImageDraw.Draw(image)
    draw.rectangle((FRAME * FINE, FRAME * FINE, (WIDTH - FRAME) * FINE - 1, HEIGHT * FINE), scheme.sky)
    _sun(draw, chance, scheme)
    for colour, height, steep in zip(scheme.hills, (0.56, 0.7, 0.84), (34, 26, 14), strict=True):
        _hill(draw, chance, HEIGHT * height, steep, colour)
    _road(draw, chance)
    return _framed(image).reduce(FINE)


class _Chance:
    """Numbers from 0 to 1 that look like chance, and are the same for the same word on any computer."""

    def __init__(self, word: str) -> None:
        self._bytes = iter(hashlib.sha256(word.encode()).digest())

    def between(self, least: float, most: float) -> float:
        return least + (most - least) * next(self._bytes) / 255


def _sun(draw: ImageDraw.ImageDraw, chance: _Chance, scheme: Scheme) -> None:
    x, y = chance.between(0.32, 0.68) * WIDTH, chance.between(0.3, 0.46) * HEIGHT
    glow = scheme.all[4:6]
    for radius, colour in ((112, glow[0]), (74, glow[1]), (40, token("gold"))):
        draw.circle((x * FINE, y * FINE), radius * FINE, colour)


def _hill(draw: ImageDraw.ImageDraw, chance: _Chance, height: float, steep: float, colour: Colour) -> None:
    """A row of hills across the window, `height` pixels from its top: two waves, one of them twice as short."""
    long, short = chance.between(0, 2 * pi), chance.between(0, 2 * pi)
    length = chance.between(0.8, 1.3)
    points = []
    for x in range(0, WIDTH + _WAVES, _WAVES):
        turn = x / WIDTH * 2 * pi
        y = height + steep * (sin(long + turn * length) + 0.45 * sin(short + turn * 2))
        points.append((x * FINE, y * FINE))
    draw.polygon([*points, (WIDTH * FINE, HEIGHT * FINE), (0, HEIGHT * FINE)], colour)


def _road(draw: ImageDraw.ImageDraw, chance: _Chance) -> None:
    """The road of the logo, from the foot of the window to the hills, turned to one side or the other."""
    left, top, right, bottom = 0.2 * WIDTH, 0.66 * HEIGHT, 0.8 * WIDTH, float(HEIGHT)
    if chance.between(-1, 1) > 0:
        left, right = right, left
    points = [((left + x * (right - left)) * FINE, (top + y * (bottom - top)) * FINE) for x, y in road()]
    draw.polygon(points, token("chalk"))


def _framed(image: Image.Image) -> Image.Image:
    """`image` within the arch: chalk around it, and slate around that."""
    outer, inner = _arch(0), _arch(FRAME)
    framed = Image.new("RGB", image.size, token("slate"))
    framed.paste(token("chalk"), mask=outer)
    framed.paste(image, mask=inner)
    return framed


@lru_cache(maxsize=2)
def _arch(inset: int) -> Image.Image:
    mask = Image.new("1", (WIDTH * FINE, HEIGHT * FINE))
    draw = ImageDraw.Draw(mask)
    middle, radius = WIDTH / 2 * FINE, (WIDTH / 2 - inset) * FINE
    draw.circle((middle, middle), radius, 1)
    draw.rectangle((middle - radius, middle, middle + radius, HEIGHT * FINE), 1)
    return mask
