"""The glossary as a bridge between the languages: what a term of the other language is called in this one."""

from __future__ import annotations

from collections.abc import Iterator

from canllaw.language import Language, other
from canllaw.search.mutation import mutations
from canllaw.search.tokens import fold, normal
from canllaw.vocabulary.glossary import Glossary, Term


def terms(glossary: Glossary, language: Language) -> dict[str, str]:
    """The agreed term in `language` for each form, as a reader may type it, of a term in the other language.

    The keys are in lower case and without accents; a word that is the same in both languages leads nowhere new.
    """
    found: dict[str, str] = {}
    for entry in glossary.root.values():
        for form in _forms(entry[other(language)], other(language)):
            if form != _key(entry[language].term):
                found.setdefault(form, entry[language].term)
    return dict(sorted(found.items()))


def _forms(term: Term, language: Language) -> Iterator[str]:
    """The term and its plural; in Welsh also as their first letter may be mutated."""
    for words in (term.term, term.plural):
        if words:
            plain = normal(words)
            yield from map(_key, (plain, *(mutations(plain) if language == "cy" else ())))


def _key(words: str) -> str:
    return fold(normal(words)).replace("’", "'")
