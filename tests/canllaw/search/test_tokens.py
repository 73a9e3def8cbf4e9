"""The words of a text, and the terms that Pagefind has for them."""

from __future__ import annotations

import gzip
import unicodedata
from pathlib import Path

import pytest

from canllaw.search.pagefind import index_site
from canllaw.search.tokens import fold, words_and_terms


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Treftadaeth, gwefan.", {"treftadaeth": "treftadaeth", "gwefan": "gwefan"}),
        ("i'r dref", {"dref": "dref"}),
        ("Gymru'n", {"gymru": "gymru"}),
        ("Gymru’n", {"gymru": "gymrun"}),
        ("e-bost", {"ebost": "ebost", "bost": "bost"}),
        ("1914–18", {"1914": "191418", "18": "191418"}),
        ("18fed-19eg", {"18fed19eg": "18fed19eg", "18fed": "18fed19eg", "19eg": "18fed19eg"}),
        ("WordPress.org", {"wordpress": "wordpressorg", "org": "org"}),
        ("YouTube,", {"youtube": "youtube"}),
        ("BBCymru/GPs/de", {"bbcymru": "bbcymrugpsde", "gps": "bbcymrugpsde", "de": "de"}),
        ("UNESCO/CADW", {"unesco": "unesco", "cadw": "cadw"}),
        ("a", {"a": "a"}),
        ("☃ – ’", {}),
        ("w" * 41, {}),
    ],
)
def test_words_and_the_terms_that_find_them(text: str, words: dict[str, str]) -> None:
    """A word comes with the term that finds it, which is longer where Pagefind leaves things joined."""
    assert dict(words_and_terms(text)) == words


def test_decomposed_and_composed_are_one() -> None:
    """A letter and its accent are the same word, however they are written."""
    text = "Tŷ gŵyl ÎFANC"
    assert list(words_and_terms(unicodedata.normalize("NFD", text))) == list(words_and_terms(text))
    assert fold("tŷ") == "ty"


def test_pagefind_has_these_terms(tmp_path: Path) -> None:
    """Pagefind itself has a page's words under the terms that we say it has."""
    text = "Gymru'n Gymru’n e-bost 1914–18 Treftadaeth, (gŵyl) a/neu 18fed-19eg WordPress.org GPs/BBCymru"
    page = '<!doctype html><html lang="cy"><body><p data-pagefind-body>{}</p></body></html>'
    tmp_path.joinpath("cy").mkdir()
    tmp_path.joinpath("cy/index.html").write_text(page.format(text), encoding="utf-8")
    index_site(tmp_path)
    index = b"".join(gzip.decompress(path.read_bytes()) for path in tmp_path.glob("pagefind/cy/index/*"))
    for _, term in words_and_terms(text):
        assert fold(term).encode() in index, term
