"""Finds Pango, with which WeasyPrint sets letters, for the tests of PDFs, and gets it where it is not there.

`python tests/pango_setup.py` says nothing where it is, or what to do, and then ends with 1.
"""

from __future__ import annotations

import subprocess
import sys

from canllaw.problems import as_text
from canllaw.publishing.pdf import SYSTEM_PACKAGES, hindrances
from system_packages import install

# In a process of its own, because a library that was not there at first may stay unknown to this one.
_WORKS = "import sys; from canllaw.publishing.pdf import hindrances; sys.exit(bool(hindrances()))"


def works() -> bool:
    """Whether PDFs can be made on this computer."""
    return subprocess.run([sys.executable, "-c", _WORKS], check=False).returncode == 0


def ensure() -> bool:
    """Whether PDFs can be made, once what they need has been installed if need be."""
    if works():
        return True
    install(*SYSTEM_PACKAGES.split())
    return works()


if __name__ == "__main__":
    if not ensure():
        sys.exit(as_text(hindrances()))
