"""What the check finds in passages that were pasted from a page, with the faults that they had there."""

from __future__ import annotations

from pathlib import Path

from canllaw import build
from cases import BASE, edited, lay_out

PASTED = """\
Open innovation is an important mechanism, in which organisations benefit from support and networks.

Open innovation is an important mechanism, in which organisations benefit from support and networks.

This might, for example, involve:

  • The use of scanned artefacts
  • Adopting new models

Traditionally, innovation was achieved in-house by teams.\u00a0 These were closely guarded.

## 4. Some examples

Libraries adopted an open approach.  Through the creation of, the libraries were able to enhance their material.

A flow chart displaying steps to take to adopt more open innovation
A flow chart displaying steps to take to adopt more open innovation

This guide explores root cause analysis as a way of for you and your team to establish key areas."""


def test_pasted_passages(tmp_path: Path) -> None:
    """Lost words, lines that came twice, double spaces, typed numbers and bullets are all found, each on its line."""
    text = edited("guides/large/index.md", {"Go on.": PASTED})
    found = build.read(lay_out({**BASE, "guides/large/index.md": text}, tmp_path / "docs"))
    assert [(problem.line - 15, problem.code) for problem in sorted(found.found)] == [
        *((3, "line-twice"), (7, "list-sign"), (10, "spaces-double"), (12, "heading-numbered")),
        *((14, "spaces-double"), (14, "word-lost"), (17, "line-twice"), (19, "word-lost-between")),
    ]
