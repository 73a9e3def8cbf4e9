"""axe-core on every kind of page."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page

from browser.visits import PHONE, WIDE, every_page_and_404, popped_up, resize, unfold, visit

#: Every rule that axe has, best practice and trials included, and this one of WCAG 2.2 that it leaves out unless asked.
_OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
#: Readers who ask their device for more contrast get that of level AAA. (What colours are forced on a page axe cannot
#: tell: it takes the page's own for the text's. `test_preferences` looks at those.)
_ENHANCED = {"resultTypes": ["violations"], "runOnly": ["color-contrast", "color-contrast-enhanced"]}
_RUN = """async (element, options) => (await axe.run(element ?? document, options)).violations
  .flatMap(({id, nodes}) => nodes.map(node => `${id}: ${node.html.slice(0, 200)}`))"""
#: What is asked again in dark colours: the other rules look at what is the same in both.
_COLOURS = {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]}
#: What stays in view covers part of a box, which axe takes for a small one; `test_browse` looks at each in use.
_AT_REST = "document.querySelector('.cl-facets__foot')?.style.setProperty('position', 'static')"
_SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@every_page_and_404
def test_axe_finds_nothing(tab: Page, server: str, address: str) -> None:
    """Axe finds nothing on any kind of page: light or dark, on a phone or wide, menus opened, in more contrast."""
    visit(tab, server + address)
    unfold(tab)
    tab.evaluate(_AT_REST)
    tab.evaluate(Axe().axe_script)
    found = {
        f"{size[0]} {scheme}": list(_looks(tab, size, scheme))
        for size, scheme in itertools.product((PHONE, WIDE), _SCHEMES)
    }
    assert found == {name: [] for name in found}


def _looks(tab: Page, size: tuple[int, int], scheme: Literal["light", "dark"]) -> Iterator[str]:
    """What axe finds at `size` in `scheme`, opening the menus of a phone, and with more contrast asked for."""
    resize(tab, size)
    tab.emulate_media(color_scheme=scheme)
    options = _OPTIONS if scheme == "light" else _COLOURS
    yield from _found(tab, options)
    if size == PHONE:
        for popover in tab.locator("[popover]").all():
            with popped_up(popover):
                yield from _found(popover, options)
    else:
        tab.emulate_media(contrast="more")
        yield from (f"more contrast: {one}" for one in _found(tab, _ENHANCED))
        tab.emulate_media(contrast="no-preference")


def _found(place: Page | Locator, options: dict[str, Any]) -> list[str]:
    """What axe finds with `options` on a page or in an element: rule and markup."""
    if isinstance(place, Page):
        found: list[str] = place.evaluate(f"options => ({_RUN})(null, options)", options)
    else:
        found = place.evaluate(_RUN, options)
    return found
