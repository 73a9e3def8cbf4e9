"""Tabs that need no script: a group of radio buttons, of which the style sheet shows the chosen one's panel.

`pymdownx.tabbed` puts the buttons, their labels and the panels beside one another and leaves the group without a role
or a name. Here each button goes into its label, which so names it without an `id`, the labels into one named group
that holds nothing else, and each panel carries its label as its name (WCAG 1.3.1, 2.1.1, 4.1.2).
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

_MADE_BY_TABBED = "tabbed-set tabbed-alternate"
_PARTS = ("input", "div[@class='tabbed-labels']/label", "div[@class='tabbed-content']/div")


def group_tabs(root: Element, words: dict[str, str]) -> None:
    """Turn each set of tabs in `root` into a named group of radio buttons, and panels below it."""
    for tabs in list(root.iter("div")):
        if tabs.get("class") == _MADE_BY_TABBED:
            _group(tabs, words.get("tabs", ""))


def _group(tabs: Element, name: str) -> None:
    buttons, labels, panels = (tabs.findall(path) for path in _PARTS)
    for part in list(tabs):
        tabs.remove(part)
    tabs.attrib = {"class": "cl-tabs"}
    choice = SubElement(tabs, "div", {"class": "cl-tabs__choice", "role": "radiogroup", "aria-label": name})
    for button, label, panel in zip(buttons, labels, panels, strict=True):
        words = "".join(label.itertext()).strip()
        _put_into(label, button)
        choice.append(label)
        panel.attrib.update({"class": "cl-tabs__panel", "role": "group", "aria-label": words})
        tabs.append(panel)


def _put_into(label: Element, button: Element) -> None:
    """Put `button` first into its `label`: neither needs an id for the other then, and none can stand twice."""
    button.attrib.pop("id", None)
    label.attrib.pop("for", None)
    label.set("class", "cl-tabs__label")
    button.set("class", "cl-tabs__button")
    button.tail, label.text = label.text, None
    label.insert(0, button)
