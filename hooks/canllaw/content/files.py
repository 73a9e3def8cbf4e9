"""The files beside the guides: pictures, and what else readers may have."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

PUBLISHED_SUFFIXES = frozenset({".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".pdf"})
PICTURE_SUFFIXES = PUBLISHED_SUFFIXES - {".pdf"}
DATA_FOLDER = "_data"
DIAGRAM_SUFFIX = ".diagram.yml"
TEXT_SUFFIXES = frozenset({".yml", ".yaml"})
"""Of text files that hold a diagram, or would if they were called as one."""


def other_files(docs: Path) -> list[Path]:
    """Every file below `docs` that is neither a page, nor a diagram, nor data, nor hidden."""
    return [
        path
        for path in sorted(docs.rglob("*"))
        if path.is_file()
        and path.suffix != ".md"
        and not path.name.endswith(DIAGRAM_SUFFIX)
        and path.relative_to(docs).parts[0] != DATA_FOLDER
        and not is_hidden(path.relative_to(docs))
    ]


def diagram_files(docs: Path) -> list[str]:
    """The path below `docs` of every file that is called as a diagram is."""
    paths = (path.relative_to(docs) for path in sorted(docs.rglob(f"*{DIAGRAM_SUFFIX}")) if path.is_file())
    return [path.as_posix() for path in paths if path.parts[0] != DATA_FOLDER and not is_hidden(path)]


def is_hidden(path: Path) -> bool:
    """Whether `path`, or a folder on its way, is one of those that a file manager hides."""
    return any(part.startswith(".") for part in path.parts)


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
