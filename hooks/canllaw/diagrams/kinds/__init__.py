"""The kinds of diagrams, each in a module of its own, whose docstring holds an example."""

from __future__ import annotations

from canllaw.diagrams.kinds.funnel import Funnel
from canllaw.diagrams.kinds.steps import Steps
from canllaw.diagrams.spec import Spec

KINDS: dict[str, type[Spec]] = {"funnel": Funnel, "steps": Steps}
"""The class of each kind, by what a file calls it."""
