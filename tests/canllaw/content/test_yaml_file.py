"""YAML with the line of each value."""

from __future__ import annotations

import pytest

from canllaw.content.yaml_file import parse_yaml

TEXT = """\
title: Small
image:
  file: a.svg

  alt: A stair
tags:
  - heritage
  - sharing
flow: {credit: canllaw, list: [a,
  b]}
"""


def codes(text: str, first_line: int = 1) -> list[tuple[int, str]]:
    """The line and the code of each Problem in `text`."""
    return [(problem.line, problem.code) for problem in parse_yaml(text, "a.yml", first_line)[1]]


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("title",), 11),
        (("image",), 12),
        (("image", "file"), 13),
        (("image", "alt"), 15),
        (("tags", 1), 18),
        (("flow", "credit"), 19),
        (("flow", "list", 1), 20),
        (("image", "licence"), 12),
        (("tags", 7, "x"), 16),
    ],
)
def test_lines(place: tuple[str | int, ...], line: int) -> None:
    """Each value has its line in the file, and a value that is not there has that of the nearest around it."""
    source, problems = parse_yaml(TEXT, "a.yml", first_line=11)
    assert problems == []
    assert source.line(*place) == line


def test_line_of_nothing() -> None:
    """Where nothing is known the line is the file's first."""
    source, _ = parse_yaml("", "a.yml")
    assert source.line("title") == 1


def test_values() -> None:
    """All but nothing stays words: a title may be a number or No, and a wrong date is a mistake of its own field."""
    source, _ = parse_yaml("a: 2026-02-31\nb: 1\nc: yes\nd:\ne: 'x'\nf: 2026-01-01 10:00:00\n", "a.yml")
    assert source.mapping == {"a": "2026-02-31", "b": "1", "c": "yes", "d": None, "e": "x", "f": "2026-01-01 10:00:00"}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: 1\na: 2\n", (2, "field-twice")),
        ("a:\n  b: 1\n  b: 2\n", (3, "field-twice")),
        ("a:\n  - b: 1\n    b: 2\n", (3, "field-twice")),
        ("a: {b: 1}\na: {b: 2}\n", (2, "field-twice")),
        ("a: 1\n\tb: 2\n", (2, "yaml-tab")),
        ("a: 1\nb: c: d\n", (2, "yaml-colon")),
        ("a: 1\n- b: c: d\n", (2, "yaml-colon")),
        ("a: 1\nb: c:\n", (2, "yaml-colon")),
        ("a: 1\nb: 'c\nd: 1\ne: 2\n", (2, "yaml-open")),
        ('a: 1\nb: "c\nd: 1\ne: 2\n', (2, "yaml-open")),
        ("a: 1\nb: [c,\n  d\ne: 1\nf: 2\n", (2, "yaml-open")),
        ("a: 1\nb: 'c' d\n", (2, "yaml-quote-ends")),
        ("a: 1\nb: @c\n", (2, "yaml-sign")),
        ("a: 1\nb: &c d\ne: *c\n", (3, "yaml-sign")),
        ("a: 1\nb: *c*\n", (2, "yaml-sign")),
        ("a: 1\nb: !!python/name:os.system d\n", (2, "yaml-sign")),
        ("a\nb: {c: d}\n", (1, "yaml-no-colon")),
        ("a:\n  b\n  c: d\n", (2, "yaml-no-colon")),
        ("a: 1\nb c\n", (2, "yaml-no-colon")),
        ("a: 1\nb:c\nd: 2\n", (2, "yaml-no-colon")),
        ("a: 1\n  b: 2\n", (2, "yaml-indent")),
        ("a:\n    b: 1\n  c: 2\n", (3, "yaml-indent")),
        ("a: 1\n- b\n", (2, "yaml-syntax")),
        ("a: 1\n---\nb: 2\n", (2, "yaml-syntax")),
        ("- a\n- b\n", (1, "yaml-not-fields")),
        ("some words\n", (1, "yaml-not-fields")),
        ("? [a, b]\n: c\n", (1, "yaml-syntax")),
    ],
)
def test_mistakes(text: str, problem: tuple[int, str]) -> None:
    """A mistake is one Problem, on the line on which its author made it."""
    assert codes(text) == [problem]


@pytest.mark.parametrize(
    "value",
    [
        "a\x01b",
        "a\x7fb",
        "!!bool maybe",
        "!!timestamp soon",
        "!!int ''",
        "!!float x",
        "!own x",
        "'\\",
        "0o9",
        '"\\ud800"',
    ],
)
def test_strange_values_raise_nothing(value: str) -> None:
    """A control character, a tag or a strange number is a Problem or a value, on its own line, and no exception."""
    assert [line for line, _ in codes(f"a: 1\nb: {value}\n")] in ([], [2])


def test_control_character() -> None:
    """A character that no editor shows is refused on the line where it stands."""
    assert [line for line, _ in codes("a: 1\nb: c\nd: e\x01f\n", first_line=2)] == [4]


def test_deep_nesting() -> None:
    """A thousand brackets are refused and stop nothing."""
    assert len(codes("a: " + "[" * 5000 + "]" * 5000)) == 1


@pytest.mark.parametrize("text", ["b: &x 1\nc: *x\n", "b: [[[[", "b: !!map {}\nb: 2\n", "b: 'c\n"])
def test_long_files_are_read_as_short_ones(text: str) -> None:
    """What is wrong in a file is told alike, whether the file is short or so long that it is read in another way."""
    long = "".join(f"key{number}: {{en: a word, cy: gair}}\n" for number in range(1000))
    assert len(parse_yaml(long, "a.yml")[0].mapping) == 1000
    assert [(line + 1000, code) for line, code in codes(text)] == codes(long + text)
