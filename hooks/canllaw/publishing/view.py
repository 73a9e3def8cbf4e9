"""What a template may ask about the page that it prints: one object for each page on the site of each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import urljoin, urlsplit

from canllaw.authoring.translation import beginning_of
from canllaw.build import Build
from canllaw.content.blocks import Heading
from canllaw.content.files import DATA_FOLDER
from canllaw.content.library import GUIDES_FOLDER, Edition, Guide, Layout, Page, in_order
from canllaw.content.listings import Listing
from canllaw.content.pictures import Size, picture_size
from canllaw.content.places import pdf_place
from canllaw.content.schema import (
    LICENCE_ADDRESSES,
    FieldDescription,
    GuideFields,
    Image,
    PictureRights,
    StandingPageFields,
    describe,
)
from canllaw.content.svg import ELEMENTS
from canllaw.content.taxonomy_checks import renamed
from canllaw.language import NATIVE_NAMES, Language, other
from canllaw.language.addresses import site_path, slugify
from canllaw.language.alphabet import sort_key
from canllaw.language.dates import long_date
from canllaw.markup import safety
from canllaw.markup.offers import offered_in
from canllaw.problems import Explained, explained
from canllaw.publishing import structured_data
from canllaw.publishing.addresses import (
    badge_address,
    data_address,
    index_address,
    schema_address,
    translations_address,
    translations_schema_address,
)
from canllaw.publishing.badge import Badge
from canllaw.publishing.citations import Citation, month_names
from canllaw.publishing.contact import NOWHERE, Contact, mail_link
from canllaw.publishing.feeds import feed_address, list_feed_address
from canllaw.publishing.head import Head, head_of
from canllaw.publishing.policy import redirect_policy, security_policy
from canllaw.publishing.published import Published
from canllaw.publishing.sitemap import Entry, sitemap
from canllaw.publishing.social import SocialPicture, social_picture
from canllaw.translation.concerned import Section, sections_concerned
from canllaw.translation.freshness import Freshness, Status
from canllaw.translation.overview import Share, Translation, by_state, shares, translations
from canllaw.vocabulary.data_file import InBoth
from canllaw.vocabulary.glossary import Term
from canllaw.vocabulary.people import Partner, Partners, Person
from canllaw.vocabulary.taxonomy import FACETS, KIND_WORDS, KINDS, Concept, Kind, Label

LANGUAGE_OF_BOTH: Language = "cy"
"""In which what belongs to both sites and is made once, such as the 404 page, comes first."""
MENU: tuple[Layout, ...] = ("guides", "browse", "glossary")
WITH_CONTENTS: frozenset[Layout] = frozenset({"guide", "page", "handbook"})
#: The style sheets in `assets/stylesheets/apart/` that pages of these layouts need besides the one of all pages.
SHEETS: Mapping[Layout, tuple[str, ...]] = {
    "home": ("home",),
    "glossary": ("glossary",),
    "search": ("facets", "search"),
    "browse": ("facets", "listing"),
    "guides": ("listing",),
    "listing": ("listing",),
    "reuse": ("reuse",),
    "status": ("status",),
}
CONTENTS_LEVEL = 2
CARDS_A_SHELF = 12
NEIGHBOURS = 7
RELATED = 3
SECTIONS_NAMED = 3
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
FOOTER_KEYS = ("about", "contribute", "handbook", "translations", "reuse", "accessibility", "privacy")


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
    def from_disk(self) -> bool:
        """Whether the page is to be opened from disk, where it can fetch nothing and no module runs."""
        return self.build.from_disk

    @property
    def policy(self) -> str:
        """The page's Content-Security-Policy.

        There is none in a preview, whose server adds a script that reloads the page, and none for a page that is opened
        from disk, where browsers do not agree on what is "self".
        """
        return "" if self.build.preview or self.from_disk else security_policy(with_search=self.has_search)

    @property
    def redirect_policy(self) -> str:
        """The Content-Security-Policy of a page that only leads elsewhere; none in a preview."""
        return "" if self.build.preview else redirect_policy()

    @property
    def has_search(self) -> bool:
        """Whether the page searches by itself: as each does if there is a search page for the rest."""
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

    @property
    def shares(self) -> Mapping[Language, Share]:
        """How much of the site there is in each language, up to date; that of this site first."""
        found = shares(self.build.standing)
        return {language: found[language] for language in (self.site_language, self.other_language)}

    @property
    def badges(self) -> dict[Language, Badge]:
        """The badge of each language, that of this site first."""
        return {language: Badge(language, share) for language, share in self.shares.items()}

    def with_layout(self, layout: Layout) -> Page | None:
        """The standing page that has this layout."""
        return self.build.library.by_layout.get(layout)

    def book_address(self, language: Language) -> str:
        """Where the book of all guides in `language` stands, from the site's root."""
        return site_path(language, f"{slugify(self.site_name) or 'guides'}-{language}.epub")

    @property
    def book(self) -> str:
        """Where the book of all guides in the site's language stands; "" if there are none to make one of."""
        has_guides = any(self.site_language in guide.editions for guide in self.build.library.guides)
        return self.book_address(self.site_language) if has_guides else ""

    @property
    def sitemap(self) -> list[Entry]:
        """The entries of the sitemap."""
        return list(sitemap(self.build.library, self.site_url))


@dataclass(frozen=True)
class PageView(SiteView):
    """What a template may ask about a page."""

    page: Page
    contact: Contact = field(default=NOWHERE, kw_only=True)

    @cached_property
    def edition(self) -> Edition:
        """The edition that the page shows."""
        return self.page.edition(self.site_language)

    @property
    def text_language(self) -> Language:
        """The language of the prose."""
        return self.edition.language

    def here(self, language: Language) -> str:
        """Where this page stands on the site in `language`, from the site's root."""
        return self.address(self.page, language)

    def side_by_side(self, language: Language | None = None) -> str:
        """Where both editions of the guide stand side by side on the site in `language`, or on this site."""
        return self.build.library.side_by_side(self.page, language or self.site_language)

    @property
    def has_search(self) -> bool:
        """Whether the page searches by itself: as each does if there is a search page for the rest."""
        return self.with_layout("search") is not None

    @property
    def search_words(self) -> dict[str, Any]:
        """What the search says below its box, where the other language is searched, and where one can browse."""
        search, browse = self.with_layout("search"), self.with_layout("browse")
        ways: dict[str, Any] = {"otherPage": self._path(search, self.other_language) if search else ""}
        if browse:
            title = browse.edition(self.site_language).title
            ways["browse"] = {"title": title, "page": self._path(browse, self.site_language)}
        entries = self.build.words.entries
        return {key: entries[key][self.site_language] for key in _SEARCH_WORDS} | ways

    def _path(self, page: Page, language: Language) -> str:
        """Where `page` stands, from the root of its host."""
        return urlsplit(f"{self.site_url}{self.address(page, language)}").path

    @property
    def search_page_words(self) -> dict[str, Any]:
        """What the search page says, with the names of all that results can be narrowed by."""
        keys = ("search-term", "results-show", "facets-unknown")
        more = {key: self.build.words.entries[key][self.site_language] for key in keys}
        return self.search_words | more | {"facets": self.facet_words}

    @property
    def facet_words(self) -> list[dict[str, Any]]:
        """All that results can be narrowed by: each facet's name, its values, in order, and former ids."""
        return [
            {
                "facet": facet,
                "label": self.say("tags" if facet == "tag" else facet),
                "values": [[listing.name, self.list_label(listing)] for listing in self.lists(kind)],
                "renamed": renamed(self.taxonomy.of_kind(kind)),
            }
            for kind, facet in FACETS.items()
        ]

    @property
    def browse_words(self) -> dict[str, Any]:
        """What the page that combines facets says in a browser, and where it finds the guides."""
        entries = self.build.words.entries
        keys = ("browse-found", "browse-show", "browse-failed", "facets-unknown", "listing-apart")
        said = {key: entries[key][self.site_language] for key in keys}
        only = self.say(f"only-in-{self.other_language}")
        return said | {"only": only, "language": self.other_language, "facets": self.facet_words}

    @property
    def has_diagrams(self) -> bool:
        """Whether the page shows a diagram."""
        return any(picture.is_diagram for picture in self.edition.blocks.pictures)

    @property
    def pdf(self) -> str:
        """Where the PDF of the guide that is shown stands, from the site's root; empty where this build makes none."""
        if not self.build.with_pdf or not isinstance(self.page, Guide):
            return ""
        return pdf_place(self.build, self.page, self.text_language)

    @property
    def sheets(self) -> list[str]:
        """The names of the style sheets that this page needs besides the one of all pages."""
        return [*SHEETS.get(self.page.layout, ()), *(["diagrams"] if self.has_diagrams else [])]

    @cached_property
    def head(self) -> Head:
        """What stands in the page's head."""
        return head_of(self.build.library, self.page, self.site_language, self.site_url, self.site_name)

    @property
    def feed(self) -> str:
        """Where the feed of the site's language stands, from the site's root; "" if it would hold nothing."""
        return feed_address(self.site_language) if self.count_in(self.site_language) else ""

    @property
    def feeds(self) -> dict[str, str]:
        """The titles of the feeds that the page's head names, by their addresses from the site's root."""
        every = {self.feed: self.say("feed-title", site=self.site_name)} if self.feed else {}
        if isinstance(self.page, Listing) and self.page.kind == "tags" and self.page.is_of(self.site_language):
            title = self.say("feed-title-of-tag", site=self.site_name, tag=self.list_label(self.page))
            return {self.list_feed(self.page): title} | every
        return every

    @property
    def feed_lists(self) -> list[Listing]:
        """The lists of guides with a tag that have a feed in the site's language, in alphabetical order."""
        return [listing for listing in self.lists("tags") if listing.is_of(self.site_language)]

    def list_feed(self, listing: Listing) -> str:
        """Where the feed of the guides in a list stands, from the site's root."""
        return list_feed_address(self.build.library, listing, self.site_language)

    @property
    def published(self) -> Published | None:
        """The edition that the page shows, as programs are told of it; None if the page is no guide."""
        if not isinstance(self.page, Guide):
            return None
        return Published(self.build, self.page, self.text_language, self.site_url, self.site_name)

    @property
    def citation(self) -> Citation | None:
        """How to cite the edition that the page shows, in the words of the site's language."""
        return self.published.citation(self.site_language) if self.published else None

    @property
    def month_names(self) -> list[str]:
        """The months from January on, in the site's language."""
        return month_names(self.site_language)

    @property
    def structured_data(self) -> structured_data.Data:
        """What search engines read about the page; {} where it stands in for an edition that is missing."""
        if self.in_other_language(self.page):
            return {}
        about: structured_data.Data = {}
        if self.published:
            about = structured_data.guide(self.published, self._url(self.with_layout("reuse") or self.home))
        elif self.page.layout == "glossary":
            about = structured_data.glossary(self.edition.title, self.head.canonical, self.site_language, self.glossary)
        elif self.page.layout == "home":
            search = self.with_layout("search")
            about = structured_data.web_site(
                self.site_name,
                self.edition.summary,
                self.head.canonical,
                self.site_language,
                self._url(search) if search else "",
            )
        return structured_data.graph(about, structured_data.breadcrumbs(self._way_here()))

    def _way_here(self) -> list[tuple[str, str]]:
        """The names and absolute addresses of what stands above the page, as its breadcrumbs show them."""
        path = [
            (page.edition(self.site_language).short_title if page.key else self.say("home"), self._url(page))
            for page in self.parents
        ]
        topic = [(self.label(self.topic), urljoin(self.site_url, self.list_address(self.topic)))] if self.topic else []
        return path + topic

    def _url(self, page: Page) -> str:
        return urljoin(self.site_url, self.address(page))

    @property
    def reusable(self) -> dict[str, str]:
        """What there is for programs in the site's language: addresses from the site's root, by name."""
        found = {"feed": self.feed, "data": data_address(self.site_language)}
        found |= {"schema": schema_address(self.site_language), "index": index_address(self.site_language)}
        return found | self.translation_files

    @property
    def translation_files(self) -> dict[str, str]:
        """What tells programs how up to date the site is in its language: addresses from its root, by name."""
        language = self.site_language
        return {
            "translations": translations_address(language),
            "translations-schema": translations_schema_address(language),
            "badge": badge_address(language),
        }

    @property
    def translations(self) -> dict[Status, list[Translation]]:
        """How every translation stands, what is to be done first, first."""
        return by_state(translations(self.build.library, self.build.standing))

    def edit_address(self, translation: Translation) -> str:
        """Where a translation can be edited, or written if it is missing; "" if that is nowhere."""
        if translation.freshness.status != "missing":
            return self.contact.edit(translation.path)
        return self.contact.begin(translation.path, beginning_of(translation.page, translation.language))

    def beside_source(self, translation: Translation) -> str:
        """Where a guide's translation stands beside its source, at the first block that has changed; "" for others."""
        page, changes = translation.page, translation.freshness.changes
        if not isinstance(page, Guide) or translation.language not in page.editions:
            return ""
        address = self.build.library.side_by_side(page, self.site_language)
        return f"{address}#{changes[0].id}" if changes else address

    @property
    def status_words(self) -> dict[str, Any]:
        """What the page on translations says in a browser."""
        return {"status-shown": self.sentences("status-shown")}

    @cached_property
    def behind(self) -> Freshness | None:
        """How the edition that the page shows stands, if its source has changed since; None if it has not."""
        freshness = self.build.standing.get((self.page.key, self.text_language))
        return freshness if freshness and freshness.is_behind else None

    @cached_property
    def concerned(self) -> list[Section]:
        """The sections of the edition that may be out of date, where it is known which."""
        return sections_concerned(self.page, self.text_language, self.behind) if self.behind else []

    @property
    def concerned_named(self) -> list[Section]:
        """The few of those that a notice names; one alone is not left out."""
        found = self.concerned
        return found if len(found) <= SECTIONS_NAMED + 1 else found[:SECTIONS_NAMED]

    @property
    def social_picture(self) -> SocialPicture:
        """What social networks show with a link to the page."""
        return social_picture(self.build, self.page, self.site_language, self.site_url)

    @property
    def parents(self) -> list[Page]:
        """The pages above this one, from the home page down."""
        pages, parts = self.build.library.pages, self.page.key.split("/")
        above = ["", *("/".join(parts[:end]) for end in range(1, len(parts)))] if self.page.key else []
        if isinstance(self.page, Listing):
            return [self.home, *filter(None, [self.with_layout("browse")])]
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
        """The glossary under its letters, in the order of the site's language: it has all terms in both."""
        return self.build.vocabulary.glossary.by_letter(self.site_language)

    def offered(self, html: str) -> dict[str, InBoth[Term]]:
        """The terms whose meaning the text `html` offers, by their ids, in the order of the text."""
        terms = self.build.vocabulary.glossary.root
        return {name: terms[name] for name in offered_in(html) if name in terms}

    @property
    def fields(self) -> dict[str, list[FieldDescription]]:
        """What authors may write, from the schema that validates it."""
        return {
            "guide": describe(GuideFields),
            "page": describe(StandingPageFields),
            "image": describe(Image),
            "picture": describe(PictureRights),
            "label": describe(Label),
            "term": describe(Term),
            "person": describe(Person),
            "partners": describe(Partners),
            "partner": describe(Partner),
        }

    @property
    def messages(self) -> list[Explained]:
        """All that a check can say of files, in the site's language."""
        return explained(self.site_language)

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

    def list_address(self, concept: Concept) -> str:
        """Where the guides with a tag, type or topic are listed, from the site's root."""
        return self.address(self.build.library.listing_of(concept) or self.with_layout("browse") or self.home)

    def lists(self, kind: Kind) -> list[Listing]:
        """The lists of a kind: topics as editors ordered them, years from the last, others in alphabetical order."""
        return self.build.library.lists(kind, self.site_language)

    def list_label(self, listing: Listing) -> str:
        """What a list is called in the site's language."""
        return listing.edition(self.site_language).short_title

    def list_kind(self, listing: Listing) -> str:
        """What kind of list it is, in the site's language."""
        return KIND_WORDS[listing.kind][self.site_language].name

    @property
    def kinds(self) -> list[Kind]:
        """What guides are listed by."""
        return [kind for kind in KINDS if self.lists(kind)]

    def siblings(self) -> list[Listing]:
        """The other lists of the kind that the page is of; none for another page."""
        lists = self.lists(self.page.kind) if isinstance(self.page, Listing) else []
        return [listing for listing in lists if listing is not self.page]

    def readable(self, guides: list[Guide]) -> list[Guide]:
        """Those of `guides` with an edition in the site's language."""
        return [guide for guide in guides if self.site_language in guide.editions]

    def apart(self) -> list[Guide]:
        """All guides without an edition in the site's language, in alphabetical order."""
        guides = self.build.library.guides
        return in_order((guide for guide in guides if self.site_language not in guide.editions), self.site_language)

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

    @property
    def beside(self) -> tuple[Guide | None, Guide | None]:
        """The guides before and after this one in its topic, in the order in which lists have them."""
        siblings = self.guides_of(self.page.facts.topic or "") if isinstance(self.page, Guide) else []
        here = next((place for place, guide in enumerate(siblings) if guide is self.page), 0)
        around = [None, *siblings, None]
        return (around[here], around[here + 2]) if siblings else (None, None)

    @property
    def own_address(self) -> str:
        """The page's own address, whole, as readers copy it."""
        return f"{self.site_url}{self.address(self.page)}"

    @property
    def mail_to_friend(self) -> str:
        """A link that begins a message with the page's title and address."""
        return mail_link("", self.edition.title, self.own_address)

    @property
    def feedback(self) -> dict[str, str]:
        """Where to say whether the page was useful: the addresses of the `form` and of the `mail` that there are."""
        subject = self.say("feedback-subject", title=self.edition.short_title)
        ways = {
            "form": self.contact.issue_form(subject, self.own_address),
            "mail": self.contact.mail(subject, self.own_address),
        }
        return {way: address for way, address in ways.items() if address}

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

    def related(self) -> list[Guide]:
        """The guides to be read next: those that an editor chose, and up to `RELATED` in all the most like this one.

        Whichever stands before or after this one in its topic is shown there, and not once more.
        """
        if not isinstance(self.page, Guide):
            return []
        chosen = [guide for guide in self._chosen(self.page.facts.related) if guide not in self.beside]
        shown = {guide.key for guide in (*chosen, *self.beside) if guide}
        nearest = self.build.relations.nearest(self.page, RELATED + len(shown))
        return chosen + [guide for guide in nearest if guide.key not in shown][: max(RELATED - len(chosen), 0)]

    def in_topic(self) -> list[Guide]:
        """This guide among those around it in its topic that the page shows nowhere else."""
        shown = {guide.key for guide in (*self.beside, *self.related()) if guide}
        return [guide for guide in self.neighbours() if guide.key not in shown]

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
