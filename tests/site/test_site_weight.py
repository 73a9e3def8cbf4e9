"""A guide is light: what its page names, gzipped. `make weight` measures the same in a browser, and at 1,000 guides."""

from __future__ import annotations

import gzip
import re
import sys
from functools import cache
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

from built_site import BuiltSite

sys.path.insert(0, str(Path(__file__).parent))
from reading import LANGUAGES, attribute, guides

KIB = 1024
_ALREADY_PACKED = {".woff2", ".png", ".jpg", ".jpeg", ".webp", ".avif"}
_IMPORTED = re.compile(r"""(?:\bfrom|^import)\s*["'](\.[^"']+)""", re.MULTILINE)
_FONT_FILE = re.compile(r"""url\(["']?([^"')]+\.woff2)""")


@cache
def _weight(file: Path) -> int:
    """The bytes that a host sends for `file`."""
    content = file.read_bytes()
    return len(content) if file.suffix in _ALREADY_PACKED else len(gzip.compress(content, 6))


def _with_files_named_in(site: Path, files: set[str], pattern: re.Pattern[str]) -> set[str]:
    """The paths in `files`, with those that these files name, and so on."""
    named = {
        urljoin(path, name) for path in files for name in pattern.findall((site / path).read_text(encoding="utf-8"))
    }
    return files if named <= files else _with_files_named_in(site, files | named, pattern)


def _scripts(site: Path, address: str, page: BeautifulSoup) -> set[str]:
    """The paths of all scripts that the page loads by itself."""
    return _with_files_named_in(
        site, {urljoin(address, attribute(s, "src")) for s in page.select("script[src]")}, _IMPORTED
    )


def _others(site: Path, address: str, page: BeautifulSoup) -> set[str]:
    """The paths of the page's styles, every font in them, and the pictures that the browser fetches at once."""
    styles = {urljoin(address, attribute(tag, "href")) for tag in page.select("link[rel=stylesheet]")}
    fonts = {
        urljoin(path, name) for path in styles for name in _FONT_FILE.findall((site / path).read_text(encoding="utf-8"))
    }
    preloaded = {urljoin(address, attribute(tag, "href")) for tag in page.select("link[rel=preload], link[rel=icon]")}
    pictures = {urljoin(address, attribute(tag, "src")) for tag in page.select("img:not([loading=lazy])")}
    return styles | fonts | preloaded | pictures


@pytest.mark.parametrize("language", LANGUAGES)
def test_guides_are_light(site: BuiltSite, language: str) -> None:
    """No guide brings more than 45 KiB with its styles, fonts and first pictures, nor more than 15 KiB of scripts."""
    heavy = {}
    for address in (source.address(language) for source in guides()):
        page = site.pages[address]
        scripts = sum(_weight(site.root / path) for path in _scripts(site.root, address, page))
        document = _weight(site.root / address / "index.html")
        everything = document + scripts + sum(_weight(site.root / path) for path in _others(site.root, address, page))
        assert scripts > 0
        if everything > 45 * KIB or scripts > 15 * KIB:
            heavy[address] = (everything, scripts)
    assert heavy == {}
