"""The lists of guides, made from what guides state."""

from __future__ import annotations

from pathlib import Path

import pytest

from canllaw.build import Build, read
from canllaw.content.listings import Listing
from cases import BASE, lay_out


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """The small site, whose larger guide is in English only."""
    files = {path: text for path, text in BASE.items() if path != "guides/large/index.cy.md"}
    return read(lay_out(files, tmp_path / "docs"))


def listing(build: Build, key: str) -> Listing:
    """The list with this key."""
    return build.library.listings[key]


def test_only_what_guides_have(build: Build) -> None:
    """There is a list for each topic, type, tag and year that a guide has, and they are no pages of the library."""
    keys = ["topics/planning", "types/article", "types/how-to", "tags/heritage", "tags/sharing", "years/2026"]
    assert list(build.library.listings) == keys
    assert not build.library.listings.keys() & build.library.pages.keys()


def test_guides_of_a_list(build: Build) -> None:
    """Guides with an edition in the language stand in its order; those without one stand apart."""
    heritage = listing(build, "tags/heritage")
    assert [guide.key for guide in heritage.here("en")] == ["guides/large", "guides/small"]
    assert heritage.apart("en") == []
    assert [guide.key for guide in heritage.here("cy")] == ["guides/small"]
    assert [guide.key for guide in heritage.apart("cy")] == ["guides/large"]


def test_addresses(build: Build) -> None:
    """An English address holds the id, a Welsh one the slug or the words of the label, and a year is a year."""
    library = build.library
    addresses = {key: [library.address(one, "en"), library.address(one, "cy")] for key, one in library.listings.items()}
    assert addresses["types/how-to"] == ["types/how-to/", "cy/mathau/canllaw-ymarferol/"]
    assert addresses["tags/sharing"] == ["tags/sharing/", "cy/tagiau/rhannu-gwaith/"]
    assert addresses["years/2026"] == ["years/2026/", "cy/blynyddoedd/2026/"]
    assert addresses["tags/sharing"][1] == build.vocabulary.taxonomy.list_address("tags", "sharing", "cy")


def test_words(build: Build) -> None:
    """The title says of what kind the list is, and the summary what it holds, in each language."""
    sharing, year = listing(build, "tags/sharing"), listing(build, "years/2026")
    assert [sharing.edition("en").title, sharing.edition("cy").title] == ["Tag: Sharing", "Tag: Rhannu"]
    assert [year.edition("en").title, year.edition("cy").title] == ["Year: 2026", "Blwyddyn: 2026"]
    assert sharing.edition("cy").summary == "Yr hyn a drosglwyddwn."


def test_where_there_is_something_to_read(build: Build) -> None:
    """A list of guides that are all in English is none that search engines lead Welsh readers to."""
    assert [listing(build, "tags/sharing").is_of("en"), listing(build, "tags/sharing").is_of("cy")] == [True, False]


def test_links_in_guides(build: Build) -> None:
    """A list is found by the path at which its file would stand, so guides can link to it."""
    page, edition = build.library.by_path["tags/sharing/index.cy.md"]
    assert (page.key, edition.language, build.library.is_made(edition.path)) == ("tags/sharing", "cy", True)
    assert not build.library.is_made("guides/small/index.md")
