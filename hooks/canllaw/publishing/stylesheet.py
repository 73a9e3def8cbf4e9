"""The style sheet of all pages: ours, and from the theme's what our pages use; and those of some pages, apart.

The theme draws Markdown's components (admonitions, details, tables, footnotes, code; tabs are ours); its page
furniture, its reset and its icons we do not have. So of its rules those are kept whose every class, tag and attribute
stands in some built page, and of its custom properties those that a kept rule reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import tinycss2
from rcssmin import cssmin

from canllaw.cache import Remember, digest_of, make_anew

OUTPUT = Path("assets/stylesheets/canllaw.css")
_THEME = "assets/stylesheets/main.*.min.css"
_OURS = Path("assets/stylesheets")
_APART = _OURS / "apart"
_FIRST = "tokens.css"
_LAST = "print.css"

_CLASS = re.compile(r'\sclass="([^"]*)"')
_TAG = re.compile(r"<([a-z][a-z0-9-]*)")
_ATTRIBUTE = re.compile(r'\s([a-z-]+)="([^"]{0,40})"')
_WORD = re.compile(r"[\w-]+")
_PROPERTY_READ = re.compile(r"var\((--[\w-]+)")


@dataclass(frozen=True)
class Used:
    """The classes, tags and attributes (as name and as name=value) that stand in the built pages."""

    classes: frozenset[str]
    tags: frozenset[str]
    attributes: frozenset[str]


def write(site: Path, theme_folders: Iterable[Path], remember: Remember[Used] = make_anew) -> None:
    """Write the style sheets below `site`; `remember` knows what stands in pages that were read before.

    Ours are in the first of `theme_folders`. Into the one for all pages goes what these use of the theme's, then ours;
    those in the folder `apart` are each for pages of one kind, whose templates name them, and stay files of their own.
    """
    folders = list(theme_folders)
    theme = next(path for folder in folders for path in sorted(folder.glob(_THEME)))
    ours = sorted((folders[0] / _OURS).glob("*.css"), key=lambda path: _rank(path.name))
    css = theme.read_text(encoding="utf-8")
    kept = trim(css, used_in(site.rglob("*.html"), css, remember))
    target = site / OUTPUT
    target.parent.mkdir(parents=True, exist_ok=True)
    _write(target, [kept, *(_compact(path) for path in ours)])
    for path in sorted((folders[0] / _APART).glob("*.css")):
        target = site / _APART / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        _write(target, [_compact(path)])


def _write(target: Path, sheets: list[str]) -> None:
    target.write_text("\n".join(sheets) + "\n", encoding="utf-8", newline="\n")


def _compact(sheet: Path) -> str:
    return str(cssmin(sheet.read_text(encoding="utf-8")))


def _rank(name: str) -> tuple[bool, bool, str]:
    """Where a style sheet stands among ours."""
    return name != _FIRST, name == _LAST, name


def used_in(pages: Iterable[Path], css: str, remember: Remember[Used] = make_anew) -> Used:
    """What stands in the HTML files `pages`, as far as `css` may name it; `remember` knows pages from before."""
    words, name = frozenset(_WORD.findall(css)), digest_of(css)

    def used(html: bytes) -> Used:
        return remember(f"names {digest_of(name, html)}", lambda: _names(html.decode("utf-8"), words))

    found = {used(page.read_bytes()) for page in pages}
    return Used(*(frozenset().union(*(getattr(one, kind.name) for one in found)) for kind in fields(Used)))


def _names(html: str, words: frozenset[str]) -> Used:
    classes = " ".join(set(_CLASS.findall(html))).split()
    attributes = {name for match in set(_ATTRIBUTE.findall(html)) for name in (match[0], "=".join(match))}
    sides = classes, set(_TAG.findall(html)), attributes
    return Used(*(frozenset(name for name in side if words.issuperset(_WORD.findall(name))) for side in sides))


def trim(css: str, used: Used) -> str:
    """Of the rules in `css`, those that can match something in pages that hold `used`."""
    kept = "".join(_kept_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), used))
    return _without_unread_properties(kept)


def _kept_rules(rules: Iterable[Any], used: Used) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [selector for selector in _selectors(rule.prelude) if _can_match(selector, used)]
            if selectors:
                yield f"{','.join(map(tinycss2.serialize, selectors))}{{{tinycss2.serialize(rule.content)}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword in ("media", "supports"):
            inner = "".join(_kept_rules(tinycss2.parse_rule_list(rule.content, True, True), used))
            if inner:
                yield f"@{rule.lower_at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}"


def _selectors(prelude: list[Any]) -> list[list[Any]]:
    selectors: list[list[Any]] = [[]]
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            selectors.append([])
        else:
            selectors[-1].append(token)
    return selectors


def _can_match(selector: list[Any], used: Used) -> bool:
    """Whether all that `selector` names is used. One that names no class would style our furniture, so it is out."""
    has_class, previous = False, ""
    for token in selector:
        if token.type == "ident":
            if previous == ".":
                has_class = True
                if token.value not in used.classes:
                    return False
            elif previous == ":":
                has_class = has_class or token.value == "root"
            elif token.value not in used.tags:
                return False
        elif token.type == "hash" or (token.type == "[] block" and not _attribute_used(token, used)):
            return False
        previous = token.value if token.type == "literal" else ""
    return has_class


def _attribute_used(block: Any, used: Used) -> bool:
    words = [token.value for token in block.content if token.type in ("ident", "string", "number")]
    exact = [token.value for token in block.content if token.type == "literal"] == ["="]
    return (f"{words[0]}={words[1]}" if exact else words[0]) in used.attributes


def _without_unread_properties(css: str) -> str:
    """`css` without the custom properties that nothing in it reads, and without rules that hold nothing else."""
    while True:
        read = set(_PROPERTY_READ.findall(css))
        rules = tinycss2.parse_stylesheet(css)
        smaller = "".join(_with_properties(rules, read))
        if smaller == css:
            return css
        css = smaller


def _with_properties(rules: Iterable[Any], read: set[str]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "at-rule":
            inner = "".join(_with_properties(tinycss2.parse_rule_list(rule.content), read))
            if inner:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}"
            continue
        declarations = [
            declaration.serialize()
            for declaration in tinycss2.parse_blocks_contents(rule.content, True, True)
            if declaration.type == "declaration" and (not declaration.name.startswith("--") or declaration.name in read)
        ]
        if declarations:
            yield f"{tinycss2.serialize(rule.prelude)}{{{';'.join(declarations)}}}"
