"""What a template may ask about the page that it prints: one object for each page on the site of each language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from canllaw.build import Build
from canllaw.content.blocks import Heading
from canllaw.content.files import DATA_FOLDER
from canllaw.content.library import GUIDES_FOLDER, Edition, Guide, Layout, Page, in_order
from canllaw.content.pictures import Size, picture_size
from canllaw.content.places import pdf_place
from canllaw.content.schema import (
    LICENCE_ADDRESSES,
    FieldDescription,
    GuideFields,
    PictureRights,
    StandingPageFields,
    describe,
)
from canllaw.content.svg import ELEMENTS
from canllaw.language import NATIVE_NAMES, Language, other
from canllaw.language.alphabet import sort_key
from canllaw.language.dates import long_date
from canllaw.markup import safety
from canllaw.publishing.head import Head, head_of
from canllaw.publishing.policy import redirect_policy, security_policy
from canllaw.publishing.sitemap import Entry, sitemap
from canllaw.vocabulary.people import Partner
from canllaw.vocabulary.taxonomy import Concept

MENU: tuple[Layout, ...] = ("guides", "browse", "glossary")
WITH_CONTENTS: frozenset[Layout] = frozenset({"guide", "page", "handbook"})
WITH_OWN_STYLES: frozenset[Layout] = frozenset({"home", "glossary", "search"})
CONTENTS_LEVEL = 2
CARDS_A_SHELF = 12
NEIGHBOURS = 7
_SEARCH_WORDS = (
    "search-suggestions",
    "search-all",
    "search-meant",
    "search-for-term",
    "search-partial",
    "search-plain",
    "search-none",
    "search-failed",
    "results-count",
    "results-in-other",
)
FOOTER_KEYS = ("about", "contribute", "handbook", "accessibility", "privacy")


@dataclass(frozen=True)
class SiteView:
    """What a template may ask that belongs to no page: for the 404 page, the sitemap and redirects."""

    build: Build
    site_language: Language
    site_url: str
    site_name: str

    def say(self, key: str, language: Language | None = None, **values: Any) -> str:
        """Interface words, in the site's language unless another is given."""
        return self.build.words.say(key, language or self.site_language, **values)

    def address(self, page: Page, language: Language | None = None) -> str:
        """Where `page` stands, from the site's root, on the site in this language unless another is given."""
        return self.build.library.address(page, language or self.site_language)

    def in_other_language(self, page: Page) -> Language | None:
        """The language of the text of `page`, where it is not that of the site; None where it is."""
        text_language = page.text_language(self.site_language)
        return None if text_language == self.site_language else text_language

    def sentences(self, key: str) -> dict[str, str]:
        """The sentence for each plural of words that count, for a script to choose from."""
        return self.build.words.plurals(key, self.site_language)

    def licence_address(self, licence: str) -> str:
        """Where the terms of a licence stand."""
        return LICENCE_ADDRESSES[licence]

    @property
    def policy(self) -> str:
        """The page's Content-Security-Policy; none in a preview, whose server adds a script that reloads the page."""
        return "" if self.build.preview else security_policy(with_search=self.has_search)

    @property
    def redirect_policy(self) -> str:
        """The Content-Security-Policy of a page that only leads elsewhere; none in a preview."""
        return "" if self.build.preview else redirect_policy()

    @property
    def has_search(self) -> bool:
        """Whether the page searches by itself: as each does if there is a search page for the rest."""
        return False

    @property
    def has_diagrams(self) -> bool:
        """Whether the page shows a diagram."""
        return False

    @property
    def other_language(self) -> Language:
        """The language that the switch leads to."""
        return other(self.site_language)

    @property
    def native_names(self) -> dict[Language, str]:
        """What each language calls itself."""
        return NATIVE_NAMES

    @property
    def home(self) -> Page:
        """The home page."""
        return self.build.library.pages[""]

    @property
    def menu(self) -> list[Page]:
        """The pages of the main menu."""
        return [page for layout in MENU if (page := self.with_layout(layout))]

    @property
    def footer(self) -> list[Page]:
        """The pages that the foot of each page leads to."""
        return [page for key in FOOTER_KEYS if (page := self.build.library.pages.get(key))]

    def with_layout(self, layout: Layout) -> Page | None:
        """The standing page that has this layout."""
        return self.build.library.by_layout.get(layout)

    @property
    def sitemap(self) -> list[Entry]:
        """The entries of the sitemap."""
        return list(sitemap(self.build.library, self.site_url))


@dataclass(frozen=True)
class PageView(SiteView):
    """What a template may ask about a page."""

    page: Page

    @cached_property
    def edition(self) -> Edition:
        """The edition that the page shows."""
        return self.page.edition(self.site_language)

    @property
    def text_language(self) -> Language:
        """The language of the prose."""
        return self.edition.language

    @property
    def has_search(self) -> bool:
        """Whether the page searches by itself: as each does if there is a search page for the rest."""
        return self.with_layout("search") is not None

    @property
    def search_words(self) -> dict[str, Any]:
        """What the search says below its box, and where it searches in the other language."""
        search = self.with_layout("search")
        there = f"{self.site_url}{self.address(search, self.other_language)}" if search else ""
        entries = self.build.words.entries
        return {key: entries[key][self.site_language] for key in _SEARCH_WORDS} | {"otherPage": urlsplit(there).path}

    @property
    def search_page_words(self) -> dict[str, Any]:
        """What the search page says, with the names of all that results can be narrowed by."""
        entries = self.build.words.entries
        kinds = {"topic": self.taxonomy.topics, "type": self.taxonomy.types, "tag": self.taxonomy.tags, "year": {}}
        facets = {
            facet: {
                "label": self.say("tags" if facet == "tag" else facet),
                "values": {name: self.label(concept) for name, concept in concepts.items()},
            }
            for facet, concepts in kinds.items()
        }
        more = {key: entries[key][self.site_language] for key in ("search-term",)}
        return self.search_words | more | {"facets": facets}

    @property
    def has_diagrams(self) -> bool:
        """Whether the page shows a diagram."""
        return any(picture.is_diagram for picture in self.edition.blocks.pictures)

    @property
    def pdf(self) -> str:
        """Where the guide's PDF in this language stands, from the site's root; empty where this build makes none."""
        if not self.build.with_pdf or not isinstance(self.page, Guide) or self.in_other_language(self.page):
            return ""
        return pdf_place(self.build, self.page, self.site_language)

    @property
    def sheets(self) -> list[str]:
        """The names of the style sheets that this page needs besides the one of all pages."""
        layout = self.page.layout
        return [*([layout] if layout in WITH_OWN_STYLES else []), *(["diagrams"] if self.has_diagrams else [])]

    @cached_property
    def head(self) -> Head:
        """What stands in the page's head."""
        return head_of(self.build.library, self.page, self.site_language, self.site_url, self.site_name)

    @property
    def parents(self) -> list[Page]:
        """The pages above this one, from the home page down."""
        pages, parts = self.build.library.pages, self.page.key.split("/")
        above = ["", *("/".join(parts[:end]) for end in range(1, len(parts)))] if self.page.key else []
        return [pages[key] for key in above if key in pages]

    def date(self, day: date) -> str:
        """A date in the site's language."""
        return long_date(day, self.site_language)

    def names(self, people: list[str]) -> str:
        """The names of people, in the site's language."""
        return ", ".join(self.build.vocabulary.people.name(person, self.site_language) for person in people)

    def label(self, concept: Concept) -> str:
        """What a type, topic or tag is called in the site's language."""
        return concept[self.site_language].label

    def anchor(self, concept: Concept) -> str:
        """Where a tag or topic stands on the page that lists its guides, in the site's language."""
        return concept.anchor(self.site_language)

    @property
    def taxonomy(self) -> Any:
        """The types, topics and tags."""
        return self.build.vocabulary.taxonomy

    @property
    def partners(self) -> Any:
        """The partners, with their statement."""
        return self.build.vocabulary.partners

    @property
    def glossary(self) -> Any:
        """The glossary under its letters, in the order of the text's language."""
        return self.build.vocabulary.glossary.by_letter(self.text_language)

    @property
    def fields(self) -> dict[str, list[FieldDescription]]:
        """What authors may write, from the schema that validates it."""
        return {
            "guide": describe(GuideFields),
            "page": describe(StandingPageFields),
            "picture": describe(PictureRights),
        }

    @property
    def sections(self) -> list[Heading]:
        """The headings that the page's list of contents names."""
        return [heading for heading in self.edition.blocks.headings if heading.level == CONTENTS_LEVEL]

    @property
    def has_contents(self) -> bool:
        """Whether the page has a list of contents: its layout shows one, and there is something to choose."""
        return self.page.layout in WITH_CONTENTS and len(self.sections) > 1

    @property
    def topic(self) -> Concept | None:
        """The topic of the guide; None for another page."""
        return self.taxonomy.topics.get(self.page.facts.topic) if isinstance(self.page, Guide) else None

    def topic_address(self, topic: Concept) -> str:
        """Where the guides of `topic` stand, from the site's root."""
        guides = self.with_layout("guides") or self.home
        return f"{self.address(guides)}#{self.anchor(topic)}"

    def tag_address(self, tag: Concept) -> str:
        """Where the guides with `tag` stand, from the site's root."""
        browse = self.with_layout("browse") or self.home
        return f"{self.address(browse)}#{self.anchor(tag)}"

    def topics(self) -> list[tuple[Concept, list[Guide]]]:
        """Each topic that has guides, as editors ordered them, with its guides in alphabetical order."""
        filled = ((topic, self.guides_of(name)) for name, topic in self.taxonomy.topics.items())
        return [(topic, guides) for topic, guides in filled if guides]

    def guides_of(self, topic: str) -> list[Guide]:
        """The guides in the topic with this id, in alphabetical order."""
        return self.build.library.in_topic(topic, self.site_language)

    def fit_cards(self, guides: list[Guide]) -> bool:
        """Whether so few guides are shown best as cards, with pictures; more of them are a list of titles."""
        return len(guides) <= CARDS_A_SHELF

    def neighbours(self) -> list[Guide]:
        """The guides around this one in its topic, so few that the page does not grow with the collection."""
        siblings = self.guides_of(self.page.facts.topic or "") if isinstance(self.page, Guide) else []
        here = next((place for place, guide in enumerate(siblings) if guide is self.page), 0)
        return siblings[_around(here, len(siblings), NEIGHBOURS)]

    def tags_of_guide(self) -> dict[str, Concept]:
        """The tags of the guide by their ids, in the alphabetical order of the site's language."""
        tags = self.page.facts.tags if isinstance(self.page, Guide) else []
        found = {tag: self.taxonomy.tags.get(tag) for tag in tags}
        return dict(sorted(found.items(), key=lambda item: sort_key(self.label(item[1]), self.site_language)))

    def featured(self) -> list[Guide]:
        """The guides that an editor chose for the home page."""
        chosen = self.page.facts.featured if isinstance(self.page.facts, StandingPageFields) else []
        return self._chosen(chosen)

    def count_in(self, language: Language) -> int:
        """How many guides have an edition in `language`."""
        return sum(language in guide.editions for guide in self.build.library.guides)

    @property
    def html(self) -> dict[str, dict[str, list[str]]]:
        """The HTML that authors may write, from the list that is let through: each tag with its own attributes."""
        return {
            "tags": {tag: sorted(safety.ATTRIBUTES.get(tag, ())) for tag in sorted(safety.AUTHORS_TAGS)},
            "everywhere": {name: [] for name in sorted(safety.ANYWHERE | {f"{prefix}…" for prefix in safety.PREFIXES})},
            "schemes": {f"{scheme}:": [] for scheme in sorted(safety.URL_SCHEMES)},
            "svg": {name: [] for name in sorted(ELEMENTS, key=str.lower)},
        }

    def newest(self, count: int) -> list[Guide]:
        """The `count` guides that were published last."""
        return list(self.build.library.guides[:count])

    def tags(self) -> list[tuple[Concept, list[Guide]]]:
        """Each tag that a guide has, in alphabetical order, with its guides."""
        tagged: dict[str, list[Guide]] = {}
        for guide in in_order(self.build.library.guides, self.site_language):
            for tag in guide.facts.tags:
                tagged.setdefault(tag, []).append(guide)
        known = [(self.taxonomy.tags[tag], guides) for tag, guides in tagged.items()]
        return sorted(known, key=lambda pair: sort_key(self.label(pair[0]), self.site_language))

    def related(self) -> list[Guide]:
        """The guides that an editor chose to be read next."""
        chosen = self.page.facts.related if isinstance(self.page, Guide) else []
        return self._chosen(chosen)

    def _chosen(self, folders: list[str]) -> list[Guide]:
        pages = self.build.library.pages
        return [page for folder in folders if isinstance(page := pages[f"{GUIDES_FOLDER}/{folder}"], Guide)]

    def picture_size(self, guide: Guide) -> Size:
        """The width and height of the main picture of `guide`, in CSS pixels."""
        image = guide.facts.image
        return picture_size(self.build.docs / guide.key / image.file) if image and image.file else (0, 0)

    def logo_size(self, partner: Partner) -> Size:
        """The width and height of a partner's logo, in CSS pixels."""
        return picture_size(self.build.docs / DATA_FOLDER / partner.logo)

    def picture_alt(self, guide: Guide) -> str:
        """What the main picture of `guide` shows, in the language in which this site's readers get it."""
        fields = guide.edition(self.site_language).fields
        image = fields.image if isinstance(fields, GuideFields) else None
        return image.alt or "" if image else ""


def _around(here: int, count: int, most: int) -> slice:
    """The `most` places around `here` among `count`, as many before it as after it where there are enough."""
    first = max(min(here - most // 2, count - most), 0)
    return slice(first, first + most)
