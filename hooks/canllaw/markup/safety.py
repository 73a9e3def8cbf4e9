"""What HTML a contributor's Markdown may hold, so that nothing in it can run in a reader's browser.

`clean` is the last word on what is published: nh3 (the Rust library ammonia) parses the HTML as a browser does and
keeps only what is named here. `refused` names the rest to its author beforehand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import nh3

from canllaw.content.html_tags import start_tags

URL_SCHEMES = frozenset({"http", "https", "mailto", "tel"})

# What Markdown, its extensions and ours make.
TAGS = frozenset(
    "a abbr b blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure"
    " h1 h2 h3 h4 h5 h6 hr i img input ins kbd label li mark ol p pre q s samp small span strong sub summary sup"
    " table tbody td tfoot th thead time tr ul var".split()
)
# What authors may write of it: a control would have no name, and a second title no place (WCAG 1.3.1, 4.1.2).
AUTHORS_TAGS = TAGS - {"h1", "input", "label"}
ANYWHERE = frozenset("class dir id lang role tabindex title translate".split())
ATTRIBUTES: dict[str, frozenset[str]] = {
    "a": frozenset({"href", "hreflang", "rel"}),
    "blockquote": frozenset({"cite"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "details": frozenset({"open", "name"}),
    **{f"h{level}": frozenset({"data-cl-counterpart"}) for level in range(1, 7)},
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
PREFIXES = frozenset({"aria-"})
# The furniture's classes and ids begin so; of those only what the Markdown extension itself gives may stand in a text.
RESERVED = "cl-"
_OUR_CLASSES = frozenset(
    "cl-anchor cl-credit cl-diagram cl-figure cl-heading cl-offer cl-offered"
    " cl-quotation cl-section-number cl-table cl-tabs".split()
)
_ADDRESSES = frozenset({"href", "src", "cite"})
_INPUT_TYPES = frozenset({"checkbox", "radio"})


def clean(html: str) -> str:
    """`html` with everything taken out that is not named above: elements, attributes, and addresses that could run.

    Pictures come from this site only: one from elsewhere would tell that site who reads this one.
    """
    return _CLEANER.clean(html)


@dataclass(frozen=True)
class Refusal:
    """What may not be written: a tag, one of its attributes, or how an address in it begins; `line` counts from 0."""

    tag: str
    line: int
    attribute: str = ""
    scheme: str = ""

    @property
    def name(self) -> str:
        """What is refused, by its name: `<script>`, `onclick`, `javascript:`."""
        return self.scheme or self.attribute or f"<{self.tag}>"

    @property
    def code(self) -> str:
        """The code of the Problem."""
        if self.scheme:
            return "html-address-refused"
        return "html-attribute-refused" if self.attribute else "html-refused"


def refused(html: str) -> Iterator[Refusal]:
    """What authors may not write of `html`.

    Pictures from elsewhere are not named: they have a Problem of their own, however they are written.
    """
    for tag in start_tags(html):
        if tag.name not in AUTHORS_TAGS:
            yield Refusal(tag.name, tag.line)
            continue
        for name, value in tag.attributes.items():
            scheme = scheme_of(value) if name in _ADDRESSES else ""
            if scheme and scheme not in URL_SCHEMES:
                yield Refusal(tag.name, tag.line, name, f"{scheme}:")
            elif name in ("class", "id") and any(map(_is_reserved, value.split())):
                yield Refusal(tag.name, tag.line, f"{name}={value}")
            elif not (name in attributes_of(tag.name) or name.startswith(tuple(PREFIXES))):
                yield Refusal(tag.name, tag.line, name)


def attributes_of(tag: str) -> frozenset[str]:
    """The attributes that `tag` may have, besides those that begin with `aria-`."""
    return ANYWHERE | ATTRIBUTES.get(tag, frozenset())


def scheme_of(address: str) -> str:
    """The scheme of an address as a browser reads it, which drops control characters and white space; "" if none."""
    try:
        return urlsplit(_visible(address)).scheme
    except ValueError:
        return "?"


def is_elsewhere(address: str) -> bool:
    """Whether a browser would look for `address` on another host, or on none; a backslash is a slash to it."""
    return bool(scheme_of(address)) or _visible(address).replace("\\", "/").startswith("//")


def _visible(address: str) -> str:
    return "".join(character for character in address if character > " " and character != "\x7f")


def _is_reserved(name: str) -> bool:
    """Whether a class or id is the furniture's; `cl-tabs__label` is a part of tabs, which are not."""
    return name.startswith(RESERVED) and name.partition("__")[0].partition("--")[0] not in _OUR_CLASSES


def _filter(tag: str, name: str, value: str) -> str | None:
    """The value of an allowed attribute, or None where this value is not allowed."""
    if name == "src" and is_elsewhere(value):
        return None
    if name == "class":
        return " ".join(word for word in value.split() if not _is_reserved(word)) or None
    if name == "id" and _is_reserved(value):
        return None
    if (tag, name) == ("input", "type") and value.lower() not in _INPUT_TYPES:
        return None
    return value


_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    attributes={tag: set(attributes_of(tag)) for tag in TAGS},
    attribute_filter=_filter,
    generic_attribute_prefixes=set(PREFIXES),
    url_schemes=set(URL_SCHEMES),
    link_rel=None,
)
