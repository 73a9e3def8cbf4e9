"""Landmarks, as the accessibility tree tells them to a screen reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from browser.visits import NOWHERE, PAGES, WORDS, every_page, visit


@every_page
def test_landmarks_are_there_and_named_in_the_language_of_the_page(
    tab: Page, server: str, address: str, language: str
) -> None:
    """Every page has one banner, main part, footer and h1; each navigation has its own name, in the page's language."""
    visit(tab, server + address)
    tree = _tree(tab)
    navigations = _names(tree, "navigation")
    words = {word[language] for word in WORDS.values() if isinstance(word[language], str)}
    assert [len(_names(tree, role)) for role in ("banner", "main", "contentinfo", "search")] == [1, 1, 1, 1]
    assert len([element for element in tree if element.startswith("heading") and "[level=1]" in element]) == 1
    assert len(navigations) == len(set(navigations)) >= 3
    assert [name for name in navigations if name not in words] == []


def test_404_is_named_in_both_languages(tab: Page, server: str) -> None:
    """The 404 page has a banner and a main part, and what it names it names in both languages, Welsh first."""
    visit(tab, server + NOWHERE)
    tree = _tree(tab)
    assert [len(_names(tree, role)) for role in ("banner", "main")] == [1, 1]
    assert _names(tree, "navigation") == [f"{WORDS['language']['cy']} / {WORDS['language']['en']}"]


@pytest.mark.parametrize(("address", "other"), [(PAGES["guide"][0], "Cymraeg"), (PAGES["guide"][1], "English")])
def test_switch_is_told_as_what_it_is(tab: Page, server: str, address: str, other: str) -> None:
    """The switch is told as two names, Cymraeg first, of which the present language's is text and the other a link."""
    visit(tab, server + address)
    tree = tab.locator("header .cl-switch").aria_snapshot()
    assert re.findall("Cymraeg|English", tree) == ["Cymraeg", "English"]
    assert re.findall('link "(.+)"', tree) == [other]


def _tree(page: Page) -> list[str]:
    """The elements of the accessibility tree, as `role "name" [attribute]`."""
    return list(_elements(yaml.safe_load(page.locator("body").aria_snapshot())))


def _elements(branch: Any) -> Iterator[str]:
    if isinstance(branch, str):
        yield branch
    elif isinstance(branch, dict):
        for element, inner in branch.items():
            yield element
            yield from _elements(inner)
    else:
        for inner in branch or []:
            yield from _elements(inner)


def _names(tree: list[str], role: str) -> list[str]:
    """The names of the elements of this role, "" for one without a name."""
    return [found["name"] or "" for element in tree if (found := re.fullmatch(rf'{role}(?: "(?P<name>.*)")?', element))]
