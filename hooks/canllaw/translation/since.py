"""Which files are others than they were at a commit, from git: in the working tree, committed or not."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from canllaw.translation.history import Reason, ask_git

FileStatus = Literal["added", "changed", "deleted", "renamed"]

_STATUSES: dict[str, FileStatus] = {"A": "added", "D": "deleted", "R": "renamed", "C": "added"}


@dataclass(frozen=True)
class FileChange:
    """A file that is another now; `path` is from the root of the repository, `blob` is the hash of the old text."""

    path: str
    status: FileStatus
    blob: str = ""
    old_path: str = ""


def files_since(folder: Path, base: str) -> tuple[list[FileChange], str] | Reason:
    """The files changed since HEAD left `base`, and what git calls `folder`; or the reason why nobody can tell.

    Where this copy of the repository does not know where that was, `base` itself is compared.
    """
    try:
        where = ask_git(folder, "rev-parse", "--show-prefix")
        if where.returncode:
            return "no-repository"
        commit = ask_git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}")
        if commit.returncode:
            is_shallow = ask_git(folder, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
            return "shallow" if is_shallow else "not-there"
        base = commit.stdout.decode().strip()
        fork = ask_git(folder, "merge-base", base, "HEAD").stdout.decode().strip() or base
        found = ask_git(folder, "diff", "--raw", "-z", "--no-abbrev", "--find-renames", "--no-ext-diff", fork, "--")
        new = ask_git(folder, "ls-files", "--others", "--exclude-standard", "-z", "--full-name", "--", ":/")
    except (OSError, subprocess.TimeoutExpired):
        return "no-git"
    untracked = (FileChange(name, "added") for name in _names(new.stdout))
    changes = {change.path: change for change in (*_changes(_names(found.stdout)), *untracked)}
    return sorted(changes.values(), key=lambda change: change.path), where.stdout.decode().rstrip("\n")


def _names(answer: bytes) -> list[str]:
    return [part.decode("utf-8", "replace") for part in answer.split(b"\0") if part]


def _changes(parts: list[str]) -> Iterator[FileChange]:
    """The changes in the answer of `git diff --raw -z`: a line of facts, then one path, or two of a file that moved."""
    rest = iter(parts)
    for facts in rest:
        *_, old, _new, letter = facts.split()
        status = _STATUSES.get(letter[0], "changed")
        first = next(rest)
        is_moved = letter[0] in "RC"
        path = next(rest) if is_moved else first
        yield FileChange(path, status, "" if status == "added" else old, first if status == "renamed" else "")
