"""`canllaw check --fix`: mends the files below the folder of the guides."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from canllaw.content.files import DATA_FOLDER, is_hidden
from canllaw.content.library import LANGUAGES_BY_FILE
from canllaw.content.mending import mend_line_ends, mend_page

_TEXTS = frozenset({".md", ".yml", ".yaml"})


def mend(docs: Path, prefix: str) -> dict[str, Mapping[str, int]]:
    """Mend each file below `docs`; gives what was mended in it, by its path, which begins with `prefix`.

    A file that cannot be read as text is left alone: it has a Problem of its own. One that cannot be written is named,
    with the code `not-written`.
    """
    mended: dict[str, Mapping[str, int]] = {}
    for path in _texts(docs):
        relative = path.relative_to(docs)
        try:
            before = path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        if "\0" in before:
            continue
        counts: Counter[str] = Counter()
        result = mend_line_ends(before)
        counts.update(result.counts)
        if relative.name in LANGUAGES_BY_FILE and relative.parts[0] != DATA_FOLDER:
            result = mend_page(result.text, LANGUAGES_BY_FILE[relative.name])
            counts.update(result.counts)
        if result.text != before:
            written = write_whole(path, result.text)
            mended[f"{prefix}/{relative.as_posix()}"] = (
                dict(sorted((+counts).items())) if written else {"not-written": 1}
            )
    return mended


def _texts(docs: Path) -> Iterator[Path]:
    for path in sorted(docs.rglob("*")):
        # A link is left alone: the file that it leads to may be anywhere.
        is_text = path.suffix in _TEXTS and not is_hidden(path.relative_to(docs))
        if is_text and path.is_file() and path.resolve().is_relative_to(docs.resolve()) and not path.is_symlink():
            yield path


def write_whole(path: Path, text: str) -> bool:
    """Put `text` in the place of the file at `path`, whole or not at all; whether that was possible."""
    try:
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".canllaw-")
    except OSError:
        return False
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        shutil.copymode(path, name)
        os.replace(name, path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        return False
    return True
