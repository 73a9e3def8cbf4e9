"""The `canllaw` command."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from built_site import PROJECT
from canllaw.cli import main
from cases import BASE, lay_out

WRONG = {**BASE, "guides/small/index.cy.md": "---\ntitel: Camau\n---\n"}


def test_nothing_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing is wrong the exit code is 0, and that is said in both languages."""
    assert main(["check", "--docs", str(lay_out(BASE, tmp_path / "docs"))]) == 0
    printed = capsys.readouterr()
    assert printed.out == "Nothing is wrong.\nDoes dim o'i le.\n"
    assert printed.err == ""


def test_something_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where something is wrong the exit code is 1, and all of it stands on the error output, with its number."""
    assert main(["check", "--docs", str(lay_out(WRONG, tmp_path / "docs"))]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "docs/guides/small/index.cy.md:2  [field-unknown-guess]\n" in printed.err
    assert "Ai “title” oeddech chi'n ei feddwl?" in printed.err
    assert f"Problems found: {printed.err.count('  [')}.\n" in printed.err


@pytest.mark.parametrize(
    ("language", "shown", "hidden"), [("en", "is not a field", "yn faes"), ("cy", "yn faes", "is not")]
)
def test_language(language: str, shown: str, hidden: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With `--language` messages are in that language only."""
    assert main(["check", "--language", language, "--docs", str(lay_out(WRONG, tmp_path / "docs"))]) == 1
    printed = capsys.readouterr().err
    assert shown in printed
    assert hidden not in printed


@pytest.mark.parametrize(
    "arguments", [[], ["chek"], ["check", "--language", "fr"], ["check", "--doc"], ["check", "docs"]]
)
def test_misspelt_command(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A misspelt command ends with 2, and says how to use it."""
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    assert "usage: canllaw" in capsys.readouterr().err


def test_help(capsys: pytest.CaptureFixture[str]) -> None:
    """Help is no mistake."""
    with pytest.raises(SystemExit) as stop:
        main(["--help"])
    assert stop.value.code == 0
    assert "check" in capsys.readouterr().out


def test_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is not there is something wrong, and raises nothing."""
    assert main(["check", "--docs", str(tmp_path / "none")]) == 1
    assert "[file-unreadable]" in capsys.readouterr().err


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "ascii"])
def test_installed_command(encoding: str, tmp_path: Path) -> None:
    """The installed command does the same, also where the terminal has few letters."""
    command = [
        str(Path(sys.executable).with_name("canllaw")),
        "check",
        "--docs",
        str(lay_out(WRONG, tmp_path / "docs")),
    ]
    run = subprocess.run(command, capture_output=True, check=False, env={"PYTHONIOENCODING": encoding})
    assert run.returncode == 1
    assert b"[field-unknown-guess]" in run.stderr
    assert b"Traceback" not in run.stderr


def test_the_projects_own_guides(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is wrong in the project's own guides."""
    assert main(["check", "--docs", str(PROJECT / "docs")]) == 0, capsys.readouterr().err
