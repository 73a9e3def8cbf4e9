"""The files beside the guides: pictures, and what else readers may have."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

PUBLISHED_SUFFIXES = frozenset({".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".pdf"})
PICTURE_SUFFIXES = PUBLISHED_SUFFIXES - {".pdf"}
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


def is_logo(docs: Path, logo: str) -> bool:
    """Whether `logo` names a picture below `docs/_data/`, plainly: it is also where the picture goes on the site."""
    path = PurePosixPath(logo)
    is_plain = path.as_posix() == logo and not path.is_absolute() and ".." not in path.parts
    if not is_plain or ":" in logo or "\\" in logo or path.suffix.lower() not in PICTURE_SUFFIXES:
        return False
    try:
        return (docs / DATA_FOLDER / logo).is_file()
    except (OSError, ValueError):  # a name that no file can have
        return False
