"""The facts of a guide, brought together from its two files."""

from __future__ import annotations

from datetime import date

import pytest

from canllaw.content.facts import merge_facts
from canllaw.content.schema import GuideFields, validate
from canllaw.content.yaml_file import parse_yaml
from canllaw.problems import Problem


def merged(english: str, welsh: str) -> tuple[GuideFields, list[Problem]]:
    """The facts that the two files state, and the Problems with them."""
    sources = [parse_yaml(text, name)[0] for name, text in (("en.md", english), ("cy.md", welsh))]
    stated = [(fields, source) for source in sources if (fields := validate(source, GuideFields)[0])]
    facts, problems = merge_facts(stated, GuideFields)
    assert isinstance(facts, GuideFields)
    return facts, problems


def test_facts_from_either_file() -> None:
    """A fact holds for both languages in whichever file it stands; what belongs to a language is no fact."""
    facts, problems = merged(
        "title: Small\ntype: article\nimage: {file: a.svg, alt: A stair}\n",
        "title: Bach\npublished: 2026-01-02\nimage: {alt: Gris, credit: canllaw}\n",
    )
    assert problems == []
    assert (facts.type, facts.published, facts.title) == ("article", date(2026, 1, 2), None)
    assert facts.image is not None
    assert (facts.image.file, facts.image.credit, facts.image.alt) == ("a.svg", "canllaw", None)


def test_facts_that_agree() -> None:
    """A fact may stand in both files, also written differently."""
    _, problems = merged("published: 2026-01-02\ntags: [a, b]\n", "published: '2026-01-02'\ntags:\n- a\n- b\n")
    assert problems == []


@pytest.mark.parametrize(
    ("english", "welsh", "field", "there", "here"),
    [
        ("type: article", "type: how-to", "type", "article", "how-to"),
        ("published: 2026-01-02", "published: 2026-01-03", "published", "2026-01-02", "2026-01-03"),
        ("tags: [a, b]", "tags: [b, a]", "tags", "a, b", "b, a"),
        ("image: {file: a.svg}", "image: {file: b.svg}", "image.file", "a.svg", "b.svg"),
        (
            "pictures: {a.svg: {credit: b, licence: CC0-1.0}}",
            "pictures: {a.svg: {credit: c, licence: CC0-1.0}}",
            "pictures.a.svg",
            "b, CC0-1.0",
            "c, CC0-1.0",
        ),
    ],
)
def test_facts_that_disagree(english: str, welsh: str, field: str, there: str, here: str) -> None:
    """A disagreement is told at the second place, with both values and the first place; the first value holds."""
    _, problems = merged(f"title: A\n{english}\n", f"{welsh}\n")
    assert problems == [Problem("cy.md", 1, "facts-disagree")]
    assert problems[0].values == {"field": field, "here": here, "there": there, "file": "en.md", "line": 2}


def test_pictures_of_both_files() -> None:
    """Each file may credit pictures of its own; one that both credit alike is no disagreement."""
    facts, problems = merged(
        "pictures: {a.svg: {credit: a}, b.svg: {credit: b}}", "pictures: {b.svg: {credit: b}, c.svg: {credit: c}}"
    )
    assert problems == []
    assert set(facts.pictures) == {"a.svg", "b.svg", "c.svg"}


@pytest.mark.parametrize("nothing", ["type:", "type: null", "published:", "image:", "licence:"])
def test_nothing_stated(nothing: str) -> None:
    """A field without a value states nothing, so it contradicts nothing."""
    field = nothing.partition(":")[0]
    right = {"type": "type: article", "published": "published: 2026-01-02", "licence": "licence: CC0-1.0"}
    facts, problems = merged(right.get(field, "image: {file: a.svg}"), nothing)
    assert problems == []
    assert getattr(facts, field)
