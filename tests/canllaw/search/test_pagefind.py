"""The search index."""

from __future__ import annotations

from pathlib import Path

import pytest

from canllaw.search.pagefind import IndexingError, index_site

PAGE = '<!doctype html><html lang="{0}"><body data-pagefind-body><h1>{1}</h1></body></html>'


def test_languages_have_indexes_of_their_own(tmp_path: Path) -> None:
    """Pages are indexed by the language that they say they are in."""
    for language, title in (("en", "Steps"), ("cy", "Camau")):
        tmp_path.joinpath(language).mkdir()
        tmp_path.joinpath(language, "index.html").write_text(PAGE.format(language, title), encoding="utf-8")
    index_site(tmp_path)
    assert len(list(tmp_path.glob("pagefind/fragment/en_*"))) == 1
    assert len(list(tmp_path.glob("pagefind/fragment/cy_*"))) == 1


def test_nothing_to_index(tmp_path: Path) -> None:
    """Where the index cannot be made an error says what the indexer said."""
    with pytest.raises(IndexingError, match=r"\w"):
        index_site(tmp_path / "none")
