"""Texts as they once were, from git, by the hash of their content.

A hash that git gives to the content of a file (a blob) outlives rebases and renames, can be checked without git, and
with git gives back the very text.
"""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

Reason = Literal["no-git", "no-repository", "shallow", "not-there"]

_SECONDS = 30


@dataclass(frozen=True)
class History:
    """The texts that were asked for, by hash; `reason` says why any other is not among them."""

    texts: dict[str, bytes] = field(default_factory=dict)
    reason: Reason = "not-there"
    replaced: dict[str, date] = field(default_factory=dict)
    """The day on which another text took the place of each, where git has the commit that did it."""


def blob_hash(content: bytes) -> str:
    """The hash that git has for a text file with this `content`, whose line ends it keeps as LF."""
    content = content.replace(b"\r\n", b"\n")
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def read_history(folder: Path, hashes: Iterable[str]) -> History:
    """What git knows of the texts with these `hashes`, in the repository that holds `folder`; it changes nothing."""
    wanted = sorted(set(hashes))
    if not wanted:
        return History()
    try:
        answer = ask_git(folder, "cat-file", "--batch", given="\n".join(wanted) + "\n")
        is_shallow = ask_git(folder, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
    except (OSError, subprocess.TimeoutExpired):
        return History(reason="no-git")
    if answer.returncode:
        return History(reason="no-repository")
    replaced = _replaced(_log(folder), set(wanted))
    return History(dict(_texts(answer.stdout)), "shallow" if is_shallow else "not-there", replaced)


def _log(folder: Path) -> bytes:
    """For each commit a line with its day, then one for each file below `folder` that it changed or took away."""
    form = ("--format=day %cs", "--raw", "--no-abbrev", "--no-renames", "--diff-filter=MDT", "--no-color")
    try:
        return ask_git(folder, "log", *form, "--", ".").stdout
    except (OSError, subprocess.TimeoutExpired):
        return b""


def ask_git(folder: Path, *arguments: str, given: str = "") -> subprocess.CompletedProcess[bytes]:
    """What git answers to `arguments`, asked in `folder`; raises OSError where there is no git."""
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, input=given.encode(), capture_output=True, timeout=_SECONDS, check=False)


def _texts(answer: bytes) -> Iterable[tuple[str, bytes]]:
    """The hash and text of each blob in the answer of `git cat-file --batch`: a line with the size, then the bytes."""
    place = 0
    while place < len(answer):
        end = answer.index(b"\n", place)
        name, *facts = answer[place:end].decode().split()
        place = end + 1
        if facts != ["missing"]:
            kind, size = facts[0], int(facts[1])
            if kind == "blob":
                yield name, answer[place : place + size]
            place += size + 1


def _replaced(log: bytes, wanted: Collection[str]) -> dict[str, date]:
    """The day of the last commit, of those in `log`, after which each text in `wanted` was another, or gone."""
    days: dict[str, date] = {}
    day = date.min
    for line in log.splitlines():
        if line.startswith(b"day "):
            day = date.fromisoformat(line[4:].decode())
        elif line.startswith(b":"):  # the modes and hashes of a file before and after
            _, _, before, *_ = line.decode(errors="replace").split(" ", 4)
            if before in wanted:
                days.setdefault(before, day)
    return days
