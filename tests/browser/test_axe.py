"""axe-core on every kind of page."""

from __future__ import annotations

import itertools
from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from browser.visits import every_page_and_404, visit

#: Every rule that axe has, best practice and trials included, and this one of WCAG 2.2 that it leaves out unless asked.
_OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
_SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@every_page_and_404
def test_axe_finds_nothing(tab: Page, server: str, address: str) -> None:
    """Axe finds nothing of any impact on any kind of page, in light or dark, on a phone or on a wide screen."""
    visit(tab, server + address)
    found: list[str] = []
    for width, scheme in itertools.product((320, 1280), _SCHEMES):
        tab.set_viewport_size({"width": width, "height": 900})
        tab.emulate_media(color_scheme=scheme)
        violations = Axe().run(tab, options=_OPTIONS).response["violations"]
        found += [f"{width} {scheme} {one['id']}: {node['html'][:200]}" for one in violations for node in one["nodes"]]
    assert found == []
