"""Where files go on the site of each language."""

from __future__ import annotations

from pathlib import Path

import pytest

from canllaw.build import Build, read
from canllaw.content.places import places
from cases import BASE, lay_out


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """The small site, its larger guide in English only, with files that are no page beside it."""
    files = {path: text for path, text in BASE.items() if path != "guides/large/index.cy.md"}
    more = {
        "guides/large/plan.pdf": "PDF",
        "_data/logos/canllaw.svg": "<svg/>",
        ".hidden": "x",
        "guides/.DS_Store": "x",
    }
    return read(lay_out({**files, **more}, tmp_path / "docs"))


def test_english(build: Build) -> None:
    """On the English site English texts stand at English addresses, and other files where they are in `docs`."""
    assert places(build, "en") == {
        "index.md": "index.html",
        "browse/index.md": "browse/index.html",
        "glossary/index.md": "glossary/index.html",
        "guides/index.md": "guides/index.html",
        "guides/large/index.md": "guides/large/index.html",
        "guides/small/index.md": "guides/small/index.html",
        "guides/large/plan.pdf": "guides/large/plan.pdf",
        "guides/small/models.svg": "guides/small/models.svg",
        "guides/small/picture.svg": "guides/small/picture.svg",
        "_data/logos/canllaw.svg": "logos/canllaw.svg",
        "topics/planning/index.md": "topics/planning/index.html",
        "types/article/index.md": "types/article/index.html",
        "types/how-to/index.md": "types/how-to/index.html",
        "tags/heritage/index.md": "tags/heritage/index.html",
        "tags/sharing/index.md": "tags/sharing/index.html",
        "years/2026/index.md": "years/2026/index.html",
    }


def test_welsh(build: Build) -> None:
    """On the Welsh site Welsh texts stand at Welsh addresses, an English one in the place of a missing one."""
    pages = {path: place for path, place in places(build, "cy").items() if path.endswith(".md")}
    assert pages == {
        "index.cy.md": "cy/index.html",
        "browse/index.cy.md": "cy/pori/index.html",
        "glossary/index.cy.md": "cy/geirfa/index.html",
        "guides/index.cy.md": "cy/canllawiau/index.html",
        "guides/large/index.md": "cy/canllawiau/large/index.html",
        "guides/small/index.cy.md": "cy/canllawiau/camau/index.html",
        "topics/planning/index.cy.md": "cy/pynciau/cynllunio/index.html",
        "types/article/index.cy.md": "cy/mathau/erthygl/index.html",
        "types/how-to/index.cy.md": "cy/mathau/canllaw-ymarferol/index.html",
        "tags/heritage/index.cy.md": "cy/tagiau/treftadaeth/index.html",
        "tags/sharing/index.cy.md": "cy/tagiau/rhannu-gwaith/index.html",
        "years/2026/index.cy.md": "cy/blynyddoedd/2026/index.html",
    }


def test_other_files_stand_once(build: Build) -> None:
    """Pictures and documents serve both languages from one place."""
    english, welsh = places(build, "en"), places(build, "cy")
    assert {path: english[path] for path in english if not path.endswith(".md")} == {
        path: welsh[path] for path in welsh if not path.endswith(".md")
    }
