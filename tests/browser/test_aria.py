"""The accessibility tree, as it is told to a screen reader.

`trees/` holds that of each kind of page. After a change that is meant, `uv run pytest tests/browser/test_aria.py
--update-trees` writes them anew; read the difference before you commit it.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from browser.visits import NOWHERE, PAGES, WORDS, every_page, every_page_and_404, filled_in, visit

_TREES = Path(__file__).parent / "trees"
#: Prose is told as "…", and how translations stand not at all: both may change without changing what the page is.
_WITHOUT_PROSE = """
for (const prose of document.querySelectorAll('.cl-text')) prose.textContent = '…'
const standing = '.cl-status__count, .cl-status__group, .cl-status__filter [name=state] option:not([value=""])'
for (const changing of document.querySelectorAll(standing)) changing.remove()
"""
_ELEMENT = re.compile(r'(?P<role>\S+)(?: "(?P<name>.*?)")?(?P<state>(?: \[.*\])?)')
#: Names that the interface gives, in either language: as they stand (on the 404 page in a row), and filled in.
#: What diagrams say is no furniture.
_SENTENCES = [
    (key, sentence)
    for key, word in WORDS.items()
    if not key.startswith("diagram-")
    for words in word.values()
    for sentence in (words.values() if isinstance(words, dict) else [words])
]
_PLAIN = re.compile("(?: ?(?:{}))+".format("|".join(re.escape(one) for _, one in _SENTENCES if "{" not in one)))
_FILLED_IN = {key: filled_in(key) for key, one in _SENTENCES if "{" in one}
#: What a page is made of; all other roles are passed over, and what is in them counts as what is in their parent.
_FURNITURE = frozenset(
    "banner main contentinfo navigation search region form complementary article note status alert dialog group"
    " heading link button searchbox textbox combobox option img list listitem".split()
)


@every_page
def test_landmarks_are_there_and_named_in_the_language_of_the_page(
    tab: Page, server: str, address: str, language: str
) -> None:
    """Every page has one banner, main part, footer and h1; each navigation has its own name, in the page's language."""
    visit(tab, server + address)
    tree = _tree(tab)
    navigations = _names(tree, "navigation")
    words = [filled_in(key, language) for key, word in WORDS.items() if isinstance(word[language], str)]
    assert [len(_names(tree, role)) for role in ("banner", "main", "contentinfo", "search")] == [1, 1, 1, 1]
    assert len([element for element in tree if element.startswith("heading") and "[level=1]" in element]) == 1
    assert len(navigations) == len(set(navigations)) >= 3
    assert [name for name in navigations if not any(word.fullmatch(name) for word in words)] == []


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


@every_page_and_404
def test_tree_is_as_it_was(tab: Page, server: str, address: str, request: pytest.FixtureRequest) -> None:
    """The furniture of every kind of page is told to a screen reader as the file in `trees/` has it."""
    visit(tab, server + address)
    tab.evaluate(_WITHOUT_PROSE)
    told = "".join(f"{line}\n" for line in _lines(_outline(yaml.safe_load(tab.locator("body").aria_snapshot()))))
    golden = _TREES / f"{request.node.callspec.id}.yml"
    if request.config.getoption("--update-trees"):
        golden.write_text(told, encoding="utf-8", newline="\n")
    before = golden.read_text(encoding="utf-8") if golden.exists() else ""
    changed = difflib.unified_diff(before.splitlines(), told.splitlines(), golden.name, "now", lineterm="", n=2)
    assert told == before, "\n".join([*changed, "If that is meant: pytest tests/browser/test_aria.py --update-trees"])


_Outline = list[tuple[str, Any]]


def _outline(branch: Any, *, is_in_main: bool = False) -> _Outline:
    """The furniture in a part of the tree, as pairs of an element and the outline of what is in it.

    Elements of the main part that are alike, such as the cards of a list, are told as one, so that a new guide
    changes no tree.
    """
    outline: _Outline = []
    for element, inner in _children(branch):
        found = _ELEMENT.fullmatch(element)
        role = found["role"] if found else ""
        below = _outline(inner, is_in_main=is_in_main or role == "main")
        if found and role in _FURNITURE:
            name = _told(found["name"]) if is_in_main and found["name"] else found["name"]
            below = [(role + (f' "{name}"' if name else "") + found["state"], below)]
        for one in below:
            _add(outline, one, is_in_main)
    return outline


def _add(outline: _Outline, one: tuple[str, Any], is_in_main: bool) -> None:
    twin = next((other for other in outline if is_in_main and other[0] == one[0]), None)
    if twin:
        for inner in one[1]:
            _add(twin[1], inner, is_in_main)
    else:
        outline.append(one)


def _told(name: str) -> str:
    """An interface name as it stands, or its key where it is filled in; "…" for a name that is an editor's."""
    if _PLAIN.fullmatch(name):
        return name
    return next((f"{{{key}}}" for key, pattern in _FILLED_IN.items() if pattern.fullmatch(name)), "…")


def _children(branch: Any) -> Iterator[tuple[str, Any]]:
    """The elements right below a part of the tree, each with what is in it."""
    for part in branch if isinstance(branch, list) else []:
        if isinstance(part, dict):
            yield from part.items()
        else:
            yield part, None


def _lines(outline: list[tuple[str, list[Any]]], depth: int = 0) -> Iterator[str]:
    for element, inner in outline:
        yield f"{'  ' * depth}- {element}{':' if inner else ''}"
        yield from _lines(inner, depth + 1)


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
