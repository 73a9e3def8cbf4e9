"""What a translator gets of a text: its signs without its words, and its words in comments."""

from __future__ import annotations

import re

import pytest

from built_site import PROJECT
from canllaw.authoring.skeleton import skeleton, without_source
from canllaw.content.blocks import read_blocks
from canllaw.content.html_tags import without_comments
from canllaw.content.library import Edition, read_library
from canllaw.content.unwritten import MARK

_LIBRARY = read_library(PROJECT / "docs")[0]
_EDITIONS = [edition for page in _LIBRARY.pages.values() for edition in page.editions.values()]

_SOURCE = """\
A first paragraph,
on two lines.
{: #place }

## A heading {#own}

- one
    - inside
- 5 %

1. first
2. *second*{lang=cy}

> Said.
>
> — Somebody, 2020

| Step | 5 | |
| --- | ---: | --- |
| Ask | 7 | none |

![Two funnels](models.svg "A caption"){width=20}

![](steps.diagram.yml)

!!! tip "A title"
    Words in it.

=== "One"
    First.

=== "Two"
    Second.

Term
:   Meaning

```sh
make site
```

<!-- a comment of the author's -->

A dash --> and --!> an end.[^note]

[^note]: A book.

[there]: https://example.org/
"""
_GIVEN = """\
<!-- en:
A first paragraph,
on two lines.
{: #place }
-->

✎
{: #place }

<!-- en: ## A heading {#own} -->

## ✎ {#own}

<!-- en:
- one
    - inside
- 5 %
-->

- ✎
    - ✎
- 5 %

<!-- en:
1. first
2. *second*{lang=cy}
-->

1. ✎
2. ✎

<!-- en:
> Said.
>
> — Somebody, 2020
-->

> ✎
>
> — ✎

<!-- en:
| Step | 5 | |
| --- | ---: | --- |
| Ask | 7 | none |
-->

| ✎ | 5 |  |
| --- | ---: | --- |
| ✎ | 7 | ✎ |

<!-- en: ![Two funnels](models.svg "A caption"){width=20} -->

![✎](models.cy.svg "✎"){width=20}

![](steps.diagram.yml)

<!-- en:
!!! tip "A title"
    Words in it.
-->

!!! tip "✎"
    ✎

<!-- en:
=== "One"
    First.

=== "Two"
    Second.
-->

=== "✎"
    ✎

=== "✎"
    ✎

<!-- en:
Term
:   Meaning
-->

✎
:   ✎

```sh
make site
```

<!-- en: A dash --&gt; and --!&gt; an end.[^note] -->

✎

<!-- en: [^note]: A book. -->

[^note]: ✎

[there]: https://example.org/"""


def _picture_of(file: str) -> str:
    return file.replace(".svg", ".cy.svg")


def test_each_kind_of_block() -> None:
    """Each block of the source stands in a comment, and below it its signs, with a place to write."""
    assert skeleton(_SOURCE, "en", _picture_of) == _GIVEN


def test_html_is_shown_and_left_to_the_translator() -> None:
    """HTML may hold words anywhere, so it is shown, and the translator writes it."""
    assert skeleton("<p>Words</p>", "cy", _picture_of) == f"<!-- cy: <p>Words</p> -->\n\n{MARK}"


@pytest.mark.parametrize("edition", _EDITIONS, ids=[edition.path for edition in _EDITIONS])
def test_same_kinds_in_the_same_order(edition: Edition) -> None:
    """When every place is filled in, the translation has the skeleton of its source, for every page of the site."""
    filled = skeleton(edition.source.body, edition.language, lambda file: file).replace(MARK, "gair")
    here, there = (
        [(one.kind, one.depth) for one in side] for side in (read_blocks(filled).segments, edition.blocks.segments)
    )
    assert here == there


@pytest.mark.parametrize("edition", _EDITIONS, ids=[edition.path for edition in _EDITIONS])
def test_all_words_are_in_comments(edition: Edition) -> None:
    """The whole source stands in the comments, but for what is the same in both languages."""
    given = skeleton(edition.source.body, edition.language, lambda file: file)
    shown = re.sub(r"&gt;", ">", given)
    for segment in edition.blocks.segments:
        for line in edition.source.body.split("\n")[segment.line - edition.source.body_line :][:1]:
            assert line.rstrip() in shown


def test_comments_are_taken_out_again() -> None:
    """When the translation is finished the comments go, those of the author and examples in code stay."""
    example = "```html\n<!-- en: an example -->\n```\n\n<!-- mine -->\n\n    <!-- en: code -->"
    taken = without_source(f"<!-- {MARK} how\nto -->\n\n{_GIVEN}\n\n{example}\n")
    assert "<!-- en: ##" not in taken
    assert taken.startswith("✎\n{: #place }\n\n## ✎ {#own}\n\n- ✎\n")
    assert taken.endswith(f"[there]: https://example.org/\n\n{example}\n")
    assert without_source(taken) == taken


def test_a_comment_ends_where_it_should() -> None:
    """Whatever stands in the source, its comment holds all of it, and nothing of it shows."""
    for source in ("--> x", "-- > x", "--\t!> x", "<!-- x", "x --", "x <!-- y --> z", "x -->\n--> y\n\n-->"):
        given = skeleton(source, "en", lambda file: file)
        assert without_comments(given).replace(MARK, "").strip(" \n>—-") == "", source
        assert read_blocks(given).raw_html[0].html.count("-->") == 1
