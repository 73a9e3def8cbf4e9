"""Terms of the glossary in texts: whatever form they have there."""

from __future__ import annotations

import pytest

from canllaw.language import Language
from canllaw.vocabulary.forms import TermFinder, forms
from canllaw.vocabulary.glossary import Glossary, Term


def _entry(english: str, welsh: str, **more: str) -> dict[str, dict[str, str]]:
    plurals = {language: {"plural": plural} for language, plural in more.items()}
    return {
        "en": {"term": english, "definition": "d", **plurals.get("en", {})},
        "cy": {"term": welsh, "definition": "d", **plurals.get("cy", {})},
    }


_GLOSSARY = Glossary.model_validate(
    {
        "innovation": _entry("innovation", "arloesi"),
        "open-innovation": _entry("open innovation", "arloesi agored"),
        "partnership": _entry("partnership", "partneriaeth", en="partnerships", cy="partneriaethau"),
        "co-creation": _entry("co-creation", "cyd-greu"),
        "licence": _entry("open licence", "trwydded agored", en="open licences", cy="trwyddedau agored"),
    }
)


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "We want innovation, not partnerships.", ["innovation", "partnerships"]),
        ("en", "Open innovation is more than innovation.", ["Open innovation", "innovation"]),
        ("en", "An open\ninnovation", ["open\ninnovation"]),
        ("en", "The partnership's aim; co-creation", ["partnership", "co-creation"]),
        ("en", "innovations, creation, innovation-led, reinnovation", []),
        ("en", "The Local Enterprise Partnership paid. Partnership matters.", ["Partnership"]),
        ("cy", "Mae arloesi'n bwysig", ["arloesi"]),
        ("cy", "Mae’r bartneriaeth a’r partneriaethau", ["bartneriaeth", "partneriaethau"]),
        (
            "cy",
            "fy mhartneriaeth, ei phartneriaeth, i bartneriaethau",
            ["mhartneriaeth", "phartneriaeth", "bartneriaethau"],
        ),
        ("cy", "o dan drwydded agored, ein trwyddedau agored", ["drwydded agored", "trwyddedau agored"]),
        ("cy", "drwy gyd-greu neu eu harloesi agored", ["gyd-greu", "harloesi agored"]),
        ("cy", "arloesol", []),
    ],
)
def test_uses(language: Language, text: str, found: list[str]) -> None:
    """A term is found in the plural, in Welsh also mutated; the longer of two, and never within a word or a name."""
    finder = TermFinder(_GLOSSARY, language)
    assert [text[use.start : use.end] for use in finder.uses(text)] == found


def test_uses_name_their_term() -> None:
    """Whatever its form, a use says which term it is."""
    finder = TermFinder(_GLOSSARY, "cy")
    assert [use.term for use in finder.uses("Y bartneriaeth a'r drwydded agored")] == ["partnership", "licence"]


def test_mutation_that_is_a_word_itself() -> None:
    """A form that is also another word (*gan*: song, mutated, and by) is not taken for the term."""
    assert "gân" in set(forms(Term(term="cân", definition="d"), "cy"))
    assert "wlad" in set(forms(Term(term="gwlad", definition="d"), "cy"))
    assert "fôn" not in set(forms(Term(term="bôn", definition="d"), "en"))
    assert "dan" not in set(forms(Term(term="tan", definition="d"), "cy"))
