"""What pages ask for: nothing of other hosts, and nothing that is missing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from browser.visits import Watch, visit
from built_site import BuiltSite

# All that a page can keep in the browser besides cookies.
_KEPT = """async () => [
  ...[localStorage, sessionStorage].flatMap((store) => Object.entries(store).map(([key, value]) => `${key}=${value}`)),
  ...(await indexedDB.databases()).map(({ name }) => `database ${name}`),
  ...(await (window.caches?.keys() ?? [])).map((name) => `cache ${name}`),
  ...(await (navigator.serviceWorker?.getRegistrations() ?? [])).map(({ scope }) => `worker ${scope}`),
]"""


@pytest.mark.parametrize("language", ["en", "cy"])
def test_pages_ask_this_host_only_and_get_it(page: Page, site: BuiltSite, server: str, language: str) -> None:
    """No page asks another host for anything, misses a file, complains, breaks its policy or keeps a thing."""
    watch = Watch(page.context)
    search = "cy/chwilio/?q=amgueddfa" if language == "cy" else "search/?q=museum"
    pages = site.of_language(language).items()
    shown = [address for address, page_there in pages if not page_there.select("meta[http-equiv=refresh]")]
    for address in [*shown, search]:
        visit(page, server + address)
        # Pictures far below load only when they come near.
        page.evaluate("for (const image of document.images) image.loading = 'eager'")
        page.evaluate("Promise.all(Array.from(document.images, image => image.decode().catch(() => {})))")
        assert page.evaluate(_KEPT) == [], address
    assert page.context.cookies() == []
    assert [url for url in watch.asked if not url.startswith(server)] == []
    assert watch.problems == []


def test_only_the_choice_of_colours_is_kept(page: Page, server: str) -> None:
    """What a reader chooses of the colours is kept, and it is all that any page keeps."""
    visit(page, server)
    page.locator("[data-cl-colour] select").select_option("dark")
    visit(page, f"{server}cy/chwilio/?q=amgueddfa")
    assert page.evaluate(_KEPT) == ["cl-colour=dark"]
    assert page.context.cookies() == []


def test_policy_in_force_is_noticed(page: Page, server: str) -> None:
    """The policy stops what is not the site's own, and a test that looks for violations sees that it does."""
    watch = Watch(page.context)
    visit(page, server)
    page.evaluate("document.body.append(Object.assign(document.createElement('img'), {src: 'https://evil.example/'}))")
    page.wait_for_timeout(50)
    assert any(problem.startswith("violation of img-src: https://evil.example/") for problem in watch.problems)


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
