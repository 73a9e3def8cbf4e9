"""Terms as a bridge between the languages."""

from __future__ import annotations

from canllaw.search.terms import terms
from canllaw.vocabulary.glossary import Glossary

_GLOSSARY = Glossary.model_validate(
    {
        "partnership": {
            "en": {"term": "partnership", "plural": "partnerships", "definition": "d"},
            "cy": {"term": "partneriaeth", "plural": "partneriaethau", "gender": "f", "definition": "d"},
        },
        "pilot": {"en": {"term": "Pilot", "definition": "d"}, "cy": {"term": "peilot", "definition": "d"}},
        "data": {"en": {"term": "data", "definition": "d"}, "cy": {"term": "data", "definition": "d"}},
    }
)


def test_english_term_typed_on_the_welsh_side() -> None:
    """An English term or its plural leads to the Welsh term; what is the same in both leads nowhere."""
    found = {"partnership": "partneriaeth", "partnerships": "partneriaeth", "pilot": "peilot"}
    assert terms(_GLOSSARY, "cy") == found


def test_welsh_term_typed_on_the_english_side() -> None:
    """A Welsh term leads to the English one in each form that a mutation or the plural gives it."""
    found = terms(_GLOSSARY, "en")
    for form in ("partneriaeth", "bartneriaeth", "phartneriaeth", "mhartneriaeth", "partneriaethau", "bartneriaethau"):
        assert found[form] == "partnership"
    assert found["beilot"] == "Pilot"
    assert "data" not in found
