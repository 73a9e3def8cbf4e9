"""The pages that stand for every kind of page, and what a visit to one of them shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
import yaml
from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, Request, Response

from built_site import PROJECT

#: Of each kind of page one in English and one in Welsh. Those of "fallback" have their text in the other language.
PAGES = {
    "home": ("", "cy/"),
    "guide": ("guides/open-innovation/", "cy/canllawiau/arloesi-agored/"),
    "fallback": ("guides/prosiectau-dwyieithog/", "cy/canllawiau/collaboration-agreements/"),
    "both": ("guides/open-innovation/side-by-side/", "cy/canllawiau/arloesi-agored/ochr-yn-ochr/"),
    "guides": ("guides/", "cy/canllawiau/"),
    "browse": ("browse/", "cy/pori/"),
    "browsing": ("browse/?tag=collaboration", "cy/pori/?tag=collaboration"),
    "list": ("tags/collaboration/", "cy/tagiau/cydweithio/"),
    "glossary": ("glossary/", "cy/geirfa/"),
    "search": ("search/?q=museum", "cy/chwilio/?q=amgueddfa"),
    "handbook": ("handbook/", "cy/llawlyfr/"),
    "diagrams": ("handbook/diagrams/", "cy/llawlyfr/diagramau/"),
    "about": ("about/", "cy/amdanom/"),
    "reuse": ("reuse/", "cy/ailddefnyddio/"),
    "translations": ("translations/", "cy/cyfieithiadau/"),
}
#: An address that no page has, and so the 404 page, which is in both languages.
NOWHERE = "cy/dim/byd/yma"

_PLACES = [
    pytest.param(language, address, id=f"{kind}-{language}")
    for kind, addresses in PAGES.items()
    for language, address in zip(("en", "cy"), addresses, strict=True)
]
every_page = pytest.mark.parametrize(("language", "address"), _PLACES)
every_kind = pytest.mark.parametrize("address", [pytest.param(places[1], id=kind) for kind, places in PAGES.items()])
every_page_and_404 = pytest.mark.parametrize(
    "address",
    [*(pytest.param(place.values[1], id=place.id) for place in _PLACES), pytest.param(NOWHERE, id="404")],
)

#: A phone, a tablet, a wide screen, and a screen of 1280 by 1024 pixels at 400 % zoom (WCAG 1.4.10).
PHONE, TABLET, WIDE, ZOOMED = (320, 900), (768, 900), (1280, 900), (320, 256)

#: The words of the interface, as editors write them.
WORDS: dict[str, dict[str, Any]] = yaml.safe_load((PROJECT / "docs/_data/interface.yml").read_text(encoding="utf-8"))


def filled_in(key: str, *languages: str) -> re.Pattern[str]:
    """Matches what the interface says for `key` in these languages, or in all, with a number in the place of {n}."""
    said = [WORDS[key][language] for language in languages or WORDS[key]]
    sentences = [one for words in said for one in (words.values() if isinstance(words, dict) else [words])]
    escaped = (re.escape(sentence).replace(r"\{n\}", r"\d+") for sentence in sentences)
    return re.compile("|".join(re.sub(r"\\\{\w*\\\}", ".+", sentence) for sentence in escaped))


def visit(page: Page, url: str) -> None:
    """Go to `url` and wait until it is whole: scripts run, and where something is asked for the results are there."""
    page.goto(url, wait_until="load")
    if "?tag=" in url:
        page.locator(".cl-browse__found .cl-card").first.wait_for()
    if "?q=" in url:
        page.locator(".cl-search[aria-busy=false] .cl-search__result").first.wait_for()


def resize(page: Page, size: tuple[int, int]) -> None:
    """Give the window of `page` the width and height `size`, in CSS pixels."""
    page.set_viewport_size({"width": size[0], "height": size[1]})


def unfold(page: Page) -> None:
    """Open all that folds."""
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")


@contextmanager
def popped_up(popover: Locator) -> Iterator[None]:
    """While inside, `popover` is open, as its button would open it."""
    popover.evaluate("popover => popover.showPopover()")
    yield
    popover.evaluate("popover => popover.hidePopover()")


# Tells of what the security policy of a page stops, of what it finds out and stops nowhere else in words.
_TELL_OF_VIOLATIONS = """
addEventListener("securitypolicyviolation", (event) => {
  violated(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`)
}, true)
"""


@dataclass
class Watch:
    """Everything that goes wrong while the pages of a context are visited, and the addresses that they ask for."""

    context: BrowserContext
    problems: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.context.expose_binding("violated", self._violated)
        self.context.add_init_script(_TELL_OF_VIOLATIONS)
        self.context.on("console", self._console)
        self.context.on("weberror", lambda error: self.problems.append(f"uncaught: {error.error}"))
        self.context.on("request", lambda request: self.asked.append(request.url))
        self.context.on("requestfailed", self._failed)
        self.context.on("response", self._response)

    def _violated(self, source: dict[str, Any], what: str) -> None:
        self.problems.append(f"violation of {what} on {source['frame'].url}")

    def _console(self, message: ConsoleMessage) -> None:
        # A browser says of each bad answer that it is one; `_response` says it better.
        if message.type in ("error", "warning") and "Failed to load resource" not in message.text:
            self.problems.append(f"{message.type}: {message.text}")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # The reader went elsewhere meanwhile.
            self.problems.append(f"failed: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self.problems.append(f"{response.status}: {response.url}")
