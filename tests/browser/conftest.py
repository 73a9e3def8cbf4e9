"""What the tests in a browser share besides: one tab for all that only look."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from browser.visits import Watch


@pytest.fixture(scope="session")
def only_tab(browser: Browser) -> Iterator[Page]:
    """The page that `tab` lends out."""
    context = browser.new_context()
    context.set_default_timeout(5000)
    yield context.new_page()
    context.close()


@pytest.fixture
def tab(only_tab: Page) -> Page:
    """A page of 1280 by 900, much quicker than `page`, for tests that only look: its past is that of other tests."""
    only_tab.set_viewport_size({"width": 1280, "height": 900})
    only_tab.emulate_media(
        media="screen",
        color_scheme="light",
        contrast="no-preference",
        forced_colors="none",
        reduced_motion="reduce",
    )
    return only_tab


@pytest.fixture(scope="session")
def only_watch(only_tab: Page) -> Watch:
    """What `watch_tab` lends out."""
    return Watch(only_tab.context)


@pytest.fixture
def watch_tab(tab: Page, only_watch: Watch) -> Iterator[Watch]:
    """What goes wrong on the tab; the test fails if anything did."""
    tab.goto("about:blank")  # What the page of another test still does ends here.
    only_watch.problems.clear()
    only_watch.asked.clear()
    yield only_watch
    assert only_watch.problems == []


@pytest.fixture
def watch(page: Page) -> Iterator[Watch]:
    """What goes wrong on the page; the test fails if anything did."""
    page.set_default_timeout(5000)
    watch = Watch(page.context)
    yield watch
    assert watch.problems == []
