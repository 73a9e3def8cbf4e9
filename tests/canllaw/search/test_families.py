"""Families of words: which forms on Welsh pages belong together, and how surely."""

from __future__ import annotations

import time

import pytest

from canllaw.search.families import LEAST, Families, found_as
from canllaw.search.lexicon import STOP_WORDS, Lexicon, noun_bases, welsh


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """The lemmas of Welsh."""
    return welsh()


def test_mutations_belong_to_their_radical(lexicon: Lexicon) -> None:
    """The radical finds its mutations, a mutation the radical and the others, and the very word is surest."""
    forms = ["treftadaeth", "dreftadaeth", "threftadaeth", "nhreftadaeth"]
    families = Families(forms, lexicon)
    assert families.family("treftadaeth") == {form: 1.0 if form == "treftadaeth" else 0.9 for form in forms}
    assert families.family("dreftadaeth")["dreftadaeth"] == 1.0
    assert set(families.family("dreftadaeth")) == set(forms)


def test_radical_need_not_be_on_the_site(lexicon: Lexicon) -> None:
    """A word finds its forms though it stands on no page itself."""
    families = Families(["dreftadaeth"], lexicon)
    assert families.family("treftadaeth") == {"dreftadaeth": 0.9}
    assert "treftadaeth" in families.all()


def test_names_in_no_lexicon_are_known_from_the_site() -> None:
    """Forms of a name that no lexicon has belong together by the rules alone, if the site has the radical."""
    families = Families(["pwllheli", "mhwllheli", "bwllheli"], Lexicon({}))
    assert set(families.family("mhwllheli")) == {"pwllheli", "mhwllheli", "bwllheli"}


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("gair", "geiriau"),
        ("geiriau", "eiriau"),
        ("plentyn", "plant"),
        ("plentyn", "blant"),
        ("tŷ", "tai"),
        ("amgueddfa", "amgueddfeydd"),
        ("sefydliad", "sefydliadau"),
        ("caerdydd", "nghaerdydd"),
    ],
)
def test_inflected_forms_belong_together(lexicon: Lexicon, word: str, form: str) -> None:
    """Plurals with a change of vowel, of irregular nouns and of mutated ones are found from both sides."""
    families = Families([word, form], lexicon)
    assert form in families.family(word)
    assert word in families.family(form)


def test_surer_forms_weigh_more(lexicon: Lexicon) -> None:
    """The word itself weighs more than a mutation, a mutation more than a plural."""
    weights = Families(["plant", "blant", "plentyn"], lexicon).family("plant")
    assert 1.0 == weights["plant"] > weights["blant"] > weights["plentyn"] >= LEAST


def test_word_in_its_own_right_is_hardly_a_mutation(lexicon: Lexicon) -> None:
    """A word that is one itself, such as *nod*, is less surely the mutation of another, such as *dod*."""
    families = Families(["nod", "dod", "fara", "bara"], lexicon)
    assert families.family("dod").get("nod", 0) <= 0.5
    assert families.family("bara")["fara"] == 0.9


def test_words_without_content_belong_to_nothing(lexicon: Lexicon) -> None:
    """Of *bae* no family takes in *mae*, and a word without content has no forms but itself."""
    families = Families(["bae", "mae", "bod", "oedd", "gan", "can"], lexicon)
    assert "mae" not in families.family("bae")
    assert families.family("mae") == {"mae": 1.0}
    assert families.family("oedd") == {"oedd": 1.0}
    assert not STOP_WORDS & set(families.family("can"))


def test_endings_are_guessed_only_of_unknown_words() -> None:
    """A word that the lexicon knows is not taken apart; a new one with a plural's ending is, with little weight."""
    lexicon = Lexicon({"agor": "agor", "agoriau": "agoriau", "gwefan": "gwefan"})
    families = Families(["agor", "agoriau", "gwefan", "gwefannau"], lexicon)
    assert "agoriau" not in families.family("agor")
    assert families.family("gwefan")["gwefannau"] == pytest.approx(0.3)


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("llyfrau", "llyfr"),
        ("amgueddfeydd", "amgueddfa"),
        ("gwefannau", "gwefan"),
        ("copïau", "copi"),
        ("athrawesau", "athrawes"),
        ("gweithwyr", "gweithiwr"),
        ("hanner-wragedd", "hanner-wraig"),
        ("gwlypach", "gwlyb"),
        ("tecaf", "teg"),
    ],
)
def test_bases_without_an_ending(word: str, base: str) -> None:
    """Endings of plurals and degrees are taken off, with what they change before them."""
    assert base in noun_bases(word)


def test_forms_are_replaced_by_what_the_index_calls_them() -> None:
    """A form that the index has under other terms is searched for by those, at its own weight."""
    families = {"cymru": {"cymru": 1.0, "gymru": 0.9}}
    terms = {"cymru": ["cymru"], "gymru": ["gymru", "gymrun"]}
    assert found_as(families, terms) == {"cymru": {"cymru": 1.0, "gymru": 0.9, "gymrun": 0.9}}


def test_many_words_take_little_time(lexicon: Lexicon) -> None:
    """The families of twenty thousand forms, as many as a thousand guides have, take less than two seconds."""
    forms = sorted(word for word in lexicon.words() if word.isalpha())[::19][:20_000]
    began = time.process_time()
    assert len(Families(forms, lexicon).all()) >= len(forms) == 20_000
    assert time.process_time() - began < 2
