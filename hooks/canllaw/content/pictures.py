"""Pictures: how large they are, so that a page keeps their place before they arrive."""

from __future__ import annotations

from pathlib import Path

import imagesize

Size = tuple[int, int]


def picture_size(path: Path) -> Size:
    """Width and height in CSS pixels, from the file's own header or an SVG's `viewBox`; (0, 0) if it does not say."""
    width, height = imagesize.get(path) if path.is_file() else (0, 0)
    return max(int(width), 0), max(int(height), 0)
