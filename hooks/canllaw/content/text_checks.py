"""What can be wrong in the text of one edition, looked at by itself: headings, passages, pictures, links and HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import PurePosixPath

from canllaw.content.files import PICTURE_SUFFIXES
from canllaw.content.html_tags import tags
from canllaw.content.library import Edition
from canllaw.content.prose_checks import mistakes_in_prose
from canllaw.content.schema import GuideFields
from canllaw.content.unwritten import MARK, unwritten_fields, unwritten_lines
from canllaw.language import LANGUAGES, Language
from canllaw.markup.safety import AUTHORS_TAGS, RESERVED, refused
from canllaw.problems import guess

#: More do not fit side by side, and the style sheet shows one of so many at a time.
MOST_TABS = 8
#: The kinds of notes that the handbook shows, and the others that the theme draws.
NOTE_KINDS = ("tip", "note", "warning")
_ALL_NOTE_KINDS = frozenset(NOTE_KINDS) | set("abstract info success question failure danger bug example quote".split())

Mistake = tuple[int, str, dict[str, object]]

# A link has to make sense by itself, as in the list of links of a screen reader (WCAG 2.4.4, 2.4.9).
_EMPTY_WORDS = frozenset(
    {
        *("click here", "here", "click", "read more", "more", "learn more", "find out more", "see here", "this link"),
        *("link", "this page", "cliciwch yma", "yma", "cliciwch", "mwy", "darllen mwy", "darllenwch fwy", "rhagor"),
        *("dysgu mwy", "gwybod mwy", "gweler yma", "dolen", "y ddolen hon", "y dudalen hon", "fan hyn"),
    }
)
_ADDRESS_AS_WORDS = re.compile(r"(?:https?://|www\.)\S+")
_SAYS_PICTURE = re.compile(
    r"(?:an? |the )?(?:image|picture|photo|graphic) of\b|(?:y )?(?:llun|delwedd|graffeg) o(?:'r|’r)?(?!\w)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]\s+(?=\S)")
_BULLET = re.compile(r"^[ >]*•", re.MULTILINE)
_NUMBER = re.compile(r"[ ]*(\d{1,9}[.)])")
# "the table below": who follows such words has to find what they name.
_POINTS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:the|this) (?:(table)|chart|diagram|figure|graph|picture) (?:(below)|above)\b", re.IGNORECASE
    ),
    "cy": re.compile(r"(?:\by |’r |'r )(?:(tabl)|siart|diagram|ffigur|graff|llun) (?:(isod)|uchod)\b", re.I),
}
_POINTING = ("below", "above", "isod", "uchod")
_NO_SPACE = re.compile(r"^[ >]{0,9}(#{1,6})(?!#)(\S.*)$", re.MULTILINE)
_VOID = frozenset("br col hr img input area base embed link meta source track wbr".split())
# HTML lets these go unclosed (13.1.2.4).
_MAY_STAY_OPEN = frozenset("li p dt dd tr td th thead tbody tfoot colgroup caption option".split())

_CURLY_CAPTION = re.compile(r"\]\([^\s(]+\s+[“”„‘’«][^)]*\)")


def mistakes_in_text(edition: Edition) -> Iterator[Mistake]:
    """The line, the code and the values of each Problem in the text of `edition`."""
    yield from _unwritten(edition)
    yield from _headings(edition)
    yield from _notes(edition)
    yield from _passages(edition)
    yield from _captions(edition)
    yield from _code(edition)
    yield from _lone_items(edition)
    yield from _pictures(edition)
    yield from _pointed_at(edition)
    yield from _link_words(edition)
    yield from _html(edition)
    yield from _languages(edition)
    yield from mistakes_in_prose(edition)


def _unwritten(edition: Edition) -> Iterator[Mistake]:
    """Each field by its name; the places of the text together, on the line of the first, since there may be many."""
    for field, line in unwritten_fields(edition):
        yield line, "field-unwritten", {"field": field, "text": MARK}
    if lines := unwritten_lines(edition):
        yield lines[0], "text-unwritten", {"n": len(lines), "text": MARK}


def _headings(edition: Edition) -> Iterator[Mistake]:
    """The title is the one first-level heading, and no level is skipped below it (WCAG 1.3.1)."""
    above = 1
    for heading in edition.blocks.headings:
        if heading.level == 1:
            yield heading.line, "heading-one", {"text": heading.text}
        elif heading.level > above + 1:
            marks = "#" * (above + 1)
            yield heading.line, "heading-skips", {"text": heading.text, "marks": marks}
        if heading.anchor.startswith(RESERVED):
            yield heading.line, "anchor-reserved", {"anchor": heading.anchor}
        if number := _NUMBERED.match(heading.text):
            wanted = f"{'#' * heading.level} {heading.text[number.end() :]}"
            yield heading.line, "heading-numbered", {"text": heading.text, "wanted": wanted}
        if heading.is_empty and heading.text:
            yield heading.line, "section-empty", {"text": heading.text}
        above = max(heading.level, 1)


def _notes(edition: Edition) -> Iterator[Mistake]:
    for label, line in edition.blocks.unknown_notes:
        yield line, "note-unknown", {"label": label}


def _passages(edition: Edition) -> Iterator[Mistake]:
    """Notes, passages that fold and tabs have a title, which is else made up and in English, and words."""
    for passage in edition.blocks.passages:
        kind = passage.kind
        if passage.start == "!!!":
            yield passage.line, "passage-no-kind", {"choices": ", ".join(NOTE_KINDS)}
        elif kind and kind not in _ALL_NOTE_KINDS:
            if nearest := guess(kind, NOTE_KINDS):
                yield passage.line, "passage-kind-guess", {"kind": kind, "guess": nearest}
            else:
                yield passage.line, "passage-kind", {"kind": kind, "choices": ", ".join(NOTE_KINDS)}
        if not passage.title:
            yield passage.line, "passage-no-title", {"start": passage.start}
        if passage.is_empty:
            yield passage.line, "passage-empty", {"start": passage.start}
        if passage.is_tab and passage.number == MOST_TABS + 1:
            yield passage.line, "tabs-too-many", {"title": passage.title, "most": MOST_TABS}


def _captions(edition: Edition) -> Iterator[Mistake]:
    """Word processors curl quotation marks, and Markdown then takes a caption for a part of the file's name."""
    for index, line in enumerate(edition.source.body.split("\n")):
        if _CURLY_CAPTION.search(line):
            yield edition.source.body_line + index, "caption-quotes", {}


def _code(edition: Edition) -> Iterator[Mistake]:
    """Code without an end; and headings that only one of the two Markdown parsers would see."""
    for marks, line in edition.blocks.open_fences:
        yield line, "fence-open", {"marks": marks}
    for prose in edition.blocks.prose:
        if prose.kind == "paragraph_open" and "#" in prose.text:
            for match in _NO_SPACE.finditer(prose.text):
                wanted = match[1] if len(match[1]) > 1 else "##"
                values: dict[str, object] = {"marks": match[1], "wanted": wanted, "text": match[2].strip()}
                yield prose.line_of(match.start()), "heading-no-space", values
        if "•" in prose.text and (bullet := _BULLET.search(prose.text)):
            yield prose.line_of(bullet.start()), "list-sign", {"text": "•"}


def _lone_items(edition: Edition) -> Iterator[Mistake]:
    """A numbered list of one item: so looks a heading whose number was typed, once it is pasted from a page."""
    lines = edition.source.body.split("\n")
    for words, line in edition.blocks.lone_items:
        number = _NUMBER.match(lines[line - edition.source.body_line])
        if number and words[0].isupper() and not words.endswith((".", ";", ",", ":")):
            yield line, "list-of-one", {"text": f"{number[1]} {words}", "wanted": f"## {words}"}


def _pointed_at(edition: Edition) -> Iterator[Mistake]:
    """A table or a figure that the words say is above or below, where there is none."""
    blocks = edition.blocks
    signs = [sign for sign in _POINTING if sign in edition.source.body]  # a quick look before a slow one
    for prose in blocks.prose if signs else ():
        is_named = any(sign in prose.text for sign in signs)
        for match in _POINTS[edition.language].finditer(prose.own_words) if is_named else ():
            line, is_below = prose.line_of(match.start()), bool(match[2])
            if match[1]:
                places = [segment.line for segment in blocks.segments if segment.kind == "row"]
                places += (raw.line for raw in blocks.raw_html if any(tag.name == "table" for tag in tags(raw.html)))
            else:
                places = [picture.line for picture in blocks.pictures]
            if not any(place > line if is_below else place < line for place in places):
                code = "pointed-at-below" if is_below else "pointed-at-above"
                yield line, code, {"text": match[0].lstrip("’'r ").rstrip()}


def _pictures(edition: Edition) -> Iterator[Mistake]:
    """A description that tells nothing, or twice the same, to those who cannot see the picture (WCAG 1.1.1, H37)."""
    described = [
        (picture.line, picture.target, picture.alt.strip(), picture.caption)
        for picture in edition.blocks.pictures
        if not picture.is_diagram
    ]
    fields = edition.fields
    if isinstance(fields, GuideFields) and fields.image and fields.image.alt:
        line = edition.source.front_matter.line("image", "alt")
        described.append((line, fields.image.file or "", fields.image.alt, ""))
    for line, file, alt, caption in described:
        if start := _SAYS_PICTURE.match(alt):
            yield line, "alt-begins", {"start": start[0]}
        if alt and _is_file_name(alt, file):
            yield line, "alt-file-name", {"alt": alt}
        elif alt and MARK not in alt and _plain(alt) == _plain(caption):
            yield line, "alt-like-caption", {"file": file}


def _is_file_name(alt: str, file: str) -> bool:
    path = PurePosixPath(file)
    is_named_so = PurePosixPath(alt).suffix.lower() in PICTURE_SUFFIXES and " " not in alt
    # "bridge" may be the file's name and a description; "DSC_0042" is none.
    return is_named_so or (alt == path.stem and not alt.isalpha())


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).strip(" .,:;!?…\"'“”‘’»«→>")


def _link_words(edition: Edition) -> Iterator[Mistake]:
    # The source of a quotation and a note may name an address, as books do.
    sources = {
        prose.line + index
        for prose in edition.blocks.prose
        if prose.is_quoted or prose.is_note
        for index in range(prose.text.count("\n") + 1)
    }
    for link in edition.blocks.links:
        if _plain(link.text) in _EMPTY_WORDS:
            yield link.line, "link-words", {"text": link.text}
        elif _ADDRESS_AS_WORDS.fullmatch(link.text.strip()) and link.line not in sources:
            yield link.line, "link-words-address", {"target": link.target}


def _html(edition: Edition) -> Iterator[Mistake]:
    for raw in edition.blocks.raw_html:
        for refusal in refused(raw.html):
            values: dict[str, object] = {"name": refusal.name}
            if refusal.attribute:
                values["tag"] = refusal.tag
            yield raw.line + refusal.line, refusal.code, values
    yield from _unclosed(edition)


def _unclosed(edition: Edition) -> Iterator[Mistake]:
    """What is opened and not closed, or closed and not opened; the tags that are refused have a Problem already."""
    opened: list[tuple[str, int]] = []
    for raw in edition.blocks.raw_html:
        for tag in tags(raw.html):
            line = raw.line + tag.line
            if tag.name in _VOID or tag.name not in AUTHORS_TAGS:
                continue
            if not tag.is_end:
                opened.append((tag.name, line))
            elif any(name == tag.name for name, _ in opened):
                while opened[-1][0] != tag.name:
                    yield from _left_open(*opened.pop())
                opened.pop()
            else:
                yield line, "html-end-alone", {"tag": tag.name}
    for name, line in opened:
        yield from _left_open(name, line)


def _left_open(name: str, line: int) -> Iterator[Mistake]:
    if name not in _MAY_STAY_OPEN:
        yield line, "html-open", {"tag": name}


def _languages(edition: Edition) -> Iterator[Mistake]:
    """The code of a language, by which a screen reader chooses its voice (WCAG 3.1.2; BCP 47)."""
    stated = [found for prose in edition.blocks.prose for found in prose.languages]
    for raw in edition.blocks.raw_html:
        for tag in tags(raw.html):
            values = (tag.attributes[name] for name in ("lang", "hreflang") if name in tag.attributes)
            stated += ((value, raw.line + tag.line) for value in values)
    for value, line in stated:
        if value not in LANGUAGES and value.partition("-")[0].lower() not in _languages_of_the_world():
            yield line, "lang-unknown", {"value": value}


@cache
def _languages_of_the_world() -> frozenset[str]:
    """The codes in CLDR; those of three letters for what has one of two (`cym`) are not among them."""
    from babel import Locale  # noqa: PLC0415  (a check seldom needs it, and it takes long)

    return frozenset(Locale.parse("en").languages)
