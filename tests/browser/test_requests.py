"""What pages ask for: nothing of other hosts, and nothing that is missing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from browser.visits import Watch, visit
from built_site import BuiltSite


@pytest.mark.parametrize("language", ["en", "cy"])
def test_pages_ask_this_host_only_and_get_it(page: Page, site: BuiltSite, server: str, language: str) -> None:
    """No page of the site asks another host for anything, misses a file, or has a complaint in the console."""
    watch = Watch(page.context)
    search = "cy/chwilio/?q=amgueddfa" if language == "cy" else "search/?q=museum"
    for address in [*site.of_language(language), search]:
        visit(page, server + address)
        # Pictures far below load only when they come near.
        page.evaluate("for (const image of document.images) image.loading = 'eager'")
        page.evaluate("Promise.all(Array.from(document.images, image => image.decode().catch(() => {})))")
    assert [url for url in watch.asked if not url.startswith(server)] == []
    assert watch.problems == []


@pytest.mark.parametrize("address", ["nothing", "cy/x/y/z", "guides/none/index.html", "cy/canllawiau/dim/"])
def test_404_works_at_any_depth(page: Page, server: str, address: str) -> None:
    """The 404 page has its styles and its links lead to pages, however deep the address that is not there."""
    watch = Watch(page.context)
    answer = page.goto(server + address, wait_until="load")
    assert answer is not None
    assert answer.status == 404
    assert page.locator("header").first.evaluate("header => getComputedStyle(header).borderTopStyle") == "solid"
    links = {str(link.evaluate("link => link.href")) for link in page.locator("a").all()}
    assert {server, f"{server}cy/"} <= links
    assert [link for link in links if not page.request.get(link.partition("#")[0]).ok and "#cl-main" not in link] == []
    assert [url for url in watch.asked if not url.startswith(server)] == []
    assert watch.problems == []
