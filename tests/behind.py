"""A small site in a git repository whose translations are in every state there is, and how it is built.

- `small`: Welsh from English, which has since got another paragraph, a new section and another summary;
- `large`: English from Welsh, which has since got another sentence;
- `plain`: nothing is recorded; `alone`: in English only; `unig`: in Welsh only;
- `several`: Welsh from English, of which more sections have changed than a notice names;
- the glossary: Welsh from English, up to date.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from built_site import PROJECT, BuiltSite, as_project, run_mkdocs
from canllaw.translation.history import blob_hash
from canllaw.translation.record import with_record
from cases import BASE, lay_out

_FACTS = """type: article
topic: planning
tags: [heritage]
published: {day}
authors: [canllaw]
image: {{file: picture.svg, alt: Shown, credit: canllaw, licence: CC-BY-4.0}}
"""
_SECTIONS = ("One", "Two", "Three", "Four", "Five", "Six")


def _guide(title: str, body: str, day: str = "") -> str:
    facts = _FACTS.format(day=day) if day else "image: {alt: Llun}\ntranslators: [canllaw]\n"
    return f"---\ntitle: {title}\nsummary: About {title.lower()}.\n{facts}---\n{body}"


def _sections(word: str) -> str:
    return "\n\n".join(f"## {word} {name}\n\nWhat part {name} says." for name in _SECTIONS) + "\n"


def small_site() -> dict[str, str | bytes]:
    """The files below `docs`, before anything has changed."""
    files = {name: content for name, content in BASE.items() if name != "_data/interface.yml"}
    files["_data/interface.yml"] = (PROJECT / "docs/_data/interface.yml").read_text(encoding="utf-8")
    for page in ("translations", "reuse", "search"):
        for name in ("index.md", "index.cy.md"):
            text = (PROJECT / "docs" / page / name).read_text(encoding="utf-8")
            head, _, _ = text.removeprefix("---\n").partition("\n---\n")
            head = "\n".join(line for line in head.split("\n") if not line.startswith("translated_from:"))
            files[f"{page}/{name}"] = f"---\n{head}\n---\nWords.\n"
    picture = BASE["guides/small/picture.svg"]
    for folder in ("plain", "alone", "unig", "several"):
        files[f"guides/{folder}/picture.svg"] = picture
    files |= {
        "guides/plain/index.md": _guide("Plain", "Words.\n", "2026-03-01"),
        "guides/plain/index.cy.md": _guide("Plaen", "Geiriau.\n"),
        "guides/alone/index.md": _guide("Alone", "Words.\n", "2026-04-01"),
        "guides/unig/index.cy.md": _guide("Unig", "Geiriau.\n", "2026-02-01"),
        "guides/several/index.md": _guide("Several", _sections("Part"), "2026-01-01"),
        "guides/several/index.cy.md": _guide("Sawl", _sections("Rhan")),
    }
    return files


def _built(root: Path) -> BuiltSite:
    run = run_mkdocs(root, root / "site")
    assert run.returncode == 0, run.stdout + run.stderr
    return BuiltSite(root / "site", run.stdout + run.stderr)


class Project:
    """The project in a folder, with its history."""

    def __init__(self, root: Path) -> None:
        self.root, self.docs = root, root / "docs"
        as_project(root)
        lay_out(small_site(), self.docs)
        (root / ".gitignore").write_text("site/\n.site*/\n.cache/\n__pycache__/\n", encoding="utf-8")
        self._git("init", "--quiet", "--initial-branch=main")
        self._commit("2026-05-01")
        for page, translation, source in (
            ("guides/small", "index.cy.md", "index.md"),
            ("guides/large", "index.md", "index.cy.md"),
            ("guides/several", "index.cy.md", "index.md"),
            ("glossary", "index.cy.md", "index.md"),
        ):
            self._record(page, translation, source)
        self._commit("2026-05-02")
        self._edit("guides/large/index.cy.md", "\n---\n", "\n---\nBrawddeg newydd yn y Gymraeg.\n\n")
        self._commit("2026-06-01")
        self._edit("guides/small/index.md", "needs a beginning", "needs a plan")
        self._edit("guides/small/index.md", "How to begin with little.", "How to begin.")
        self._edit("guides/small/index.md", "## The next step", "## A new part\n\nQuite new words.\n\n## The next step")
        self._commit("2026-07-01")
        for name in _SECTIONS:
            self._edit("guides/several/index.md", f"What part {name} says", f"What part {name} says now")
        self._commit("2026-08-01")

    def build(self) -> BuiltSite:
        """The site, as it is now."""
        return _built(self.root)

    @property
    def site(self) -> BuiltSite:
        """The site as it was built last."""
        return BuiltSite(self.root / "site", "")

    def shallow(self, folder: Path) -> BuiltSite:
        """The site that is built from a clone without history, in `folder`."""
        command = ["git", "clone", "--quiet", "--depth=1", self.root.as_uri(), str(folder)]
        subprocess.run(command, check=True, capture_output=True)
        return _built(folder)

    def without_git(self, folder: Path) -> BuiltSite:
        """The site that is built from a copy in `folder` that is in no repository."""
        shutil.copytree(self.root, folder, ignore=shutil.ignore_patterns(".git", "site", ".cache", "__pycache__"))
        return _built(folder)

    def _record(self, page: str, translation: str, source: str) -> None:
        file = self.docs / page / translation
        made_from = blob_hash((self.docs / page / source).read_bytes())
        file.write_text(with_record(file.read_text(encoding="utf-8"), made_from), encoding="utf-8", newline="\n")

    def _edit(self, name: str, old: str, new: str) -> None:
        text = (self.docs / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, (name, old)
        (self.docs / name).write_text(text.replace(old, new), encoding="utf-8", newline="\n")

    def _commit(self, day: str) -> None:
        self._git("add", "--all", day=day)
        self._git("commit", "--quiet", "--message", f"What was done on {day}", day=day)

    def _git(self, *arguments: str, day: str = "2026-05-01") -> None:
        who = {f"GIT_{role}_{what}": "x@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        when = {f"GIT_{role}_DATE": f"{day}T12:00:00Z" for role in ("AUTHOR", "COMMITTER")}
        command = ["git", "-c", "core.autocrlf=false", "-c", "commit.gpgsign=false", *arguments]
        subprocess.run(command, cwd=self.root, check=True, env=os.environ | who | when, capture_output=True)
