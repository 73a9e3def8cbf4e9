"""What social networks show with a link to a page of the built site."""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image

from built_site import SITE_URL, BuiltSite

sys.path.insert(0, str(Path(__file__).parent))
from reading import LANGUAGES, Source, guides, language_of, meta, pages_alone, sources


def test_every_page_has_a_picture(site: BuiltSite) -> None:
    """Each page in each language names one picture by its absolute address, which is there and as large as is said."""
    for address, page in pages_alone(site).items():
        (image,) = meta(page, "og:image")
        assert image.startswith(SITE_URL), address
        with Image.open(site.root / image.removeprefix(SITE_URL)) as picture:
            assert picture.format == "PNG"
            assert [str(side) for side in picture.size] == meta(page, "og:image:width") + meta(page, "og:image:height")
        assert meta(page, "twitter:card") == ["summary_large_image"], address


def test_each_guide_has_its_own_picture_in_its_language(site: BuiltSite) -> None:
    """No two guides and no two languages share a picture, and a fallback page has that of the edition that it shows."""
    contents = []
    for guide in guides():
        for language in LANGUAGES:
            image = _image(site, guide, language)
            if language in guide.editions:
                assert image.startswith(guide.address(language))
                contents.append((site.root / image).read_bytes())
            else:
                assert image == _image(site, guide, guide.shown_in(language))
    assert len(contents) == len({*contents}) > len(guides())


def test_pictures_are_described_in_the_language_of_the_page(site: BuiltSite) -> None:
    """The description holds the title that stands on the picture, in the words of the site's language."""
    home = sources()[""]
    for address, page in pages_alone(site).items():
        language = language_of(address)
        guide = next((guide for guide in guides() if guide.address(language) == address), home)
        title = guide.front(language)["title"]
        (alt,) = meta(page, "og:image:alt")
        assert alt.startswith(f"“{title}”"), address
        assert ("wrth ymyl bwa" in alt) == (language == "cy"), address


def test_there_is_no_picture_that_no_page_names(site: BuiltSite) -> None:
    """Every picture that was drawn is named by a page."""
    named = {meta(page, "og:image")[0].removeprefix(SITE_URL) for page in pages_alone(site).values()}
    there = {
        path.relative_to(site.root).as_posix()
        for name in ("social.png", "llun-rhannu.png")
        for path in site.root.rglob(name)
    }
    assert there == named


def _image(site: BuiltSite, source: Source, language: str) -> str:
    """The path of the picture that the page of `source` names on the site in `language`, from the site's root."""
    return meta(site.pages[source.address(language)], "og:image")[0].removeprefix(SITE_URL)
