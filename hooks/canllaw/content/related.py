"""Which guides are about the same as a guide: told from their words, their tags and their topic.

Texts are compared as is usual in retrieval: the stems of each are weighted by how often it has them and how few others
do (TF-IDF; Salton and Buckley, *Information Processing & Management* 24, 1988), and the likeness of two is the cosine
of their weights. Only the heaviest stems of each guide count, and only guides that share one with it are looked at, by
an index from stems to guides; what very many guides have tells nothing apart. So the time grows with the number of
guides and not with its square.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from math import fsum, log, sqrt

from canllaw.cache import Remember, make_anew
from canllaw.content.html_tags import without_comments
from canllaw.content.library import Edition, Guide
from canllaw.language import LANGUAGES, Language

Stem = Callable[[str, Language], str]

TEXT, TAGS, TOPIC = 0.6, 0.3, 0.1  # what each kind of likeness, from 0 to 1, counts
STEMS = 24  # of each guide, the heaviest
MOST = 60  # guides that share something, beyond which it is no sign of likeness

_WORD = re.compile(r"[^\W\d_]+")
# None of these looks ahead over text that another start looks over again: a line can be as long as a book.
_NOT_READ = re.compile(r"\]\([^()]*+\)|\{[^{}]*+\}|<[^<>]*+>")

Index = Mapping[Hashable, Sequence[int]]


class Relations:
    """The guides of a Library, by likeness."""

    def __init__(self, guides: Sequence[Guide], stem: Stem, remember: Remember[Counter[str]] = make_anew) -> None:
        """`stem` gives one word for all forms of a word in a language, "" for a word that says nothing.

        `remember` knows how often texts that were counted before have each stem.
        """
        self._guides = guides
        self._stem = stem
        self._remember = remember
        self._ranked: dict[int, list[int]] = {}

    def nearest(self, guide: Guide, count: int) -> list[Guide]:
        """The `count` guides that are most like `guide`, the likest first; fewer where nothing is shared."""
        here = self._places[guide.key]
        if here not in self._ranked:
            self._ranked[here] = self._rank(here)
        return [self._guides[there] for there in self._ranked[here][:count]]

    def _rank(self, here: int) -> list[int]:
        """The guides that are like the one `here`, the likest first."""
        topic = self._guides[here].facts.topic
        cosines = self._cosines(here)
        likeness = {
            there: TEXT * cosines.get(there, 0.0)
            + TAGS * self._alike(here, there)
            + TOPIC * (topic == self._guides[there].facts.topic)
            for there in (self._sharing(here) | cosines.keys()) - {here}
        }
        like = [there for there in likeness if likeness[there] > 0]
        return sorted(like, key=lambda there: (-round(likeness[there], 9), self._guides[there].key))

    @cached_property
    def _places(self) -> dict[str, int]:
        return {guide.key: place for place, guide in enumerate(self._guides)}

    @cached_property
    def _by_tag(self) -> Index:
        return _index(guide.facts.tags for guide in self._guides)

    @cached_property
    def _by_topic(self) -> Index:
        return _index([guide.facts.topic] for guide in self._guides)

    def _sharing(self, here: int) -> set[int]:
        """The guides that share a tag with the one `here`, unless very many do, and those around it in its topic."""
        facts = self._guides[here].facts
        sharing = {there for tag in facts.tags for there in self._by_tag[tag] if len(self._by_tag[tag]) <= MOST}
        topic = self._by_topic[facts.topic]
        first = max(topic.index(here) - MOST // 2, 0)
        return sharing | set(topic[first : first + MOST])

    def _alike(self, here: int, there: int) -> float:
        """The part of the tags of two guides that both have, a tag that few have counting for more."""
        (mine, all_mine), (theirs, all_theirs) = self._tags[here], self._tags[there]
        shared = fsum(mine[tag] for tag in mine.keys() & theirs.keys())
        return shared / (all_mine + all_theirs - shared) if shared else 0.0

    @cached_property
    def _tags(self) -> list[tuple[dict[Hashable, float], float]]:
        """The tags of each guide with what they count, and what they count together."""
        counts = {tag: 1 + log(len(self._guides) / len(guides)) for tag, guides in self._by_tag.items()}
        tags: list[dict[Hashable, float]] = [{tag: counts[tag] for tag in guide.facts.tags} for guide in self._guides]
        return [(own, fsum(own.values())) for own in tags]

    @cached_property
    def _texts(self) -> dict[Language, tuple[list[dict[str, float]], Index]]:
        """For each language the weights of the stems of every guide, and the guides that have each stem."""
        texts: dict[Language, tuple[list[dict[str, float]], Index]] = {}
        for language in LANGUAGES:
            editions = [guide.editions.get(language) for guide in self._guides]
            counts = [self._counted(edition) if edition else Counter[str]() for edition in editions]
            spread = Counter(stem for count in counts for stem in count)
            written = sum(1 for count in counts if count)
            weights = [_weights(count, spread, written) for count in counts]
            texts[language] = weights, _index(weights)
        return texts

    def _counted(self, edition: Edition) -> Counter[str]:
        return self._remember(f"stems {edition.digest}", lambda: self._count(edition))

    def _count(self, edition: Edition) -> Counter[str]:
        counted: Counter[str] = Counter()
        body = _NOT_READ.sub(" ", without_comments(edition.source.body))
        text = " ".join((edition.title, edition.summary, body))
        for word, times in Counter(_WORD.findall(text.lower())).items():
            if stem := self._stem(word, edition.language):
                counted[stem] += times
        return counted

    def _cosines(self, here: int) -> dict[int, float]:
        """How like the texts of others are to that of the guide `here`, in the language in which they are most so."""
        best: dict[int, float] = {}
        for weights, index in self._texts.values():
            cosines: dict[int, float] = defaultdict(float)
            for stem, weight in weights[here].items():
                for there in index[stem]:
                    cosines[there] += weight * weights[there][stem]
            for there, cosine in cosines.items():
                best[there] = max(cosine, best.get(there, 0.0))
        return best


def _weights(count: Counter[str], spread: Counter[str], texts: int) -> dict[str, float]:
    """The weights of the heaviest stems of a text, of length 1 together, without those that very many texts have."""
    weights = {
        stem: (1 + log(times)) * log(texts / spread[stem])
        for stem, times in count.items()
        if 1 < spread[stem] <= MOST and spread[stem] < texts
    }
    heaviest = sorted(weights, key=lambda stem: (-weights[stem], stem))[:STEMS]
    length = sqrt(sum(weights[stem] ** 2 for stem in heaviest))
    return {stem: weights[stem] / length for stem in heaviest}


def _index(things: Iterable[Iterable[Hashable]]) -> Index:
    """The places at which each of the `things` stands."""
    index: dict[Hashable, list[int]] = defaultdict(list)
    for place, held in enumerate(things):
        for thing in held:
            index[thing].append(place)
    return index
