"""The lines that a build prints."""

from __future__ import annotations

import re
from pathlib import Path

from canllaw.build import read
from canllaw.publishing import summary
from cases import BASE, lay_out


def test_summary(tmp_path: Path) -> None:
    """A build tells in both languages how many pages there are, which guides lack a language, and how long it took."""
    files = {path: text for path, text in BASE.items() if path != "guides/large/index.cy.md"}
    printed = re.sub(r"\d+\.\d\b", "0.0", summary.of(read(lay_out(files, tmp_path / "docs"))))
    assert printed == (
        "6 English pages, 5 Welsh pages; without Welsh: 1; without English: 0; 0.0 s.\n"
        "6 tudalen Saesneg, 5 tudalen Gymraeg; heb Gymraeg: 1; heb Saesneg: 0; 0.0 eiliad."
    )
