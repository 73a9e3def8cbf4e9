"""The schema of what authors write, and what it says of mistakes."""

from __future__ import annotations

from datetime import date

import pytest
import yaml
from pydantic import BaseModel

from canllaw.content.schema import (
    GuideFields,
    PictureRights,
    StandingPageFields,
    describe,
    example_of,
    is_shared,
    validate,
)
from canllaw.content.yaml_file import parse_yaml

RIGHT = """\
title: Small
summary: A little.
tags: [heritage]
published: 2026-01-02
image: {file: a.svg, alt: A stair, credit: canllaw, licence: CC-BY-4.0}
"""


def guide(text: str) -> tuple[GuideFields | None, list[tuple[int, str]]]:
    """The fields of a guide in `text`, with the line and code of each Problem."""
    fields, problems = validate(parse_yaml(text, "a.md")[0], GuideFields)
    return fields, [(problem.line, problem.code) for problem in problems]


def test_right_fields() -> None:
    """What is written rightly is read into values of its kind; what is not written is empty."""
    fields, problems = guide(RIGHT)
    assert problems == []
    assert fields is not None
    assert (fields.title, fields.tags, fields.published) == ("Small", ["heritage"], date(2026, 1, 2))
    assert fields.image is not None
    assert (fields.image.file, fields.licence, fields.related) == ("a.svg", "CC-BY-4.0", [])


def test_white_space_is_no_value() -> None:
    """Words lose the white space around them, and white space alone is no words."""
    fields, problems = guide("title: '  Small '\nsummary: '  '\n")
    assert fields is not None
    assert (fields.title, fields.summary) == ("Small", None)
    assert problems == [(2, "field-empty")]


@pytest.mark.parametrize("words", ["2026", "yes", "No", "1.50", "0o17", "12:30:00", "2026-02-31", "=", "<<"])
def test_words_that_look_like_something_else(words: str) -> None:
    """A title may be a number, a date or No, and stays as it was written."""
    fields, problems = guide(f"title: {words}\nauthors: [{words}]\n")
    assert problems == []
    assert fields is not None
    assert (fields.title, fields.authors) == (words, [words])


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("titel: A", "field-unknown-guess"),
        ("xyz: A", "field-unknown"),
        ("short_title: [A]", "field-type"),
        ("short_title: {a: 1}", "field-type"),
        ("short_title: ''", "field-empty"),
        ("short_title:", "field-empty"),
        ("related: small", "field-type-guess"),
        ("related: [[a]]", "field-type"),
        ("related: []", "field-empty"),
        ("related: [Small]", "field-form-guess"),
        ("related: [null]", "field-empty"),
        ("authors: {a: 1}", "field-type"),
        ("authors:", "field-empty"),
        ("updated: soon", "field-type"),
        ("updated: 3 May 2026", "field-type-guess"),
        ("updated: 2026-02-31", "field-type"),
        ("updated: 2026", "field-type"),
        ("updated: 0", "field-type"),
        ("updated: 86400", "field-type"),
        ("licence: CC-BY", "field-choice"),
        ("licence: 4", "field-choice"),
        ("slug: Small guide", "field-form-guess"),
        ("slug: '!'", "field-form"),
        ("aliases: [/old]", "address-form"),
        ("translated_from: abc", "record-form"),
        ("pictures: {a.svg: canllaw}", "field-type"),
        ("pictures: {a.svg: {credit: canllaw, licence: CC}}", "field-choice"),
        ("pictures: {a.svg: {credits: canllaw}}", "field-unknown-guess"),
        ("pictures: [a.svg]", "field-type"),
    ],
)
def test_mistakes(line: str, code: str) -> None:
    """Each kind of mistake has its code and its line, and spoils no other field."""
    fields, problems = guide(f"{RIGHT}{line}\n")
    assert problems == [(6, code)]
    assert fields is not None
    assert fields.title == "Small"


def test_all_mistakes_at_once() -> None:
    """Every wrong field is told of, inside others too, and what is right remains."""
    fields, problems = guide("title: [5]\nsummary: A\nimage:\n  fil: a.svg\n  alt: {a: b}\ntags: [a, [b]]\n")
    assert sorted(problems) == [(1, "field-type"), (4, "field-unknown-guess"), (5, "field-type"), (6, "field-type")]
    assert fields is not None
    assert fields.summary == "A"


@pytest.mark.parametrize("schema", [GuideFields, StandingPageFields])
def test_examples_are_right(schema: type[BaseModel]) -> None:
    """The example of each field, as messages and the handbook show it, is one line that states the field rightly."""
    lines = [(name, line) for name in schema.model_fields for line in example_of(schema, name).values()]
    for name, example in lines:
        assert "\n" not in example
        assert example.startswith(f"{name}: ")
        source, problems = parse_yaml(example, "a.md")
        assert problems == []
        assert validate(source, schema)[1] == []
        assert yaml.safe_load(example)[name] is not None


@pytest.mark.parametrize("schema", [GuideFields, StandingPageFields, PictureRights])
def test_handbook(schema: type[BaseModel]) -> None:
    """The handbook tells of every field, in whole sentences of each language."""
    described = describe(schema)
    assert [field.name for field in described] == list(schema.model_fields)
    for field in described:
        assert field.help["en"] != field.help["cy"]
        assert all(sentence.endswith(".") for sentence in field.help.values())


def test_shared_fields() -> None:
    """Facts of a guide are stated once for both languages, and what belongs to a language is not."""
    shared = {name for name, info in GuideFields.model_fields.items() if is_shared(info)}
    assert {"type", "topic", "tags", "published", "authors", "licence", "pictures", "related"} <= shared
    assert not shared & {"title", "short_title", "summary", "slug", "aliases", "translators", "translated_from"}
