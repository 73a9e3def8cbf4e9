"""What every kind of diagram states, and what it can do."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator

from canllaw.content.schema import Strict
from canllaw.diagrams.canvas import Canvas
from canllaw.diagrams.description import Description
from canllaw.diagrams.labels import Texts
from canllaw.language import Language

Wording = Callable[..., str]
"""Gives the interface words for a key in the text's language: `wording("diagram-yes")`."""

Mistake = tuple[tuple[str | int, ...], str, dict[str, object]]
"""Where in the file (the path of keys), the code of a Problem, and its values."""


class Spec(Strict):
    """The fields that all kinds have."""

    title: Texts
    summary: Texts

    @abstractmethod
    def draw(self, language: Language, wording: Wording, width: float) -> Canvas:
        """The diagram, `width` user units wide, or wider where a single word needs more; as high as it needs."""

    @abstractmethod
    def describe(self, language: Language, wording: Wording) -> Description:
        """All that the diagram shows, in words."""

    def mistakes(self) -> Iterator[Mistake]:
        """What is wrong though each field by itself is right: an arrow to a part that does not exist, and such."""
        yield from ()
