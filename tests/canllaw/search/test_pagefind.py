"""The search index."""

from __future__ import annotations

from pathlib import Path

import pytest

from canllaw.search.pagefind import IndexingError, index_site, indexed_pages

PAGE = '<!doctype html><html lang="{0}"><body><h1 data-pagefind-body>{1}</h1><p>Footer</p></body></html>'


def _draw(site: Path) -> None:
    for address, language, title in (("guide", "en", "Steps"), ("cy/canllaw", "cy", "Camau")):
        site.joinpath(address).mkdir(parents=True)
        site.joinpath(address, "index.html").write_text(PAGE.format(language, title), encoding="utf-8")


def test_languages_have_indexes_of_their_own(tmp_path: Path) -> None:
    """The pages of a language are in its own index only, with what is marked of their text."""
    _draw(tmp_path)
    index_site(tmp_path)
    for language, address, text in (("en", "/guide/", "Steps\nSteps."), ("cy", "/cy/canllaw/", "Camau\nCamau.")):
        (page,) = indexed_pages(tmp_path, "cy" if language == "cy" else "en")
        assert (page.address, page.text) == (address, text)
        assert page.id.startswith(f"{language}_")


def test_what_no_page_uses_is_not_published(tmp_path: Path) -> None:
    """Of Pagefind's scripts only those are there that search."""
    _draw(tmp_path)
    index_site(tmp_path)
    assert {path.name for path in tmp_path.glob("pagefind/*/*.js")} == {"pagefind.js", "pagefind-worker.js"}


def test_nothing_to_index(tmp_path: Path) -> None:
    """Where there is no page to index, an error says so."""
    with pytest.raises(IndexingError, match="No page"):
        index_site(tmp_path / "none")


def test_failure_says_what_the_indexer_said(tmp_path: Path) -> None:
    """Where Pagefind cannot write the index, an error says what it said."""
    _draw(tmp_path)
    tmp_path.joinpath("pagefind").write_text("in the way", encoding="utf-8")
    with pytest.raises(IndexingError, match=r"\w"):
        index_site(tmp_path)
