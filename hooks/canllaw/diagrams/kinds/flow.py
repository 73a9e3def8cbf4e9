"""Flow: parts joined by arrows, with decisions from which ways branch and may join again.

Welsh has no one word for yes or no. `answer` draws “Ie” and “Nage”, which answer a question that begins with “Ai”;
where the question wants another word (Oes, Ydy, Ydyn), `label` gives the words of both languages instead.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from canllaw.content.schema import Strict
from canllaw.diagrams.canvas import Canvas, Tone
from canllaw.diagrams.description import Description, Item, Items
from canllaw.diagrams.flowchart.chart import Chart, Node, NodeShape, Way
from canllaw.diagrams.flowchart.outline import draw_outline
from canllaw.diagrams.flowchart.top_down import draw_top_down
from canllaw.diagrams.labels import Label, Texts
from canllaw.diagrams.layered import circles
from canllaw.diagrams.spec import Mistake, Spec, Wording
from canllaw.language import Language
from canllaw.problems import guess

MOST_PARTS = 40
MOST_ARROWS = 80

# For each answer, the sentence that says where it leads, and the one that says where it leads back.
_LEADS = {
    None: ("diagram-go", "diagram-back"),
    "yes": ("diagram-yes-go", "diagram-yes-back"),
    "no": ("diagram-no-go", "diagram-no-back"),
}


class FlowPart(Strict):
    """A box, a decision, or where the flow begins or ends."""

    label: Texts
    shape: NodeShape = "box"
    tone: Tone | None = None


class FlowArrow(Strict):
    """An arrow between two parts, with words of its own or an answer; `back` where it leads back to an earlier part."""

    origin: str = Field(alias="from")
    to: str
    label: Texts | None = None
    answer: Literal["yes", "no"] | None = None
    back: bool = False

    def words(self, language: Language, wording: Wording) -> Label | None:
        """What is drawn on it."""
        if self.answer:
            return Label(wording("diagram-yes" if self.answer == "yes" else "diagram-no"), language)
        return self.label.label(language) if self.label else None

    def ends(self) -> dict[str, object]:
        """What Problems say of it."""
        return {"origin": self.origin, "target": self.to}


class Flow(Spec):
    """`kind: flow`."""

    kind: Literal["flow"]
    parts: Annotated[dict[str, FlowPart], Field(min_length=2)]
    arrows: Annotated[list[FlowArrow], Field(min_length=1)]

    def draw(self, language: Language, wording: Wording, width: float) -> Canvas:
        """From the top down where the rows have room, or else in one column."""
        chart = self._chart(language, wording)
        return draw_top_down(chart, width) or draw_outline(chart, width)

    def describe(self, language: Language, wording: Wording) -> Description:
        """The parts as a numbered list in the order in which they are read, each saying where it leads."""
        order = self._chart(language, wording).order
        numbers = {part: number for number, part in enumerate(order, 1)}
        items = (self._described(part, numbers, language, wording) for part in order)
        return (Items(tuple(items), ordered=True),)

    def mistakes(self) -> Iterator[Mistake]:
        """What is wrong between parts and arrows; where there are too many, or one leads nowhere, no more is said."""
        if len(self.parts) > MOST_PARTS:
            yield ("parts",), "flow-too-many-parts", {"n": len(self.parts), "most": MOST_PARTS}
        elif len(self.arrows) > MOST_ARROWS:
            yield ("arrows",), "flow-too-many-arrows", {"n": len(self.arrows), "most": MOST_ARROWS}
        elif "" in map(str.strip, self.parts):
            yield ("parts",), "flow-part-nameless", {}
        elif unknown := list(self._leading_nowhere()):
            yield from unknown
        else:
            yield from self._twice()
            yield from self._alone()
            yield from self._undecided()
            yield from self._circles()

    def _chart(self, language: Language, wording: Wording) -> Chart:
        nodes = {key: Node(part.label.label(language), part.shape, part.tone) for key, part in self.parts.items()}
        ways = (Way((arrow.origin, arrow.to), arrow.words(language, wording), arrow.back) for arrow in self.arrows)
        return Chart(nodes, tuple(ways))

    def _described(self, part: str, numbers: dict[str, int], language: Language, wording: Wording) -> Item:
        label = self.parts[part].label.label(language)
        ways = tuple(self._way(arrow, numbers, language, wording) for arrow in self.arrows if arrow.origin == part)
        if not ways:
            return Item(label, Label(wording("diagram-end"), language))
        if self.parts[part].shape == "start":
            return Item(label, Label(wording("diagram-start"), language), ways)
        if len(ways) == 1 and ways[0].note is None:
            return Item(label, ways[0].label)
        return Item(label, items=ways)

    def _way(self, arrow: FlowArrow, numbers: dict[str, int], language: Language, wording: Wording) -> Item:
        """Where an arrow leads: “If yes, go to 3: Find a partner”."""
        target = self.parts[arrow.to].label.label(language)
        is_back = numbers[arrow.to] <= numbers[arrow.origin]
        sentence = wording(_LEADS[arrow.answer][is_back], n=numbers[arrow.to])
        # A name in the other language is not put into a sentence, which could not say so; it stands in the list.
        if target.language == language:
            sentence = wording("diagram-named", sentence=sentence, name=target.text)
        label = Label(sentence, language)
        return Item(arrow.label.label(language), label) if arrow.label and not arrow.answer else Item(label)

    def _leading_nowhere(self) -> Iterator[Mistake]:
        for index, arrow in enumerate(self.arrows):
            for field, part in (("from", arrow.origin), ("to", arrow.to)):
                if part in self.parts:
                    continue
                place = ("arrows", index, field)
                if nearest := guess(part, self.parts):
                    yield place, "flow-part-unknown-guess", {"part": part, "guess": nearest}
                else:
                    yield place, "flow-part-unknown", {"part": part, "choices": ", ".join(self.parts)}

    def _twice(self) -> Iterator[Mistake]:
        """Arrows that say what one before them says, whether all of it or only the answer; or that say two things."""
        said: set[object] = set()
        answers: set[object] = set()
        for index, arrow in enumerate(self.arrows):
            ends = arrow.ends()
            same, answer = (arrow.origin, arrow.to, arrow.label, arrow.answer), (arrow.origin, arrow.answer)
            if arrow.answer and arrow.label:
                yield ("arrows", index), "flow-arrow-two-words", ends
            if same in said:
                yield ("arrows", index), "flow-arrow-twice", ends
            elif arrow.answer and answer in answers:
                yield ("arrows", index, "answer"), "flow-answer-twice", ends | {"answer": arrow.answer}
            said.add(same)
            answers.add(answer)

    def _alone(self) -> Iterator[Mistake]:
        joined = {part for arrow in self.arrows for part in (arrow.origin, arrow.to) if arrow.origin != arrow.to}
        for part in self.parts:
            if part not in joined:
                other = next(other for other in self.parts if other != part)
                yield ("parts", part), "flow-part-alone", {"part": part, "other": other}

    def _undecided(self) -> Iterator[Mistake]:
        leaving = Counter(arrow.origin for arrow in self.arrows)
        for part, details in self.parts.items():
            if details.shape == "decision" and leaving[part] <= 1:
                yield ("parts", part), "flow-decision-few", {"part": part}
        for index, arrow in enumerate(self.arrows):
            is_silent = not arrow.answer and not arrow.label
            if is_silent and self.parts[arrow.origin].shape == "decision":
                yield ("arrows", index), "flow-answer-missing", arrow.ends()

    def _circles(self) -> Iterator[Mistake]:
        onward = [index for index, arrow in enumerate(self.arrows) if not arrow.back]
        pairs = [(self.arrows[index].origin, self.arrows[index].to) for index in onward]
        for index, parts in circles(list(self.parts), pairs).items():
            circle = {"circle": " → ".join([*parts, parts[0]])}
            yield ("arrows", onward[index]), "flow-circle", circle | self.arrows[onward[index]].ends()
