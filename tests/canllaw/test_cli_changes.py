"""`canllaw changes`, in histories made with git itself."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from canllaw.cli import main
from cases import BASE, edited, lay_out

_SMALL, _LARGE = "guides/small/index.md", "guides/large/index.md"


def _git(*arguments: str) -> None:
    subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments], check=True)


def _commit(message: str) -> None:
    _git("add", "--all")
    _git("commit", "--quiet", f"--message={message}")


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small site, committed on `main`, in the current folder; the Welsh of one guide says what it was made from."""
    monkeypatch.chdir(tmp_path)
    folder = lay_out(BASE, tmp_path / "docs")
    _git("init", "--quiet", "--initial-branch=main")
    assert main(["translated", "small", "--docs", "docs"]) == 0
    _commit("All")
    _git("checkout", "--quiet", "-b", "branch")
    return folder


def _told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert main(["changes", *arguments]) == 0
    return capsys.readouterr().out


def test_nothing_has_changed(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing has changed, that is said in both languages."""
    assert docs.is_dir()
    assert _told(capsys, "main") == "No guide or page has changed.\n\nDoes yr un canllaw na thudalen wedi newid.\n"


def test_each_kind_of_change(docs: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """New, changed, moved and deleted editions are told apart, committed or not, with what is behind by it."""
    docs.joinpath(_SMALL).write_text(edited(_SMALL, {"needs a beginning": "needs a plan"}), encoding="utf-8")
    large = edited(_LARGE, {"Go on.": "Go on and on."})
    docs.joinpath(_LARGE).write_text(large, encoding="utf-8")
    new = docs / "guides/new|one/index.md"
    new.parent.mkdir()
    shutil.copy(docs / _SMALL, new)
    docs.joinpath("browse/index.cy.md").unlink()
    docs.joinpath("index.md").write_text(str(BASE["index.md"]) + "\n\n", encoding="utf-8")
    _commit("Some")
    _git("mv", "docs/guides/small", "docs/guides/little")
    docs.joinpath("_data/people.yml").write_text(str(BASE["_data/people.yml"]) + "# more\n", encoding="utf-8")
    Path("Makefile").write_text("all:\n", encoding="utf-8")
    Path("README.md").write_text("Words.\n", encoding="utf-8")
    expected = """\
browse
    Welsh: deleted
guides/large
    English: changed (1 of 6 segments)
    Whether the Welsh still says the same nobody knows. If it does: canllaw translated large
guides/little
    English: moved from guides/small; changed (1 of 10 segments)
    Welsh: moved from guides/small
    The Welsh is behind now. See: canllaw status
guides/new|one
    English: new
    There is no Welsh. To begin it: canllaw new translation new|one
/
    English: changed, but not its words
What the guides share: docs/_data/people.yml
Pictures, diagrams and other texts: README.md, docs/guides/little/models.svg, docs/guides/little/picture.svg
Code and settings, which a maintainer has to review: Makefile
"""
    assert sorted(_told(capsys, "main", "--language", "en").splitlines()) == sorted(expected.splitlines())
    summary = Path("summary.md")
    summary.write_text("Before.\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    _told(capsys, "main", "--format", "github")
    written = summary.read_text(encoding="utf-8")
    summary.unlink()
    assert written.startswith("Before.\n## What this changes\n\n| Page | English | Welsh | Translation |\n| --- |")
    assert (
        "\n| guides\\/little | moved from guides\\/small; changed \\(1 of 10 segments\\) | moved from guides\\/small |"
        " The Welsh is behind now\\. See\\: canllaw status |\n" in written
    )
    assert (
        "\n## Beth mae hyn yn ei newid\n\n| Tudalen | Saesneg | Cymraeg | Cyfieithiad |\n| --- | --- | --- | --- |\n"
        in written
    )
    assert (
        "\n| guides\\/large | wedi newid \\(1 o'r 6 darn\\) | – | Does neb yn gwybod a yw'r Gymraeg yn dweud yr un peth"
        " o hyd\\. Os yw\\: canllaw translated large |\n" in written
    )
    assert "guides\\/new\\|one | newydd | ddim yno |" in written


def test_both_editions_changed(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the translation has been brought along and recorded, nothing is behind."""
    docs.joinpath(_SMALL).write_text(edited(_SMALL, {"needs a beginning": "needs a plan"}), encoding="utf-8")
    welsh = docs / "guides/small/index.cy.md"
    welsh.write_text(welsh.read_text(encoding="utf-8").replace("angen dechrau", "angen cynllun"), encoding="utf-8")
    assert main(["translated", "small"]) == 0
    assert _told(capsys, "main", "--language", "cy") == (
        "guides/small\n    Saesneg: wedi newid (1 o'r 10 darn)\n    Cymraeg: wedi newid (1 o'r 10 darn)\n"
    )


def test_what_main_did_meanwhile_is_left_out(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Only what the branch has changed is told, whatever has come to the main branch since."""
    docs.joinpath(_LARGE).write_text(edited(_LARGE, {"Go on.": "Go on and on."}), encoding="utf-8")
    _commit("Ours")
    _git("checkout", "--quiet", "main")
    docs.joinpath(_SMALL).unlink()
    _commit("Theirs")
    _git("checkout", "--quiet", "branch")
    told = _told(capsys, "main", "--language", "en")
    assert told.startswith("guides/large\n")
    assert "small" not in told


def test_shallow_copy_of_a_merge(
    docs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in the workflow: two commits deep, the first parent of a merge says what is proposed; one is too few."""
    docs.joinpath(_LARGE).write_text(edited(_LARGE, {"Go on.": "Go on and on."}), encoding="utf-8")
    _commit("Ours")
    _git("checkout", "--quiet", "main")
    docs.joinpath(_SMALL).write_text(edited(_SMALL, {"needs a beginning": "needs a plan"}), encoding="utf-8")
    _commit("Theirs")
    _git("merge", "--quiet", "--no-ff", "--message=Merge", "branch")
    for depth in ("1", "2"):
        _git("clone", "--quiet", f"--depth={depth}", f"file://{tmp_path}", f"copy-{depth}")
    monkeypatch.chdir(tmp_path / "copy-2")
    assert _told(capsys, "HEAD^1", "--language", "en").startswith(
        "guides/large\n    English: changed (1 of 6 segments)\n"
    )
    monkeypatch.chdir(tmp_path / "copy-1")
    assert main(["changes", "HEAD^1", "--language", "en"]) == 2
    assert capsys.readouterr().err == (
        "“HEAD^1” is not in this copy of the repository, which has no history. Run git fetch --unshallow; in a"
        " workflow, give actions/checkout a larger fetch-depth.\n"
    )


def test_refusals(
    docs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A commit that nobody knows, an option in its place, no repository and no git are each said plainly."""
    for base in ("nowhere", "--output=stolen"):
        assert main(["changes", "--language", "en", "--", base]) == 2
        assert capsys.readouterr().err == f"There is no branch or commit called “{base}”.\n"
    assert not Path("stolen").exists()
    shutil.rmtree(".git")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert main(["changes", "main", "--language", "cy"]) == 2
    assert capsys.readouterr().err == (
        "Does dim modd dweud beth sydd wedi newid, gan nad yw'r ffolder mewn ystorfa git.\n"
    )
    monkeypatch.setenv("PATH", "")
    assert main(["changes", "main", "--docs", str(docs), "--language", "en"]) == 2
    assert capsys.readouterr().err == "What has changed cannot be told, because git is not installed.\n"


def test_log_of_a_run_obeys_no_author(
    docs: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the log of a run, GitHub takes nothing that a file is called for a command."""
    new = docs / "::error::stolen/index.md"
    new.parent.mkdir()
    shutil.copy(docs / _LARGE, new)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    first, *told = _told(capsys, "main", "--language", "en").splitlines()
    assert told[0] == "::error::stolen"
    assert first.startswith("::stop-commands::")
    assert told[-1] == f"::{first.removeprefix('::stop-commands::')}::"
