"""Figures: pictures with a caption and a number, and references that give the number.

![What the picture shows](models.svg "What the picture is")

[Figure](#fig-models) becomes "Figure 1"

A diagram, `![](models.diagram.yml)`, is a figure whose drawing and words are put in last (`put_in_diagrams`): no
contributor's HTML may hold a drawing, so `safety.clean` would take it out.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

from canllaw.content.blocks import figure_anchor
from canllaw.diagrams.figure import Drawn
from canllaw.markup.tree import is_empty, replace, with_parents

_ENDS = (".", "?", "!", "…")


class Credit(NamedTuple):
    """Whose a picture is, as a sentence, and on what terms: the licence's name, and where it stands (or nothing)."""

    sentence: str
    licence: str
    licence_address: str


def number_figures(
    root: Element,
    words: dict[str, str],
    credits: dict[str, Credit],
    sizes: dict[str, tuple[int, int]],
    diagrams: dict[str, Drawn],
) -> dict[str, int]:
    """Turn each diagram, and each picture with a caption, in a paragraph of its own into a figure; return the numbers.

    They are the figures' numbers by their anchors.
    """
    numbers: dict[str, int] = {}
    number = 0
    for parent, paragraph in with_parents(root, "p"):
        picture = _only_picture(paragraph)
        if picture is None:
            continue
        file = picture.get("src", "")
        drawn = diagrams.get(file)
        _give_size(picture, sizes.get(file))
        caption_text = picture.attrib.pop("title", None)
        if caption_text is None and drawn is None:
            continue
        number += 1
        anchor = figure_anchor(PurePosixPath(file).name.split(".")[0])
        numbers[anchor] = number
        figure = Element("figure", {"class": "cl-figure", "id": anchor})
        replace(parent, paragraph, figure)
        label = words.get("figure", "{n}").format(n=number)
        if drawn:
            caption = _caption(label, drawn.title.text, None)
            figure.extend([_place(file, "drawing"), caption, _place(file, "words")])
        else:
            link = SubElement(figure, "a", {"class": "cl-figure__link", "href": file})
            link.append(picture)
            figure.append(_caption(label, caption_text or "", credits.get(file)))
    return numbers


def put_in_diagrams(html: str, diagrams: dict[str, Drawn]) -> str:
    """`html`, already cleaned, with each diagram and its words in the places that `number_figures` kept for them."""
    for file, drawn in diagrams.items():
        for part, markup in (("drawing", drawn.drawing), ("words", drawn.words)):
            place = tostring(_place(file, part), encoding="unicode")
            html = html.replace(place, markup, 1)
    return html


def _place(file: str, part: str) -> Element:
    """Where a part of the diagram in `file` goes."""
    place = Element("div", {"class": "cl-diagram"})
    place.text = f"{part} {file}"
    return place


def refer_to_figures(root: Element, numbers: dict[str, int]) -> None:
    """Add the number of the figure to the words of each link to it."""
    for link in root.iter("a"):
        number = numbers.get(link.get("href", "").removeprefix("#"))
        if number is not None and len(link) == 0:
            link.text = f"{(link.text or '').strip()}\N{NO-BREAK SPACE}{number}"


def _only_picture(paragraph: Element) -> Element | None:
    alone = len(paragraph) == 1 and paragraph[0].tag == "img"
    if not alone or not is_empty(paragraph.text) or not is_empty(paragraph[0].tail):
        return None
    paragraph[0].tail = None
    return paragraph[0]


def _give_size(picture: Element, size: tuple[int, int] | None) -> None:
    picture.set("loading", "lazy")
    if size and all(size):
        picture.set("width", str(size[0]))
        picture.set("height", str(size[1]))


def _caption(label: str, text: str, credit: Credit | None) -> Element:
    caption = Element("figcaption")
    strong = SubElement(caption, "strong")
    strong.text = f"{label}."
    strong.tail = f" {text}" if text.endswith(_ENDS) else f" {text}."
    if credit:
        line = SubElement(caption, "span", {"class": "cl-credit"})
        line.text = f"{credit.sentence} "
        if credit.licence_address:
            licence = SubElement(line, "a", {"href": credit.licence_address})
            licence.text, licence.tail = credit.licence, "."
        else:
            line.text += f"{credit.licence}."
    return caption
