"""What an SVG picture may hold: shapes and words, and nothing that runs or fetches.

A browser runs no script of a picture on a page, but it does when the file is opened by itself. The list is one of what
is allowed (SVG 2's shapes, text, gradients and structure), so that what is new or unheard of is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

ELEMENTS = frozenset(
    "svg g path rect circle ellipse line polyline polygon text tspan textPath title desc metadata defs symbol use"
    " linearGradient radialGradient stop clipPath mask pattern marker style switch".split()
)
# Whatever CSS fetches by (CSS Images 4, 2), but for a `url` within the file; an escape (`\75rl`) could hide any of it.
_FETCHES = re.compile(
    r"@import|\\|url\(\s*+[\"']?+(?!#)|\b(?:image|image-set|src)\(|expression\(|javascript:", re.IGNORECASE
)


@dataclass
class _Reader:
    """Collects (line, name) of what is refused, while expat reads."""

    parser: expat.XMLParserType
    refused: list[tuple[int, str]] = field(default_factory=list)
    inside: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)

    def note(self, name: str) -> None:
        self.refused.append((self.parser.CurrentLineNumber, name))

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        self.inside.append(local)
        if local not in ELEMENTS:
            self.note(f"<{name}>")
        for attribute, value in attributes.items():
            if _runs_or_fetches(attribute, value):
                self.note(attribute)

    def end(self, name: str) -> None:
        # A browser reads the pieces of a style together, whatever stands between them.
        if self.inside.pop() == "style" and "style" not in self.inside:
            if _FETCHES.search("".join(self.styles)):
                self.note("<style>")
            self.styles.clear()

    def text(self, text: str) -> None:
        if "style" in self.inside:
            self.styles.append(text)

    def doctype(self, *_: object) -> None:
        self.note("<!DOCTYPE>")

    def instruction(self, target: str, _: str) -> None:
        self.note(f"<?{target}?>")


def _runs_or_fetches(attribute: str, value: str) -> bool:
    """Whether an attribute does more than draw; those of other programs (`inkscape:export-filename`) do nothing."""
    prefix, _, local = attribute.rpartition(":")
    if local == "href":
        return not value.startswith("#")
    return local.lower().startswith("on") or (not prefix and bool(_FETCHES.search(value)))


def refused_in_svg(path: Path) -> list[tuple[int, str]]:
    """The line and name of each thing in the SVG file at `path` that is not allowed; empty if it is a clean picture."""
    parser = expat.ParserCreate()
    reader = _Reader(parser)
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = reader.doctype
    parser.ProcessingInstructionHandler = reader.instruction
    parser.buffer_text = True
    # An entity could hold what the list refuses; with a document type refused, none is ever needed.
    parser.EntityDeclHandler = reader.doctype
    try:
        parser.Parse(path.read_bytes(), True)
    except expat.ExpatError as error:
        reader.refused.append((error.lineno, expat.errors.messages[error.code]))
    except (LookupError, ValueError, OSError):  # an encoding that expat does not know, or nothing to read
        reader.refused.append((1, "encoding"))
    return reader.refused
