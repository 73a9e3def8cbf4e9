"""Where a site's guides are, from its `mkdocs.yml`, which is read without MkDocs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import yaml

_DEFAULT_FOLDER = "docs"
_MOST_PARENTS = 10


class _Loader(yaml.SafeLoader):
    """YAML with tags that only MkDocs and its plugins know; what stands behind these is not needed here."""


def _environment(loader: _Loader, node: yaml.Node) -> object:
    """`!ENV NAME` or `!ENV [NAME, OTHER, default]`: the first of these that the environment has, or the default."""
    if isinstance(node, yaml.SequenceNode):
        *names, default = loader.construct_sequence(node)
    else:
        names, default = [loader.construct_scalar(node)], None  # type: ignore[arg-type]  # a mapping is refused there
    if isinstance(node, yaml.SequenceNode) and not names:
        names, default = [default], None
    return next((os.environ[str(name)] for name in names if str(name) in os.environ), default)


_Loader.add_constructor("!ENV", _environment)
_Loader.add_multi_constructor("", lambda loader, tag, node: None)


def docs_folder(config: Path) -> Path | None:
    """The folder of the texts that the settings in the file `config` name; None if they cannot be read.

    As in MkDocs: relative to the file, `docs` unless stated, and taken from the file that `INHERIT` names if need be.
    """
    file = config
    for _ in range(_MOST_PARENTS):
        settings = _read(file)
        if settings is None:
            return None
        stated, parent = settings.get("docs_dir"), settings.get("INHERIT")
        if stated is not None:
            return config.parent / stated if isinstance(stated, str) and "\0" not in stated else None
        if parent is None:
            return config.parent / _DEFAULT_FOLDER
        if not isinstance(parent, str):
            return None
        file = file.parent / parent
    return None


def _read(file: Path) -> dict[str, Any] | None:
    try:
        settings = yaml.load(file.read_text(encoding="utf-8-sig"), _Loader)  # noqa: S506  (a SafeLoader, see above)
    except (OSError, ValueError, TypeError, AttributeError, yaml.YAMLError, RecursionError):
        return None
    return {} if settings is None else settings if isinstance(settings, dict) else None
