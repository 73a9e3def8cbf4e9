"""A text for a book: XHTML as EPUB 3.3 wants it, and nothing that needs a script, a mouse or the site's style sheet.

Many reading systems can neither unfold nor choose: what folds is shown whole, of tabs each panel below its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, tostring

from canllaw.markup.tree import is_empty, take_out, unwrap

# What HTML knows (Living Standard, in its XML syntax) and a book has a use for; a table's `align` becomes a class.
_ATTRIBUTES = frozenset(
    "abbr alt cite class colspan datetime dir epub:type headers height href hreflang id lang rel reversed rowspan scope"
    " span src start title type value width xml:lang".split()
)
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NO_NAME = re.compile(r"[^\w.-]")


def name_of(identity: str) -> str:
    """`identity` as XML takes an id: without colons, beginning with a letter ("fn:1" is "fn-1")."""
    name = _NO_NAME.sub("-", identity)
    return name if name[:1].isalpha() else f"id-{name}"


def make_xhtml(root: Element) -> None:
    """Change `root`, a text in its plain form, so that it is valid in a book and whole on every reading system."""
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag == "input" or child.get("role") == "radiogroup":
                take_out(parent, child)
            elif child.get("class") == "cl-figure__link":
                unwrap(parent, child)
    for figure in root.iter("figure"):
        _end_with_caption(figure)
    for element in root.iter():
        _make_plain_element(element)
        for name in [name for name in element.attrib if name not in _ATTRIBUTES]:
            del element.attrib[name]


def _end_with_caption(figure: Element) -> None:
    """Put what follows the caption of `figure` into it, for HTML has a caption only at the beginning or the end."""
    caption = figure.find("figcaption")
    if caption is not None:
        for after in list(figure)[list(figure).index(caption) + 1 :]:
            figure.remove(after)
            caption.append(after)


def _make_plain_element(element: Element) -> None:
    if element.tag in ("details", "summary"):
        element.attrib["class"] = {"details": "fold", "summary": "fold-title"}[element.tag]
        element.tag = {"details": "div", "summary": "p"}[element.tag]
    if element.get("class") == "cl-tabs__panel":
        name = Element("p", {"class": "fold-title"})
        name.text = element.get("aria-label", "")
        element.insert(0, name)
    if "align" in element.attrib:
        element.set("class", f"{element.get('class', '')} {element.attrib['align']}".strip())
    if "lang" in element.attrib:
        element.set("xml:lang", element.attrib["lang"])
    if element.get("class") == "footnote-ref":
        element.set("epub:type", "noteref")
    if element.tag == "li" and element.get("id", "").startswith("fn-"):
        element.set("epub:type", "footnote")


def written(root: Element) -> str:
    """What `root` holds, as XML without its own tag."""
    return _NO_XML.sub("", "".join(_parts(root)))


def _parts(root: Element) -> Iterator[str]:
    if not is_empty(root.text):
        paragraph = Element("p")
        paragraph.text = root.text
        yield tostring(paragraph, encoding="unicode")
    yield from (tostring(child, encoding="unicode") for child in root)
