"""Cases: what authors write, and every word that they read about it. One case, one file.

A file `<what>-nope.yml` is a case that is refused; any other is harmless. A case may hold:

- `base: false`: start from the data files alone, and not from the small valid site in `base/`;
- `edits`: for a file of the base, the words to find in it (once) and the words to put in their place;
- `files`: more files, or others; `null` takes a file away, `{base64: …}` gives bytes that are not UTF-8,
  `{base64: …, size: n}` as many, the rest of them zeros; `{text: …, ends: …, times: n}` is a text that ends with the
  same words over and over;
- `expected`: the whole of what `problems.as_text` prints, in both languages; absent if nothing is wrong;
- `titles`: the title that the edition in each of these files has.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
BASE: dict[str, str | bytes] = {
    path.relative_to(HERE / "base").as_posix(): path.read_text(encoding="utf-8")
    for path in sorted((HERE / "base").rglob("*"))
    if path.is_file()
}


@dataclass(frozen=True)
class Case:
    """The files below `docs`, and what is expected of them."""

    name: str
    files: Mapping[str, str | bytes]
    expected: str
    titles: Mapping[str, str]


def all_cases() -> list[Case]:
    """Every case, by name."""
    return [read_case(path) for path in sorted(HERE.glob("*.yml"))]


def read_case(path: Path) -> Case:
    """The case in the file at `path`."""
    written: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    unknown = written.keys() - {"base", "edits", "files", "expected", "titles"}
    assert not unknown, f"{path.name}: {unknown} is no part of a case"
    files = {name: text for name, text in BASE.items() if written.get("base", True) or name.startswith("_data/")}
    files |= {name: edited(name, edits) for name, edits in written.get("edits", {}).items()}
    for name, content in written.get("files", {}).items():
        files.pop(name, None)
        if content is not None:
            files[name] = _content(content)
    return Case(path.stem, files, written.get("expected", ""), written.get("titles", {}))


def lay_out(files: Mapping[str, str | bytes], docs: Path) -> Path:
    """Write `files`, by their path below it, into the folder `docs`; gives the folder."""
    for name, content in files.items():
        target = docs / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return docs


def edited(name: str, edits: Mapping[str, str]) -> str:
    """The file `name` of the base with each key of `edits`, which stands in it once, replaced by its value."""
    text = BASE[name]
    assert isinstance(text, str)
    for old, new in edits.items():
        assert text.count(old) == 1, f"{name} of the base holds {old!r} {text.count(old)} times"
        text = text.replace(old, new)
    return text


def _content(content: str | Mapping[str, Any]) -> str | bytes:
    if isinstance(content, str):
        return content
    if "text" in content:
        return str(content["text"]) + str(content["ends"]) * int(content["times"])
    return base64.b64decode(content["base64"]).ljust(content.get("size", 0), b"\0")
