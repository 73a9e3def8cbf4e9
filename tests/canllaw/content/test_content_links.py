"""Links between pages, and the way from a place to its counterpart."""

from __future__ import annotations

from pathlib import Path

import pytest

from canllaw.build import Build
from canllaw.build import read as read_build
from canllaw.content.links import anchors, counterparts, key_of, linked_page, linked_path, links_on_site
from canllaw.language import Language
from cases import BASE, edited, lay_out

SMALL, SMALL_CY, LARGE_CY = "guides/small/index.md", "guides/small/index.cy.md", "guides/large/index.cy.md"


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """The small site that the cases start from."""
    return read_build(lay_out(BASE, tmp_path / "docs"))


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("index.md", ""),
        ("index.cy.md", ""),
        (".", ""),
        ("guides/small/index.md", "guides/small"),
        ("guides/small/index.cy.md", "guides/small"),
        ("guides/small", "guides/small"),
        ("guides/small.md", "guides/small.md"),
    ],
)
def test_key_of(path: str, key: str) -> None:
    """A page is meant by its file, by its twin's or by its folder."""
    assert key_of(path) == key


@pytest.mark.parametrize(
    ("target", "path", "key"),
    [
        ("", "guides/small/index.md", "guides/small"),
        ("../large/index.md", "guides/large/index.md", "guides/large"),
        ("./../large/index.cy.md", "guides/large/index.cy.md", "guides/large"),
        ("../../index.md", "index.md", ""),
        ("../large/", "guides/large", None),
        ("models.svg", "guides/small/models.svg", None),
        ("../none/index.md", "guides/none/index.md", None),
    ],
)
def test_linked_page(build: Build, target: str, path: str, key: str | None) -> None:
    """A relative link starts from the folder of its file, and leads to a page only by the name of a page's file."""
    _, edition = build.library.by_path[SMALL]
    page = linked_page(build.library, edition, target)
    assert linked_path(edition, target) == path
    assert (page.key if page else None) == key


def test_counterparts(build: Build) -> None:
    """Headings pair by order, each with its anchor in its own language, and so do the places that templates make."""
    vocabulary, pages = build.vocabulary, build.library.pages
    small = {"the-first-step": "y-cam-cyntaf", "the-next-step": "y-cam-nesaf"}
    assert counterparts(pages["guides/small"], "en", vocabulary) == small
    assert counterparts(pages["guides/small"], "cy", vocabulary) == {there: here for here, there in small.items()}
    assert counterparts(pages["glossary"], "cy", vocabulary)["mynediad-agored"] == "open-access"
    assert counterparts(pages["browse"], "en", vocabulary)["sharing"] == "rhannu-gwaith"


def test_counterparts_end_where_the_editions_part(tmp_path: Path) -> None:
    """Where a level differs the pairs end, so that no reader lands in a section about something else."""
    welsh = edited(LARGE_CY, {"## Yr ail ran": "### Manylion\n\n## Yr ail ran"})
    build = read_build(lay_out({**BASE, LARGE_CY: welsh}, tmp_path / "docs"))
    page = build.library.pages["guides/large"]
    assert counterparts(page, "en", build.vocabulary) == {"the-first-part": "y-rhan-gyntaf"}


@pytest.mark.parametrize("language", ["en", "cy"])
def test_counterparts_of_one_edition(tmp_path: Path, language: Language) -> None:
    """A page in one language leads each place to itself."""
    build = read_build(lay_out({"guides/small/index.md": BASE[SMALL]}, tmp_path / "docs"))
    page = build.library.pages["guides/small"]
    assert counterparts(page, language, build.vocabulary)["the-first-step"] == "the-first-step"


def test_anchors(build: Build) -> None:
    """A link can point at headings and figures in its own language, and at terms and tags on their pages."""
    vocabulary, pages = build.vocabulary, build.library.pages
    assert anchors(pages["guides/small"], "cy", vocabulary) == {"y-cam-cyntaf", "y-cam-nesaf", "fig-models"}
    assert anchors(pages["glossary"], "en", vocabulary) == {"innovation", "open-access"}
    assert anchors(pages["browse"], "cy", vocabulary) == {"treftadaeth", "rhannu-gwaith"}


def test_links_on_site(build: Build) -> None:
    """A link to index.md leads to the file that readers of each language get, its place kept."""
    _, english = build.library.by_path[SMALL]
    _, welsh = build.library.by_path[SMALL_CY]
    assert links_on_site(build.library, build.vocabulary, english, "en") == {
        "../../glossary/index.md#innovation": "../../glossary/index.md#innovation",
        "../large/index.md#the-second-part": "../large/index.md#the-second-part",
    }
    assert links_on_site(build.library, build.vocabulary, welsh, "cy") == {
        "../../glossary/index.md#arloesi": "../../glossary/index.cy.md#arloesi",
        "../large/index.md#yr-ail-ran": "../large/index.cy.md#yr-ail-ran",
    }


def test_links_of_a_text_on_the_other_site(tmp_path: Path) -> None:
    """A text that stands in for a missing edition leads to pages of the site it is on, and to the same places there."""
    files = {path: text for path, text in BASE.items() if path not in (SMALL_CY, LARGE_CY)}
    text = edited(
        SMALL, {"See [Figure](#fig-models).": "[Home](../../index.md) <https://example.org/> [file](models.svg)"}
    )
    build = read_build(lay_out({**files, SMALL: text}, tmp_path / "docs"))
    _, edition = build.library.by_path[SMALL]
    assert links_on_site(build.library, build.vocabulary, edition, "cy") == {
        "../../glossary/index.md#innovation": "../../glossary/index.cy.md#arloesi",
        "../large/index.md#the-second-part": "../large/index.md#the-second-part",
        "../../index.md": "../../index.cy.md",
    }
