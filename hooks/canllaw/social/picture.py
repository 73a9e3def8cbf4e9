"""A whole picture, 1200 by 630 pixels: the size that the Open Graph protocol's readers ask for, and crop least.

The cover of a book is made of the same letters and mark.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO
from itertools import combinations

from PIL import Image

from canllaw.social.landscape import HEIGHT as VIEW_HEIGHT
from canllaw.social.landscape import WIDTH as VIEW_WIDTH
from canllaw.social.landscape import Scheme, schemes, view
from canllaw.social.lettering import CAPITAL, DESCENT, Lines, drawn, fitted
from canllaw.social.letters import drawable
from canllaw.social.mark import mark
from canllaw.social.palette import Colour, mixed, token

WIDTH, HEIGHT = 1200, 630
MARGIN = 72
COVER_WIDTH, COVER_HEIGHT = 1200, 1800
COLUMN = WIDTH - 3 * MARGIN - VIEW_WIDTH + 8
"""How wide the words may be."""
_MARK = 72
_COVER_MARK, _COVER_MARGIN, _COVER_LARGEST = 640, 120, 180
_GAP = 32
_RAISED = 5  # the site's name above the foot of its mark
_LARGEST, _LABEL, _NAME = 84, 28, 34
_SECOND = 0.5  # sizes: the letters of what follows the colon of a title, measured by those before it
_LEAST_SECOND = 30
_SHADES = 15  # of a colour between the ground and its letters
_PACKED = 3  # of 9; the next step would take nearly twice as long, and save a tenth
_BETWEEN = 5  # two colours of a view, along their common edge


@dataclass(frozen=True)
class Words:
    """What stands on a picture: the site's name, a label (type and topic, "" for none), and a title."""

    site_name: str
    label: str
    title: str


def picture(words: Words, key: str, topic: int) -> bytes:
    """The picture as a PNG file; `topic` is the place of the guide's topic among all, `key` its folder.

    The same arguments give the same bytes. The palette is known from the start, so no colours have to be counted.
    """
    scheme = schemes()[topic % len(schemes())]
    image = _ground(scheme, WIDTH, HEIGHT)
    image.paste(_seen(key, scheme), (WIDTH - MARGIN - VIEW_WIDTH, HEIGHT - MARGIN - VIEW_HEIGHT))
    image.paste(_mark(scheme, _MARK), (MARGIN, MARGIN))
    _write(image, words)
    return _packed(image)


def cover(title: str, subtitle: str) -> bytes:
    """The cover of a book as a PNG file: the mark above both parts of its title."""
    scheme = schemes()[0]
    image, above = _ground(scheme, COVER_WIDTH, COVER_HEIGHT), _mark(scheme, _COVER_MARK)
    image.paste(above, ((COVER_WIDTH - above.width) // 2, 2 * _COVER_MARGIN))
    top = float(3 * _COVER_MARGIN + above.height)
    most, room = COVER_WIDTH - 2 * _COVER_MARGIN, (COVER_HEIGHT - top - _COVER_MARGIN) / 2
    for text, colour, part in ((title, 0, 1.0), (subtitle, 1, _SECOND)):
        lines = fitted(drawable(text), most, room, round(_COVER_LARGEST * part))
        _letter(image, lines, (_COVER_MARGIN, top + CAPITAL * lines.size), colour)
        top += lines.height + _gap(lines)
    return _packed(image)


def _ground(scheme: Scheme, width: int, height: int) -> Image.Image:
    image = Image.new("P", (width, height))
    image.putpalette(_palette(scheme).getpalette() or [])
    return image


def _packed(image: Image.Image) -> bytes:
    file = BytesIO()
    image.save(file, "PNG", compress_level=_PACKED)
    return file.getvalue()


def _write(image: Image.Image, words: Words) -> None:
    """The name beside the mark; below, standing on the same line as the arch, the title with its label above it."""
    first, second = _parts(drawable(words.title))
    name = drawable(words.site_name)
    above = _mark(schemes()[0], _MARK)
    if name != first:
        beside = above.width + 18
        lines = fitted(name, COLUMN - beside, above.height - _RAISED, _NAME)
        _letter(
            image, lines, (MARGIN + beside, MARGIN + above.height - _RAISED - lines.height + CAPITAL * lines.size), 0
        )
    label = fitted(drawable(words.label), COLUMN, 2 * _LABEL, _LABEL)
    room = HEIGHT - 2 * MARGIN - above.height - 2 * _GAP - (label.height + _GAP if label.lines else 0)
    title, more = _titles(first, second, room)
    foot = HEIGHT - MARGIN - DESCENT * (more if more.lines else title).size
    for lines, gap, colour in ((more, _gap(title), 1), (title, _GAP, 0), (label, 0, 2)):
        if lines.lines:
            _letter(image, lines, (MARGIN, foot - lines.height + CAPITAL * lines.size), colour)
            foot -= lines.height + gap


def _gap(title: Lines) -> float:
    """The distance of the title from what stands below it, so that neither touches the other."""
    return title.size * DESCENT + 16


def _parts(title: str) -> tuple[str, str]:
    """A title up to its colon, which needs none then, and what follows it."""
    first, _, second = title.partition(": ")
    return first, second[:1].upper() + second[1:]


def _titles(first: str, second: str, room: float) -> tuple[Lines, Lines]:
    """Both parts of a title as large as they fit above each other, the second about half as large as the first."""
    most = room
    while True:
        title = fitted(first, COLUMN, most, _LARGEST)
        more = fitted(second, COLUMN, room, max(round(title.size * _SECOND), min(_LEAST_SECOND, title.size)))
        height = title.height + _gap(title) + more.height if second else title.height
        if height + DESCENT * (more if second else title).size <= room or most <= 1:
            return title, more
        most = min(most, title.height) - 1


def _letter(image: Image.Image, lines: Lines, place: tuple[float, float], colour: int) -> None:
    """Write `lines` in a colour of `_inks`; the first one stands at `place`."""
    covered, below = drawn(lines)
    shades = covered.point([1 + colour * _SHADES + max(part * _SHADES // 256, 0) for part in range(256)])
    left, line = place
    image.paste(shades, (round(left) - lines.size, round(line) - below), covered.point([0] * 8 + [255] * 248, "1"))


@cache
def _inks() -> tuple[Colour, ...]:
    """Of the title, of what follows its colon, and of the label."""
    return token("chalk"), mixed(token("chalk"), token("slate"), 0.28), token("gold")


@cache
def _palette(scheme: Scheme) -> Image.Image:
    """The ground, each ink in its shades, and the colours of the view with what lies between them."""
    colours = [token("slate")]
    colours += [mixed(token("slate"), ink, (shade + 1) / _SHADES) for ink in _inks() for shade in range(_SHADES)]
    colours += scheme.all
    for one, other in combinations(scheme.all, 2):
        colours += [mixed(one, other, (step + 1) / (_BETWEEN + 1)) for step in range(_BETWEEN)]
    image = Image.new("P", (1, 1))
    image.putpalette([channel for colour in colours for channel in colour])
    return image


@lru_cache(maxsize=1)
def _seen(key: str, scheme: Scheme) -> Image.Image:
    """The view in the picture's palette; the last one is kept, because the guide's other language comes next."""
    return view(key, scheme).quantize(palette=_palette(scheme), dither=Image.Dither.NONE)


@cache
def _mark(scheme: Scheme, height: int) -> Image.Image:
    return mark(height).quantize(palette=_palette(scheme), dither=Image.Dither.NONE)
