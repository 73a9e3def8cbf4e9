"""How all translations stand, and which parts of one are concerned."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from behind import Project
from canllaw.build import Build, read
from canllaw.language import Language
from canllaw.translation.concerned import Section, sections_concerned
from canllaw.translation.overview import Share, by_state, shares, translations


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The site whose translations are in every state."""
    return Project(tmp_path_factory.mktemp("overview") / "project")


@pytest.fixture(scope="module")
def build(project: Project) -> Build:
    """What is read of it."""
    return read(project.docs)


def _concerned(build: Build, folder: str, language: Language) -> list[Section]:
    key = f"guides/{folder}"
    return sections_concerned(build.library.pages[key], language, build.standing[key, language])


def test_oldest_first(build: Build) -> None:
    """What wants doing stands first, and of each state what has waited longest."""
    found = by_state(translations(build.library, build.standing))
    guides = {
        state: [(one.page.key.removeprefix("guides/"), one.language, one.since) for one in group if one.since]
        for state, group in found.items()
    }
    assert list(found) == ["changed", "unrecorded", "missing", "fresh"]
    assert guides == {
        "changed": [
            ("large", "en", date(2026, 6, 1)),
            ("small", "cy", date(2026, 7, 1)),
            ("several", "cy", date(2026, 8, 1)),
        ],
        "unrecorded": [("plain", "cy", date(2026, 3, 1))],
        "missing": [("unig", "en", date(2026, 2, 1)), ("alone", "cy", date(2026, 4, 1))],
        "fresh": [],
    }


def test_shares(build: Build) -> None:
    """Of a language counts what is written in it, or translated from what the source says now."""
    assert shares(build.standing) == {"en": Share(11, 13), "cy": Share(3, 13)}
    assert (Share(199, 200).percent, Share(200, 200).percent, Share(0, 0).percent) == (99, 100, 100)


def test_sections_are_named_in_the_translation(build: Build) -> None:
    """The sections concerned are those of the translation, in the order of the source, with its anchors."""
    found = _concerned(build, "several", "cy")
    assert [(one.language, one.title, one.anchor) for one in found][:2] == [
        ("cy", "Rhan One", "rhan-one"),
        ("cy", "Rhan Two", "rhan-two"),
    ]
    assert len(found) == 6


def test_new_section_is_that_of_the_source(build: Build) -> None:
    """A section that is new is named as the source has it; fields and what stands before all headings as one place."""
    assert _concerned(build, "small", "cy") == [Section("cy"), Section("en", "A new part", "a-new-part")]
    assert _concerned(build, "large", "en") == [Section("en")]


def test_ids_stay(project: Project, tmp_path: Path) -> None:
    """The id of a change stays the same when others come before it, and no two changes of a page have the same."""
    before = read(project.docs).standing["guides/several", "cy"].changes
    file = project.docs / "guides/several/index.md"
    text = file.read_text(encoding="utf-8")
    try:
        file.write_text(text.replace("## Part One", "More.\n\nMore.\n\n## Part One"), encoding="utf-8")
        after = read(project.docs).standing["guides/several", "cy"].changes
    finally:
        file.write_text(text, encoding="utf-8")
    assert [change.id for change in after[2:]] == [change.id for change in before]
    assert len({change.id for change in after}) == len(after) == 8
