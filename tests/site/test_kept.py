"""What is kept between builds: the site is, byte for byte, the one that a first build makes of the same files."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random

import pytest

from behind import small_site
from built_site import PROJECT, run_mkdocs
from cases import lay_out

# A longer run, of a few edits at a time: CANLLAW_EDITING_ROUNDS=50 CANLLAW_EDITING_SEED=7 pytest site/test_kept.py
_ROUNDS = int(os.environ.get("CANLLAW_EDITING_ROUNDS", "0"))
_SEED = int(os.environ.get("CANLLAW_EDITING_SEED", "1"))
_GUIDE = "docs/guides/small/index.md"
_DIAGRAM = """kind: steps
title: {en: Steps, cy: Camau}
summary: {en: Two steps., cy: Dau gam.}
steps:
  - label: {en: Begin, cy: Dechrau}
  - label: {en: End, cy: Gorffen}
"""


class Workshop:
    """A small project that is built again and again, and what its editors do to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("hooks", "overrides"):
            shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(PROJECT / "mkdocs.yml", folder)
        lay_out(small_site(), folder / "docs")
        self.write("docs/guides/plain/models.diagram.yml", _DIAGRAM)
        self.replace("docs/guides/plain/index.md", r"Words\.", "Words.\n\n![](models.diagram.yml)")
        self.replace("docs/guides/alone/index.md", r"Words\.", "[Words](../several/index.md#part-one).")

    def replace(self, name: str, pattern: str, by: str) -> None:
        """Put `by` in the place of what matches first in a file."""
        file = self.folder / name
        text, found = re.subn(pattern, by, file.read_text(encoding="utf-8"), count=1)
        assert found, (name, pattern)
        file.write_text(text, encoding="utf-8", newline="\n")

    def write(self, name: str, text: str) -> None:
        """Write a file, and the folders on its way."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")

    def built(self) -> dict[str, bytes]:
        """The site that a build makes here, file by file."""
        run = run_mkdocs(self.folder, self.folder / "site")
        assert run.returncode == 0, run.stdout + run.stderr
        return _files(self.folder / "site")

    def built_afresh(self) -> dict[str, bytes]:
        """The site that a first build makes of a copy."""
        copy = self.folder.with_name("copy")
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(self.folder, copy, ignore=shutil.ignore_patterns("site", ".cache", ".site*"))
        run = run_mkdocs(copy, copy / "site")
        assert run.returncode == 0, run.stdout + run.stderr
        return _files(copy / "site")


Edit = Callable[[Workshop, Random], None]


def _files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def _number(random: Random) -> str:
    return f"{random.randrange(10**6)}"


def _guide_of(workshop: Workshop, random: Random) -> str:
    return random.choice(sorted(path.parent.name for path in (workshop.folder / "docs/guides").glob("*/index.md")))


def _text(workshop: Workshop, random: Random) -> None:
    name = random.choice(["index.md", "index.cy.md"])
    folder = random.choice(["small", "large", "plain", "several"])
    workshop.replace(f"docs/guides/{folder}/{name}", r"\Z", f"\n\nSentence {_number(random)}.\n")


def _field(name: str, *values: str) -> Edit:
    def change(workshop: Workshop, random: Random) -> None:
        value = random.choice(values) if values else f"Words {_number(random)}"
        file = f"docs/guides/{_guide_of(workshop, random)}/index.md"
        workshop.replace(file, rf"(?m)^{name}: .*$", f"{name}: {value}")

    return change


def _section(workshop: Workshop, random: Random) -> None:
    """A section to which a text leads that stands in for a missing one: it is called otherwise in that language."""
    workshop.replace("docs/guides/several/index.cy.md", r"## Rhan \w+", f"## Rhan {_number(random)}")


def _new(workshop: Workshop, random: Random) -> None:
    guide, name = workshop.folder / "docs/guides/alone", f"new-{_number(random)}"
    shutil.copytree(guide, guide.with_name(name), ignore=shutil.ignore_patterns("index.cy.md"))
    workshop.replace(f"docs/guides/{name}/index.md", r"title: .*", f"title: Guide {name}")


def _gone(workshop: Workshop, random: Random) -> None:
    new = sorted((workshop.folder / "docs/guides").glob("new-*"))
    if new:
        shutil.rmtree(random.choice(new))


def _renamed(workshop: Workshop, random: Random) -> None:
    new = sorted((workshop.folder / "docs/guides").glob("new-*"))
    if new:
        folder = random.choice(new)
        folder.rename(folder.with_name(f"new-{_number(random)}"))


def _translation(workshop: Workshop, _: Random) -> None:
    """A translation comes, or goes again."""
    file = workshop.folder / "docs/guides/alone/index.cy.md"
    if file.exists():
        file.unlink()
    else:
        file.write_text("---\ntitle: Wrth ei hun\nsummary: Ar ei ben ei hun.\nimage: {alt: Llun}\n---\nGeiriau.\n")


def _at(name: str, pattern: str, by: str) -> Edit:
    return lambda workshop, random: workshop.replace(name, pattern, by.replace("…", _number(random)))


#: What is seen on a page, and on those that tell of it, and on no others.
OF_PAGES: dict[str, Edit] = {
    "text": _text,
    "picture": _at("docs/guides/plain/picture.svg", r"</svg>", "<desc>…</desc></svg>"),
    "diagram": _at("docs/guides/plain/models.diagram.yml", r"en: Begin\w*", "en: Begin…"),
    "summary": _field("summary"),
    "section": _section,
}
#: What can be seen on any page.
OF_ALL: dict[str, Edit] = {
    "day": _field("published", "2026-01-05", "2025-01-05", "2024-03-01"),
    "tags": _field("tags", "[sharing]", "[heritage]", "[heritage, sharing]"),
    "type": _field("type", "article", "how-to"),
    "title": _field("title"),
    "new guide": _new,
    "guide gone": _gone,
    "guide renamed": _renamed,
    "translation": _translation,
    "label": _at("docs/_data/taxonomy.yml", r"label: Heritage\w*", "label: Heritage…"),
    "meaning": _at("docs/_data/glossary.yml", r"A new way[\w ]*", "A new way … of doing things"),
    "person": _at("docs/_data/people.yml", r"Canllaw contributors\w*", "Canllaw contributors…"),
    "words": _at("docs/_data/interface.yml", r"en: [A-Z]\w+ to content\w*", "en: Skip to content…"),
    "template": _at("overrides/canllaw/footer.html", r"\Z", "<!-- … -->"),
    "style": _at("overrides/assets/stylesheets/base.css", r"\Z", ".a{margin:…px}"),
    "hook": _at("hooks/canllaw/publishing/head.py", r"\Z", "# …\n"),
    "setting": _at("mkdocs.yml", r"site_name: \w+", "site_name: Canllaw…"),
    "standing page": _at("docs/browse/index.md", r"title: \w+", "title: Browse…"),
}


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """A project that has been built once."""
    workshop = Workshop(tmp_path_factory.mktemp("kept") / "project")
    workshop.built()
    return workshop


def _assert_same(kept: dict[str, bytes], afresh: dict[str, bytes], edits: list[str]) -> None:
    assert kept.keys() == afresh.keys(), edits
    assert [name for name in kept if kept[name] != afresh[name]] == [], edits


def _rounds(random: Random) -> Iterator[Mapping[str, Edit]]:
    """What is edited between two builds, for one edit must not hide another; or a few edits, many times."""
    every = {**OF_PAGES, **OF_ALL}
    for _ in range(_ROUNDS):
        yield {name: every[name] for name in random.sample(sorted(every), random.randint(1, 4))}
    if not _ROUNDS:
        yield from (OF_PAGES, OF_ALL)


def test_edits(workshop: Workshop) -> None:
    """After any edits, of whatever kind and in any order, the site is the one that a first build would make."""
    random = Random(_SEED)  # noqa: S311  (nothing here is a secret)
    for edits in _rounds(random):
        for edit in edits.values():
            edit(workshop, random)
        _assert_same(workshop.built(), workshop.built_afresh(), [*edits])


def test_what_was_made_is_used(workshop: Workshop) -> None:
    """What a build has made is there for the next one, which makes nothing anew; an edit costs a few pages."""
    cache = workshop.folder / ".cache/canllaw"

    def kept() -> set[str]:
        return {path.name for path in cache.iterdir()}

    workshop.built()
    before = kept()
    workshop.built()
    assert kept() == before
    _text(workshop, Random(_SEED))  # noqa: S311
    workshop.built()
    assert 2 < len(kept() - before) < len(before) / 3
