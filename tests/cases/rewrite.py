"""Writes into cases what is printed about them now: `uv run python tests/cases/rewrite.py <name> …`, or all of them.

For a change of wording. Read the difference before you commit it: a case promises what should be, not what is.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from canllaw import build, problems
from cases import lay_out, read_case


def rewrite(path: Path) -> None:
    """Put what is printed now in the place of what the case at `path` expects."""
    with tempfile.TemporaryDirectory() as folder:
        docs = Path(folder, "docs")
        printed = problems.as_text(build.read(lay_out(read_case(path).files, docs)).found)
    text = path.read_text(encoding="utf-8").split("expected: |\n")[0]
    expected = "".join(f"  {line}\n" if line else "\n" for line in printed.splitlines())
    path.write_text(text + (f"expected: |\n{expected}" if printed else ""), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    for case in [HERE / f"{name}.yml" for name in sys.argv[1:]] or sorted(HERE.glob("*.yml")):
        rewrite(case)
