"""What decides whether a PDF is made, where it stands, and whether the one of an earlier build will do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from built_site import PROJECT, SITE_URL
from canllaw.build import Build, read
from canllaw.language import LANGUAGES, Language
from canllaw.publishing.pdf import Facts, Order, asked_for, write
from canllaw.publishing.view import PageView, SiteView
from cases import BASE, lay_out

_FACTS = Facts("Title", "Summary", ("Somebody",), (), "2026-01-02", "2026-01-02")


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """The small site, in which the guide “large” has no Welsh edition."""
    files = {name: text for name, text in BASE.items() if name != "guides/large/index.cy.md"}
    return replace(read(lay_out(files, tmp_path / "docs")), with_pdf=True)


@pytest.fixture
def order(tmp_path: Path) -> Order:
    """A PDF with a picture."""
    picture = tmp_path / "site/guides/a b.svg"
    picture.parent.mkdir(parents=True)
    picture.write_text("one", encoding="utf-8")
    html, sheet = '<img alt="" src="../a%20b.svg">', PROJECT / "overrides/assets/stylesheets/pdf/pdf.css"
    return Order(html, _FACTS, sheet, SITE_URL, "guides/x/", tmp_path / "site", tmp_path / "x.pdf", tmp_path)


def _place(build: Build, key: str, language: Language) -> str:
    return PageView(build, language, SITE_URL, "Canllaw", build.library.pages[key]).pdf


def test_each_edition_has_one(build: Build) -> None:
    """A guide's PDF stands beside it under its own name; a page in the other language offers the PDF in that one."""
    assert [_place(build, "guides/small", language) for language in LANGUAGES] == [
        "guides/small/small.pdf",
        "cy/canllawiau/camau/camau.pdf",
    ]
    assert [_place(build, "guides/large", language) for language in LANGUAGES] == ["guides/large/large.pdf"] * 2


def test_none_for_other_pages(build: Build) -> None:
    """A page that is no guide has no PDF."""
    assert [_place(build, key, language) for key in ("", "glossary") for language in LANGUAGES] == [""] * 4


def test_none_unless_asked_for(build: Build, tmp_path: Path) -> None:
    """Without being asked for, no guide has a PDF, and none is written."""
    without = replace(build, with_pdf=False)
    assert _place(without, "guides/small", "en") == ""
    write(tmp_path / "none", tmp_path, None, SiteView(without, "en", SITE_URL, "Canllaw"))  # type: ignore[arg-type]
    assert not tmp_path.joinpath("none").exists()


@pytest.mark.parametrize(("extra", "asked"), [({}, False), ({"pdf": False}, False), ({"pdf": True}, True)])
def test_asked_for(extra: dict[str, bool], asked: bool) -> None:
    """The settings ask for PDFs with `pdf: true` under `extra`."""
    assert asked_for(extra) is asked


@pytest.mark.parametrize(
    "change",
    [
        lambda order: replace(order, html="other"),
        lambda order: replace(order, facts=replace(_FACTS, title="Other")),
        lambda order: replace(order, site_url="https://example.com/"),
        lambda order: (order.site / "guides/a b.svg").write_text("two", encoding="utf-8") and order,
    ],
)
def test_key_names_all_that_it_is_made_from(order: Order, change: Callable[[Order], Order]) -> None:
    """A PDF is made anew only when its words, its facts, the site's address or a picture in it have changed."""
    before = order.key
    assert order.key == before
    assert replace(order, target=Path("elsewhere.pdf")).key == before
    assert change(order).key != before
