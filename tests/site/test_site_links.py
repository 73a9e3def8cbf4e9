"""Every link leads somewhere, below the base path, and to the right place there."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from built_site import BASE_PATH, BuiltSite

sys.path.insert(0, str(Path(__file__).parent))
from reading import LANGUAGES, address_of_file, attribute, ids, language_of, pages, target

_ADDRESSES = ("href", "src", "action", "poster", "data", "data-index")


def _all_pages(site: BuiltSite) -> dict[str, BeautifulSoup]:
    return site.pages | {"404.html": site.not_found}


def _links(page: Tag) -> Iterator[tuple[Tag, str]]:
    """Each element of a page that names an address, with the address."""
    for tag in page.find_all(True):
        yield from ((tag, attribute(tag, name)) for name in _ADDRESSES if name in tag.attrs)
        yield from ((tag, choice.split()[0]) for choice in attribute(tag, "srcset").split(",") if choice.strip())


@cache
def _ids(file: Path) -> frozenset[str]:
    return frozenset(ids(BeautifulSoup(file.read_text(encoding="utf-8"), "html5lib")))


def test_every_link_leads_to_a_file(site: BuiltSite) -> None:
    """Every link, picture, script, style sheet and form leads to a file of the site, below the base path."""
    lost = set()
    for address, page in _all_pages(site).items():
        for _, link in _links(page):
            found = target(site, address, link)
            if found and not found[0].is_file():
                lost.add((address, link))
    assert lost == set()


def test_every_fragment_leads_to_an_id(site: BuiltSite) -> None:
    """Every link to a place on a page leads to a place that is there."""
    followed, lost = 0, set()
    for address, page in _all_pages(site).items():
        for _, link in _links(page):
            found = target(site, address, link)
            if found and found[1] and found[0].suffix == ".html":
                followed += 1
                if found[1] not in _ids(found[0]):
                    lost.add((address, link))
    assert followed > 100
    assert lost == set()


def test_links_from_the_root_name_the_base_path(site: BuiltSite) -> None:
    """No link is written from the root of the host, which belongs to others, but below the site's own path."""
    outside = {
        (address, link)
        for address, page in _all_pages(site).items()
        for _, link in _links(page)
        if link.startswith("/") and not link.startswith(BASE_PATH)
    }
    assert outside == set()


def test_scripts_and_styles_find_their_files(site: BuiltSite) -> None:
    """What our scripts import and our style sheets load is there."""
    assets = [path for path in site.root.rglob("*") if path.suffix in (".js", ".css") and "pagefind" not in path.parts]
    assert len(assets) >= 4
    for asset in assets:
        text = asset.read_text(encoding="utf-8")
        named = re.findall(r"""(?:from|import)\s+["']([^"']+)["']|url\(\s*["']?(?!data:)([^"')]+)""", text)
        for name in (script or picture for script, picture in named):
            found = target(site, address_of_file(site, asset), name)
            assert found, f"{asset.name}: {name}"
            assert found[0].is_file(), f"{asset.name}: {name}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_stay_in_the_language(site: BuiltSite, language: str) -> None:
    """A link leaves the site of its language only if it says so with `hreflang`."""
    strayed = set()
    for address, page in pages(site, language).items():
        for link in page.select("body a[href]:not([hreflang])"):
            found = target(site, address, attribute(link, "href"))
            # Pictures stand once, for both languages.
            if found and found[0].suffix == ".html" and language_of(address_of_file(site, found[0])) != language:
                strayed.add((address, attribute(link, "href")))
    assert strayed == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_linked(site: BuiltSite, language: str) -> None:
    """A reader who starts at the home page gets to every page of the language by following links."""
    home = "" if language == "en" else "cy/"
    ours, reached, ahead = pages(site, language), {home}, [home]
    while ahead:
        address = ahead.pop()
        for link in ours[address].select("body a[href]"):
            found = target(site, address, attribute(link, "href"))
            there = address_of_file(site, found[0]) if found else ""
            if there in ours and there not in reached:
                reached.add(there)
                ahead.append(there)
    assert set(ours) - reached == set()


def test_links_to_others_are_safe(site: BuiltSite) -> None:
    """Every link to another site is encrypted; what else leads away begins a message."""
    schemes = {
        urlsplit(link).scheme
        for address, page in _all_pages(site).items()
        for _, link in _links(page)
        if target(site, address, link) is None
    }
    assert schemes == {"https", "mailto"}
