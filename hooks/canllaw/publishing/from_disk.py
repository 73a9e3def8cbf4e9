"""A copy of the site that opens by a double click, for who reviews a change: `CANLLAW_FROM_DISK=true`.

Without a server an address that ends in a folder shows what is in it, and one that begins with a slash is sought at the
root of the disk. So every link within the site is made to lead to a file, from where the page stands.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

# A start tag: quotation marks may hold a sign that would end it.
_START_TAG = re.compile(r"""<[a-z][^\s<>"']*(?:\s+[^\s<>"'=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)+\s*/?>""", re.IGNORECASE)
_LINK = re.compile(r"""(\s(?:href|src|action)=|\scontent="0; url=)("?)([^"]*)(?=")""")
_INDEX = "index.html"


def asked_for(extra: Mapping[str, Any]) -> bool:
    """Whether the part `extra` of the settings asks for such a copy."""
    return bool(extra.get("from_disk"))


def write(site: Path, site_url: str) -> None:
    """Make all links of the pages below `site`, which were written for `site_url`, lead to files."""
    base = urlsplit(site_url).path
    for page in sorted(site.rglob("*.html")):
        there = _Page(site, base, page.parent.relative_to(site).as_posix())
        before = page.read_text(encoding="utf-8")
        page.write_text(_START_TAG.sub(there.with_files, before), encoding="utf-8", newline="\n")


@dataclass(frozen=True)
class _Page:
    """Where a page stands: its folder, from the root of the site; `base` is where the site would stand on its host."""

    site: Path
    base: str
    folder: str

    def with_files(self, tag: re.Match[str]) -> str:
        """The start tag with links that lead to files."""
        return _LINK.sub(lambda link: f"{link[1]}{link[2]}{self._to_file(link[3])}", tag[0])

    def _to_file(self, address: str) -> str:
        parts = urlsplit(address)
        path = unquote(parts.path)
        if parts.scheme or parts.netloc or not path:
            return address
        if path.startswith("/"):
            if not path.startswith(self.base):
                return address
            target = path.removeprefix(self.base)
        else:
            target = posixpath.join(self.folder, path)
        target = posixpath.normpath(target)
        if (self.site / target / _INDEX).is_file():
            target = posixpath.join(target, _INDEX)
        rest = address[len(parts.path) :]
        return quote(posixpath.relpath(target, self.folder)) + rest
