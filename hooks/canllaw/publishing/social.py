"""Pictures for social networks: drawn once, written beside their pages, and named in each page's head (ogp.me)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from urllib.parse import urljoin

import PIL

from canllaw import social
from canllaw.build import Build
from canllaw.cache import kept
from canllaw.content.library import Guide, Page
from canllaw.content.social import social_place, social_places
from canllaw.diagrams import metrics
from canllaw.language import Language
from canllaw.social import letters, mark, palette
from canllaw.social.picture import HEIGHT, WIDTH, Words, picture
from canllaw.workers import shared

_MANY = 16
"""From how many pictures on it pays to share the work."""


@dataclass(frozen=True)
class SocialPicture:
    """What a head says of a picture: its absolute address, what is seen on it, and its size in pixels."""

    address: str
    alt: str
    width: int = WIDTH
    height: int = HEIGHT


def social_picture(build: Build, page: Page, site_language: Language, site_url: str) -> SocialPicture:
    """The picture for `page` on the site in `site_language`, which its description is in; `site_url` ends in `/`."""
    pictured = page if isinstance(page, Guide) else build.library.pages[""]
    alt = build.words.say("social-alt", site_language, title=pictured.edition(site_language).title)
    return SocialPicture(urljoin(site_url, social_place(build.library, page, site_language)), alt)


def write(build: Build, site: Path, site_name: str) -> None:
    """Write each picture below `site`; what has not changed since an earlier build is not drawn again."""
    places = list(social_places(build.library).items())
    shared(lambda place: _write(build, site, site_name, *place), places, least=_MANY)


def _write(build: Build, site: Path, site_name: str, place: str, pictured: tuple[Page, Language]) -> None:
    page, language = pictured
    topics = list(build.vocabulary.taxonomy.topics)
    words = Words(site_name, _label(build, page, language), page.editions[language].title)
    topic = topics.index(page.facts.topic) if isinstance(page, Guide) and page.facts.topic in topics else 0
    key = "\0".join((_code(), words.site_name, words.label, words.title, page.key, str(topic)))
    file = site / place
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(kept(build.docs.parent, key.encode(), partial(picture, words, page.key, topic)))


def _label(build: Build, page: Page, language: Language) -> str:
    """The type and the topic of a guide, in `language`; nothing for another page."""
    if not isinstance(page, Guide):
        return ""
    taxonomy = build.vocabulary.taxonomy
    concepts = (taxonomy.types.get(page.facts.type or ""), taxonomy.topics.get(page.facts.topic or ""))
    return " · ".join(concept[language].label for concept in concepts if concept)


@cache
def _code() -> str:
    """Names the code that draws, and the font, colours and mark that it draws with."""
    digest = hashlib.sha256(PIL.__version__.encode())
    sources = sorted(Path(social.__file__).parent.glob("*.py"))
    for source in (*sources, Path(metrics.__file__), letters.FONT, palette.TOKENS, mark.MARK):
        digest.update(source.read_bytes())
    return digest.hexdigest()
