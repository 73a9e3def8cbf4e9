"""What the checks look up, beyond what the cases show."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from canllaw import build
from cases import BASE, edited, lay_out

LARGE = "guides/large/index.md"


def codes(words: str, folder: Path, **files: str) -> list[str]:
    """The codes of the Problems in the small site with `words` at the end of its larger guide."""
    text = edited(LARGE, {"Go on.": words})
    return [problem.code for problem in build.read(lay_out({**BASE, LARGE: text, **files}, folder / "docs")).problems]


TARGETS = ["https://[a", "http://a℀b/", "//[a", "a" * 300, "a/" * 3000, "%00", "%ff", "~a", "a\\b"]


@pytest.mark.parametrize("target", TARGETS, ids=range(len(TARGETS)))
@pytest.mark.parametrize("form", ["[a]({})", "![a]({})", "<a href='{}'>a</a>"])
def test_strange_targets(target: str, form: str, tmp_path: Path) -> None:
    """A target that is no address, or too long for any file, is refused and raises nothing."""
    refused = codes(form.format(target), tmp_path)
    assert len(refused) == 1 or form.startswith("<a")


@pytest.mark.parametrize("name", ["a" * 300, "a/" * 3000, '"\\0"', "..", "."], ids=range(5))
def test_strange_names_of_pictures(name: str, tmp_path: Path) -> None:
    """The name of a main picture that can be no file is refused and raises nothing."""
    fields = f"title: A\nsummary: B\nimage: {{file: {name}, alt: C, credit: D, licence: CC0-1.0}}"
    read = build.read(lay_out({"guides/a/index.md": f"---\n{fields}\n---\n"}, tmp_path / "docs"))
    assert any(problem.code.startswith(("file-missing", "character-unseen")) for problem in read.problems)


@pytest.mark.parametrize(
    "html",
    [
        "<b>bold</b>",
        "<br>",
        "<sub>2</sub>",
        "a <!-- note -->",
        "1 < 2",
        "`<script>`",
        "<details><summary>a</summary>b</details>",
    ],
)
def test_harmless_html(html: str, tmp_path: Path) -> None:
    """HTML that can do no harm is let through."""
    assert codes(html, tmp_path) == []


@pytest.mark.parametrize(
    "html",
    [
        "<script>a</script>",
        "a <iframe src='b'>",
        "<b onclick='c()'>a</b>",
        "<a href='javascript:b'>a</a>",
        "<div>\n<form>",
    ],
)
def test_harmful_html(html: str, tmp_path: Path) -> None:
    """HTML that could run something is refused."""
    assert any(re.fullmatch("html-(?:.+-)?refused", code) for code in codes(html, tmp_path))


@pytest.mark.parametrize(
    "html", ["<div>\n<![x[ a ]]>\n</div>", "<!x", "<![", "<?php", "<div>\n<!x\n", "<a b='", "<" * 3000]
)
def test_broken_html(html: str, tmp_path: Path) -> None:
    """HTML that is broken raises nothing."""
    assert isinstance(codes(html, tmp_path), list)


def test_broken_svg(tmp_path: Path) -> None:
    """A picture that cannot be read is named, by itself."""
    assert [code[:4] for code in codes("a", tmp_path, **{"guides/large/a.svg": "<svg"})] == ["svg-"]


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ("<a href='../none/index.md'>a</a>", "link-broken"),
        ("<img src='none.svg' alt='a'>", "file-missing"),
        ("<img src='../small/picture.svg'>", "picture-no-alt"),
    ],
)
def test_links_and_pictures_in_html(html: str, code: str, tmp_path: Path) -> None:
    """A link or a picture written in HTML is held to the same as one in Markdown."""
    assert code in [found.removesuffix("-guess") for found in codes(html, tmp_path)]


def test_related_guide_in_a_deeper_folder(tmp_path: Path) -> None:
    """A guide can be related only by the name under which the page that shows it will look for it."""
    text = edited(LARGE, {"authors: [canllaw]": "authors: [canllaw]\nrelated: [inner]"})
    inner = edited(LARGE, {"title: A large": "title: Another", "../small/": "../../small/"})
    files = {**BASE, LARGE: text, "guides/outer/inner/index.md": inner}
    read = build.read(lay_out(files, tmp_path / "docs"))
    assert [problem.code.removesuffix("-guess") for problem in read.problems] == ["word-unknown"]
