"""Agreed terms: which words of a translation are one, in whatever form."""

from __future__ import annotations

import pytest

from canllaw.content.blocks import read_blocks
from canllaw.content.segments import Segment
from canllaw.language import Language
from canllaw.translation.pairing import pairs
from canllaw.translation.terms import disagreements
from canllaw.vocabulary import Vocabulary
from canllaw.vocabulary.glossary import Glossary
from canllaw.vocabulary.people import Partners, People
from canllaw.vocabulary.taxonomy import Taxonomy

_TERMS = {
    "heritage": (("heritage", None), ("treftadaeth", None)),
    "open-innovation": (("open innovation", None), ("arloesi agored", None)),
    "approach": (("innovative approach", "innovative approaches"), ("dull arloesi", "dulliau arloesi")),
    "partnership": (("partnership", "partnerships"), ("partneriaeth", "partneriaethau")),
    "asset": (("asset", "assets"), ("ased", "asedau")),
}


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    """A vocabulary with a few terms."""
    sides = {
        name: {
            language: {"term": term, "plural": plural, "definition": "."}
            for language, (term, plural) in zip(("en", "cy"), both, strict=True)
        }
        for name, both in _TERMS.items()
    }
    nobody = Partners.model_validate({"statement": {"en": "–", "cy": "–"}, "partners": []})
    taxonomy = Taxonomy.model_construct(types={}, topics={}, tags={})
    return Vocabulary(taxonomy, Glossary.model_validate(sides), People({}), nobody)


def _codes(vocabulary: Vocabulary, source: str, translation: str, language: Language = "cy") -> list[str]:
    paired = pairs(read_blocks(source).segments, read_blocks(translation).segments)
    return [found.code for found in disagreements(paired, language, vocabulary)]


@pytest.mark.parametrize(
    ("english", "welsh"),
    [
        ("The heritage here.", "Y dreftadaeth yma."),
        ("Her heritage.", "Ei threftadaeth hi."),
        ("In my heritage.", "Yn fy nhreftadaeth i."),
        ("An innovative approach.", "Mae’n ddull arloesi."),
        ("Three innovative approaches.", "Tri dull arloesi."),
        ("Many innovative approaches.", "Llawer o ddulliau arloesi."),
        ("A partnership.", "Mae’r bartneriaeth yn dda."),
        ("Its partnerships.", "Ei phartneriaethau."),
        ("Her assets.", "Ei hasedau hi."),
        ("Open innovation works.", "Mae arloesi’n agored yn gweithio."),
        ("More open innovation.", "Arloesi mwy agored."),
        ("Open innovation and closed.", "Arloesi caeedig ac agored."),
        ("HERITAGE!", "TREFTADAETH!"),
    ],
)
def test_any_form_is_the_agreed_term(vocabulary: Vocabulary, english: str, welsh: str) -> None:
    """A term that is mutated, in the plural, or has a word within it, is the agreed one, in both directions."""
    assert _codes(vocabulary, english, welsh) == []
    assert _codes(vocabulary, welsh, english, "en") == []


@pytest.mark.parametrize(
    ("english", "welsh"),
    [
        ("The heritage here.", "Yr etifeddiaeth yma."),
        ("An innovative approach.", "Agwedd arloesol."),
        ("A partnership.", "Cydweithrediad."),
        ("Open innovation.", "Agored yw arloesi."),
        ("A partnership.", "Mae `partneriaeth` yma."),
        ("A partnership.", "Mae [hyn](partneriaeth.md) yma."),
        ("A partnership.", "Mae *partneriaeth*{lang=en} yma."),
        ("A partnership.", "Mae hyn yma. <!-- Ai partneriaeth? -->"),
    ],
)
def test_another_word_is_told(vocabulary: Vocabulary, english: str, welsh: str) -> None:
    """A translation that calls it otherwise, or has the term where nobody reads it, is told."""
    assert _codes(vocabulary, english, welsh) == ["term-not-agreed"]


def test_other_direction(vocabulary: Vocabulary) -> None:
    """Where Welsh is the source, its English has to use the agreed term, too."""
    assert _codes(vocabulary, "Y dreftadaeth yma.", "The legacy here.", "en") == ["term-not-agreed"]


@pytest.mark.parametrize(
    "english",
    ["Local Partnership Trust met.", "See `partnership`.", "*A partnership*{lang=en}", "```\npartnership\n```", "Ask."],
)
def test_what_is_no_use_of_a_term(vocabulary: Vocabulary, english: str) -> None:
    """Nothing is asked for names, code, other languages, or where there is no term."""
    assert _codes(vocabulary, english, "Dim byd." if "```" not in english else "```\ndim\n```") == []


@pytest.mark.parametrize(
    ("english", "welsh"),
    [
        ("A partnership. <!-- term: partnership -->", "Cydweithrediad."),
        ("A partnership.", "Cydweithrediad. <!-- Term: Partneriaeth -->"),
        ("A partnership.", "<!-- term: partneriaeth -->\n\nCydweithrediad."),
        ("A partnership and heritage.", "Cydweithrediad. <!-- term: treftadaeth, partneriaeth -->"),
    ],
)
def test_comment_says_that_it_is_meant_otherwise(vocabulary: Vocabulary, english: str, welsh: str) -> None:
    """A comment in or right before either segment, in either language, silences the terms that it names."""
    assert _codes(vocabulary, english, welsh) == []


def test_comment_is_no_part_of_a_segment() -> None:
    """What a comment says is no part of the text that is compared, but a comment in code is code."""
    first, second = read_blocks("A <!-- term: b --> c.\n\n`<!-- d -->`\n").segments
    assert (first.text, first.comments) == ("A c.", ("term: b",))
    assert (second.text, second.comments) == ("`<!-- d -->`", ())


def test_long_lines_take_no_longer_than_short_ones(vocabulary: Vocabulary) -> None:
    """A line as long as a book, made of the signs that begin something, is read in its own time."""
    dim = Segment("paragraph", "Dim.", 1)
    for sign in ("`", "*", "[^", "](", "{", "<", "*a"):
        long = Segment("paragraph", "A partnership " + sign * 60_000, 1)
        assert [found.code for found in disagreements([(long, dim)], "cy", vocabulary)] == ["term-not-agreed"]
