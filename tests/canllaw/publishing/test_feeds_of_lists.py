"""Feeds of tags: how many guides they hold, and where they stood before."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from jinja2 import Environment, FileSystemLoader

from built_site import PROJECT
from canllaw.build import Build, read
from canllaw.language.words import read_words
from canllaw.publishing import feeds as module
from canllaw.publishing.feeds import feeds
from canllaw.publishing.for_programs import write
from canllaw.publishing.view import SiteView
from cases import BASE, edited, lay_out


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """The small site, one of whose tags had another name."""
    words = yaml.safe_load((PROJECT / "docs/_data/interface.yml").read_text(encoding="utf-8"))
    interface = yaml.safe_load(str(BASE["_data/interface.yml"])) | {
        key: words[key] for key in ("feed-title", "feed-title-of-tag")
    }
    files = {
        "_data/taxonomy.yml": edited("_data/taxonomy.yml", {"slug: rhannu-gwaith": "aliases: [benthyg]"}),
        "_data/interface.yml": yaml.safe_dump(interface, allow_unicode=True),
    }
    return read(lay_out({**BASE, **files}, tmp_path / "docs"))


def test_former_addresses(build: Build) -> None:
    """The feed of a tag that had another name stands at the address of that, too, in the language that had it."""
    former = {feed.address: feed.former for feed in feeds(build, "https://example.org/", "Canllaw") if feed.former}
    assert former == {"cy/tagiau/rhannu/feed.xml": ("cy/tagiau/benthyg/feed.xml",)}


def test_former_addresses_are_written(build: Build, tmp_path: Path) -> None:
    """Whoever follows a tag by the address that its feed had before gets that of now, which says where it stands."""
    env = Environment(loader=FileSystemLoader(PROJECT / "overrides"), autoescape=True)
    words = read_words(PROJECT / "docs/_data/interface.yml", "interface.yml")[0]
    view = SiteView(replace(build, words=words), "cy", "https://example.org/", "Canllaw")
    write(view.build, tmp_path / "site", env.get_template, view)
    now, before = (tmp_path / "site/cy/tagiau" / name / "feed.xml" for name in ("rhannu", "benthyg"))
    assert before.read_bytes() == now.read_bytes()
    assert b'rel="self" type="application/atom+xml" hreflang="cy" href="https://example.org/cy/tagiau/rhannu/' in (
        before.read_bytes()
    )


def test_feeds_end(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    """A feed holds no more than so many guides, those that changed last."""
    (whole, *_) = feeds(build, "https://example.org/", "Canllaw")
    assert len(whole.entries) == 2
    monkeypatch.setattr(module, "MOST_ENTRIES", 1)
    (cut, *_) = feeds(build, "https://example.org/", "Canllaw")
    assert cut.entries == whole.entries[:1]
    assert cut.entries[0].published.changed == whole.updated
