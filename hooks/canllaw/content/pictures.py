"""Pictures: how large they are, so that a page keeps their place before they arrive."""

from __future__ import annotations

import re
import struct
from pathlib import Path

Size = tuple[int, int]

_ROOT = re.compile(rb"<svg\b[^>]*>")
_VIEW_BOX = re.compile(rb"\sviewBox\s*=\s*[\"']\s*\S+[\s,]+\S+[\s,]+([\d.]+)[\s,]+([\d.]+)")
_SIDE = rb"\s%s\s*=\s*[\"']([\d.]+)(?:px)?[\"']"


def picture_size(path: Path) -> Size:
    """Width and height in CSS pixels, as the file states them; (0, 0) if it does not."""
    if not path.is_file():
        return 0, 0
    try:
        width, height = _svg_size(path.read_bytes()) if path.suffix.lower() == ".svg" else _stated_size(path)
        return max(int(width), 0), max(int(height), 0)
    except (ValueError, OverflowError, struct.error):  # numbers that are none, or a file that is cut short
        return 0, 0


def _stated_size(path: Path) -> tuple[float, float]:
    import imagesize  # noqa: PLC0415  (a check seldom needs it, and it takes long)

    width, height = imagesize.get(path)
    return width, height


def _svg_size(svg: bytes) -> Size:
    """The `viewBox` of the outermost element, or else its `width` and `height` in pixels (SVG 2, 8.2)."""
    root = _ROOT.search(svg)
    tag = root[0] if root else b""
    if box := _VIEW_BOX.search(tag):
        return round(float(box[1])), round(float(box[2]))
    width, height = (re.search(_SIDE % side, tag) for side in (b"width", b"height"))
    return (round(float(width[1])), round(float(height[1]))) if width and height else (0, 0)
