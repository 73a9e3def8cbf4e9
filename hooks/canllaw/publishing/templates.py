"""How the environment of all our templates is set, wherever they are rendered."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment


def prepared(env: Environment) -> Environment:
    """`env`, so that all that templates print is escaped, unless they say that it is markup.

    Lines that only say what is done leave no blank ones behind, and Welsh letters in JSON stay as they are.
    """
    env.autoescape = True
    env.trim_blocks = env.lstrip_blocks = True
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return env
