"""Whether the two editions of a page hold the same: the same skeleton, links, numbers and addresses.

Only a translation that is said to be of the source as it is now is looked at: where the source has moved on the two may
differ, and `freshness` says how; where nothing is recorded, nobody has said that they are the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import unquote, urlsplit

from canllaw.content.blocks import Link
from canllaw.content.library import Edition, Library, Page
from canllaw.content.links import key_of, linked_path
from canllaw.content.segments import Kind, Segment
from canllaw.language import LANGUAGES, Language, other
from canllaw.markup.safety import scheme_of
from canllaw.problems import Problem
from canllaw.translation.freshness import Standing, segments_of
from canllaw.translation.pairing import Pair, pairs
from canllaw.translation.terms import disagreements
from canllaw.vocabulary import Vocabulary

_SKELETON: Mapping[Kind, Mapping[Language, str]] = {
    "heading": {"en": "a heading", "cy": "pennawd"},
    "item": {"en": "an item of a list", "cy": "eitem mewn rhestr"},
    "row": {"en": "a row of a table", "cy": "rhes mewn tabl"},
    "figure": {"en": "a figure", "cy": "ffigur"},
    "quotation": {"en": "a quotation", "cy": "dyfyniad"},
    "note": {"en": "a note", "cy": "nodyn"},
    "passage": {"en": "a box, a passage that folds, or a tab", "cy": "blwch, darn sy'n plygu, neu dab"},
    "term": {"en": "a term or its meaning", "cy": "term neu ei ystyr"},
    "code": {"en": "code", "cy": "cod"},
}
_DEPTH: Mapping[Kind, str] = {"heading": "heading-depth", "item": "item-depth", "row": "row-depth"}
_HAS_NO_WORDS = re.compile(r"\]\([^)]*\)|\[\^[^\]]*\]|\{[^}]*\}|<[^>]*>")
_NUMBER = re.compile(r"(?:^|[^\w.,])(\d+(?:[.,]\d+)*)(?!\w)")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True)
class _Editions:
    """The two editions of a page: the one that is translated, and the source."""

    translation: Edition
    source: Edition
    prefix: str

    def problem(self, at: int, code: str, **values: object) -> Problem:
        """A Problem in the translation, on line `at` of it; what the source is called is known to it."""
        values["file"] = f"{self.prefix}/{self.source.path}"
        return Problem(f"{self.prefix}/{self.translation.path}", at, code, values)


def differences(library: Library, standing: Standing, vocabulary: Vocabulary, prefix: str) -> Iterator[Problem]:
    """A Problem for each thing that only one edition of a page holds, or only one calls by its agreed name."""
    for page in library.pages.values():
        yield from _two_translations(page, prefix)
        editions = _fresh(page, standing, prefix)
        if editions:
            paired = pairs(segments_of(editions.source), segments_of(editions.translation))
            yield from _skeleton(paired, editions)
            yield from _facts(paired, editions)
            yield from _links(paired, editions)
            yield from _terms(paired, editions, vocabulary)


def _two_translations(page: Page, prefix: str) -> Iterator[Problem]:
    records = [edition for edition in page.editions.values() if edition.fields.translated_from]
    if len(records) == len(LANGUAGES):
        source, translation = records
        line = translation.source.front_matter.line("translated_from")
        yield _Editions(translation, source, prefix).problem(line, "translated-both")


def _fresh(page: Page, standing: Standing, prefix: str) -> _Editions | None:
    for language in LANGUAGES:
        if standing[page.key, language].status == "fresh":
            return _Editions(page.editions[language], page.editions[other(language)], prefix)
    return None


def _skeleton(paired: list[Pair], editions: _Editions) -> Iterator[Problem]:
    here = editions.translation.source.body_line
    was_named = False
    for source, translation in paired:
        if source and translation:
            differ = source.kind in _DEPTH and source.depth != translation.depth
            # Of a table that lacks a column, the first row is enough to name.
            if differ and not (was_named and source.kind == "row"):
                depths = {"line": source.line, "here": translation.depth, "there": source.depth}
                yield editions.problem(translation.line, _DEPTH[source.kind], **depths)
            was_named = differ
        elif translation and translation.kind in _SKELETON:
            kind, text = _SKELETON[translation.kind], _start(translation)
            yield editions.problem(translation.line, "edition-has-more", kind=kind, text=text)
        elif source and source.kind in _SKELETON:
            kind, text = _SKELETON[source.kind], _start(source)
            yield editions.problem(here, "edition-lacks", kind=kind, text=text, line=source.line)
        here = translation.line if translation and translation.kind != "field" else here


def _start(segment: Segment, most: int = 60) -> str:
    return segment.text if len(segment.text) <= most else f"{segment.text[:most].rsplit(' ', 1)[0]} …"


def _facts(paired: list[Pair], editions: _Editions) -> Iterator[Problem]:
    """Numbers, years and e-mail addresses of a segment that its counterpart does not have.

    Nor may any segment without a counterpart: a translator may split a paragraph in two, or join two.
    """
    alone = (segment for pair in paired if None in pair for segment in pair if segment)
    pool = sum((facts_in(segment.text) for segment in alone), Counter[str]())
    for source, translation in paired:
        if source is None or translation is None:
            continue
        theirs, ours = facts_in(source.text), facts_in(translation.text)
        for fact in sorted((theirs - ours - pool).elements()):
            yield editions.problem(translation.line, "fact-lacking", fact=fact, line=source.line)
        for fact in sorted((ours - theirs - pool).elements()):
            yield editions.problem(translation.line, "fact-added", fact=fact, line=source.line)


def facts_in(text: str) -> Counter[str]:
    """The numbers and e-mail addresses in `text`, but not those in links' targets and in words (3D, 19th)."""
    text = _HAS_NO_WORDS.sub(" ", text)
    addresses = _ADDRESS.findall(text)
    numbers = (number.replace(",", "") for number in _NUMBER.findall(_ADDRESS.sub(" ", text)))
    return Counter([*addresses, *numbers])


def _links(paired: list[Pair], editions: _Editions) -> Iterator[Problem]:
    """Pages of this site, and hosts, to which one edition leads more often than the other."""
    theirs, ours = (_targets(edition) for edition in (editions.source, editions.translation))
    for target in sorted(theirs.keys() | ours.keys()):
        here, there = ours.get(target, []), theirs.get(target, [])
        for link in there[len(here) :]:
            values = {"target": link.target, "text": link.text, "line": link.line}
            yield editions.problem(_line_beside(link.line, paired), "link-lacking", **values)
        for link in here[len(there) :]:
            yield editions.problem(link.line, "link-added", target=link.target, text=link.text)


def _terms(paired: list[Pair], editions: _Editions, vocabulary: Vocabulary) -> Iterator[Problem]:
    for found in disagreements(paired, editions.translation.language, vocabulary):
        problem = editions.problem(found.line, found.code, **found.values)
        yield replace(problem, path=f"{editions.prefix}/{editions.source.path}") if found.in_source else problem


def _line_beside(line: int, paired: list[Pair]) -> int:
    """The line of the translation that is the counterpart of this line of the source."""
    return max((two.line for one, two in paired if one and two and one.line <= line), default=1)


def _targets(edition: Edition) -> dict[str, list[Link]]:
    """The links of `edition` by the page of this site that they lead to; those to elsewhere are all alike.

    Another site may have its Welsh at an address of its own, and places on this page have names in each language.
    """
    targets: dict[str, list[Link]] = {}
    for link in edition.blocks.links:
        targets.setdefault(_target(link, edition), []).append(link)
    return targets


def _target(link: Link, edition: Edition) -> str:
    if scheme_of(link.target):
        return "elsewhere"
    return key_of(linked_path(edition, unquote(urlsplit(link.target).path)))
