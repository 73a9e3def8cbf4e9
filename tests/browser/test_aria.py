"""Landmarks, as the accessibility tree tells them to a screen reader."""

from __future__ import annotations

import re

import pytest
import yaml
from playwright.sync_api import Page

from browser.visits import NOWHERE, every_page, visit
from built_site import PROJECT

_WORDS: list[dict[str, str]] = [
    word
    for word in yaml.safe_load((PROJECT / "docs/_data/interface.yml").read_text(encoding="utf-8")).values()
    if isinstance(word["cy"], str)
]


@every_page
def test_each_landmark_is_there_once(page: Page, server: str, address: str, language: str) -> None:
    """Every page has one banner, one main part and one content information, and its headings start with one h1."""
    visit(page, server + address)
    tree = page.locator("body").aria_snapshot()
    assert [len(_names(tree, role)) for role in ("banner", "main", "contentinfo")] == [1, 1, 1]
    assert len(re.findall(r"- heading .*\[level=1\]", tree)) == 1


@every_page
def test_landmarks_are_named_in_the_language_of_the_page(page: Page, server: str, address: str, language: str) -> None:
    """Every navigation has a name of its own, and each is the interface's word in the language of the page."""
    visit(page, server + address)
    names = _names(page.locator("body").aria_snapshot(), "navigation")
    words = {word[language] for word in _WORDS}
    assert len(names) >= 3
    assert len(names) == len(set(names))
    assert [name for name in names if name not in words] == []


def test_404_is_named_in_both_languages(page: Page, server: str) -> None:
    """The 404 page has a banner and a main part, and what it names it names in both languages, Welsh first."""
    visit(page, server + NOWHERE)
    tree = page.locator("body").aria_snapshot()
    assert [len(_names(tree, role)) for role in ("banner", "main")] == [1, 1]
    assert _names(tree, "navigation") == ["Iaith / Language"]


@pytest.mark.parametrize(
    ("language", "address"), [("en", "guides/first-steps/"), ("cy", "cy/canllawiau/camau-cyntaf/")]
)
def test_switch_is_told_as_what_it_is(page: Page, server: str, language: str, address: str) -> None:
    """The switch is told as two choices by their own names, of which the present one is text and the other a link."""
    visit(page, server + address)
    tree = page.locator("header .cl-switch").first.aria_snapshot()
    assert ('link "Cymraeg"' in tree, 'link "English"' in tree) == (language == "en", language == "cy")
    assert "Cymraeg" in tree and "English" in tree


def _names(tree: str, role: str) -> list[str]:
    """The names of the elements of this role, "" for one without a name."""
    return [name.replace('\\"', '"') for name in re.findall(rf'- {role}(?: "((?:[^"\\]|\\.)*)")?(?=[:\s]|$)', tree)]
