"""The texts that new files begin with, in the Markdown files beside this module."""

from __future__ import annotations

from importlib.resources import files
from string import Template


def filled(name: str, **values: str) -> str:
    """The text in the file `name` of this folder, with `values` in its places, which are called `$value`."""
    return Template(files("canllaw.authoring").joinpath(name).read_text(encoding="utf-8")).substitute(values)
