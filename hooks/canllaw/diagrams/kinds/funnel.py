"""Funnel: how projects reach a market, behind closed walls, through open ones, or both ways for comparison."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from canllaw.content.schema import Strict
from canllaw.diagrams.canvas import Canvas
from canllaw.diagrams.description import Description, Item, Items
from canllaw.diagrams.funnels.arrange import arranged
from canllaw.diagrams.funnels.model import Model, Traffic, Walls
from canllaw.diagrams.labels import Label, Texts
from canllaw.diagrams.spec import Mistake, Spec, Wording
from canllaw.language import Language

_MOST_PHASES = 5
_MOST_PASSING = 4
_MOST_OTHERS = 2

Passing = Annotated[list[Texts], Field(min_length=1, max_length=_MOST_PASSING)]


class Closed(Strict):
    """What is said about the closed funnel; what is left out is called as usual."""

    title: Texts | None = None
    market: Texts | None = None
    remark: Texts | None = None


class Open(Closed):
    """What is said about the open funnel, whose walls let things in and out."""

    comes_in: Passing | None = None
    goes_out: Passing | None = None
    others: Annotated[list[Texts], Field(min_length=1, max_length=_MOST_OTHERS)] | None = None


class Funnel(Spec):
    """`kind: funnel`."""

    kind: Literal["funnel"]
    models: Annotated[list[Walls], Field(min_length=1, max_length=2)]
    entrance: Texts | None = None
    phases: Annotated[list[Texts], Field(min_length=1, max_length=_MOST_PHASES)] | None = None
    closed: Closed = Closed()
    open: Open = Open()

    def draw(self, language: Language, wording: Wording, width: float) -> Canvas:
        """The funnels from left to right, or downwards where that needs less room."""
        return arranged([self._model(walls, _Speaker(language, wording)) for walls in self.models], width)

    def describe(self, language: Language, wording: Wording) -> Description:
        """For each funnel a list, in the order in which projects pass through it."""
        say = _Speaker(language, wording)
        return tuple(
            Items(tuple(_described(model, say)), heading=model.title)
            for model in (self._model(walls, say) for walls in self.models)
        )

    def mistakes(self) -> Iterator[Mistake]:
        """A model that is named twice; one that is described but not drawn."""
        for index, walls in enumerate(self.models):
            if walls in self.models[:index]:
                yield ("models", index), "funnel-model-twice", {"value": walls}
        for walls in ("closed", "open"):
            if walls in self.model_fields_set and walls not in self.models:
                yield (walls,), "funnel-model-unused", {"field": walls}

    def _model(self, walls: Walls, say: _Speaker) -> Model:
        own = self.open if walls == "open" else self.closed
        title = "diagram-funnel-open" if walls == "open" else "diagram-funnel-closed"
        return Model(
            walls,
            say.one(own.title, title),
            say.one(self.entrance, "diagram-funnel-entrance"),
            say.several(self.phases, "diagram-funnel-research", "diagram-funnel-development"),
            say.one(own.market, "diagram-funnel-market"),
            say.traffic(self.open) if walls == "open" else (),
            say.several(self.open.others, "diagram-funnel-others") if walls == "open" else (),
            own.remark.label(say.language) if own.remark else None,
        )


@dataclass(frozen=True)
class _Speaker:
    """Gives an author's words in one language, or the interface's where there are none."""

    language: Language
    wording: Wording

    def word(self, key: str) -> Label:
        return Label(self.wording(key), self.language)

    def one(self, texts: Texts | None, key: str) -> Label:
        return texts.label(self.language) if texts else self.word(key)

    def several(self, texts: list[Texts] | None, *keys: str) -> tuple[Label, ...]:
        return tuple(each.label(self.language) for each in texts) if texts else tuple(map(self.word, keys))

    def traffic(self, own: Open) -> tuple[Traffic, ...]:
        into = self.several(own.comes_in, "diagram-funnel-usual-in")
        out = self.several(own.goes_out, "diagram-funnel-usual-out")
        return (
            Traffic(self.word("diagram-funnel-comes-in"), into, inwards=True),
            Traffic(self.word("diagram-funnel-goes-out"), out, inwards=False),
        )


def _described(model: Model, say: _Speaker) -> Iterator[Item]:
    walls = "diagram-funnel-walls-open" if model.is_open else "diagram-funnel-walls-closed"
    yield Item(say.word("diagram-funnel-mouth"), items=_listed(model.entrance))
    yield Item(say.word(walls))
    yield Item(say.word("diagram-funnel-phases"), items=_listed(*model.phases))
    for way in model.traffic:
        heading = "diagram-funnel-through-in" if way.inwards else "diagram-funnel-through-out"
        yield Item(say.word(heading), items=_listed(*way.labels))
    yield Item(say.word("diagram-funnel-fewer"))
    yield Item(say.word("diagram-funnel-end"), items=_listed(model.market))
    if model.others:
        yield Item(say.word("diagram-funnel-also"), items=_listed(*model.others))
    if model.remark:
        yield Item(model.remark)


def _listed(*labels: Label) -> tuple[Item, ...]:
    return tuple(Item(label) for label in labels)
