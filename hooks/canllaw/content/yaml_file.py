"""Reading YAML with the line of each value, so that a Problem can point at it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from yaml.composer import Composer
from yaml.constructor import SafeConstructor

from canllaw.content.text_file import read_text
from canllaw.problems import Problem

Place = tuple[str | int, ...]

_FIELD = re.compile(r"""\s*(?:- )?([\w-]+): +(.+)""")
_WITHOUT_COLON = re.compile(r"\s*(\w[\w-]*)(?:[: ](.+))?")
_NO_COLON = "while scanning a simple key"
_TWO_COLONS = "mapping values are not allowed"
_OPENS = ("while scanning a quoted", "while parsing a flow")
_ENDS = {"[": "]", "{": "}"}
_CANNOT_BEGIN = "@`%*&!|>"
_COLON_IN_VALUE = re.compile(r"""\s*(?:- )?([\w-]+): (?![\[{"'])(.+: .*|.*:)$""")


class _NoAliases(Composer):
    """Aliases are refused: nobody needs them here, and they can be made to fill the memory."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        # The parser that it is put together with has these two.
        if self.check_event(yaml.AliasEvent):  # type: ignore[attr-defined]
            mark = self.peek_event().start_mark  # type: ignore[attr-defined]
            raise yaml.composer.ComposerError(None, None, "an alias", mark)
        return super().compose_node(parent, index)


class _Loader(_NoAliases, yaml.SafeLoader):
    """YAML as editors write it.

    All but nothing stays text: a title may be `2026` or `No`, and an impossible date is a mistake in its own field and
    not in the file's syntax.
    """


# Only what needs no tag: text, nothing, lists and fields. Any `!!tag` is a mistake.
_Loader.yaml_constructors = {
    tag: SafeConstructor.yaml_constructors[tag]
    for tag in (None, *(f"tag:yaml.org,2002:{name}" for name in ("null", "str", "seq", "map")))
}
_RULES = ("yaml_constructors", "yaml_implicit_resolvers")
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag == "tag:yaml.org,2002:null"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _begin(self: Any, text: str) -> None:
    """How a `_Scanned` is made."""
    yaml.CSafeLoader.__init__(self, text)
    self.anchors = {}  # what Python's half remembers of the document at hand


# The same rules in C, ten times as fast. It cannot be told to refuse aliases, it recurses without a bound, and its
# messages are others: so it reads what is plain. Of all else C scans the text, which takes the longest, and Python does
# the rest. Where they find a mistake the file is read once more, by the above.
_Fast: type[yaml.CSafeLoader] | None = None
_Scanned: type[yaml.CSafeLoader] | None = None
if yaml.__with_libyaml__:
    _Fast = type("_Fast", (yaml.CSafeLoader,), {name: getattr(_Loader, name) for name in _RULES})
    _Scanned = type("_Scanned", (_NoAliases, _Fast), {"__init__": _begin})
_NOT_PLAIN = re.compile(r"[&*!%]|(?:[-?:][ \n]+){4}")
_MOST_BRACKETS, _LONGEST_PLAIN = 300, 20_000


# What may not stand in a file must not come into it by way of an escape ("\x07"): feeds and books are XML, which has no
# such characters. These are YAML's own, and XML allows all that they leave (XML 1.0, 2.2).
_UNSEEN = yaml.reader.Reader.NON_PRINTABLE


@dataclass(frozen=True)
class YamlFile:
    """A mapping read from YAML: its values, and the line on which each of them stands."""

    name: str
    mapping: dict[str, Any] = field(default_factory=dict)
    lines: dict[Place, int] = field(default_factory=dict)

    def line(self, *place: str | int) -> int:
        """The line of the value at `place`, or of the nearest value around it; 1 if there is none."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def read_yaml(path: Path, name: str) -> tuple[YamlFile, list[Problem]]:
    """The mapping in the file at `path`, and what is wrong with it; an unreadable file gives an empty mapping."""
    text, problems = read_text(path, name)
    if problems:
        return YamlFile(name), problems
    return parse_yaml(text, name)


def parse_yaml(text: str, name: str, first_line: int = 1) -> tuple[YamlFile, list[Problem]]:
    """The mapping that `text` holds, `first_line` being the line of the file on which the text begins."""
    try:
        values, node = _load_in_c(text) or _load(_Loader(text))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return YamlFile(name), [_syntax_problem(error, text, name, first_line)]
    if not isinstance(values, dict) or not all(isinstance(key, str) for key in values):
        return YamlFile(name), [Problem(name, first_line, "yaml-not-fields")]
    if unseen := list(_unseen(node, name, first_line)) if node and "\\" in text else []:
        return YamlFile(name), unseen
    lines: dict[Place, int] = {}
    problems: list[Problem] = []
    repeated: set[Place] = set()
    for place, index in _places(node) if node else ():
        line = index + first_line
        if place in lines:
            repeated.add(place)
            if place[:-1] not in repeated:
                problems.append(Problem(name, line, "field-twice", {"field": place[-1], "first": lines[place]}))
        lines[place] = line
    return YamlFile(name, values, lines), problems


def _load(loader: _Loader | yaml.CSafeLoader) -> tuple[Any, yaml.Node | None]:
    """The value of the document, and the node that knows its lines."""
    node = loader.get_single_node()
    return loader.construct_document(node) if node else {}, node


def _load_in_c(text: str) -> tuple[Any, yaml.Node | None] | None:
    """The same, quickly; None where that cannot be, or where something is wrong."""
    is_plain = len(text) < _LONGEST_PLAIN and text.count("[") + text.count("{") < _MOST_BRACKETS
    loader = _Fast if is_plain and not _NOT_PLAIN.search(text) else _Scanned
    if loader is None:
        return None
    try:
        return _load(loader(text))
    except (yaml.YAMLError, ValueError, RecursionError):
        return None


def _places(node: yaml.Node, around: Place = ()) -> Iterator[tuple[Place, int]]:
    """Each field and list item in `node`, with its line in the text, counted from 0."""
    if isinstance(node, yaml.SequenceNode):
        inner = [((*around, index), item, item) for index, item in enumerate(node.value)]
    elif isinstance(node, yaml.MappingNode):
        inner = [((*around, str(key.value)), key, value) for key, value in node.value]
    else:
        inner = []
    for place, marked, value in inner:
        yield place, marked.start_mark.line
        yield from _places(value, place)


def _unseen(node: yaml.Node, name: str, first_line: int, around: Place = ()) -> Iterator[Problem]:
    """The words in `node`, and the names of fields, that hold a character that is none to any reader."""
    if isinstance(node, yaml.ScalarNode) and (found := _UNSEEN.search(node.value)):
        values = {"field": ".".join(map(str, around)), "character": f"U+{ord(found[0]):04X}"}
        yield Problem(name, node.start_mark.line + first_line, "character-unseen", values)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _unseen(item, name, first_line, around)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            for part in (key, value):
                yield from _unseen(part, name, first_line, (*around, str(key.value)))


def _syntax_problem(error: Exception, text: str, name: str, first_line: int) -> Problem:
    index = _line_of(error, text)
    line = text.split("\n")[index]
    code, values = _what_is_wrong(error, line, text.split("\n")[:index])
    return Problem(name, index + first_line, code, values)


def _line_of(error: Exception, text: str) -> int:
    """The line that has to be mended, counted from 0."""
    if isinstance(error, yaml.reader.ReaderError):
        return text.count("\n", 0, error.position)
    # A quotation mark or a bracket without its fellow, or a field without its colon, is noticed below its own line.
    is_above = str(getattr(error, "context", "")).startswith((*_OPENS, _NO_COLON))
    marks = [getattr(error, "problem_mark", None), getattr(error, "context_mark", None)]
    mark = next((mark for mark in (reversed(marks) if is_above else marks) if mark), None)
    lines = text.split("\n")
    index = min(mark.line, len(lines) - 1) if mark else 0
    above = [line for line in range(index) if lines[line].strip()]
    if _TWO_COLONS in str(getattr(error, "problem", "")) and above and ":" not in lines[above[-1]]:
        return above[-1]  # without a colon of its own it is read as one with the line below
    return index


def _what_is_wrong(error: Exception, line: str, above: list[str]) -> tuple[str, dict[str, object]]:
    """The code of the Problem in `line`, below the lines `above`, and what it says."""
    context, said = str(getattr(error, "context", "")), str(getattr(error, "problem", ""))
    stated = _FIELD.fullmatch(line)
    found: tuple[str, dict[str, object]] = ("yaml-syntax", {"text": line.strip()[:80]})
    if "\t" in line:
        found = "yaml-tab", {}
    elif match := _COLON_IN_VALUE.match(line):
        found = "yaml-colon", {"field": match[1], "value": match[2].replace('"', "'")}
    elif (context == _NO_COLON or ":" not in line) and (match := _WITHOUT_COLON.fullmatch(line)):
        found = "yaml-no-colon", {"field": match[1], "line": f"{match[1]}: {(match[2] or '').strip()}".rstrip()}
    elif context.startswith(_OPENS):
        sign = line[error.context_mark.column : error.context_mark.column + 1]  # type: ignore[attr-defined]
        found = "yaml-open", {"sign": sign, "end": _ENDS.get(sign, sign)}
    elif "scalar" in said and stated and stated[2][:1] in "\"'":
        found = "yaml-quote-ends", {"field": stated[1], "value": _unquoted(stated[2])}
    elif stated and stated[2][:1] in _CANNOT_BEGIN:
        found = "yaml-sign", {"sign": stated[2][0], "field": stated[1], "value": stated[2].replace('"', "'")}
    elif _TWO_COLONS in said or "block mapping start" in said:
        last = next((one for one in reversed(above) if one.strip()), "")
        found = ("yaml-indent", {"text": line.strip()[:80]}) if _indent(line) != _indent(last) else found
    return found


def _unquoted(value: str) -> str:
    """`value` without the quotation marks at its beginning, so that it can stand between others."""
    return value.replace(value[0], "", 2).replace('"', "'")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
