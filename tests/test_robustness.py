"""Whatever stands in the files, they are read: a thousand mutated inputs, the same in each run, raise nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random

import pytest

from built_site import PROJECT
from canllaw import build, problems
from canllaw.authoring.translation import missing_language, translation_of
from canllaw.checking import fixes, github, report
from cases import BASE, lay_out

EACH = 80
Mutation = Callable[[Random, str], str | bytes]

DATA = {name: str(text) for name, text in BASE.items() if name.startswith("_data/") and name.endswith(".yml")}
# Facts, and as much of the text as holds the usual parts.
GUIDES = [path.read_text(encoding="utf-8")[:2500] for path in sorted((PROJECT / "docs/guides").rglob("index*.md"))]

VALUES = (
    *(
        "5",
        "-0.0",
        "1e999",
        "yes",
        "null",
        "~",
        "''",
        "{}",
        "[]",
        "[null]",
        "{a: {b: [c]}}",
        "2026-02-31",
        "0x" + "f" * 5000,
    ),
    *(
        "!!bool maybe",
        "!!timestamp soon",
        "!!int ''",
        "!!float x",
        "!!binary '='",
        "!!set {a}",
        "!!python/name:os.system",
    ),
    *(
        "!own x",
        '"\\ud800"',
        '"\\x00"',
        "'{'",
        "'{0}'",
        "|",
        ">-",
        "*here",
        "&here x",
        "@x",
        "%x",
        "`x`",
        "? x",
        "<<: 1",
    ),
)
HTML = (
    "<![x[",
    "<!--",
    "<!DOCTYPE",
    "<?php",
    "<div",
    "</div>",
    "<script>",
    "<a href='javascript:x'>",
    '<b a="',
    "&#x110000;",
)
TARGETS = (
    *(
        "https://[x",
        "http://a℀b",
        "//[",
        "%00",
        "%zz",
        "..",
        "../" * 50 + "etc",
        "a" * 300,
        "?",
        "#",
        "#[",
        "a:b",
        "\\",
        " ",
    ),
    *(
        "C:\\x",
        "../index.md#" + "x" * 5000,
        "index.cy.md#%F0%9F",
        "data:,x",
        "/",
        "~",
        "\u202e",
        "<>",
        "{0}",
        "index.md/x",
    ),
)


def _at(random: Random, text: str) -> tuple[str, str]:
    place = random.randrange(len(text))
    return text[:place], text[place:]


def truncated(random: Random, text: str) -> str:
    """A file that ends in the middle."""
    return _at(random, text)[0]


def binary(random: Random, text: str) -> bytes:
    """Bytes that are no letters, at some place or from there on."""
    before, after = _at(random, text)
    return before.encode() + random.randbytes(random.choice((1, 4, 400))) + random.choice((after.encode(), b""))


def without_marks(random: Random, text: str) -> str:
    """A file in which some quotation marks, brackets, colons and line ends are gone."""
    return "".join(character for character in text if character not in "\"'[]{}:\n-" or random.random() > 0.05)


def shuffled(random: Random, text: str) -> str:
    """Lines twice, or in another order."""
    lines = text.split("\n")
    first, last = sorted(random.sample(range(len(lines)), 2))
    part = lines[first:last] * 2
    random.shuffle(part)
    return "\n".join(lines[:first] + part + lines[last:])


def wrong_types(random: Random, text: str) -> str:
    """Other values in the place of some, whatever is expected there."""
    lines = text.split("\n")
    for index in random.sample(range(min(len(lines), 14)), 3):
        lines[index] = f"{lines[index].split(':')[0]}: {random.choice(VALUES)}"
    return "\n".join(lines)


def aliases(random: Random, text: str) -> str:
    """References that would fill the memory."""
    levels = "".join(f"a{n + 1}: &a{n + 1} [{', '.join([f'*a{n}'] * 9)}]\n" for n in range(random.randrange(1, 20)))
    return text.replace("---\n", f"---\na0: &a0 [x]\n{levels}", 1)


def strange_targets(random: Random, text: str) -> str:
    """Links and pictures that lead nowhere that is a place."""
    forms = (
        "[x]({})",
        "![x]({})",
        "[x](<{}>)",
        "<{}>",
        "[x][y]\n\n[y]: {}\n",
        '![x]({} "y")',
        "<a href='{}'>",
        "<img src={}>",
    )
    before, after = _at(random, text)
    return before + "".join(random.choice(forms).replace("{}", random.choice(TARGETS)) for _ in range(5)) + after


def nested_links(random: Random, text: str) -> str:
    """Links in links in pictures, closed or not."""
    deep = random.choice((3, 30, 300))
    return (
        text
        + random.choice(("[", "![", "[a](", "![a](<", "[^", "^[")) * deep
        + "x"
        + random.choice(("](y)", ")", "]")) * deep
    )


def deep_nesting(random: Random, text: str) -> str:
    """Lists, quotations, admonitions and values, each inside the other."""
    deep = random.choice((10, 100, 1000))
    if random.random() < 0.5:
        brackets = "[" * min(deep, 200)
        return text.replace("---\n", f"---\na: {brackets}{random.choice((']', '')) * len(brackets)}\n", 1)
    step = random.choice(("> ", "- ", "!!! x\n    ", "> - ", "1. ", "??? x\n\n    ", "**", "_a", "`" * 2, "<b>"))
    return f"{text}\n{step * deep}x\n"


def huge_lines(random: Random, text: str) -> str:
    """One line as long as a book, of one thing."""
    long = random.choice((" ", "a", "#", "{", "|", "a b ", "\\", "`a", "*a", "$", "é", ": ", "&amp;", "<a ")) * 10_000
    return _at(random, text)[0] + random.choice(("", "\n## a", "\n| a")) + long + "b\n"


def controls(random: Random, text: str) -> str:
    """Characters that no editor shows."""
    hidden = "\0\x01\x02\x03\x07\x1b\x7f\x85\u2028\u202e\ufeff\ufffe\ufffd\U0001f3f4\u0302"
    before, after = _at(random, text)
    return before + random.choice(hidden) * random.choice((1, 50)) + after


def raw_html(random: Random, text: str) -> str:
    """HTML that is broken."""
    before, after = _at(random, text)
    return before + random.choice(("", "\n\n", "\n<div>\n")) + "".join(random.choices(HTML, k=4)) + after


def many(random: Random, text: str) -> str:
    """The same heading, footnote or field again and again."""
    again = random.choice(("## Same\n\n", "[^a]: b\n\n", "![a](b.svg 'c')\n\n", "[a](#same)\n", "## a {#b}\n\n"))
    return text + again * 100


MUTATIONS: tuple[Mutation, ...] = (
    *(truncated, binary, without_marks, shuffled, wrong_types, aliases, strange_targets, nested_links, deep_nesting),
    *(huge_lines, controls, raw_html, many),
)


def mutated(mutation: Mutation) -> Iterator[str | bytes]:
    """The inputs of one kind, the same in each run."""
    random = Random(f"canllaw {mutation.__name__}")  # noqa: S311  (mixes inputs, keeps no secret)
    for number in range(EACH):
        yield mutation(random, GUIDES[number % len(GUIDES)])


def read_and_tell(files: Mapping[str, str | bytes], docs: Path) -> None:
    """Read `files`, put all that is wrong into words, in each form, begin their translations, and mend them once."""
    read = build.read(lay_out(files, docs))
    found = read.found
    for page in read.library.pages.values():
        if language := missing_language(page):
            translation_of(page, language, docs, ())
    problems.as_text(found)
    report.as_text(found, docs.parent)
    report.as_json(found)
    github.beside_lines(found)
    github.summary(found, report.totals(found))
    fixes.mend(docs, docs.name)
    assert fixes.mend(docs, docs.name) == {}


def raised(files: Mapping[str, str | bytes], docs: Path) -> str:
    """What reading `files` raised, with the end of its way; "" if nothing."""
    try:
        read_and_tell(files, docs)
    except Exception as error:  # any of them is what this test is for
        way = error.__traceback__
        while way and way.tb_next:
            way = way.tb_next
        place = f"{Path(way.tb_frame.f_code.co_filename).name}:{way.tb_lineno}" if way else "?"
        return f"{type(error).__name__}: {str(error)[:80]!r} at {place}"
    return ""


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__)
def test_guides(mutation: Mutation, tmp_path: Path) -> None:
    """Guides that are broken in some way are read without one exception."""
    guides = {f"guides/g{number}/index.md": text for number, text in enumerate(mutated(mutation))}
    if raised({**DATA, **guides}, tmp_path / "all"):
        each = {name: raised({**DATA, name: text}, tmp_path / f"g{n}") for n, (name, text) in enumerate(guides.items())}
        assert {name: error for name, error in each.items() if error} == {}


@pytest.mark.parametrize("name", DATA)
def test_data_files(name: str, tmp_path: Path) -> None:
    """Data files that are broken in some way are read without one exception."""
    random = Random(f"canllaw {name}")  # noqa: S311  (mixes inputs, keeps no secret)
    guides = {"guides/small/index.md": BASE["guides/small/index.md"]}
    errors = {}
    for number in range(EACH // 2):
        text = random.choice((truncated, binary, without_marks, shuffled, wrong_types, controls))(random, DATA[name])
        errors[text] = raised({**DATA, **guides, name: text}, tmp_path / str(number))
    assert {text: error for text, error in errors.items() if error} == {}
