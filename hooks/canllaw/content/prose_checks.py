"""What can be wrong with the words and the signs of an edition's prose; and what is only advice about them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from operator import eq

from canllaw.content.library import Edition
from canllaw.content.mending import MANY_SPACES, straight_apostrophes
from canllaw.content.prose import BLOT, Prose
from canllaw.content.schema import GuideFields
from canllaw.language import Language

Mistake = tuple[int, str, dict[str, object]]

#: A sentence of more is advised against: readers lose its beginning (GOV.UK's guidance says 25, and we are patient).
MOST_WORDS = 40
#: Shorter ones may well be right twice.
LEAST_WORDS_OF_A_LINE = 6

_TWICE = re.compile(rf"(?<![\w’'\-{BLOT}])([^\W\d_]++)[ \n]+\1(?![\w’'\-{BLOT}])", re.IGNORECASE)
_RIGHT_TWICE_IN_ENGLISH = frozenset("had that do you her so very bye no one".split())
# In Welsh an adjective is said twice for emphasis (*mawr mawr*), and *es i i'r dref* and *mae o o Fangor* are right. So
# only words that mean nothing by themselves are taken for mistakes, and those too long to be such an adjective.
_WRONG_TWICE_IN_WELSH = frozenset(
    "y yr yn a ac ar am at er ei eu ein eich fy dy nid neu gan gyda hyn hon hwn rhwng wrth dan dros drwy trwy fel ond"
    " pan lle sydd sy yw bod wedi hefyd bydd os mae mai mewn heb cael gall gallwch sut pob bob rhai".split()
)
_LONG_IN_WELSH = 8

# Each pattern begins with its sign, and what stands before is looked back at: that is ten times as fast in plain text.
_CONJUNCTION = r"(?!\s(?:and|or|but|nor|if|as|not|ac?|neu|nac?|ond|er)\b)"
# Of prepositions only those that seldom end a clause, and an article after the comma: "the creation of, the libraries".
_ENDS_A_CLAUSE = "".join(
    rf"(?<!\b{word} of,)"
    for word in "capable aware proud sure afraid think thought heard made kind sort speak part fond ahead".split()
)
_DETERMINER = r"(?=\s(?:the|an?|this|these|their|our|your|its)\b)"
_LOST: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"[.,;:!?](?=\s|$)(?:(?<=\w\s[Tt]he.)|(?<=\w\san.))"
        + _CONJUNCTION
        + r"|,(?:(?<=\bof,)"
        + _ENDS_A_CLAUSE
        + r"|(?<=\binto,)|(?<=\bbetween,)|(?<=\bduring,)|(?<=\bvia,)|(?<=\bamong,)|(?<=\bupon,))"
        + _DETERMINER
    ),
    "cy": re.compile(
        r"[.,;:!?](?=\s|$)(?:(?<=\w\s[yY]r.)|(?<=\w\sy.)|(?<=\w\sfy.)|(?<=\w\sein.)|(?<=\w\seich.)|(?<=\w\srhwng.)"
        r"|(?<=\w\swrth.))" + _CONJUNCTION
    ),
}
# "a way of for you", "the of": of two such words one has lost what it belongs to.
_LOST_BETWEEN = re.compile(r"\b(?:of(?= for\b)|the(?= (?:of|and|or|for|with|from|to|an)\b))(?! \w+-)")
_SPACE_BEFORE = re.compile(r"(?<=\S)[ ]+[,.;:!?](?=[\s*]|$)(?![ ][.!?])")
_SPACES_BEFORE = (" ,", " .", " ;", " :", " !", " ?")
_SIGNS_TWICE = re.compile(r"(?<=[\w)”’\"*\ufffc])(?:,,|;;|::|,\.|(?<!\.)\.\.|,;|;,)(?![.,;:/\w])")
_TWO_SIGNS = (",,", ";;", "::", ",.", "..", ",;", ";,")
_SIGN_CHECKS = (
    ("space-before-sign", _SPACE_BEFORE, _SPACES_BEFORE),
    ("signs-twice", _SIGNS_TWICE, _TWO_SIGNS),
    ("spaces-double", MANY_SPACES, ("  ", "\u00a0")),
)
_WORD = re.compile(r"[^\W_](?:[\w’'\-]*[^\W_])?")
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’)*_\ufffc]*(?:\s|$)")
_BYTES_OF_SIGNS = '.,;:!?()“”‘"*_'.encode()
_BETWEEN_BLOCKS = "\n|\n"  # neither a word, nor a sign that a check looks for
_ENUMERATOR = re.compile(r"(?:^|(?<=[\s(]))\w{1,3}\)(?=\s)")


def mistakes_in_prose(edition: Edition) -> Iterator[Mistake]:
    """The line, the code and the values of each Problem in the words of `edition`."""
    # A quick look at all words at once tells which of the slow ones at each block can find anything.
    everything = _BETWEEN_BLOCKS.join(prose.words for prose in edition.blocks.prose)
    may_be_twice, may_be_lost = _may_be_twice(everything), _may_be_lost(everything, edition.language)
    sign_checks = [check for check in _SIGN_CHECKS if any(sign in everything for sign in check[2])]
    for prose in edition.blocks.prose:
        words = prose.words
        for match in _TWICE.finditer(words) if may_be_twice and _may_be_twice(words) else ():
            if _is_wrong_twice(match[1], match[0], edition.language):
                yield _mistake(prose, "word-twice", match.start(), match.end())
        if may_be_lost:
            yield from _lost(prose, words, edition.language)
        for code, pattern, _ in sign_checks:
            for match in pattern.finditer(words):
                yield _mistake(prose, code, _word_start(words, match.start()), _word_end(words, match.end()))
        yield from _brackets(prose, words)
        if prose.kind == "paragraph_open" and not (prose.is_quoted or prose.is_note):
            yield from _sentences(prose, words)
    yield from _lines_twice(edition)
    if edition.language == "cy":
        yield from _apostrophes(edition)


def _mistake(prose: Prose, code: str, start: int, end: int, **values: object) -> Mistake:
    # The words as they stand in the file: that is how a report finds them in the line.
    text = prose.text[start:end].replace("\n", " ")
    return prose.line_of(start), code, {"text": text, **values}


def _word_start(words: str, place: int) -> int:
    """Where the word that ends at `place` begins, so that what is shown can be found; not far away."""
    start = max(words.rfind(" ", 0, place), words.rfind("\n", 0, place)) + 1
    return start if place - start < 30 else place  # noqa: PLR2004  (longer than any word that helps)


def _word_end(words: str, place: int) -> int:
    """Where the word that begins at or goes on at `place` ends; not far away."""
    end = next((index for index in range(place, len(words)) if words[index] in " \n"), len(words))
    return min(end, place + 30)


def _is_wrong_twice(word: str, both: str, language: Language) -> bool:
    first, second = both.split()
    if first[0].isupper() and second[0].isupper():
        return False  # a name, such as Walla Walla
    if language == "cy":
        return word.lower() in _WRONG_TWICE_IN_WELSH or len(word) >= _LONG_IN_WELSH
    return word.lower() not in _RIGHT_TWICE_IN_ENGLISH


def _may_be_twice(words: str) -> bool:
    """Whether two words that follow each other are the same but for their signs.

    Bytes are compared, ten times as fast as letters; those of other signs than in ASCII may be some letter's too, so
    that rarely two words seem the same that are not.
    """
    plain = words.lower().encode("utf-8", "surrogatepass").translate(None, _BYTES_OF_SIGNS).split()
    return any(map(eq, plain, islice(plain, 1, None)))


def _may_be_lost(words: str, language: Language) -> bool:
    return any(pattern.search(words) for pattern in (_LOST[language], *([_LOST_BETWEEN] if language == "en" else [])))


def _lost(prose: Prose, words: str, language: Language) -> Iterator[Mistake]:
    for match in _LOST[language].finditer(words):
        start = _word_start(words, match.start())
        yield _mistake(prose, "word-lost", start, _word_end(words, match.end() + 1), word=words[start : match.start()])
    for match in _LOST_BETWEEN.finditer(words) if language == "en" else ():
        yield _mistake(prose, "word-lost-between", match.start(), _word_end(words, match.end() + 1), word=match[0])


def _brackets(prose: Prose, words: str) -> Iterator[Mistake]:
    """The first bracket without its partner; `a)` before an item of a list has none, and is right."""
    if "(" not in words and ")" not in words:
        return
    opened: list[int] = []
    alone: list[int] = []
    enumerators = {match.end() - 1 for match in _ENUMERATOR.finditer(words)}
    for place, sign in enumerate(words):
        if sign == "(":
            opened.append(place)
        elif sign == ")" and opened:
            opened.pop()
        elif sign == ")" and place not in enumerators:
            alone.append(place)
    for place in sorted([*opened, *alone])[:1]:
        yield _mistake(prose, "bracket-alone", _word_start(words, place), _word_end(words, place))


def _sentences(prose: Prose, words: str) -> Iterator[Mistake]:
    if words.count(" ") < MOST_WORDS:
        return
    start = 0
    for end in [*(match.end() for match in _SENTENCE_END.finditer(words)), len(words)]:
        # A quick look before a slow one.
        is_long = words.count(" ", start, end) + words.count("\n", start, end) >= MOST_WORDS
        found = list(_WORD.finditer(words, start, end)) if is_long else []
        if len(found) > MOST_WORDS:
            yield _mistake(prose, "sentence-long", found[0].start(), found[4].end(), n=len(found))
        start = end


def _lines_twice(edition: Edition) -> Iterator[Mistake]:
    """A line of prose that was pasted twice, as a description and its caption are when they come from a page."""
    first: dict[str, int] = {}
    for prose in edition.blocks.prose:
        if prose.kind == "paragraph_open":
            for index, text in enumerate(prose.text.split("\n")):
                plain = text.strip()
                if plain.count(" ") >= LEAST_WORDS_OF_A_LINE - 1:
                    if plain in first:
                        yield prose.line + index, "line-twice", {"text": _beginning(plain), "line": first[plain]}
                    first.setdefault(plain, prose.line + index)


def _beginning(text: str) -> str:
    return text if len(text) < 60 else text[:60].rpartition(" ")[0] or text[:60]  # noqa: PLR2004  (enough to find it by)


def _apostrophes(edition: Edition) -> Iterator[Mistake]:
    """Once a file, because one who types them types them all the way."""
    places: list[tuple[int, str]] = []
    fields, front = edition.fields, edition.source.front_matter
    stated = [("title", fields.title), ("short_title", fields.short_title), ("summary", fields.summary)]
    for name, value in stated:
        places += ((front.line(name), word) for word in straight_apostrophes(value or ""))
    if isinstance(fields, GuideFields) and fields.image:
        places += ((front.line("image", "alt"), word) for word in straight_apostrophes(fields.image.alt or ""))
    for prose in edition.blocks.prose:
        if "'" in prose.text:
            places += ((prose.line, word) for word in straight_apostrophes(prose.own_words))
    if places:
        line, word = min(places, key=lambda place: place[0])
        yield line, "apostrophe-straight", {"n": len(places), "text": word}
