"""The kinds of diagrams, each in a module of its own; the handbook shows an example of each."""

from __future__ import annotations

from canllaw.diagrams.kinds.cycle import Cycle
from canllaw.diagrams.kinds.fishbone import Fishbone
from canllaw.diagrams.kinds.flow import Flow
from canllaw.diagrams.kinds.funnel import Funnel
from canllaw.diagrams.kinds.matrix import Matrix
from canllaw.diagrams.kinds.steps import Steps
from canllaw.diagrams.kinds.timeline import Timeline
from canllaw.diagrams.spec import Spec

KINDS: dict[str, type[Spec]] = {
    "cycle": Cycle,
    "fishbone": Fishbone,
    "flow": Flow,
    "funnel": Funnel,
    "matrix": Matrix,
    "steps": Steps,
    "timeline": Timeline,
}
"""The class of each kind, by what a file calls it."""
