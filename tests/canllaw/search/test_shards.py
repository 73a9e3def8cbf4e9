"""The files of words that the search in the browser reads."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from canllaw.search.pagefind import index_site
from canllaw.search.shards import MOST_BYTES, beginning, shards, write_shards
from canllaw.vocabulary.glossary import Glossary

_PAGE = """<!doctype html>
<html lang="{}"><body><main data-pagefind-body><h1>{}</h1><p>{}</p></main><p>Troedyn</p></body></html>
"""
_PAGES = {
    "cy/a": ("cy", "Ein treftadaeth", "Gofalu am dreftadaeth a geiriau. <span data-pagefind-ignore>Anwybyddwyd</span>"),
    "cy/b": ("cy", "Dreftadaeth", "Gair am y tŷ. &lt;script&gt;"),
    "guide": ("en", "Heritage", "Caring for heritage"),
}


def _site(folder: Path, pages: dict[str, tuple[str, str, str]]) -> Path:
    for address, (language, title, text) in pages.items():
        folder.joinpath(address).mkdir(parents=True)
        folder.joinpath(address, "index.html").write_text(_PAGE.format(language, title, text), encoding="utf-8")
    index_site(folder)
    write_shards(folder, Glossary({}))
    return folder / "assets/search"


def _manifest(search: Path, language: str) -> dict[str, Any]:
    return dict(json.loads(search.joinpath(f"{language}.json").read_text(encoding="utf-8")))


def _words(search: Path, language: str) -> dict[str, Any]:
    """All entries of all shards that the manifest names."""
    manifest = _manifest(search, language)
    words: dict[str, Any] = {}
    for name in manifest["shards"].split():
        shard = json.loads((search / language / f"{name}-{manifest['version']}.json").read_text(encoding="utf-8"))
        assert all(beginning(word, len(name)) == name for word in shard)
        words |= shard
    return words


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of shards of a small site."""
    return _site(tmp_path_factory.mktemp("shards"), _PAGES)


def test_entries_have_pages_and_forms(search: Path) -> None:
    """A word has the pages of all its forms, and the forms by weight; one without other forms has its pages only."""
    words = _words(search, "cy")
    assert words["treftadaeth"] == [2, {"treftadaeth": 100, "dreftadaeth": 90}]
    assert words["gair"] == [2, {"gair": 100, "geiriau": 80}]
    assert words["script"] == 1


def test_only_what_is_indexed_is_there(search: Path) -> None:
    """Titles are read; what Pagefind ignores, and furniture, is not."""
    words = _words(search, "cy")
    assert "ein" in words
    assert not {"anwybyddwyd", "troedyn", "heritage"} & set(words)


def test_english_has_a_vocabulary(search: Path) -> None:
    """In English a word has its pages only: its forms are known to the stemmer."""
    assert _words(search, "en") == {"heritage": 1, "caring": 1, "for": 1}


def test_manifest_has_what_the_browser_must_know(search: Path) -> None:
    """The manifest counts the pages, and tells the rules of Welsh; the English one has none."""
    welsh, english = _manifest(search, "cy"), _manifest(search, "en")
    assert (welsh["pages"], english["pages"]) == (2, 1)
    assert ["p", ["b", "mh", "ph"]] in welsh["mutated"]
    assert "mutated" not in english
    assert "mae" in welsh["stopWords"].split()


def test_two_builds_are_the_same(search: Path, tmp_path: Path) -> None:
    """The same pages give the same files, byte for byte; a changed word gives a new version."""
    again = _site(tmp_path / "again", _PAGES)
    files = {path.relative_to(search): path.read_bytes() for path in search.rglob("*.json")}
    assert {path.relative_to(again): path.read_bytes() for path in again.rglob("*.json")} == files
    changed = _site(tmp_path / "changed", _PAGES | {"cy/c": ("cy", "Arall", "Newydd")})
    assert _manifest(changed, "cy")["version"] != _manifest(search, "cy")["version"]
    assert _manifest(changed, "en")["version"] == _manifest(search, "en")["version"]


def test_language_without_pages_has_a_manifest(tmp_path: Path) -> None:
    """Where there is nothing to find in a language the manifest says so, and no index is made."""
    search = _site(tmp_path, {"guide": _PAGES["guide"]})
    assert _manifest(search, "cy")["pages"] == 0
    assert _manifest(search, "cy")["shards"] == ""
    assert not tmp_path.joinpath("pagefind/cy").exists()


@pytest.mark.parametrize(
    ("word", "name"),
    [("ŵyl", "wy"), ("tŷ", "ty"), ("a", "a"), ("5g", "5g"), ("ñu", "nu"), ("مرحبا", "__"), ("øl", "_l")],
)
def test_beginning_is_a_safe_name(word: str, name: str) -> None:
    """A shard's name is made of letters and digits that every file system and address has."""
    assert beginning(word) == name


def test_large_shards_are_divided() -> None:
    """Too many words with the same two letters are divided by the third."""
    words = {f"ca{letter}{number:05}": 1 for letter in "bcd" for number in range(1000)} | {"ca": 2, "da": 1}
    divided = shards(words)
    assert list(divided) == ["ca", "cab", "cac", "cad", "da"]
    assert divided["ca"] == {"ca": 2}
    assert all(len(json.dumps(shard)) < MOST_BYTES for shard in divided.values())
