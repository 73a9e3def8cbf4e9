"""One word for the code that makes a site: what was made by other code is not what this code would make."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import markdown

from canllaw.cache import digest_of, digest_of_files


@cache
def code() -> str:
    """Names this package, the packages that are installed beside it, and the Python that runs them."""
    installed = sorted(path.name for path in Path(markdown.__file__).parent.parent.glob("*.dist-info"))
    return digest_of(sys.version, *installed, digest_of_tree(Path(__file__).parent))


def digest_of_tree(folder: Path) -> str:
    """One word for all files below `folder`, but those that Python makes of its own."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    names = [path.relative_to(folder).as_posix() for path in paths]
    return digest_of(*names, digest_of_files(paths))
