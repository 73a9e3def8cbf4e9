"""Asking at a terminal what an option has not said, and reading what was answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from canllaw.language import LANGUAGES, Language
from canllaw.problems import guess, sentence, visible


class RefusedError(Exception):
    """What was answered, or not answered, cannot stand; the message says why."""


@dataclass(frozen=True)
class Choices:
    """What can be chosen for one field: ids, with what each is called in both languages."""

    field: str
    names: Mapping[str, Mapping[Language, str]]
    least: int = 1
    most: int = 1

    def read(self, words: Sequence[str], languages: tuple[Language, ...]) -> tuple[str, ...]:
        """The ids that `words` stand for: ids themselves, numbers in the list, or names; raises RefusedError."""
        found = tuple(dict.fromkeys(self._one(word, languages) for word in words if word.strip()))
        if not self.least <= len(found) <= self.most:
            said = {"field": self.field, "least": self.least, "most": self.most, "choices": ", ".join(self.names)}
            code = "choose-one" if self.most == 1 else "choose-some"
            raise RefusedError(sentence(code, languages, **said))
        return found

    def _one(self, word: str, languages: tuple[Language, ...]) -> str:
        word = word.strip()
        ids = list(self.names)
        if word.isascii() and word.isdigit() and 0 < int(word) <= len(ids):
            return ids[int(word) - 1]
        known = {name: name for name in ids}
        known |= {called.casefold(): name for name, both in self.names.items() for called in both.values()}
        if chosen := known.get(word) or known.get(word.casefold()):
            return chosen
        nearest = guess(word.casefold(), known)
        code = "choice-unknown-guess" if nearest else "choice-unknown"
        values = {"field": self.field, "word": visible(word), "choices": ", ".join(ids)}
        raise RefusedError(sentence(code, languages, guess=known[nearest] if nearest else "", **values))

    def listed(self, languages: tuple[Language, ...]) -> str:
        """The choices with their numbers, a line each."""
        lines = []
        for number, (name, both) in enumerate(self.names.items(), 1):
            called = " / ".join(dict.fromkeys(both[language] for language in languages))
            lines.append(f"  {number:2}  {name}: {called}")
        return "\n".join(lines)


@dataclass(frozen=True)
class Asker:
    """Asks through `ask`, which shows words and gives an answer; where that is None nobody is there to be asked."""

    languages: tuple[Language, ...] = LANGUAGES
    ask: Callable[[str], str] | None = None
    tell: Callable[[str], None] = print

    def choose(self, choices: Choices, given: Sequence[str] | None, code: str) -> tuple[str, ...]:
        """The ids that were `given`, or are answered to the question `code`; it is asked until the answer can stand."""
        if given is not None or self.ask is None:
            return choices.read(given or (), self.languages)
        self.tell(sentence(code, self.languages, least=choices.least, most=choices.most))
        self.tell(choices.listed(self.languages))
        while True:
            answer = self.ask("> ")
            try:
                return choices.read(_apart(answer, choices), self.languages)
            except RefusedError as refused:
                self.tell(str(refused))

    def words(self, given: str | None, code: str) -> str:
        """The words that were `given`, or are answered to the question `code`; "" where there are none."""
        if given is not None or self.ask is None:
            return given or ""
        self.tell(sentence(code, self.languages))
        return self.ask("> ")


def _apart(answer: str, choices: Choices) -> list[str]:
    """The parts of an answer: between commas, or words where each is one by itself."""
    parts = answer.replace(";", ",").split(",")
    alone = answer.split()
    return alone if len(parts) == 1 and choices.most > 1 and all(word.isdigit() for word in alone) else parts
