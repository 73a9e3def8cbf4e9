"""What the Markdown extension is told of a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from canllaw.build import Build, read
from canllaw.content.schema import LICENCE_ADDRESSES
from canllaw.markup.figures import Credit
from canllaw.publishing.setting import setting_of
from cases import BASE, edited, lay_out

SMALL = "guides/small/index.md"


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """The small site that the cases start from."""
    return read(lay_out(BASE, tmp_path / "docs"))


def test_guide(build: Build) -> None:
    """A guide has numbered sections, words, credits and links of its language, counterparts and sizes."""
    setting = setting_of(build, build.library.pages["guides/small"], "cy")
    assert setting.numbered
    expected = {"figure": "Ffigur {n}", "table": "Tabl", "tabs": "Dewis", "footnote-back": "Yn ôl at gyfeiriad {}"}
    assert setting.words == expected
    assert setting.credits == {
        "models.svg": Credit("Llun: Cyfranwyr Canllaw.", "CC BY 4.0", LICENCE_ADDRESSES["CC-BY-4.0"])
    }
    assert setting.sizes == {"models.svg": (80, 40)}
    assert setting.counterparts == {"y-cam-cyntaf": "the-first-step", "y-cam-nesaf": "the-next-step"}
    assert setting.links["../large/index.md#yr-ail-ran"] == "../large/index.cy.md#yr-ail-ran"
    assert setting.sections["y-cam-cyntaf"] == "Dolen i “Y cam cyntaf”"
    assert setting.offers
    assert all(name.startswith("Ystyr “") for name in setting.offers.names.values())


def test_text_in_place_of_a_missing_one(tmp_path: Path) -> None:
    """Words inside a text are in its own language, on the site of the other too, but its links lead to that site."""
    files = {path: text for path, text in BASE.items() if path != "guides/small/index.cy.md"}
    build = read(lay_out(files, tmp_path / "docs"))
    setting = setting_of(build, build.library.pages["guides/small"], "cy")
    assert setting.words["figure"] == "Figure {n}"
    assert setting.credits["models.svg"].sentence.startswith("Picture: ")
    assert setting.links["../large/index.md#the-second-part"] == "../large/index.cy.md#yr-ail-ran"


def test_page_that_is_no_guide(build: Build) -> None:
    """Any other page has no numbers, no credits, no links at its headings, and offers no meanings."""
    setting = setting_of(build, build.library.pages["glossary"], "en")
    assert (setting.sections, setting.offers) == ({}, None)
    assert (setting.numbered, setting.credits, setting.sizes) == (False, {}, {})


def test_pictures_with_encoded_names(tmp_path: Path) -> None:
    """A picture whose name is encoded in the text has its size as any other."""
    text = edited(SMALL, {"![Two funnels](models.svg ": "![Two funnels](my%20models.svg "})
    picture = {SMALL: text, "guides/small/my models.svg": BASE["guides/small/models.svg"]}
    build = read(lay_out({**BASE, **picture}, tmp_path / "docs"))
    assert setting_of(build, build.library.pages["guides/small"], "en").sizes == {"my%20models.svg": (80, 40)}
