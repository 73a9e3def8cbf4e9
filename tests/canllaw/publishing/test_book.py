"""What the text of a page becomes in the book of its language."""

from __future__ import annotations

from pathlib import Path

import pytest

from canllaw.build import read
from canllaw.publishing.epub import BookView
from cases import BASE, lay_out

SITE = "https://example.org/canllaw/"


def chapter(html: str, folder: Path) -> str:
    """What `html`, as the text of the guide "small" in English, is in the book."""
    build = read(lay_out(BASE, folder / "docs"))
    texts: dict[tuple[str, str], str] = {
        (edition.path, edition.language): "" for guide in build.library.guides for edition in guide.editions.values()
    }
    texts |= {("guides/small/index.md", "en"): html, ("guides/large/index.md", "en"): "<h2 id='a:b'></h2>"}
    view = BookView(build, "en", SITE, "Canllaw", build.library.pages[""], texts)
    view.aim_links()
    return view.chapters["guides/small/"].text


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("../large/", "large.xhtml"),
        ("../large/#a:b", "large.xhtml#a-b"),
        ("../large/#gone", "large.xhtml"),
        ("#here", "#here"),
        ("#cl-tags", f"{SITE}guides/small/#cl-tags"),
        ("../../glossary/#term", f"{SITE}glossary/#term"),
        ("../../cy/", f"{SITE}cy/"),
        ("https://example.com/?a=b", "https://example.com/?a=b"),
    ],
)
def test_links(link: str, expected: str, tmp_path: Path) -> None:
    """A link leads to the chapter that it means, and to its place there if there is one, or else to the web."""
    assert f'href="{expected}"' in chapter(f"<p id='here'><a href='{link}'>x</a></p>", tmp_path)


@pytest.mark.parametrize("source", ["gone.png", "model.avif", "../../../outside.svg", "https://example.org/x.png"])
def test_picture_that_a_book_cannot_show(source: str, tmp_path: Path) -> None:
    """In the place of a picture that a book cannot show stand the words that describe it."""
    assert chapter(f"<p><img src='{source}' alt='A bridge'></p>", tmp_path) == "<p><span>A bridge</span></p>"


def test_picture(tmp_path: Path) -> None:
    """A picture of the guide stands in the book where it stands on the site."""
    found = chapter("<p><img src='models.svg' alt='A bridge' loading='lazy'></p>", tmp_path)
    assert found == '<p><img src="small/models.svg" alt="A bridge" /></p>'
