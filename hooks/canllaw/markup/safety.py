"""What HTML a contributor's Markdown may hold, so that nothing in it can run in a reader's browser.

`clean` is the last word on what is published: nh3 (the Rust library ammonia) parses the HTML as a browser does and
keeps only what is named here. `refused` names the rest to its author beforehand.
"""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urlsplit

import nh3

URL_SCHEMES = frozenset({"http", "https", "mailto", "tel"})

# What Markdown, its extensions and ours make, and what authors may therefore write themselves.
TAGS = frozenset(
    "a abbr b blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure"
    " h1 h2 h3 h4 h5 h6 hr i img input ins kbd label li mark ol p pre q s samp small span strong sub summary sup"
    " table tbody td tfoot th thead time tr ul var".split()
)
_ANYWHERE = frozenset("class dir id lang role tabindex title translate".split())
_ATTRIBUTES: dict[str, frozenset[str]] = {
    "a": frozenset({"href", "hreflang", "rel"}),
    "blockquote": frozenset({"cite"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "details": frozenset({"open", "name"}),
    "img": frozenset({"src", "alt", "width", "height", "loading", "decoding"}),
    "input": frozenset({"type", "checked", "disabled", "name"}),
    "label": frozenset({"for"}),
    "ol": frozenset({"start", "reversed", "type"}),
    "li": frozenset({"value"}),
    "q": frozenset({"cite"}),
    "td": frozenset({"align", "colspan", "rowspan", "headers"}),
    "th": frozenset({"align", "colspan", "rowspan", "headers", "scope", "abbr"}),
    "time": frozenset({"datetime"}),
}
_PREFIXES = frozenset({"aria-", "data-cl-"})
_ADDRESSES = frozenset({"href", "src", "cite"})


def clean(html: str) -> str:
    """`html` with everything taken out that is not named above: elements, attributes, and addresses that could run."""
    return nh3.clean(
        html,
        tags=set(TAGS),
        attributes={tag: {*_ANYWHERE, *_ATTRIBUTES.get(tag, ())} for tag in TAGS},
        generic_attribute_prefixes=set(_PREFIXES),
        url_schemes=set(URL_SCHEMES),
        link_rel=None,
    )


def refused(html: str) -> Iterator[str]:
    """What `clean` would take out of `html`, by name: `<script>`, `onclick`, `javascript:`."""
    reader = _Reader()
    try:
        reader.feed(html)
        reader.close()
    except AssertionError:
        # The standard library's answer to a marked section (`<![…`), which HTML does not have.
        reader.refused.append("<![")
    yield from reader.refused


class _Reader(HTMLParser):
    """Collects the names of what is not allowed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.refused: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what is not allowed in a start tag."""
        if tag not in TAGS:
            self.refused.append(f"<{tag}>")
            return
        for name, value in attrs:
            allowed = name in _ANYWHERE or name in _ATTRIBUTES.get(tag, ()) or name.startswith(tuple(_PREFIXES))
            if not allowed:
                self.refused.append(name)
            elif name in _ADDRESSES and (scheme := scheme_of(value or "")) and scheme not in URL_SCHEMES:
                self.refused.append(f"{scheme}:")


def scheme_of(address: str) -> str:
    """The scheme of an address as a browser reads it, which drops control characters and white space; "" if none."""
    visible = "".join(character for character in address if character > " " and character != "\x7f")
    try:
        return urlsplit(visible).scheme
    except ValueError:
        return "?"
