"""Which guides are like which."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from canllaw.content.blocks import read_blocks
from canllaw.content.frontmatter import read_source
from canllaw.content.library import Edition, Guide
from canllaw.content.related import MOST, STEMS, Relations
from canllaw.content.schema import GuideFields
from canllaw.language import Language


def _stem(word: str, language: Language) -> str:
    return word if len(word) > 2 else ""


class _Guides:
    """Makes guides in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def guide(self, key: str, topic: str, tags: Sequence[str], **texts: str) -> Guide:
        """A guide with a text in each of the languages that `texts` names."""
        facts = GuideFields.model_validate({"topic": topic} | ({"tags": list(tags)} if tags else {}))
        editions: dict[Language, Edition] = {}
        for language, text in texts.items():
            path = self._folder / f"{key}.{language}.md"
            path.write_text(f"---\ntitle: x\n---\n{text}", encoding="utf-8")
            source, _ = read_source(path.read_bytes(), path.name)
            name: Language = "cy" if language == "cy" else "en"
            editions[name] = Edition(name, path.name, GuideFields(), source, read_blocks(text))
        return Guide(f"guides/{key}", editions, facts)


def _nearest(guides: list[Guide], key: str, count: int = 9) -> list[str]:
    relations = Relations(guides, _stem)
    here = next(guide for guide in guides if guide.key == f"guides/{key}")
    return [guide.key.removeprefix("guides/") for guide in relations.nearest(here, count)]


def test_text_counts_most(tmp_path: Path) -> None:
    """The guide whose text is most alike comes first, then those that share tags, then the topic."""
    make = _Guides(tmp_path).guide
    guides = [
        make("here", "one", ["a", "b"], en="scanning old maps with friends"),
        make("text", "two", ["x"], en="old maps, and scanning"),
        make("tags", "two", ["a", "b"], en="bread"),
        make("topic", "one", ["y"], en="cheese"),
        make("nothing", "two", ["z"], en="wine"),
    ]
    assert _nearest(guides, "here") == ["text", "tags", "topic"]
    assert _nearest(guides, "here", 1) == ["text"]


def test_nothing_shared(tmp_path: Path) -> None:
    """A guide that shares nothing with any other has none like it."""
    make = _Guides(tmp_path).guide
    assert _nearest([make("a", "one", ["a"], en="bread"), make("b", "two", ["b"], en="cheese")], "a") == []
    assert _nearest([make("a", "one", [], en="bread")], "a") == []


def test_languages_are_compared_apart(tmp_path: Path) -> None:
    """Welsh is compared with Welsh, so that a guide in Welsh only finds its like as well."""
    make = _Guides(tmp_path).guide
    guides = [
        make("here", "one", [], cy="mapiau a ffotograffau"),
        make("both", "two", [], en="bread", cy="hen ffotograffau, mapiau"),
        make("english", "three", [], en="mapiau a ffotograffau"),
        make("other", "four", [], cy="bara"),
    ]
    assert _nearest(guides, "here") == ["both"]


@pytest.mark.parametrize(("alike", "apart"), [("en", "cy"), ("cy", "en")])
def test_likeness_in_either_language(tmp_path: Path, alike: str, apart: str) -> None:
    """Two guides are as like as in the language in which they are most so, whatever the other language says."""
    make = _Guides(tmp_path).guide
    guides = [
        make("here", "one", [], **{alike: "bread cheese wine", apart: "olives onions garlic leeks"}),
        make("whole", "two", [], **{alike: "bread cheese wine", apart: "leeks lamb mutton honey"}),
        make("half", "three", [], **{apart: "olives onions lamb mutton"}),
        make("rest", "four", [], **{alike: "beer", apart: "garlic honey"}),
    ]
    assert _nearest(guides, "here")[:2] == ["whole", "half"]


def test_what_very_many_share(tmp_path: Path) -> None:
    """A word or a tag is a sign of likeness as long as no more than `MOST` guides have it."""
    make = _Guides(tmp_path).guide
    for count, are_alike in ((MOST, True), (MOST + 1, False)):
        others = [make(f"other{n}", f"u{n}", [], en=f"different{n}") for n in range(3)]
        words = [make(f"g{n}", f"t{n}", [], en="maps") for n in range(count)]
        assert bool(_nearest(words + others, "g0")) == are_alike
        tags = [make(f"g{n}", f"t{n}", ["tag"], en="") for n in range(count)]
        assert bool(_nearest(tags + others, "g0")) == are_alike


def test_large_topic(tmp_path: Path) -> None:
    """Of a topic with very many guides those around a guide count as its like, and not the first ones."""
    make = _Guides(tmp_path).guide
    guides = [make(f"g{n}", "topic", [], en="") for n in range(4 * MOST)]
    here = 2 * MOST
    around = {f"g{n}" for n in range(here - MOST // 2, here + MOST // 2)} - {f"g{here}"}
    assert set(_nearest(guides, f"g{here}", len(guides))) == around


def test_heaviest_words(tmp_path: Path) -> None:
    """Only the words that say most about a text count: one that shares no other with it is not like it."""
    make = _Guides(tmp_path).guide
    heavy = " ".join(f"heavy{chr(97 + n)}" for n in range(STEMS))
    light = "lighta lightb lightc"
    guides = [
        make("here", "one", [], en=f"{heavy} {heavy} {light}"),
        make("heavy", "two", [], en=heavy),
        make("light", "three", [], en=light),
    ]
    assert _nearest(guides, "here") == ["heavy"]


def test_same_for_same(tmp_path: Path) -> None:
    """Guides that are equally like another come in the order of their folders."""
    make = _Guides(tmp_path).guide
    guides = [make(key, "one", ["a"], en="") for key in ("c", "a", "d", "b")]
    assert _nearest(guides, "c") == ["a", "b", "d"]


def test_time_grows_with_the_guides(tmp_path: Path) -> None:
    """Six hundred guides that share tags, topic and many words are compared in the time of a few blinks."""
    make = _Guides(tmp_path).guide
    words = [f"word{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(400)]
    guides = [
        make(f"g{n}", f"t{n % 3}", [f"tag{n % 5}"], en=" ".join(words[(n * 7 + i * 13) % 400] for i in range(60)))
        for n in range(600)
    ]
    relations = Relations(guides, _stem)
    started = time.process_time()
    assert all(len(relations.nearest(guide, 3)) == 3 for guide in guides)
    assert time.process_time() - started < 3
