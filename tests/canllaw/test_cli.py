"""The `canllaw` command."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from built_site import PROJECT
from canllaw.cli import main
from canllaw.problems import sentence
from cases import BASE, edited, lay_out

WRONG = {**BASE, "guides/small/index.cy.md": "---\ntitel: Camau\n---\n"}


def test_nothing_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing is wrong the exit code is 0, and that is said in both languages."""
    assert main(["check", "--docs", str(lay_out(BASE, tmp_path / "docs"))]) == 0
    printed = capsys.readouterr()
    assert printed.out == "Nothing is wrong.\nDoes dim o'i le.\n"
    assert printed.err == ""


def test_something_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where something is wrong the exit code is 1, and all of it is told by file, with the line and the number."""
    assert main(["check", "--docs", str(lay_out(WRONG, tmp_path / "docs"))]) == 1
    printed = capsys.readouterr()
    assert printed.err == ""
    assert "docs/guides/small/index.cy.md\n\n" in printed.out
    assert "  2  [field-unknown-guess]\n    2 | titel: Camau\n      | ^^^^^\n" in printed.out
    assert "Ai “title” oeddech chi'n ei feddwl?" in printed.out
    assert f"Problems found: {printed.out.count('  [')}.\n" in printed.out


def test_advice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Advice is told and counted, and the exit code is 0 all the same."""
    text = edited("guides/large/index.md", {"Go on.": "Go  on."})
    assert main(["check", "--docs", str(lay_out({**BASE, "guides/large/index.md": text}, tmp_path / "docs"))]) == 0
    printed = capsys.readouterr().out
    assert "  16  [spaces-double]  (advice, cyngor)\n    16 | Go  on.\n       | ^^^^^^^\n" in printed
    assert printed.endswith("Nothing is wrong.\nDoes dim o'i le.\n" + sentence("advised", n=1) + "\n")


def test_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For other programs everything is told in both languages, in a form that stays."""
    assert main(["check", "--format", "json", "--docs", str(lay_out(WRONG, tmp_path / "docs"))]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["version"] == 1
    assert told["counts"] == {"problem": len(told["problems"]), "advice": 0}
    assert next(one for one in told["problems"] if one["code"] == "field-unknown-guess") == {
        "path": "docs/guides/small/index.cy.md",
        "line": 2,
        "code": "field-unknown-guess",
        "severity": "problem",
        "message": {"en": "“titel” is not a field.", "cy": "Nid yw “titel” yn faes."},
        "fix": {"en": "Did you mean “title”?", "cy": "Ai “title” oeddech chi'n ei feddwl?"},
    }


def test_github(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """On GitHub there are annotations, from the root of the project, and a summary after the one that is there."""
    summary = tmp_path / "summary.md"
    summary.write_text("Before.\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    monkeypatch.chdir(tmp_path)
    lay_out(WRONG, tmp_path / "site/docs")
    tmp_path.joinpath("site/mkdocs.yml").write_text("site_name: A\n", encoding="utf-8")
    assert main(["check", "--format", "github", "--config-file", "site/mkdocs.yml"]) == 1
    printed = capsys.readouterr().out
    assert "::error file=site/docs/guides/small/index.cy.md,line=2,title=field-unknown-guess::“titel”" in printed
    written = summary.read_text(encoding="utf-8")
    assert written.startswith("Before.\n## Check of the guides\n")
    assert "## Gwirio'r canllawiau\n" in written


def test_log_on_github(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the log is GitHub's, no line that an author wrote is obeyed as a command."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    files = {**BASE, "guides/large/index.md": "---\n::add-mask::a: b\n---\n"}
    assert main(["check", "--docs", str(lay_out(files, tmp_path / "docs"))]) == 1
    printed = capsys.readouterr().out
    key = re.match(r"::stop-commands::(\w{32})\n", printed)
    assert key
    assert f"\n::{key[1]}::\n" in printed


def test_fix(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With `--fix` what is safe is mended first, and told file by file in both languages; a second time nothing is."""
    welsh = edited("guides/large/index.cy.md", {"Ewch ymlaen.": "Mae'r  gwaith `o'i  le`."})
    docs = lay_out({**BASE, "guides/large/index.cy.md": welsh.replace("\n", "\r\n")}, tmp_path / "docs")
    assert main(["check", "--fix", "--docs", str(docs)]) == 0
    assert capsys.readouterr().out == (
        "docs/guides/large/index.cy.md\n"
        "    Apostrophes mended: 1.\n    Collnodau a gywirwyd: 1.\n"
        "    Line ends mended: 11.\n    Terfynau llinell a gywirwyd: 11.\n"
        "    Double spaces mended: 1.\n    Bylchau dwbl a gywirwyd: 1.\n"
        "\nNothing is wrong.\nDoes dim o'i le.\n"
    )
    mended = docs.joinpath("guides/large/index.cy.md").read_bytes().decode()
    assert mended == edited("guides/large/index.cy.md", {"Ewch ymlaen.": "Mae’r gwaith `o'i  le`."})
    assert main(["check", "--fix", "--docs", str(docs), "--language", "cy"]) == 0
    assert capsys.readouterr().out == "Doedd dim i'w gywiro.\n\nDoes dim o'i le.\n"
    assert [path.name for path in docs.rglob(".*")] == []


def test_settings_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Settings that are not there, or are none, are a command given wrongly: its code is 2, and nothing is raised."""
    for text in (None, "- a\n", "docs_dir: [a]\n", "a: b: c\n", "INHERIT: mkdocs.yml\n"):
        config = tmp_path / "mkdocs.yml"
        if text is not None:
            config.write_text(text, encoding="utf-8")
        assert main(["check", "--config-file", str(config)]) == 2
        assert "cannot be read as the settings of a site.\nDoes dim modd" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "shown", "hidden"), [("en", "is not a field", "yn faes"), ("cy", "yn faes", "is not")]
)
def test_language(language: str, shown: str, hidden: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With `--language` messages are in that language only."""
    assert main(["check", "--language", language, "--docs", str(lay_out(WRONG, tmp_path / "docs"))]) == 1
    printed = capsys.readouterr().out
    assert shown in printed
    assert hidden not in printed


@pytest.mark.parametrize(
    "arguments",
    [
        *([], ["chek"], ["check", "--language", "fr"], ["check", "--doc"], ["check", "docs"]),
        *(["check", "--format", "xml"], ["check", "--docs", "a", "--config-file", "b"]),
    ],
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
    with pytest.raises(SystemExit) as stop:
        main(["check", "--help"])
    assert stop.value.code == 0
    printed = capsys.readouterr().out
    assert "exit codes / codau gorffen:" in printed
    assert "mae rhywbeth o'i le" in printed


def test_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is not there is something wrong, and raises nothing."""
    assert main(["check", "--docs", str(tmp_path / "none")]) == 1
    assert "[file-unreadable]" in capsys.readouterr().out


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
    assert b"[field-unknown-guess]" in run.stdout
    assert run.stderr == b""


def test_the_projects_own_guides(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is wrong in the project's own guides."""
    assert main(["check", "--docs", str(PROJECT / "docs")]) == 0, capsys.readouterr().out
