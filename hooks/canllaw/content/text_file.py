"""Reading a text file the way people's editors write them: any of the harmless variants is accepted."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from canllaw.problems import Problem

# What the files of word processors begin with: a ZIP archive, or Microsoft's older compound file.
_WORD_PROCESSOR = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def read_text(path: Path, name: str) -> tuple[str, list[Problem]]:
    r"""The text at `path` in NFC with `\\n` line ends, and the Problem if it cannot be read.

    A byte order mark, CRLF line ends and decomposed accents (NFD) say the same as their plain forms, so they are
    accepted. Any encoding but UTF-8 is a Problem, because guessing would put wrong letters before readers.
    """
    try:
        data = path.read_bytes()
    except OSError:
        return "", [Problem(name, 1, "file-unreadable")]
    return decode(data, name)


def decode(data: bytes, name: str) -> tuple[str, list[Problem]]:
    """The text of a file called `name` that holds `data`, as `read_text` gives it."""
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
