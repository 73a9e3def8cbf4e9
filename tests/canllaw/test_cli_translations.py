"""`canllaw status` and `canllaw translated`."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from behind import Project
from canllaw.cli import main
from cases import BASE, edited, lay_out


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small site, committed, in the current folder."""
    monkeypatch.chdir(tmp_path)
    folder = lay_out(BASE, tmp_path / "docs")
    for command in (
        ["init", "--quiet"],
        ["add", "--all"],
        ["-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "--message=All"],
    ):
        subprocess.run(["git", *command], check=True)
    return folder


def _printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main([*arguments]) == 0
    return capsys.readouterr().out


def test_records_and_tells_what_has_changed(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A translation is recorded, is then fresh, and when its source moves on each changed segment is shown with it."""
    assert "canllaw translated small" in _printed(capsys, "status", "--language", "en")
    assert _printed(capsys, "translated", "small") == (
        "docs/guides/small/index.cy.md now records that it says what its source says today.\n"
        "Mae docs/guides/small/index.cy.md nawr yn cofnodi ei bod yn dweud yr hyn y mae'r testun gwreiddiol"
        " yn ei ddweud heddiw.\n"
    )
    assert "canllaw translated small" not in _printed(capsys, "status", "--language", "en")
    english = docs / "guides/small/index.md"
    english.write_text(edited("guides/small/index.md", {"needs a beginning": "needs a plan"}), encoding="utf-8")
    told = _printed(capsys, "status", "--language", "cy")
    assert told.startswith(
        "docs/guides/small/index.cy.md\n"
        "    Ers cyfieithu hwn mae 1 o'r 10 o ddarnau yn docs/guides/small/index.md wedi newid.\n"
        "\n"
        "  Llinell 19, wedi newid:\n"
        "      An [innovation](../../glossary/index.md#innovation) needs a [-beginning-]{+plan+}.\n"
        "    9: Mae angen dechrau ar bob [arloesi](../../glossary/index.md#arloesi).\n"
        "\n"
    )
    assert "Cyfieithiadau y mae eu testun gwreiddiol wedi newid: 1.\n" in told


def test_source_is_named(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where Welsh came first, the English edition records that it was made from it, from then on without being told."""
    assert "index.md now" in _printed(capsys, "translated", "small", "--source", "cy")
    assert "index.md now" in _printed(capsys, "translated", "guides/small/")
    assert "translated_from" not in docs.joinpath("guides/small/index.cy.md").read_text(encoding="utf-8")


def test_guide_that_is_not_there(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A guide that has no two editions is a command given wrongly, with a guess at what was meant."""
    assert docs.is_dir()
    for name, told in (("smal", "Did you mean small?\n"), ("qqqq", "in both languages.\n")):
        assert main(["translated", name, "--language", "en"]) == 2
        assert capsys.readouterr().err.endswith(told)


def test_nothing_is_raised_where_git_or_history_is_missing(
    docs: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without git it is said that the source has changed, and why nobody knows how."""
    main(["translated", "small"])
    english = docs / "guides/small/index.md"
    english.write_text(english.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    monkeypatch.setenv("PATH", "")
    assert "because git is not installed" in _printed(capsys, "status", "--language", "en")


def test_home_page_is_recorded(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The home page, which has no folder of its own, is recorded under the name that the command says."""
    assert docs.is_dir()
    assert "canllaw translated .\n" in _printed(capsys, "status", "--language", "en")
    assert "docs/index.cy.md now" in _printed(capsys, "translated", ".")


def test_chosen_states(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """One state or one language can be asked for; what has waited longest stands first, as on the site."""
    project = Project(tmp_path / "project")
    monkeypatch.chdir(project.root)

    def named(*arguments: str) -> list[str]:
        told = _printed(capsys, "status", "--language", "en", *arguments)
        return [line.removeprefix("docs/") for line in told.splitlines() if line.startswith("docs/")]

    behind = ["guides/large/index.md", "guides/small/index.cy.md", "guides/several/index.cy.md"]
    assert named("--only", "changed") == behind
    assert named("--only", "changed", "--into", "en") == behind[:1]
    assert named("--into", "en") == ["guides/large/index.md", "guides/unig/index.md"]
    assert named("--only", "fresh") == ["glossary/index.cy.md"]
    assert named()[:3] == behind
    told = _printed(capsys, "status", "--language", "cy")
    assert "    Mae ar ei hôl hi ers 2026-06-01.\n" in told
    assert told.endswith(
        "English: 84 % (11 o'r 13 o dudalennau ar gael ac yn gyfredol).\n"
        "Cymraeg: 23 % (3 o'r 13 o dudalennau ar gael ac yn gyfredol).\n"
    )
