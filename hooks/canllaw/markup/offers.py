"""The glossary inside a text: the first use of a term offers what it means.

The words stay words, which can be copied, broken at the end of a line, and read aloud or in a browser's reading view;
a button after them opens the meaning, which the template of guides prints once, at the end. The button is the whole
mechanism: `popovertarget` needs no script, works by keyboard and touch, and tells a screen reader what is open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, tostring

from canllaw.vocabulary.forms import Use

#: What the ids of meanings begin with; the term's id in the glossary follows.
MEANING = "cl-term-"

# A title, a link, a sample or somebody else's words are not the place to interrupt.
_CLOSED = frozenset(
    "h1 h2 h3 h4 h5 h6 a code pre kbd samp blockquote figure figcaption cite q abbr th dt summary label button".split()
)
_RAW_HTML = "\x02wzxhzdk:"  # Python-Markdown's place for HTML, which may be half of a link
_BUTTON = re.compile(f'popovertarget="{MEANING}([a-z0-9-]+)"')
_LAST_WORD = re.compile(r"\S+$")
_MARKED = "cl-offered"
_CUT_OFF = re.compile(r"['’]\w+")  # the 'n of *arloesi'n*, the 's of *partner's*


@dataclass(frozen=True)
class Offers:
    """What a text can offer: how to find terms, which links (as written) lead to which, what each button is called."""

    uses: Callable[[str], Iterable[Use]]
    links: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)


def offer_meanings(root: Element, offers: Offers) -> None:
    """Offer the meaning of each term once: where its author linked it first, and otherwise where it is first used."""
    linked = {term for link in root.iter("a") if (term := offers.links.get(link.get("href", "")))}
    _Walk(offers, linked).through(root)


def put_in_buttons(html: str, offers: Offers | None) -> str:
    """`html`, already cleaned, with the buttons in their places: no HTML of a contributor's may hold one."""
    if offers is None:
        return html
    names = offers.names

    def button(place: re.Match[str]) -> str:
        attributes = {"type": "button", "popovertarget": MEANING + place[1], "aria-label": names.get(place[1], "")}
        written = tostring(Element("button", attributes), encoding="unicode", short_empty_elements=False)
        return written if place[1] in names else ""

    return _PLACE.sub(button, html)


def offered_in(html: str) -> list[str]:
    """The ids of the terms whose meaning the finished text `html` offers, in order."""
    return _BUTTON.findall(html)


def _place(term: str) -> Element:
    """Where the button of `term` goes."""
    place = Element("span", {"class": "cl-offer__button"})
    place.text = term
    return place


_PLACE = re.compile(tostring(_place("@"), encoding="unicode").replace("@", "([a-z0-9-]+)"))


class _Walk:
    """One way through a text, which remembers what has been offered."""

    def __init__(self, offers: Offers, linked: set[str]) -> None:
        self._offers = offers
        self._linked = linked
        self._offered: set[str] = set()

    def through(self, element: Element) -> None:
        """Offer what is in `element`, unless it is closed: by its kind, or because it is in another language."""
        if element.tag in _CLOSED or element.get("lang") or element.get("class") == "footnote":
            return
        children = list(element)
        is_plain = not any(_RAW_HTML in (text or "") for text in (element.text, *(child.tail for child in children)))
        if is_plain:
            element.text = self._offer_in(element.text, element, 0)
        for child in children:
            term = self._offers.links.get(child.get("href", "")) if child.tag == "a" else None
            if term and term not in self._offered:
                self._turn(child, term)
            else:
                self.through(child)
            if is_plain:
                child.tail = self._offer_in(child.tail, element, list(element).index(child) + 1)

    def _offer_in(self, text: str | None, parent: Element, index: int) -> str | None:
        """Put what `text` can offer into `parent`, from the child `index` on; return the text that is left before."""
        if not text or not text.strip():
            return text
        kept, last, done = text, None, 0
        for use in self._offers.uses(text):
            if use.term in self._offered or use.term in self._linked:
                continue
            cut_off = _CUT_OFF.match(text, use.end)
            end = cut_off.end() if cut_off else use.end
            offer = self._offer(text[use.start : end], use.term)
            before = text[done : use.start]
            if last is None:
                kept = before
            else:
                last.tail = before
            parent.insert(index, offer)
            last, done, index = offer, end, index + 1
        if last is not None:
            last.tail = text[done:]
        return kept

    def _offer(self, words: str, term: str) -> Element:
        """All of `words`, marked as those that the button is for, with it."""
        end = self._end(words, term)
        before = words.removesuffix(end.text or "")
        if not before:
            return end
        offer = Element("span", {"class": _MARKED})
        offer.text = before
        offer.append(end)
        return offer

    def _end(self, words: str, term: str) -> Element:
        """The last of `words`, from which no line break may part the button, with it."""
        self._offered.add(term)
        offer = Element("span", {"class": "cl-offer"})
        last_word = _LAST_WORD.search(words)
        offer.text = last_word[0] if last_word else words
        offer.append(_place(term))
        return offer

    def _turn(self, link: Element, term: str) -> None:
        """Turn `link`, which leads to `term` in the glossary, into its words and the button after them."""
        cut_off = _CUT_OFF.match(link.tail or "")
        ending = cut_off[0] if cut_off else ""
        link.tail = (link.tail or "").removeprefix(ending)
        link.tag, link.attrib = "span", {"class": _MARKED}
        words = ((link[-1].tail if len(link) else link.text) or "") + ending
        end = self._end(words, term)
        before = words.removesuffix(end.text or "")
        if len(link):
            link[-1].tail = before
        else:
            link.text = before
        link.append(end)
