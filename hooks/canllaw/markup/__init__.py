"""What Markdown is made into: the extension `canllaw.markup`, its parts, and what HTML is let through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markdown.extensions import Extension


def makeExtension(**options: Any) -> Extension:
    """What Python-Markdown calls for `canllaw.markup`."""
    from canllaw.markup.extension import CanllawExtension  # noqa: PLC0415  (who checks needs `safety` alone)

    return CanllawExtension(**options)
