"""Addresses and anchors."""

from __future__ import annotations

import unicodedata

import pytest

from canllaw.language import Language
from canllaw.language.addresses import site_path, slug_of_title, slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Open innovation", "open-innovation"),
        ("Tŷ ŵyl â’r cŵn", "ty-wyl-ar-cwn"),
        ("gyda'n gilydd", "gydan-gilydd"),
        ("gyda’n gilydd", "gydan-gilydd"),
        ("  What?  Why – how… ", "what-why-how"),
        ("Ymchwil & datblygu (Y&D)", "ymchwil-datblygu-y-d"),
        ("3D, snake_case", "3d-snake-case"),
        ("ÂÊÎÔÛŴŶ äëïöüẅÿ", "aeiouwy-aeiouwy"),
        ("日本語 ?!", ""),
        ("", ""),
    ],
)
def test_slugify(text: str, slug: str) -> None:
    """A slug is lower-case ASCII words joined by hyphens, accents folded and apostrophes left out."""
    assert slugify(text) == slug


def test_slugify_takes_a_separator() -> None:
    """Python-Markdown's `toc` may ask for another separator, which then also is not left at the ends."""
    assert slugify("?Tŷ bach?", "_") == "ty_bach"


def test_slugify_of_decomposed_letters() -> None:
    """Letters with accents of their own (NFD) give the same address as those in one piece."""
    assert slugify(unicodedata.normalize("NFD", "Tŷ Ŵyl")) == slugify("Tŷ Ŵyl") == "ty-wyl"


@pytest.mark.parametrize(
    ("title", "language", "slug"),
    [
        ("The first steps", "en", "first-steps"),
        ("An archive", "en", "archive"),
        ("A theory", "en", "theory"),
        ("Theatre", "en", "theatre"),
        ("Y camau cyntaf", "cy", "camau-cyntaf"),
        ("Yr ail ran", "cy", "ail-ran"),
        ("Ymchwil", "cy", "ymchwil"),
        ("Yr", "cy", "yr"),
        ("A oes heddwch?", "cy", "a-oes-heddwch"),
        ("Y we", "en", "y-we"),
    ],
)
def test_leading_articles(title: str, language: Language, slug: str) -> None:
    """An address has no leading article, which is that of its own language and a word by itself."""
    assert slug_of_title(title, language) == slug


def test_site_path() -> None:
    """English pages stand at the root, Welsh ones below `cy/`, and so do the two home pages."""
    assert site_path("en", "guides/steps/") == "guides/steps/"
    assert site_path("cy", "canllawiau/camau/") == "cy/canllawiau/camau/"
    assert (site_path("en", ""), site_path("cy", "")) == ("", "cy/")
