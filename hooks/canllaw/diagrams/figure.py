"""A diagram as it stands on a page: drawn for wide and for narrow windows, in words, and to take away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from canllaw.diagrams import svg
from canllaw.diagrams.description import Item, Items, Table
from canllaw.diagrams.labels import Label
from canllaw.diagrams.reading import Diagram
from canllaw.diagrams.spec import Wording
from canllaw.language import Language
from canllaw.problems import Problem

WIDE, NARROW = 640.0, 288.0
"""The widths of the two drawings, in user units: a column of text, and a phone of 320 pixels between its margins."""


_ENDS = (".", "?", "!", ":", "…")


@dataclass(frozen=True)
class Drawn:
    """What a page shows of a diagram. `drawing` and `words` are markup that is ours, made here from plain words."""

    title: Label
    drawing: str
    words: str


@dataclass(frozen=True)
class Shown:
    """Where a page shows a diagram: the anchor and the number of the figure, and the address of its SVG file."""

    anchor: str
    number: int
    file: str


def draw(diagram: Diagram, language: Language, wording: Wording, shown: Shown) -> Drawn:
    """`diagram` in `language`, as the figure `shown`."""
    title, summary = diagram.spec.title.label(language), diagram.spec.summary.label(language)
    drawing = Element("div", {"class": "cl-diagram__drawing", "data-pagefind-ignore": ""})
    for modifier, width in (("wide", WIDE), ("narrow", NARROW)):
        names = svg.Names(title, summary, f"{shown.anchor}-{modifier}")
        canvas = diagram.spec.draw(language, wording, width)
        is_broad = canvas.width > width  # by a word: then it scrolls, and is not made too small to read
        drawing.append(svg.inline(canvas, names, language, modifier, *(["broad"] if is_broad else [])))
        if is_broad:
            drawing.attrib |= {"tabindex": "0", "role": "region", "aria-label": title.text}
    figure = wording("figure", n=shown.number)
    words = Element("div", {"class": "cl-diagram__words"})
    words.append(_in_words(diagram, language, wording, wording("diagram-in-words", figure=figure)))
    words.append(_ways(shown, wording, figure))
    return Drawn(title, _written(drawing), _written(words))


def not_drawn(name: str, problems: Iterable[Problem], language: Language, wording: Wording) -> Drawn:
    """What stands in the place of the diagram called `name`, which has `problems`."""
    notice = Element("div", {"class": "cl-diagram__notice"})
    SubElement(notice, "p").text = wording("diagram-not-drawn")
    found = SubElement(notice, "ul")
    for problem in problems:
        entry = SubElement(found, "li")
        SubElement(entry, "code").text = f"{problem.path}:{problem.line}"
        SubElement(entry, "p").text = problem.message(language)
        SubElement(entry, "p").text = f"→ {problem.fix(language)}"
    return Drawn(Label(name, language), _written(notice), "")


def picture(diagram: Diagram, language: Language, wording: Wording) -> str:
    """The diagram as an SVG file that stands by itself."""
    names = svg.Names(diagram.spec.title.label(language), diagram.spec.summary.label(language), diagram.name)
    return svg.standalone(diagram.spec.draw(language, wording, WIDE), names, language)


def _written(element: Element) -> str:
    return tostring(element, encoding="unicode", short_empty_elements=False)


def _in_words(diagram: Diagram, language: Language, wording: Wording, name: str) -> Element:
    """The long description, folded below its `name` (WCAG 1.1.1)."""
    details = Element("details")
    SubElement(details, "summary").text = name
    _say(SubElement(details, "p"), diagram.spec.summary.label(language), language)
    for part in diagram.spec.describe(language, wording):
        if isinstance(part, Items):
            if part.heading:
                _say(SubElement(details, "p", {"class": "cl-diagram__heading"}), part.heading, language)
            details.append(_list(part.items, language, ordered=part.ordered))
        else:
            details.append(_table(part, language, wording))
    return details


def _list(items: tuple[Item, ...], language: Language, *, ordered: bool) -> Element:
    element = Element("ol" if ordered else "ul")
    for item in items:
        entry = SubElement(element, "li")
        _say(SubElement(entry, "span"), item.label, language)
        if item.note:
            entry[-1].tail = " " if item.label.text.endswith(_ENDS) else ": "
            _say(SubElement(entry, "span", {"class": "cl-diagram__note"}), item.note, language)
        if item.items:
            entry.append(_list(item.items, language, ordered=False))
    return element


def _table(table: Table, language: Language, wording: Wording) -> Element:
    name = f"{wording('table')}: {table.heads[0].text}"
    frame = Element("div", {"class": "cl-table", "role": "region", "tabindex": "0", "aria-label": name})
    element = SubElement(frame, "table")
    head = SubElement(SubElement(element, "thead"), "tr")
    for label in table.heads:
        _say(SubElement(head, "th", {"scope": "col"}), label, language)
    body = SubElement(element, "tbody")
    for row in table.rows:
        line = SubElement(body, "tr")
        for index, label in enumerate(row):
            cell = SubElement(line, "th", {"scope": "row"}) if index == 0 else SubElement(line, "td")
            _say(cell, label, language)
    return frame


def _ways(shown: Shown, wording: Wording, figure: str) -> Element:
    """To the file at full size, to the downloads, and the figure's own address; a script shows the one to PNG.

    That is the last, so that nothing moves when it comes to be seen.
    """
    ways = Element("ul", {"class": "cl-diagram__ways", "aria-label": figure})
    links: list[tuple[str, dict[str, str]]] = [
        ("diagram-full-size", {"href": shown.file}),
        ("diagram-svg", {"href": shown.file, "download": ""}),
        ("diagram-link", {"href": f"#{shown.anchor}"}),
        ("diagram-png", {"href": shown.file, "data-cl-png": ""}),
    ]
    for key, attributes in links:
        hidden = {"hidden": ""} if "data-cl-png" in attributes else {}
        SubElement(SubElement(ways, "li", hidden), "a", attributes).text = wording(key)
    return ways


def _say(element: Element, label: Label, language: Language) -> None:
    """Put `label` into `element`, marked where it is in the other language (WCAG 3.1.2)."""
    element.text = label.text
    if label.language != language:
        element.set("lang", label.language)
