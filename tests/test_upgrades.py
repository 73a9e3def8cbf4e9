"""What we lean on upstream: the markup of Markdown's extensions, and the theme's rules for it.

A failure here after an upgrade names the component that has moved. Mend `hooks/canllaw/publishing/stylesheet.py`,
`hooks/canllaw/markup/` or `overrides/assets/stylesheets/`, and then this list.
"""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markdown import markdown

_ADVICE = (
    "has moved upstream. What the pages are given of the theme's rules is chosen in"
    " hooks/canllaw/publishing/stylesheet.py; ARCHITECTURE.md says under “Upgrades” what to do. What is missing:"
)
_EXTENSIONS = [
    "admonition",
    "footnotes",
    "tables",
    "pymdownx.details",
    "pymdownx.highlight",
    "pymdownx.superfences",
    "pymdownx.tabbed",
]
_SETTINGS = {
    "tables": {"use_align_attribute": True},
    "pymdownx.highlight": {"use_pygments": True},
    "pymdownx.tabbed": {"alternate_style": True},
}


@dataclass(frozen=True)
class Component:
    """A component of Markdown: how it is typed, what that is made into, and what the theme has a rule for."""

    name: str
    text: str
    made: tuple[str, ...]
    styled: tuple[str, ...]


def _note(kind: str) -> Component:
    return Component(
        f"the note of the kind {kind}",
        f'!!! {kind} "Title"\n    Words.\n',
        (f"div.admonition.{kind} > p.admonition-title", f"div.admonition.{kind} > p:not([class])"),
        (
            f".md-typeset .{kind}>.admonition-title:before",
            f".md-typeset .admonition.{kind}",
            ".md-typeset .admonition-title",
        ),
    )


_CODE = '```yaml title="people.yml" hl_lines="2"\na:\n  b: 1\n```\n'

COMPONENTS = [
    *map(_note, ("note", "tip", "warning")),
    Component(
        "the passage that is folded",
        '??? note "Title"\n    Words.\n',
        ("details.note:not([open]) > summary:first-child", "details.note > p"),
        (".md-typeset .note>summary:before", ".md-typeset summary:after", ".md-typeset details:not([open])"),
    ),
    Component(
        "the passage that is open",
        '???+ tip "Title"\n    Words.\n',
        ("details.tip[open] > summary:first-child", "details.tip > p"),
        (".md-typeset .tip>summary:before", ".md-typeset details[open]>summary:after", ".md-typeset details"),
    ),
    Component(
        # The style of tabs is ours: `markup/tabs.py` reads this and makes other classes of it.
        "the set of tabs",
        '=== "A"\n    One.\n\n=== "B"\n    Two.\n',
        (
            "div[class='tabbed-set tabbed-alternate'] > input[type=radio][name][checked] + input[type=radio][name]",
            "div.tabbed-set > div[class='tabbed-labels'] > label + label",
            "div.tabbed-set > div[class='tabbed-content'] > div.tabbed-block + div.tabbed-block > p",
        ),
        (),
    ),
    Component(
        "the footnote",
        "Words.[^a]\n\n[^a]: More.\n",
        (
            "sup[id='fnref:a'] > a.footnote-ref[href='#fn:a']",
            "div.footnote > ol > li[id='fn:a'] > p > a.footnote-backref[href='#fnref:a'][title]",
        ),
        (".md-typeset .footnote-ref", ".md-typeset .footnote-backref:before", ".md-typeset .footnote>ol>li"),
    ),
    Component(
        "the table",
        "| A | B |\n|---|--:|\n| a | 1 |\n",
        ("table:not([class]) > thead > tr > th:not([align]) + th[align=right]", "table > tbody > tr > td[align=right]"),
        (".md-typeset table:not([class]) th", ".md-typeset table:not([class]) td:not([align])"),
    ),
    Component(
        "the block of code",
        _CODE,
        (
            "div.highlight > span.filename + pre > code",
            "div.highlight code > span.hll",
            "div.highlight code span.nt",
            "div.highlight code span.m, div.highlight code span.l",
        ),
        (".highlight span.filename", ".highlight .hll", ".highlight .nt", ".md-typeset pre>code", ".md-typeset code"),
    ),
]

every_component = pytest.mark.parametrize("component", COMPONENTS, ids=[one.name for one in COMPONENTS])


@pytest.fixture(scope="module")
def theme() -> set[str]:
    """The selectors of the theme's style sheet, each by itself, its colons and spaces as the theme packs them."""
    package = importlib.util.find_spec("material")
    assert package and package.submodule_search_locations
    folder = Path(package.submodule_search_locations[0], "templates/assets/stylesheets")
    sheets = sorted(folder.glob("main.*.min.css"))
    assert len(sheets) == 1, f"the theme's style sheet {_ADVICE} main.*.min.css in {folder}"
    css = sheets[0].read_text(encoding="utf-8")
    return {selector.strip() for prelude in css.split("{") for selector in prelude.split("}")[-1].split(",")}


@every_component
def test_markup_has_not_moved(component: Component) -> None:
    """Markdown's extensions make of each component the elements and classes that our style and our code count on."""
    html = BeautifulSoup(markdown(component.text, extensions=_EXTENSIONS, extension_configs=_SETTINGS), "html5lib")
    missing = [selector for selector in component.made if not html.select(selector)]
    assert missing == [], f"the markup of {component.name} {_ADVICE} {missing} in {html.body}"


@every_component
def test_rules_of_the_theme_have_not_moved(component: Component, theme: set[str]) -> None:
    """The theme's style sheet has the rules that draw each component."""
    missing = [selector for selector in component.styled if selector not in theme]
    assert missing == [], f"the theme's rule for {component.name} {_ADVICE} {missing}"
