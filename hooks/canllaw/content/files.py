"""The files beside the guides: pictures, and what else readers may have."""

from __future__ import annotations

from pathlib import Path

PUBLISHED_SUFFIXES = frozenset({".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".pdf"})
DATA_FOLDER = "_data"


def other_files(docs: Path) -> list[Path]:
    """Every file below `docs` that is neither a page, nor data, nor hidden."""
    return [
        path
        for path in sorted(docs.rglob("*"))
        if path.is_file()
        and path.suffix != ".md"
        and path.relative_to(docs).parts[0] != DATA_FOLDER
        and not any(part.startswith(".") for part in path.relative_to(docs).parts)
    ]
