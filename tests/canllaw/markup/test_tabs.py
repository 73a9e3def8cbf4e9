"""Tabs: small Markdown in, HTML out."""

from __future__ import annotations

import re

from markdown import markdown
from markdown.extensions import Extension

from canllaw.markup.extension import CanllawExtension, Setting
from canllaw.markup.safety import clean

TABS = '=== "A *museum*"\n    One.\n\n=== "B & C"\n    Two.\n'


def html_of(text: str) -> str:
    """The HTML of `text`."""
    extensions: list[str | Extension] = ["pymdownx.tabbed", CanllawExtension(setting=Setting(words={"tabs": "Dewis"}))]
    return markdown(text, extensions=extensions, extension_configs={"pymdownx.tabbed": {"alternate_style": True}})


def test_tabs() -> None:
    """Tabs are radio buttons in their labels, in one named group, and panels that carry the labels as their names."""
    assert html_of(TABS) == (
        '<div class="cl-tabs"><div aria-label="Dewis" class="cl-tabs__choice" role="radiogroup">'
        '<label class="cl-tabs__label"><input checked="checked" class="cl-tabs__button" name="__tabbed_1" type="radio"'
        " />A <em>museum</em></label>"
        '<label class="cl-tabs__label"><input class="cl-tabs__button" name="__tabbed_1" type="radio" />'
        'B &amp; C</label></div><div aria-label="A museum" class="cl-tabs__panel" role="group">\n<p>One.</p>\n</div>\n'
        '<div aria-label="B &amp; C" class="cl-tabs__panel" role="group">\n<p>Two.</p>\n</div>\n</div>'
    )


def test_sets_keep_apart() -> None:
    """Each set has a choice of its own, also one within another, and none has an id that a heading could have too."""
    html = html_of(f'{TABS}\n===! "D"\n    === "E"\n        Three.\n\n    === "F"\n        Four.\n')
    names = re.findall(r' name="(\w+)"', html)
    assert [names.count(name) for name in dict.fromkeys(names)] == [2, 1, 2]
    assert html.count("checked=") == 3
    assert " id=" not in html and " for=" not in html


def test_tabs_are_let_through() -> None:
    """What has the last word on HTML leaves tabs as they are."""
    for part in re.findall(r' [a-z-]+="[^"]*"', html_of(TABS)):
        assert part in clean(html_of(TABS))
