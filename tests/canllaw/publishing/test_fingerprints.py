"""The fingerprints of pages: what changes them, and what does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from canllaw import build
from canllaw.language import LANGUAGES
from canllaw.publishing.fingerprints import Fingerprints
from cases import BASE, edited, lay_out

_SMALL, _LARGE = "guides/small/index.md", "guides/large/index.md"
_ALL_OF_IT = {
    "taxonomy": {"_data/taxonomy.yml": {"What we pass on.": "What we share."}},
    "glossary": {"_data/glossary.yml": {"A new way": "Any new way"}},
    "people": {"_data/people.yml": {"Our readers": "All our readers"}},
    "words": {"_data/interface.yml": {"cy: Tabl": "cy: Y tabl"}},
    "a menu": {"browse/index.md": {"title: ": "title: A "}},
    "an address": {_LARGE: {"A large": "Another large"}, "guides/large/index.cy.md": {"Y fenter": "Menter"}},
}
_FLAGS: list[dict[str, Any]] = [{"preview": True}, {"with_pdf": True}, {"from_disk": True}, {"made_with": "else"}]


def _words(folder: Path, files: Mapping[str, str | bytes] = BASE, **flags: Any) -> dict[tuple[str, str], str]:
    """The fingerprint of each page in each language."""
    found = replace(build.read(lay_out(files, folder / "docs")), **flags)
    assert found.problems == ()
    fingerprints = Fingerprints(found)
    pages = found.library.published.values()
    return {(page.key, language): fingerprints.of(page, language) for page in pages for language in LANGUAGES}


def _changed(tmp_path: Path, edits: Mapping[str, Mapping[str, str]], **more: str | bytes) -> set[str]:
    """The pages whose fingerprints are others after `edits`."""
    before = _words(tmp_path / "before")
    files = {**BASE, **{name: edited(name, its) for name, its in edits.items()}, **more}
    after = _words(tmp_path / "after", files)
    return {key for key, language in before if before[key, language] != after[key, language]}


def test_same_for_same(tmp_path: Path) -> None:
    """The same files have the same fingerprints, in whatever folder; no two pages have the same."""
    words = _words(tmp_path / "one")
    assert words == _words(tmp_path / "two")
    assert len(set(words.values())) == len(words)


@pytest.mark.parametrize("edits", _ALL_OF_IT.values(), ids=_ALL_OF_IT)
def test_seen_everywhere(tmp_path: Path, edits: Mapping[str, Mapping[str, str]]) -> None:
    """Data, menus and addresses may be seen on any page."""
    assert _changed(tmp_path, edits) >= {key for key, _ in _words(tmp_path)}


@pytest.mark.parametrize("flags", _FLAGS, ids=lambda flags: next(iter(flags)))
def test_other_builds(tmp_path: Path, flags: dict[str, Any]) -> None:
    """A build of another kind, or with other settings, has no page of this one."""
    assert not set(_words(tmp_path).values()) & set(_words(tmp_path, **flags).values())


def test_text(tmp_path: Path) -> None:
    """What is written in a text is seen on its own page, unless it says something of the guide that others show."""
    assert _changed(tmp_path, {_SMALL: {"needs a beginning": "needs a plan"}}) == {"guides/small"}


def test_place_elsewhere(tmp_path: Path) -> None:
    """A text that stands in for a missing edition leads to places that are called otherwise in the other language."""
    files = {name: content for name, content in BASE.items() if name != "guides/small/index.cy.md"}
    before = _words(tmp_path / "before", files)
    files["guides/large/index.cy.md"] = edited("guides/large/index.cy.md", {"## Yr ail ran": "## Y rhan nesaf"})
    after = _words(tmp_path / "after", files)
    changed = {page for page in before if before[page] != after[page]}
    assert ("guides/small", "cy") in changed
    assert ("guides/small", "en") not in changed


@pytest.mark.parametrize("name", ["models.svg", "picture.svg"])
def test_picture(tmp_path: Path, name: str) -> None:
    """A picture is seen on the page that it stands beside; the main one also where there is a card of the guide."""
    picture = BASE[f"guides/small/{name}"]
    assert isinstance(picture, str)
    changed = _changed(tmp_path, {}, **{f"guides/small/{name}": picture.replace("</svg>", "<desc>x</desc></svg>")})
    assert changed == {"guides/small"} if name == "models.svg" else changed > {"guides/small", "guides/large", ""}


def test_picture_elsewhere(tmp_path: Path) -> None:
    """A picture that a text names in the folder of another page is seen on both pages."""
    files = {**BASE, "guides/large/our%20plan.svg": BASE["guides/small/models.svg"]}
    files["guides/large/our plan.svg"] = files.pop("guides/large/our%20plan.svg")
    files[_SMALL] = edited(_SMALL, {"## The next step": "[Plan](../large/our%20plan.svg)\n\n## The next step"})
    before = _words(tmp_path / "before", files)
    files["guides/large/our plan.svg"] = BASE["guides/small/picture.svg"]
    after = _words(tmp_path / "after", files)
    assert {key for key, _ in before if before[key, "en"] != after[key, "en"]} == {"guides/small", "guides/large"}


def test_card(tmp_path: Path) -> None:
    """What a card shows is seen on the guides around, and on lists of guides; pages that show no cards stay."""
    changed = _changed(tmp_path, {_SMALL: {"How to begin with little.": "How to begin with nothing."}})
    assert changed > {"guides/small", "guides/large", "guides", "tags/heritage", ""}
