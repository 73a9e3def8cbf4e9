"""Each kind whole: the handbook's example in, what a page gets of it out, in both languages.

`golden/` holds the shapes and words of both drawings, and the long description. After a change that is meant,
`uv run pytest tests/canllaw/diagrams/test_golden.py --update-golden` writes them anew; read the difference before you
commit it.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from built_site import PROJECT
from canllaw.diagrams.figure import Shown, draw
from canllaw.diagrams.kinds import KINDS
from canllaw.diagrams.reading import read_diagrams
from canllaw.language import LANGUAGES, Language
from drawn import wording

_GOLDEN = Path(__file__).parent / "golden"
_EXAMPLES = PROJECT / "docs/handbook/diagrams"
#: What tells where a shape is or how it is painted; ids and the names of fonts are left out.
_TOLD = ("viewBox", "role", "lang", "class", "x", "y", "width", "height", "points", "d", "cx", "cy", "rx", "ry")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_drawn_and_described(kind: str, language: Language, request: pytest.FixtureRequest) -> None:
    """The example of each kind is drawn, wide and narrow, and described as its golden file has it."""
    diagram = read_diagrams(_EXAMPLES, "docs")[0][f"{kind}.diagram.yml"]
    drawn = draw(diagram, language, wording(language), Shown(f"fig-{kind}", 1, f"{kind}.diagram.svg"))
    parts = [ElementTree.fromstring(markup) for markup in (drawn.drawing, drawn.words)]
    told = "".join(f"{line}\n" for part in parts for line in _lines(part))
    golden = _GOLDEN / f"{kind}-{language}.txt"
    if request.config.getoption("--update-golden"):
        golden.write_text(told, encoding="utf-8", newline="\n")
    before = golden.read_text(encoding="utf-8")
    changed = difflib.unified_diff(before.splitlines(), told.splitlines(), golden.name, "now", lineterm="", n=1)
    assert told == before, "\n".join([*changed, "If that is meant: --update-golden"])


def _lines(element: Element, depth: int = 0) -> Iterator[str]:
    """`element` and all within, a line each: its name, where and how it is drawn, its words."""
    told = [f"{name}={element.get(name)}" for name in _TOLD if element.get(name) is not None]
    words = (element.text or "").strip()
    yield "  " * depth + " ".join([element.tag, *told, *([f"“{words}”"] if words else [])])
    for child in element:
        yield from _lines(child, depth + 1)
