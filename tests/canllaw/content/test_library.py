"""The Library: pages and guides, each of which knows both of its editions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from canllaw.content.library import Guide, Library, in_order, read_library
from canllaw.language import Language
from cases import BASE, lay_out

PAGE = "---\ntitle: {}\nsummary: A page.\n{}---\n"
Read = Callable[[Mapping[str, str | bytes]], Library]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads the Library of some files, which are in order."""

    def reading(files: Mapping[str, str | bytes]) -> Library:
        library, problems = read_library(lay_out(files, tmp_path / "docs"))
        assert problems == []
        return library

    return reading


@pytest.fixture
def library(read: Read) -> Library:
    """The Library of the small site that the cases start from."""
    return read(BASE)


def test_editions_pair(library: Library) -> None:
    """The two files of a folder are the editions of one page; those below `guides/` are guides."""
    assert sorted(library.pages) == ["", "browse", "glossary", "guides", "guides/large", "guides/small"]
    assert all(page.editions.keys() == {"en", "cy"} for page in library.pages.values())
    assert [guide.key for guide in library.guides] == ["guides/large", "guides/small"]


def test_paths(library: Library) -> None:
    """Every file leads to its page and its edition."""
    page, edition = library.by_path["guides/small/index.cy.md"]
    assert (page.key, edition.language, edition.title) == ("guides/small", "cy", "Camau bach")
    assert library.by_path.keys() == {path for path in BASE if path.endswith(".md")}


def test_facts_are_the_guides(library: Library) -> None:
    """A guide has its facts whichever edition stated them."""
    guide = library.pages["guides/small"]
    assert isinstance(guide, Guide)
    assert (guide.facts.type, guide.facts.tags, guide.layout) == ("article", ["heritage"], "guide")
    assert library.pages["browse"].layout == "browse"


@pytest.mark.parametrize(
    ("key", "language", "address"),
    [
        ("", "en", ""),
        ("", "cy", "cy/"),
        ("guides", "en", "guides/"),
        ("guides", "cy", "cy/canllawiau/"),
        ("guides/small", "en", "guides/small/"),
        ("guides/small", "cy", "cy/canllawiau/camau/"),
        ("guides/large", "cy", "cy/canllawiau/fenter-fawr/"),
    ],
)
def test_addresses(library: Library, key: str, language: Language, address: str) -> None:
    """English addresses are the folders; Welsh ones are Welsh words, of short titles and without their article."""
    assert library.address(library.pages[key], language) == address


def test_slug(read: Read) -> None:
    """A slug is the last word of its page's address, and part of those below it."""
    library = read(
        {
            "guides/index.cy.md": PAGE.format("Canllawiau", "slug: arweiniad\n"),
            "guides/a/index.md": PAGE.format("One", "slug: first\n"),
            "guides/a/index.cy.md": PAGE.format("Un", ""),
        }
    )
    guide = library.pages["guides/a"]
    assert library.address(guide, "en") == "guides/first/"
    assert library.address(guide, "cy") == "cy/arweiniad/un/"


def test_missing_edition(read: Read) -> None:
    """A page in one language is shown on both sites, in its own language, at an address with the folder's name."""
    library = read({"guides/a/index.cy.md": PAGE.format("Un", ""), "b/index.md": PAGE.format("Two", "")})
    welsh, english = library.pages["guides/a"], library.pages["b"]
    assert (welsh.text_language("en"), welsh.text_language("cy")) == ("cy", "cy")
    assert (english.text_language("en"), english.text_language("cy")) == ("en", "en")
    assert library.address(welsh, "en") == "guides/a/"
    assert library.address(welsh, "cy") == "cy/guides/un/"
    assert library.address(english, "cy") == "cy/b/"


def test_title_of_no_letters(read: Read) -> None:
    """A Welsh title without a letter for an address leaves the folder's name."""
    library = read({"a/index.cy.md": PAGE.format("'???'", "")})
    assert library.address(library.pages["a"], "cy") == "cy/a/"


def test_folder_without_a_page(read: Read) -> None:
    """A folder that is no page keeps its name in the addresses below it."""
    library = read({"things/a/index.cy.md": PAGE.format("Un", "")})
    assert library.address(library.pages["things/a"], "cy") == "cy/things/un/"


def test_titles(read: Read) -> None:
    """Where there is no short title the title stands for it, and where there is none at all the folder's name does."""
    library = read({"a/index.md": "---\ntitle: One\n---\n", "b/index.md": "---\nshort_title: Two\n---\n"})
    one, two = (library.pages[key].edition("en") for key in "ab")
    assert (one.title, one.short_title, one.summary) == ("One", "One", "")
    assert (two.title, two.short_title) == ("b", "Two")


def test_newest_first(read: Read) -> None:
    """Guides come newest first, those of one day by their folder, and those without a day come last or not at all."""
    days = {"a": "2026-01-02", "b": "2026-03-04", "c": "2025-12-31", "d": "2026-01-02"}
    library = read({f"guides/{key}/index.md": PAGE.format(key, f"published: {day}\n") for key, day in days.items()})
    assert [guide.key[-1] for guide in library.guides] == ["b", "d", "a", "c"]


def test_order_of_each_language(read: Read) -> None:
    """Guides are sorted by the titles and the alphabet of the language of the site."""
    titles = {"a": ("Cat", "Cyw"), "b": ("Chat", "Chwa"), "c": ("Dog", "Ci")}
    files = {}
    for key, (english, welsh) in titles.items():
        files[f"guides/{key}/index.md"] = PAGE.format(english, "")
        files[f"guides/{key}/index.cy.md"] = PAGE.format(welsh, "")
    library = read(files)
    assert [guide.key[-1] for guide in in_order(library.guides, "en")] == ["a", "b", "c"]
    assert [guide.key[-1] for guide in in_order(library.guides, "cy")] == ["c", "a", "b"]


def test_data_and_other_files_are_no_pages(tmp_path: Path) -> None:
    """Notes among the data files are left alone; elsewhere a Markdown file of another name is a Problem."""
    files = {"_data/README.md": "Notes", "a/picture.svg": "<svg/>", "a/notes.md": "Notes"}
    library, problems = read_library(lay_out(files, tmp_path / "docs"), "texts")
    assert not library.pages
    assert [(problem.path, problem.code) for problem in problems] == [("texts/a/notes.md", "file-name")]


def test_nothing(tmp_path: Path) -> None:
    """A folder that is empty or not there is an empty Library."""
    library, problems = read_library(tmp_path / "none")
    assert (dict(library.pages), library.guides, problems) == ({}, (), [])
