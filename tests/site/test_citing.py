"""Each guide says how to cite it, in the words of the page, and has the same for programs."""

from __future__ import annotations

import sys
from pathlib import Path

import bibtexparser
import pytest
import rispy
from bs4 import Tag

from built_site import SITE_URL, BuiltSite

sys.path.insert(0, str(Path(__file__).parent))
from reading import LANGUAGES, Source, attribute, data, guides, in_one_language, only, say, target, words_of

_LANGUAGE_IDS = {"en": "british", "cy": "welsh"}


def _box(site: BuiltSite, guide: Source, language: str) -> Tag:
    return only(site.pages[guide.address(language)], "details.cl-cite")


def _cited(site: BuiltSite, guide: Source, language: str) -> dict[str, Tag]:
    """What the page gives in each style."""
    box = _box(site, guide, language)
    return dict(zip(map(words_of, box.select("dt")), box.select("dd"), strict=True))


def _file(site: BuiltSite, guide: Source, language: str, style: str) -> str:
    address = guide.address(language)
    link = only(_cited(site, guide, language)[style], "a[download]")
    found = target(site, address, attribute(link, "href"))
    assert found
    assert found[0].name == words_of(link)
    return found[0].read_bytes().decode("utf-8")


def _authors(guide: Source, language: str) -> list[str]:
    return [data("people")[author]["name"][language] for author in guide.facts("authors")]


def _original(guide: Source, language: str) -> str:
    """The address of the edition that readers of the site in `language` get."""
    return SITE_URL + guide.address(guide.shown_in(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_styles_to_read(site: BuiltSite, language: str) -> None:
    """APA and Harvard name the authors, the year, the title and the address of the edition that is shown."""
    for guide in guides():
        cited = _cited(site, guide, language)
        assert list(cited) == ["APA", "Harvard", "BibTeX", "RIS"]
        for style in ("APA", "Harvard"):
            words, title = words_of(cited[style]), only(cited[style], "cite")
            assert words.startswith(_authors(guide, language)[0])
            assert str((guide.facts("updated") or guide.facts("published")).year) in words
            assert words_of(title) == guide.front(language)["title"]
            assert _original(guide, language) in words.split()
        title = guide.front(language)["title"]
        end = "" if title.endswith(("?", "!", "…")) else "."
        available = say("cite-available", language).format(address=_original(guide, language))
        assert f"{title}{end} {available} ({say('cite-accessed', language)} " in words_of(cited["Harvard"])


def test_titles_in_the_other_language_are_marked(site: BuiltSite) -> None:
    """Where an edition is missing the title that is cited is in the other language, and says so."""
    missing = [(guide, lacks) for guide, lacks in in_one_language() if guide in guides()]
    assert missing
    for guide, lacks in missing:
        titles = _box(site, guide, lacks).select("cite")
        assert [attribute(title, "lang") for title in titles] == [guide.shown_in(lacks)] * 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_bibtex_parses_back(site: BuiltSite, language: str) -> None:
    """The BibTeX file beside each guide holds what its author wrote, in the language of its text."""
    keys = set()
    for guide in guides():
        (entry,) = bibtexparser.loads(_file(site, guide, language, "BibTeX")).entries
        shown = guide.shown_in(language)
        assert entry["title"] == f"{{{guide.front(language)['title']}}}"
        assert entry["author"] == f"{{{_authors(guide, shown)[0]}}}"
        assert entry["url"] == _original(guide, language)
        assert entry["langid"] == _LANGUAGE_IDS[shown]
        keys.add(entry["ID"])
    assert len(keys) == len(guides())


@pytest.mark.parametrize("language", LANGUAGES)
def test_ris_parses_back(site: BuiltSite, language: str) -> None:
    """The RIS file beside each guide holds what its author wrote, in the language of its text."""
    for guide in guides():
        (entry,) = rispy.loads(_file(site, guide, language, "RIS"))
        shown = guide.shown_in(language)
        assert entry["title"] == guide.front(language)["title"]
        assert entry["authors"] == _authors(guide, shown)
        assert (entry["urls"], entry["language"]) == ([_original(guide, language)], shown)
        changed = guide.facts("updated") or guide.facts("published")
        assert entry["date"] == changed.strftime("%Y/%m/%d")
