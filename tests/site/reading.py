"""What the tests of the built site read it with: its pages, and the authors' files that the pages are held against.

The files are read here anew, by plain rules and not by the product's, so that both cannot be wrong in the same way.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import yaml
from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

from built_site import BASE_PATH, PROJECT, SITE_URL, BuiltSite
from canllaw.language.addresses import slug_of_title

LANGUAGES = ("en", "cy")
DOCS = PROJECT / "docs"
NATIVE_NAMES = {"en": "English", "cy": "Cymraeg"}
FILE_NAMES = {"en": "index.md", "cy": "index.cy.md"}

SHOWN_ATTRIBUTES = ("alt", "aria-label", "placeholder", "title", "data-none", "data-failed", "data-searching")

LIST_FOLDERS = {
    "topics": {"en": "topics", "cy": "cy/pynciau"},
    "types": {"en": "types", "cy": "cy/mathau"},
    "tags": {"en": "tags", "cy": "cy/tagiau"},
    "years": {"en": "years", "cy": "cy/blynyddoedd"},
}

_WELSH = "a b c ch d dd e f ff g ng h i j k l ll m n o p ph q r rh s t th u v w x y z"
ALPHABETS = {"en": list(string.ascii_lowercase), "cy": _WELSH.split()}


def other(language: str) -> str:
    """The language that is not `language`."""
    return "cy" if language == "en" else "en"


# Pages, as they were built


def pages(site: BuiltSite, language: str | None = None) -> dict[str, BeautifulSoup]:
    """The pages that readers visit, by address, of both languages or of one: all but redirects and the 404."""
    chosen = site.of_language(language) if language else site.pages
    return {address: page for address, page in chosen.items() if address not in site.redirects}


def is_list(address: str) -> bool:
    """Whether the page at `address` is made from what guides state, and has no file of its own."""
    return address.startswith(tuple(f"{folder}/" for folders in LIST_FOLDERS.values() for folder in folders.values()))


def side_by_side(site: BuiltSite, language: str | None = None) -> dict[str, BeautifulSoup]:
    """The pages, by address, on which both editions of a guide stand side by side."""
    return {address: page for address, page in pages(site, language).items() if page.select(".cl-both")}


def pages_alone(site: BuiltSite, language: str | None = None) -> dict[str, BeautifulSoup]:
    """The pages, by address, that others may find: all but those that are side by side."""
    return {address: page for address, page in pages(site, language).items() if not page.select(".cl-both")}


def pages_of_files(site: BuiltSite, language: str | None = None) -> dict[str, BeautifulSoup]:
    """The pages, by address, behind which files of authors stand: not lists, nor those that are side by side."""
    found = pages(site, language).items()
    return {address: page for address, page in found if not is_list(address) and not page.select(".cl-both")}


def language_of(address: str) -> str:
    """The language of the site that the page at `address` belongs to."""
    return "cy" if address.startswith("cy/") else "en"


def attribute(tag: Tag | None, name: str) -> str:
    """The attribute `name` of `tag`, "" if it has none."""
    value = tag.get(name) if tag else None
    return value if isinstance(value, str) else " ".join(value or [])


def words_of(tag: Tag) -> str:
    """The text of `tag` with single spaces."""
    return " ".join(tag.get_text().split())


def only(page: Tag, selector: str) -> Tag:
    """The one element of `page` that `selector` finds."""
    found = page.select(selector)
    assert len(found) == 1, f"{len(found)} elements instead of one: {selector}"
    return found[0]


def meta(page: Tag, name: str) -> list[str]:
    """What the `meta` elements called `name` say."""
    return [attribute(tag, "content") for tag in page.select(f'meta[name="{name}"], meta[property="{name}"]')]


def language_at(element: PageElement) -> str:
    """The language that browsers take `element` to be in."""
    tags = ([element] if isinstance(element, Tag) else []) + list(element.parents)
    return next((attribute(tag, "lang") for tag in tags if tag.get("lang")), "")


def texts(page: Tag, language: str) -> list[str]:
    """Each text and each attribute in `language` that a reader of `page` sees or hears, but for samples of code."""
    said = (text for spoken_in, text in _texts(only(page, "html"), "") if spoken_in == language)
    return [" ".join(text.split()) for text in said if text.strip()]


def _texts(tag: Tag, language: str) -> Iterator[tuple[str, str]]:
    """What `tag`, which stands in a passage in `language`, says, each with the language that it says it in."""
    if tag.name in ("code", "pre", "head", "script", "style"):
        return
    language = attribute(tag, "lang") or language
    yield from ((language, attribute(tag, name)) for name in SHOWN_ATTRIBUTES)
    for child in tag.children:
        if isinstance(child, Tag):
            yield from _texts(child, language)
        elif type(child) is NavigableString:  # and not a comment, which is a kind of it
            yield language, str(child)


def ids(page: Tag) -> list[str]:
    """All ids of `page`, in order."""
    return [attribute(tag, "id") for tag in page.find_all(id=True)]


def target(site: BuiltSite, address: str, link: str) -> tuple[Path, str] | None:
    """The file and the fragment that `link` on the page at `address` leads to; None if it leaves this site."""
    parts = urlsplit(urljoin(SITE_URL + address, link))
    if f"{parts.scheme}://{parts.netloc}/" != SITE_URL.removesuffix(BASE_PATH[1:]):
        return None
    assert parts.path.startswith(BASE_PATH), f"{address}: {link} leads out of {BASE_PATH}"
    path = unquote(parts.path.removeprefix(BASE_PATH))
    return site.root / path / ("index.html" if path.endswith("/") or not path else ""), unquote(parts.fragment)


def address_of(site: BuiltSite, address: str, link: str) -> str:
    """The address, from the site's root, of the page that `link` on the page at `address` leads to."""
    found = target(site, address, link)
    assert found, f"{address}: {link} leads to another site"
    return address_of_file(site, found[0])


def address_of_file(site: BuiltSite, file: Path) -> str:
    """The address, from the site's root, of the page in `file`."""
    return file.relative_to(site.root).as_posix().removesuffix("index.html")


def counterpart(site: BuiltSite, address: str) -> str:
    """The address that the language switch on the page at `address` leads to."""
    return address_of(site, address, attribute(only(site.pages[address], ".cl-header a[data-cl-switch]"), "href"))


# Files, as their authors wrote them


@dataclass(frozen=True)
class Source:
    """A page or guide: its folder below `docs`, and what each of its editions states above its text."""

    key: str
    editions: dict[str, dict[str, Any]]

    @property
    def name(self) -> str:
        """The last folder."""
        return self.key.rpartition("/")[2]

    def facts(self, name: str) -> Any:
        """What either edition states under `name`."""
        return next((front[name] for front in self.editions.values() if name in front), None)

    def shown_in(self, language: str) -> str:
        """The language in which readers of the site in `language` get the text."""
        return language if language in self.editions else other(language)

    def front(self, language: str) -> dict[str, Any]:
        """What is stated above the text that readers of the site in `language` get."""
        return self.editions[self.shown_in(language)]

    def short_title(self, language: str) -> str:
        """What lists on the site in `language` call it."""
        front = self.front(language)
        return str(front.get("short_title", front["title"]))

    def address(self, language: str) -> str:
        """Where it stands on the site in `language`, from the site's root."""
        parts = self.key.split("/") if self.key else []
        words = [sources()["/".join(parts[:end])].address_word(language) for end in range(1, len(parts) + 1)]
        return "".join(f"{word}/" for word in (["cy"] if language == "cy" else []) + words)

    def address_word(self, language: str) -> str:
        """The last word of the address; an edition that is missing leaves the folder's name."""
        front = self.editions.get(language, {})
        from_title = slug_of_title(self.short_title("cy"), "cy") if language == "cy" and front else ""
        return str(front.get("slug", from_title or self.name))


@cache
def sources() -> dict[str, Source]:
    """All pages and guides of the project, by key ("" for the home page)."""
    folders = sorted({path.parent for name in FILE_NAMES.values() for path in DOCS.rglob(name)})
    found = {}
    for folder in folders:
        key = folder.relative_to(DOCS).as_posix().removeprefix(".")
        files = {language: folder / name for language, name in FILE_NAMES.items() if (folder / name).is_file()}
        found[key] = Source(key, {language: front_matter(file) for language, file in files.items()})
    return found


def guides() -> list[Source]:
    """All guides."""
    return [source for key, source in sources().items() if key.startswith("guides/")]


def in_one_language() -> list[tuple[Source, str]]:
    """Each page that has one edition, with the language that it lacks."""
    return [(source, lacks) for source in sources().values() for lacks in LANGUAGES if lacks not in source.editions]


def front_matter(file: Path) -> dict[str, Any]:
    """What stands between the two lines of hyphens."""
    found: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8").split("---\n")[1])
    return found


@cache
def data(name: str) -> Any:
    """The data file `name` ("taxonomy")."""
    return yaml.safe_load((DOCS / "_data" / f"{name}.yml").read_text(encoding="utf-8"))


def say(key: str, language: str) -> str:
    """Interface words that do not count anything."""
    return str(data("interface")[key][language])


def label(kind: str, name: str, language: str) -> str:
    """What a type, topic or tag is called."""
    return str(data("taxonomy")[kind][name][language]["label"])


def alphabetical(titles: Iterable[str], language: str) -> list[str]:
    """`titles` in the order of the alphabet of `language`: word by word, letter by letter, accents and case aside."""
    return sorted(titles, key=lambda title: _letters(title, language))


def _letters(title: str, language: str) -> list[list[int]]:
    bare = title.lower().replace("'", "").replace("’", "").replace("dangos", "dan·gos")  # n and g, two letters
    for accented, plain in zip("âêîôûŵŷáéíóúàèìòùäëïöü", "aeiouwy" + "aeiou" * 3, strict=True):
        bare = bare.replace(accented, plain)
    alphabet = ALPHABETS[language]
    letter = re.compile("|".join(sorted(alphabet, key=len, reverse=True)))
    return [[alphabet.index(found) for found in letter.findall(word)] for word in re.findall(r"[\w·]+", bare)]
