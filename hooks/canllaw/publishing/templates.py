"""How the environment of all our templates is set, wherever they are rendered."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FileSystemBytecodeCache

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = ".cache/templates"


def prepared(env: Environment, root: Path) -> Environment:
    """`env`, so that all that templates print is escaped, unless they say that it is markup.

    Lines that only say what is done leave no blank ones behind, and Welsh letters in JSON stay as they are. What the
    templates are compiled to is kept in the project at `root`, if that can be.
    """
    with suppress(OSError):
        folder = root / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        env.bytecode_cache = FileSystemBytecodeCache(str(folder))
    env.autoescape = True
    env.trim_blocks = env.lstrip_blocks = True
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return env
