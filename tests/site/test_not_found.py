"""One page answers for every address without a page: in both languages, from any depth, below the base path."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from built_site import BASE_PATH, BuiltSite

sys.path.insert(0, str(Path(__file__).parent))
from reading import LANGUAGES, address_of, attribute, only, say, sources, words_of

_DEPTHS = ("nowhere", "cy/canllawiau/dim-byd/", "a/b/c/d/e")


def test_it_says_it_in_both_languages(site: BuiltSite) -> None:
    """The page says in Welsh and then in English that there is no such page, each passage in its language."""
    title = words_of(only(site.not_found, "title"))
    assert title.index(say("not-found-title", "cy")) < title.index(say("not-found-title", "en"))
    sections = site.not_found.select("main section[lang]")
    assert [attribute(section, "lang") for section in sections] == ["cy", "en"]
    for language, section in zip(("cy", "en"), sections, strict=True):
        assert words_of(section.select("p")[0]) == say("not-found-text", language)
        assert words_of(only(site.not_found, f"h1 [lang={language}]")) == say("not-found-title", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_leads_on(site: BuiltSite, language: str) -> None:
    """For each language there are links to its home page and to its lists, by their names in that language."""
    section = only(site.not_found, f"main section[lang={language}]")
    links = {words_of(a): address_of(site, "404.html", attribute(a, "href")) for a in section.select("a")}
    expected = {sources()[key].short_title(language): sources()[key].address(language) for key in ("guides", "browse")}
    assert expected.items() <= links.items()
    assert links[say("not-found-home", language)] == sources()[""].address(language)


@pytest.mark.parametrize("depth", _DEPTHS)
def test_it_works_at_any_depth(site: BuiltSite, depth: str) -> None:
    """Wherever a server shows it, its links, styles, scripts and pictures are found."""
    for tag in site.not_found.select("[href], [src]"):
        link = attribute(tag, "href") or attribute(tag, "src")
        if not link.startswith("#"):
            assert link.startswith(BASE_PATH), link
            assert address_of(site, depth, link) == address_of(site, "404.html", link), link


def test_switch_leads_to_no_wrong_page(site: BuiltSite) -> None:
    """There is no page to be switched to, so both languages lead to their home pages and neither is the current one."""
    links = site.not_found.select("nav.cl-switch a")
    homes = {attribute(a, "hreflang"): address_of(site, "404.html", attribute(a, "href")) for a in links}
    assert homes == {"cy": "cy/", "en": ""}
    assert [attribute(a, "lang") for a in links] == ["cy", "en"]
    assert site.not_found.select("[aria-current], [data-cl-switch], [data-cl-counterpart]") == []


def test_it_claims_to_be_no_page(site: BuiltSite) -> None:
    """It has no canonical address and no alternates."""
    assert site.not_found.select("link[rel=canonical], link[rel=alternate]") == []


def test_there_is_only_one(site: BuiltSite) -> None:
    """There is one such page, at the root, where GitHub Pages looks for it."""
    assert [path.relative_to(site.root).as_posix() for path in site.root.rglob("404*")] == ["404.html"]
