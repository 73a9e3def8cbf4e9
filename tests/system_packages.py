"""Installs packages of the system for the tests, where that is Debian or Ubuntu and this user may."""

from __future__ import annotations

import os
import shutil
import subprocess


def install(*packages: str) -> None:
    """Ask apt-get for `packages`; says nothing of whether they came, which is for the caller to find out."""
    if not shutil.which("apt-get"):
        return
    as_root = [] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["sudo", "--non-interactive"]
    for arguments in (["update", "-qq"], ["install", "-y", "-qq", *packages]):
        subprocess.run([*as_root, "apt-get", *arguments], check=False)
