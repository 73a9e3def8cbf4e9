"""Small pages at the addresses that a page used to have, which lead to where it is now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from canllaw.build import Build
from canllaw.content.library import Edition, Page

if TYPE_CHECKING:
    from jinja2 import Template


def redirects(build: Build) -> Iterator[tuple[str, Page, Edition]]:
    """Each old address, from the site's root, with the edition that is now elsewhere."""
    for page in build.library.pages.values():
        for edition in page.editions.values():
            for alias in edition.fields.aliases:
                yield alias, page, edition


def write(build: Build, site: Path, template: Template, view: Any) -> None:
    """Write a page for each old address below `site`."""
    for alias, page, edition in redirects(build):
        address = build.library.address(page, edition.language)
        target = site / alias / "index.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        absolute = urljoin(view.site_url, address)
        html = template.render(canllaw=view, edition=edition, absolute=absolute, path=urlsplit(absolute).path)
        target.write_text(html, encoding="utf-8", newline="\n")
