"""Reading a text file the way people's editors write them: any of the harmless variants is accepted."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from canllaw.problems import Problem

# What the files of word processors begin with: a ZIP archive, or Microsoft's older compound file.
_WORD_PROCESSOR = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


#: More is no guide: about 150,000 words.
MOST_BYTES = 1_000_000


def read_bytes(path: Path) -> bytes:
    """What is in the file at `path`, and of one that is too long no more than tells that it is. Raises OSError."""
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def read_text(path: Path, name: str) -> tuple[str, list[Problem]]:
    r"""The text at `path` in NFC with `\\n` line ends, and the Problem if it cannot be read.

    A byte order mark, CRLF line ends and decomposed accents (NFD) say the same as their plain forms, so they are
    accepted. Any encoding but UTF-8 is a Problem, because guessing would put wrong letters before readers.
    """
    try:
        data = read_bytes(path)
    except OSError:
        return "", [Problem(name, 1, "file-unreadable")]
    return decode(data, name)


def decode(data: bytes, name: str) -> tuple[str, list[Problem]]:
    """The text of a file called `name` that holds `data`, as `read_text` gives it."""
    if len(data) > MOST_BYTES:
        return "", [Problem(name, 1, "file-too-long", {"most": MOST_BYTES // 1000})]
    if data.startswith(_WORD_PROCESSOR):
        return "", [Problem(name, 1, "not-text")]
    data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return "", [Problem(name, line, "not-utf8")]
    if "\0" in text:
        return "", [Problem(name, text.count("\n", 0, text.index("\0")) + 1, "not-text")]
    return unicodedata.normalize("NFC", text), []
