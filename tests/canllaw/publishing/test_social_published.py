"""Social pictures: where they stand, what a page says of them, and when they are drawn again."""

from __future__ import annotations

from pathlib import Path

import pytest

from built_site import PROJECT
from canllaw.build import Build, read
from canllaw.language import Language
from canllaw.publishing import social
from canllaw.social.picture import Words, picture
from cases import BASE, lay_out

SITE = "https://example.org/repository/"


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """The small site, whose larger guide is in English only."""
    files = {path: text for path, text in BASE.items() if path != "guides/large/index.cy.md"}
    files["_data/interface.yml"] = (PROJECT / "docs/_data/interface.yml").read_text(encoding="utf-8")
    return read(lay_out(files, tmp_path / "docs"))


@pytest.mark.parametrize(
    ("key", "language", "place"),
    [
        ("guides/small", "en", "guides/small/social.png"),
        ("guides/small", "cy", "cy/canllawiau/camau/llun-rhannu.png"),
        ("guides/large", "cy", "guides/large/social.png"),
        ("", "en", "social.png"),
        ("", "cy", "cy/llun-rhannu.png"),
        ("browse", "cy", "cy/llun-rhannu.png"),
    ],
)
def test_each_page_names_a_picture_that_is_there(
    build: Build, tmp_path: Path, key: str, language: Language, place: str
) -> None:
    """A guide names its own picture, in the language of its text; other pages name that of the home page."""
    social.write(build, tmp_path / "site", "Canllaw")
    page = build.library.pages[key]
    named = social.social_picture(build, page, language, SITE)
    assert named.address == SITE + place
    assert (tmp_path / "site" / place).is_file()
    title = (page if key.startswith("guides/") else build.library.pages[""]).edition(language).title
    beside = {"en": "beside an arch", "cy": "wrth ymyl bwa"}[language]
    assert title in named.alt
    assert beside in named.alt


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the pictures that are drawn while a test runs."""
    titles: list[str] = []

    def noted(words: Words, key: str, topic: int) -> bytes:
        titles.append(words.title)
        return picture(words, key, topic)

    monkeypatch.setattr("canllaw.publishing.social.picture", noted)
    return titles


def test_unchanged_pictures_are_not_drawn_again(build: Build, tmp_path: Path, drawn: list[str]) -> None:
    """A second build draws only what a title, a label or the site's name changes."""
    social.write(build, tmp_path / "site", "Canllaw")
    first = len(drawn)
    assert first == len({*drawn}) == 5
    social.write(read(build.docs), tmp_path / "again", "Canllaw")
    assert len(drawn) == first
    file = build.docs / "guides/small/index.cy.md"
    file.write_text(file.read_text(encoding="utf-8").replace("Camau bach", "Camau mawr"), encoding="utf-8")
    social.write(read(build.docs), tmp_path / "changed", "Canllaw")
    assert drawn[first:] == ["Camau mawr"]
    social.write(read(build.docs), tmp_path / "renamed", "Enw arall")
    assert len(drawn) == 2 * first + 1
    for name in ("guides/small/social.png", "cy/llun-rhannu.png"):
        pictures = [(tmp_path / site / name).read_bytes() for site in ("site", "again", "changed", "renamed")]
        assert pictures[0] == pictures[1] == pictures[2] != pictures[3]
