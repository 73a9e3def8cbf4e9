"""A page's text, once it is rendered, as a tree again; and in the plain form that it has outside its page.

Side by side with the other language, or in a book, nothing works that needs the page around it: buttons, what they pop
up, the link of a heading to itself, ways to take a figure away, anchors for the language switch.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, TreeBuilder

from canllaw.markup.safety import is_elsewhere
from canllaw.markup.tree import take_out, unwrap

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# HTML Living Standard, 13.1.2: elements that have no end tag.
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_NAMING = ("id", "for", "name", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns")
_WAYS = frozenset({"cl-diagram__ways", "cl-anchor"})
_FRAMES = frozenset({"cl-heading", "cl-offer", "cl-offered"})


def parse(html: str) -> Element:
    """The tree of `html`, which `safety.clean` or we ourselves have written; the root is a `div` of no meaning.

    Names come in lower case, those of SVG too: a browser that reads them in HTML gives them their capitals back (HTML
    Living Standard, 13.2.6.5).
    """
    reader = _Reader()
    reader.feed(html)
    return reader.finished()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._builder = TreeBuilder()
        self._builder.start("div", {})
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in _VOID:
            self._builder.end(tag)
        else:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._builder.start(tag, {name: value or "" for name, value in attrs})
        self._builder.end(tag)

    def handle_endtag(self, tag: str) -> None:
        while tag in self._open:
            last = self._open.pop()
            self._builder.end(last)
            if last == tag:
                return

    def handle_data(self, data: str) -> None:
        self._builder.data(data)

    def finished(self) -> Element:
        """The whole tree."""
        self.close()
        while self._open:
            self._builder.end(self._open.pop())
        self._builder.end("div")
        return self._builder.close()


def make_plain(root: Element) -> None:
    """Take out of `root`, a text, all that needs the page around it; words that a button held stay as words."""
    # From the innermost out, so that what holds an element is still in its place when its turn comes.
    for parent, child in reversed([(around, inner) for around in root.iter() for inner in around]):
        if "popover" in child.attrib or _is_way(parent, child) or _does_something(child):
            take_out(parent, child)
        elif child.tag == "button" or child.get("class") in _FRAMES:
            unwrap(parent, child)
    for element in root.iter():
        for name in [name for name in element.attrib if name.startswith("data-") or name == "popovertarget"]:
            del element.attrib[name]


def _does_something(element: Element) -> bool:
    """Whether `element` is a button whose words are no words of the text."""
    return element.tag == "button" and "popovertarget" not in element.attrib


def _is_way(parent: Element, child: Element) -> bool:
    """Whether `child` leads to the very place where it stands, or to a file of the figure that it stands in."""
    leads_to_itself = child.tag == "a" and parent.tag in HEADINGS and child.get("href") == f"#{parent.get('id')}"
    return leads_to_itself or child.get("class") in _WAYS


def rename_ids(root: Element, rename: Callable[[str], str]) -> None:
    """Give each id in `root` the name that `rename` makes of it, and all that refers to it too."""
    for element in root.iter():
        for name in _NAMING:
            if name in element.attrib:
                element.set(name, " ".join(map(rename, element.attrib[name].split())))
        target = element.get("href", "")
        if target.startswith("#") and len(target) > 1:
            element.set("href", f"#{rename(target[1:])}")


def links(root: Element) -> Iterator[tuple[Element, str]]:
    """Each element of `root` that leads elsewhere or shows what is elsewhere, with the attribute that says where."""
    for element in list(root.iter()):
        for name in ("href", "src"):
            if element.get(name, "#")[:1] not in ("#", ""):
                yield element, name


def from_root(link: str, address: str) -> str | None:
    """Where `link`, on the page at `address`, leads, both from the site's root; None if it leaves the site.

    `../first-steps/#why` on `guides/open-innovation/` is `guides/first-steps/#why`.
    """
    if is_elsewhere(link) or link.startswith("/"):
        return None
    parts = urlsplit(link)
    path = posixpath.normpath(posixpath.join(address, parts.path))
    is_folder = parts.path.endswith(("/", ".")) or not parts.path
    path = ("" if path == "." else f"{path}/") if is_folder else path
    return path + (f"#{parts.fragment}" if parts.fragment else "")


def from_page(target: str, address: str) -> str:
    """The link from the page at `address` to `target`, both from the site's root."""
    path, mark, fragment = target.partition("#")
    relative = posixpath.relpath(path or ".", address or ".") + ("/" if path.endswith("/") or not path else "")
    return relative + mark + fragment
