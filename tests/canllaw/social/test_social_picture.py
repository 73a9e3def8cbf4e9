"""A whole social picture: its form, its margins, and what makes two of them differ."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageChops

from canllaw.social.landscape import schemes
from canllaw.social.palette import mixed, token
from canllaw.social.picture import HEIGHT, MARGIN, WIDTH, Words, picture

_WORDS = Words("Canllaw", "Canllaw ymarferol · Cynllunio a mesur", "Tŷ a gardd: sut i'w rhannu")
_OVERSHOOT = 2  # pixels that a round letter may reach over its line


def opened(file: bytes) -> Image.Image:
    """The picture in `file`, every pixel of it read."""
    image = Image.open(BytesIO(file))
    image.load()
    return image


def drawn_on(image: Image.Image) -> tuple[int, int, int, int]:
    """The box around all that is not ground."""
    colours = image.convert("RGB")
    box = ImageChops.difference(colours, Image.new("RGB", colours.size, token("slate"))).getbbox()
    assert box
    return box


@pytest.mark.parametrize(
    "words",
    [
        _WORDS,
        Words("Canllaw", "", "Canllaw: arloesi agored a chaeedig"),
        Words("Sefydliad Treftadaeth Gogledd a Chanolbarth Cymru a'r Gororau", "Gweithio gyda'n gilydd · " * 5, "Ŵ"),
        Words("Canllaw", "Erthygl", "Sut y gall sefydliadau treftadaeth bach a chanolig gydweithio â'u cymunedau " * 3),
        Words("Canllaw", "Erthygl", f"{'Llanfairpwllgwyngyllgogerychwyrndrobwll' * 2}: {'gwrthddatgysylltiad ' * 12}"),
        Words("", "", ""),
    ],
)
def test_size_and_margins(words: Words) -> None:
    """Each picture is 1200 by 630, small enough to send, and keeps its margins whatever is written on it."""
    file = picture(words, "guides/small", 0)
    image = opened(file)
    assert (image.format, image.size) == ("PNG", (1200, 630)) == ("PNG", (WIDTH, HEIGHT))
    assert len(file) < 40 * 1024
    left, top, right, bottom = drawn_on(image)
    assert min(left, top, WIDTH - right, HEIGHT - bottom) >= MARGIN - _OVERSHOOT


def test_same_words_same_bytes() -> None:
    """The same guide has the same file each time, without the day on which it was made."""
    file = picture(_WORDS, "guides/small", 1)
    picture(_WORDS, "guides/other", 2)
    assert picture(_WORDS, "guides/small", 1) == file
    assert not {b"tIME", b"tEXt", b"iTXt", b"eXIf"} & {file[at : at + 4] for at in range(len(file))}


def test_each_guide_has_its_own_view() -> None:
    """Guides differ in what is seen through the arch, and topics in its colours; a language changes the words alone."""
    arch = (WIDTH // 2 + 200, 0, WIDTH, HEIGHT)
    welsh = opened(picture(_WORDS, "guides/small", 0)).convert("RGB")
    english = opened(picture(Words("Canllaw", "How-to", "House and garden"), "guides/small", 0)).convert("RGB")
    assert welsh.crop(arch).tobytes() == english.crop(arch).tobytes()
    assert welsh.tobytes() != english.tobytes()
    views = {
        opened(picture(_WORDS, key, topic)).convert("RGB").crop(arch).tobytes() for key in "ab" for topic in range(4)
    }
    assert len(views) == 8


def test_words_can_be_read() -> None:
    """Title, what follows its colon, and label have a contrast of at least 4.5 to 1 with the ground (WCAG 1.4.3)."""
    inks = (token("chalk"), mixed(token("chalk"), token("slate"), 0.28), token("gold"))
    colours = {colour for _, colour in opened(picture(_WORDS, "a", 0)).convert("RGB").getcolors(1 << 16) or []}
    for ink in inks:
        assert ink in colours
        assert (_luminance(ink) + 0.05) / (_luminance(token("slate")) + 0.05) >= 4.5


def _luminance(colour: tuple[int, int, int]) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (c / 255 for c in colour)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_palette_is_the_sites() -> None:
    """Colours are read from the style sheet, for light and for dark pages, and each view has its nine."""
    assert (token("slate"), token("heather"), token("heather", dark=True)) == (
        (0x12, 0x34, 0x3B),
        (0x6B, 0x4E, 0x71),
        (0xD5, 0xB7, 0xDC),
    )
    assert [len(set(scheme.all)) for scheme in schemes()] == [9] * 4
    with pytest.raises(KeyError):
        token("none")
