"""The words of the site for the search in the browser, in small files of which it fetches the one that it needs.

For each language `site/assets/search/<language>.json` is the manifest: how many pages there are, which shards, and for
Welsh the rules for words that the site does not have. `site/assets/search/<language>/<beginning>-<version>.json` is a
shard: all words that begin with the same two letters without accents; three where two would be too many. In it stands
for each word either on how many pages it is, or, if other forms are to be searched too, `[pages, {form: weight}]` with
weights in hundredths. `facets-<version>.json` holds the ids of the pages for each value of each facet, and
`terms-<version>.json` the agreed term for each term of the other language. The version is
made from all shards together, so a browser may keep them for ever, and the manifest must be asked for anew.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from canllaw.language import LANGUAGES, Language
from canllaw.search import lexicon, mutation
from canllaw.search.facets import facets
from canllaw.search.families import Families, Weights, found_as
from canllaw.search.pagefind import IndexedPage, indexed_pages
from canllaw.search.terms import terms
from canllaw.search.tokens import fold, words_and_terms
from canllaw.vocabulary.glossary import Glossary

FOLDER = Path("assets/search")
MOST_BYTES = 24 * 1024  # of a shard, which is about 8 kB packed
_LETTERS = 2
_FACETS, _TERMS = "facets", "terms"  # which are no shards, because they are longer than any beginning
_OTHER = "_"  # stands for what is no letter or digit of ASCII

Entry = int | list[Any]
Shards = dict[str, dict[str, Entry]]


def write_shards(site: Path, glossary: Glossary, languages: Iterable[Language] = LANGUAGES) -> None:
    """Write manifests and shards for the pages below `site` that Pagefind has indexed, and the terms of `glossary`."""
    for language in languages:
        pages = indexed_pages(site, language)
        others = {_FACETS: facets(site, pages), _TERMS: terms(glossary, language)}
        files = {**shards(_entries(pages, language)), **others}
        _write(site / FOLDER, language, len(pages), files)


def _entries(pages: Iterable[IndexedPage], language: Language) -> dict[str, Entry]:
    found: dict[str, set[int]] = defaultdict(set)
    terms: dict[str, set[str]] = defaultdict(set)
    for number, page in enumerate(pages):
        for word, term in words_and_terms(page.text):
            found[word].add(number)
            terms[word].add(term)
    families = Families(found, lexicon.welsh()).all() if language == "cy" else {word: {word: 1.0} for word in found}
    searched = found_as(families, terms)
    return {word: _entry(word, families[word], searched[word], found) for word in sorted(families)}


def _entry(word: str, family: Weights, searched: Weights, found: Mapping[str, set[int]]) -> Entry:
    pages = len(set().union(*(found[form] for form in family)))
    if searched == {word: 1.0}:
        return pages
    ranked = sorted(searched.items(), key=lambda item: (-item[1], item[0]))
    return [pages, {form: round(100 * weight) for form, weight in ranked}]


def shards(entries: Mapping[str, Entry]) -> Shards:
    """`entries` by what they begin with."""
    divided = _divided(entries, _LETTERS)
    for beginning, words in list(divided.items()):
        if len(_json(words)) > MOST_BYTES:
            del divided[beginning]
            divided |= _divided(words, _LETTERS + 1)
    return dict(sorted(divided.items()))


def _divided(entries: Mapping[str, Entry], letters: int) -> Shards:
    divided: Shards = defaultdict(dict)
    for word, entry in entries.items():
        divided[beginning(word, letters)][word] = entry
    return dict(divided)


def beginning(word: str, letters: int = _LETTERS) -> str:
    """What a shard with `word` in it is called: its first `letters` without accents, "_" for any that is not ASCII."""
    return re.sub("[^a-z0-9]", _OTHER, fold(word)[:letters])


def _write(folder: Path, language: Language, pages: int, files: Mapping[str, Any]) -> None:
    written = {name: _json(content) for name, content in files.items()}
    version = hashlib.sha256(b"".join(written.values())).hexdigest()[:12]
    target = folder / language
    target.mkdir(parents=True, exist_ok=True)
    for name, data in written.items():
        (target / f"{name}-{version}.json").write_bytes(data)
    names = " ".join(name for name in written if name not in (_FACETS, _TERMS))
    manifest = {"pages": pages, "version": version, "shards": names, **_rules(language)}
    (folder / f"{language}.json").write_bytes(_json(manifest))


def _rules(language: Language) -> dict[str, Any]:
    """What the browser must know of the language, said once, in Python."""
    if language == "en":
        return {"stopWords": " ".join(sorted(lexicon.STOP_WORDS_EN))}
    return {
        "stopWords": " ".join(sorted(lexicon.STOP_WORDS)),
        "vowels": mutation.VOWELS,
        "mutated": mutation.MUTATED,
        "radicals": mutation.RADICALS,
        "nounEndings": lexicon.NOUN_ENDINGS,
        "verbEndings": lexicon.VERB_ENDINGS,
        "verbNounEndings": lexicon.VERB_NOUN_ENDINGS,
    }


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
