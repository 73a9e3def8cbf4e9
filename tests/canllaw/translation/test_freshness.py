"""Whether translations are fresh, in histories made with git itself."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from canllaw.content.library import read_library
from canllaw.translation.freshness import Freshness, read_standing, word_diff
from canllaw.translation.history import blob_hash, read_history
from canllaw.translation.record import with_record

_GUIDE = "guides/small"
_ENGLISH = """---
title: Small steps
summary: How to begin.
---
A first paragraph about the beginning of the work.

## Why

A reason that is given here in some words.

- one thing
- another thing
"""
_WELSH = """---
title: Camau bach
summary: Sut i ddechrau.
---
Paragraff cyntaf am ddechrau'r gwaith.

## Pam

Rheswm sy'n cael ei roi yma mewn rhai geiriau.

- un peth
- peth arall
"""
_FILES = {"en": "index.md", "cy": "index.cy.md"}


class Project:
    """A guide in a git repository, whose Welsh edition was made from the English one."""

    def __init__(self, root: Path) -> None:
        self.docs = root / "docs"
        self.write(_ENGLISH)
        self.write(_WELSH, "cy")
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("config", "core.autocrlf", "false")
        self.commit("Both")
        self.record()

    def file(self, language: str = "en") -> Path:
        """The guide's file."""
        return self.docs / _GUIDE / _FILES[language]

    def write(self, text: str, language: str = "en") -> None:
        """Write the guide in a language."""
        self.file(language).parent.mkdir(parents=True, exist_ok=True)
        self.file(language).write_text(text, encoding="utf-8", newline="")

    def record(self, translation: str = "cy", source: str = "en") -> None:
        """Say in one edition that it was made from what the other one is now, and commit that."""
        text = with_record(
            self.file(translation).read_text(encoding="utf-8"), blob_hash(self.file(source).read_bytes())
        )
        self.write(text, translation)
        self.commit("Record")

    def edit(self, old: str, new: str, language: str = "en") -> None:
        """Change words in the guide, and commit that."""
        text = self.file(language).read_text(encoding="utf-8")
        assert old in text
        self.write(text.replace(old, new), language)
        self.commit("Edit")

    def commit(self, message: str, day: str = "2026-01-01") -> None:
        """Commit everything, on that day."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message, day=day)

    def git(self, *arguments: str, day: str = "2026-01-01") -> None:
        """Run git in the project."""
        when = {f"GIT_{role}_DATE": f"{day}T12:00:00Z" for role in ("AUTHOR", "COMMITTER")}
        who = {f"GIT_{role}_{what}": "x@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        self.docs.parent.mkdir(exist_ok=True)
        subprocess.run(
            ["git", *arguments], cwd=self.docs.parent, check=True, env=os.environ | who | when, capture_output=True
        )

    def state(self, language: str = "cy") -> Freshness:
        """How the edition stands."""
        library, _ = read_library(self.docs)
        key = next(key for key in library.pages if key.startswith("guides/"))
        return read_standing(library, self.docs)[key, language]  # type: ignore[index]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The guide as it was when it was translated."""
    return Project(tmp_path / "project")


def _told(freshness: Freshness) -> list[tuple[str, ...]]:
    return [
        (change.kind, *(part.text if part else "" for part in (change.old, change.new, change.counterpart)))
        for change in freshness.changes
    ]


def test_fresh(project: Project) -> None:
    """A translation of the text as it is now is fresh, and that text is its source."""
    assert (project.state("cy").status, project.state("en").status) == ("fresh", "source")


def test_changed_segment_is_named(project: Project) -> None:
    """Each changed, new and vanished segment is named, with the old and the new words and the present translation."""
    project.edit("A reason that is given here", "Two reasons that are given here")
    project.edit("- another thing\n", "")
    project.edit("## Why", "A new paragraph that nobody has translated.\n\n## Why")
    project.edit("title: Small", "title: Smaller")
    state = project.state()
    assert state.status == "changed"
    assert state.total == 7
    assert _told(state) == [
        ("changed", "Small steps", "Smaller steps", "Camau bach"),
        ("added", "", "A new paragraph that nobody has translated.", ""),
        (
            "changed",
            "A reason that is given here in some words.",
            "Two reasons that are given here in some words.",
            "Rheswm sy'n cael ei roi yma mewn rhai geiriau.",
        ),
        ("removed", "another thing", "", "peth arall"),
    ]


def test_either_language_may_be_the_source(project: Project) -> None:
    """An English edition that was made from the Welsh one is stale when that moves on, and names the Welsh words."""
    project.write(_ENGLISH)
    project.write(_WELSH, "cy")
    project.record("en", "cy")
    assert (project.state("en").status, project.state("cy").status) == ("fresh", "source")
    project.edit("un peth", "dau beth", "cy")
    assert _told(project.state("en")) == [("changed", "un peth", "dau beth", "one thing")]


@pytest.mark.parametrize(
    "again",
    [
        _ENGLISH.replace("\n", "\r\n"),
        _ENGLISH.replace("title: Small steps\nsummary: How to begin.", "summary: 'How to begin.'\ntitle: Small steps"),
        _ENGLISH.replace("beginning of the work", "beginning\nof   the work") + "\n\n",
        _ENGLISH.replace("---\nA first", "published: 2026-11-30\n---\nA first"),
    ],
    ids=["line ends", "order of fields", "line breaks", "another date"],
)
def test_layout_makes_nothing_stale(project: Project, again: str) -> None:
    """White space, the order of the fields, and facts that nobody translates make no translation stale."""
    project.write(again)
    project.commit("Laid out anew")
    assert project.state().status == "fresh"


def test_no_change_needed(project: Project) -> None:
    """A translator who finds that nothing need change says so by recording the new text."""
    project.edit("some words", "a few words")
    assert project.state().status == "changed"
    project.record()
    assert project.state().status == "fresh"


def test_without_a_record(project: Project) -> None:
    """A translation that records nothing is said to be so, and an edition that is not there to be missing."""
    project.write(_WELSH, "cy")
    assert project.state().status == "unrecorded"
    project.file("cy").unlink()
    assert (project.state().status, project.state("en").status) == ("missing", "source")


def test_source_that_is_not_committed(project: Project) -> None:
    """What has been changed but not committed counts."""
    project.file().write_text(_ENGLISH.replace("one thing", "a thing"), encoding="utf-8")
    assert _told(project.state()) == [("changed", "one thing", "a thing", "un peth")]


def test_rebase_and_squash_change_nothing(project: Project) -> None:
    """The old text is found by its content, though no commit of that time is left in the branch."""
    project.git("checkout", "--quiet", "--orphan", "squashed")
    project.edit("one thing", "a thing")
    project.git("branch", "--quiet", "-D", "main")
    assert _told(project.state()) == [("changed", "one thing", "a thing", "un peth")]


def test_renamed_guide(project: Project) -> None:
    """A guide that has moved to another folder is as fresh as it was."""
    project.docs.joinpath(_GUIDE).rename(project.docs / "guides/new-name")
    project.commit("Move")
    assert project.state().status == "fresh"


def test_shallow_clone(project: Project, tmp_path: Path) -> None:
    """In a clone without the old text a stale translation is said to be so, but not what has changed, and why not."""
    project.edit("one thing", "a thing")
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", "--depth=1", project.docs.parent.as_uri(), str(clone)], check=True)
    library, _ = read_library(clone / "docs")
    state = read_standing(library, clone / "docs")[_GUIDE, "cy"]
    assert (state.status, state.reason, state.changes) == ("unknown", "shallow", ())


def test_no_repository_and_no_git(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a repository, and without git, a fresh translation is known all the same, and a stale one to be none."""
    shutil.rmtree(project.docs.parent / ".git")
    assert project.state().status == "fresh"
    project.write(_ENGLISH.replace("one thing", "a thing"))
    assert project.state().reason == "no-repository"
    monkeypatch.setenv("PATH", "")
    assert (project.state().status, project.state().reason) == ("unknown", "no-git")


def test_files_that_cannot_be_opened(project: Project) -> None:
    """Where a folder or a link to nowhere has the name of a file, nothing is raised: there is a Problem for it."""
    project.file("en").unlink()
    project.file("en").mkdir()
    assert project.state().status == "changed"
    project.file("en").rmdir()
    project.file("en").symlink_to("nowhere.md")
    project.file("cy").unlink()
    project.file("cy").mkdir()
    assert project.state().status == "unrecorded"


def test_hash_that_nobody_knows(project: Project) -> None:
    """A hash that is no text of this repository, be it another kind of object, is said not to be there."""
    tree = subprocess.check_output(["git", "rev-parse", "HEAD^{tree}"], cwd=project.docs.parent, text=True).strip()
    for strange in ("0" * 40, tree):
        project.write(with_record(_WELSH, strange), "cy")
        assert (project.state().status, project.state().reason) == ("unknown", "not-there")


def test_blob_hash_is_that_of_git(project: Project) -> None:
    """The hash is the one that git gives to the file."""
    answer = subprocess.check_output(["git", "hash-object", project.file()], text=True).strip()
    assert blob_hash(project.file().read_bytes()) == answer
    assert read_history(project.docs, [answer]).texts == {answer: _ENGLISH.encode()}


def test_word_diff() -> None:
    """A diff by words gives back the old text without what was added, and the new one without what was removed."""
    old, new = "The old model, said nobody.", "The new models, said somebody."
    parts = word_diff(old, new)
    assert "".join(text for what, text in parts if what != "added") == old
    assert "".join(text for what, text in parts if what != "removed") == new
    assert ("same", "The ") in parts


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\ntitle: A\n---\nText\n", "---\ntitle: A\ntranslated_from: H\n---\nText\n"),
        (
            "---\ntranslated_from: old\ntitle: A\n---\ntranslated_from: x\n",
            "---\ntranslated_from: H\ntitle: A\n---\ntranslated_from: x\n",
        ),
        ("No front matter\n", "No front matter\n"),
    ],
)
def test_with_record(before: str, after: str) -> None:
    """The record is written into the front matter, once, and the rest of the file stays as it is."""
    assert with_record(before, "H") == after


def test_since_when(project: Project) -> None:
    """A translation is behind since the day on which its source last became another, where a commit says so."""
    text = project.file().read_text(encoding="utf-8")
    project.write(text.replace("another thing", "one more thing"))
    assert project.state().since is None
    project.commit("First", "2026-02-01")
    project.write(text)
    project.commit("Back again", "2026-02-02")
    assert (project.state().status, project.state().since) == ("fresh", None)
    project.write(text.replace("another thing", "something else"))
    project.commit("Second", "2026-03-01")
    assert project.state().since == date(2026, 3, 1)
    project.git("mv", "docs/guides/small", "docs/guides/other")
    project.commit("Another name", "2026-04-01")
    assert project.state().since == date(2026, 3, 1)
