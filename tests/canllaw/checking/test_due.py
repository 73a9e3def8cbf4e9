"""Guides that somebody was to read again by a day that has passed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from canllaw import build, problems
from canllaw.checking.due import due
from canllaw.cli import main
from cases import BASE, edited, lay_out

_SMALL = "guides/small/index.md"


def _docs(folder: Path) -> Path:
    text = edited(_SMALL, {"published: 2026-01-02": "published: 2026-01-02\nreview_by: 2026-02-03"})
    return lay_out({**BASE, _SMALL: text}, folder / "docs")


@pytest.mark.parametrize(("today", "count"), [(date(2026, 2, 3), 0), (date(2026, 2, 4), 1)])
def test_due(tmp_path: Path, today: date, count: int) -> None:
    """From the day after that by which a guide was to be read again, it is told of on the line that states it."""
    found = list(due(build.read(_docs(tmp_path)), "docs", today))
    assert [(problem.path, problem.line, problem.severity) for problem in found] == [
        (f"docs/{_SMALL}", 9, "advice")
    ] * count
    if found:
        said = problems.as_text(found)
        assert "again by 2026-02-03." in said
        assert "erbyn 2026-02-03." in said


def test_command_tells_and_build_does_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command looks at the calendar; a build, which is the same on any day, does not."""
    docs = _docs(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--language", "en"]) == 0
    assert "[review-due]  (advice)" in capsys.readouterr().out
    assert build.read(docs).found == ()
