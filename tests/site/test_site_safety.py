"""The site asks nobody else for anything, keeps no cookies, and tells browsers to hold it to that."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

from bs4 import BeautifulSoup

from built_site import SITE_URL, BuiltSite

sys.path.insert(0, str(Path(__file__).parent))
from reading import attribute, only, pages

# All by which a browser fetches something without being asked; a link and a canonical address it only reads.
_FETCHING = {
    "src": "[src]",
    "data": "object[data]",
    "poster": "[poster]",
    "background": "[background]",
    "action": "form[action]",
    "formaction": "[formaction]",
    "ping": "[ping]",
    "manifest": "html[manifest]",
    "href": "link[href]:not([rel=canonical], [rel=alternate]), use[href], image[href], base[href]",
    "xlink:href": "use, image",
}
_CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
_EDITORS_ONLY = {".md", ".yml", ".yaml", ".toml", ".py", ".pyc", ".map", ".j2", ".orig", ".bak"}


def _html(site: BuiltSite) -> dict[str, BeautifulSoup]:
    return site.pages | {"404.html": site.not_found}


def _is_elsewhere(link: str) -> bool:
    """Whether fetching `link` would send a request to another host."""
    parts = urlsplit(urljoin(SITE_URL, link))
    return parts.scheme != "data" and parts.netloc != urlsplit(SITE_URL).netloc


def _fetched(page: BeautifulSoup) -> Iterator[str]:
    for name, selector in _FETCHING.items():
        yield from (attribute(tag, name) for tag in page.select(selector) if tag.get(name))
    for tag in page.select("[srcset], [imagesrcset]"):
        choices = attribute(tag, "srcset") or attribute(tag, "imagesrcset")
        yield from (choice.split()[0] for choice in choices.split(","))
    for style in [attribute(tag, "style") for tag in page.select("[style]")] + [t.text for t in page.select("style")]:
        yield from _loaded(style)


def _loaded(css: str) -> list[str]:
    return [url or imported for url, imported in _CSS_URL.findall(css)]


def _scripts(site: BuiltSite) -> dict[str, str]:
    """Our own scripts, by name; Pagefind's are a library's."""
    return {path.name: path.read_text(encoding="utf-8") for path in (site.root / "assets").rglob("*.js")}


def test_pages_fetch_nothing_from_others(site: BuiltSite) -> None:
    """No picture, script, style sheet, frame, form or style of any page would send a request to another host."""
    fetched = [(address, link) for address, page in _html(site).items() for link in _fetched(page)]
    assert len(fetched) > 3 * len(site.pages)
    assert [(address, link) for address, link in fetched if _is_elsewhere(link)] == []


def test_style_sheets_fetch_nothing_from_others(site: BuiltSite) -> None:
    """No style sheet imports or shows anything from another host."""
    sheets = list(site.root.rglob("*.css"))
    assert sheets
    wrong = {(sheet.name, link) for sheet in sheets for link in _loaded(sheet.read_text(encoding="utf-8"))}
    assert {place for place in wrong if _is_elsewhere(place[1])} == set()


def test_pictures_fetch_and_run_nothing(site: BuiltSite) -> None:
    """No illustration holds a script, a foreign page, a handler or a link to any other file."""
    pictures = list(site.root.rglob("*.svg"))
    assert len(pictures) > 10
    for picture in pictures:
        for tag in ElementTree.parse(picture).iter():
            assert tag.tag.rpartition("}")[2] not in ("script", "foreignObject", "iframe", "image"), picture
            if tag.tag.endswith("}style"):  # a diagram brings its colours, and its font in itself
                assert {url.partition(":")[0] for url in _loaded(tag.text or "")} <= {"data"}, picture
            for name, value in tag.attrib.items():
                assert not name.startswith("on"), picture
                assert not name.endswith("href") or value.startswith("#"), picture
                assert "url(" not in value or "url(#" in value, picture


def test_scripts_name_no_other_host(site: BuiltSite) -> None:
    """None of our scripts holds the address of another host."""
    assert len(_scripts(site)) >= 3
    assert {name for name, text in _scripts(site).items() if re.search(r"(https?|wss?):|[\"'`]//", text)} == set()


def test_scripts_keep_and_send_nothing(site: BuiltSite) -> None:
    """No cookies, no trackers: the only thing that a script keeps is the reader's choice of colours."""
    sending = r"document\.cookie|sendBeacon|XMLHttpRequest|WebSocket|EventSource|indexedDB|sessionStorage"
    assert {name for name, text in _scripts(site).items() if re.search(sending, text)} == set()
    assert {name for name, text in _scripts(site).items() if "localStorage" in text} == {"colour.js"}
    assert set(re.findall(r'KEY="(.*?)"', _scripts(site)["colour.js"])) == {"cl-colour"}


def test_policy_allows_this_site_only(site: BuiltSite) -> None:
    """Every page forbids the browser, before anything is loaded, all that does not come from this site as a file."""
    for address, page in {**pages(site), "404.html": site.not_found}.items():
        policy = only(page, "meta[http-equiv=Content-Security-Policy]")
        allowed = {name: set(words) for name, *words in map(str.split, attribute(policy, "content").split(";"))}
        assert allowed["default-src"] == {"'none'"}, address
        assert allowed["script-src"] <= {"'self'", "'wasm-unsafe-eval'"}, address
        assert allowed["style-src"] == {"'self'"}, address
        assert set.union(*allowed.values()) <= {
            "'none'",
            "'self'",
            "data:",
            "'wasm-unsafe-eval'",
            "'script'",
            "default",
        }, address
        assert allowed.get("require-trusted-types-for", {"'script'"}) == {"'script'"}, address
        assert policy is only(page, "head").find(True), address


def test_encoding_is_told_in_time(site: BuiltSite) -> None:
    """The policy comes first, and the encoding still stands in the first 1024 bytes, where browsers look for it."""
    for page in [*site.root.rglob("index.html"), site.root / "404.html"]:
        assert b'<meta charset="utf-8">' in page.read_bytes()[:1024], page


def test_no_style_stands_in_a_page(site: BuiltSite) -> None:
    """No page has styles of its own, which its policy would leave unused."""
    styled = {address for address, page in _html(site).items() if page.select("style, [style]")}
    assert styled == set()


def test_no_script_stands_in_a_page(site: BuiltSite) -> None:
    """A security policy that forbids scripts inside pages would stop nothing: all are files, or data that never run."""
    for address, page in _html(site).items():
        assert [str(script) for script in page.select("script:not([src]):not([type='application/ld+json'])")] == [], (
            address
        )
        handlers = {name for tag in page.find_all(True) for name in tag.attrs if name.startswith("on")}
        assert handlers == set(), address
        assert page.select('[href^="javascript:" i], [src^="javascript:" i]') == [], address


def test_pages_work_without_scripts(site: BuiltSite) -> None:
    """Nothing that needs a script shows before the script runs: the choice of colours is hidden in the page as sent."""
    for address, page in site.pages.items():
        assert [str(control) for control in page.select("[data-cl-colour]:not([hidden])")] == [], address
        assert [str(fold) for fold in page.select("details.cl-contents__fold:not([open])")] == [], address


def test_only_what_readers_need_is_published(site: BuiltSite) -> None:
    """No source text, no editors' data and no hidden file is among what is published."""
    files = [path for path in site.root.rglob("*") if path.is_file()]
    assert [str(path) for path in files if path.suffix in _EDITORS_ONLY] == []
    assert [str(path) for path in files if path.name.startswith((".", "_"))] == []
    assert not (site.root / "_data").exists()
