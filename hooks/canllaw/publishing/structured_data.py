"""What search engines read about a page: data after schema.org, printed as JSON-LD (W3C, JSON-LD 1.1) by a template.

A browser does not run such a block: HTML calls it a data block, to which a Content-Security-Policy does not apply. A
page that stands in for a missing edition says nothing of itself, since all of it would be about another page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from canllaw.language import Language
from canllaw.publishing.citations import Author
from canllaw.publishing.published import Picture, Published
from canllaw.vocabulary.data_file import InBoth
from canllaw.vocabulary.glossary import Term

Data = dict[str, Any]

#: What schema.org calls a resource type of the taxonomy; any other is an Article.
TYPES = {"how-to": "HowTo"}


def graph(*things: Data) -> Data:
    """One block of all `things`, those that are empty left out; {} where none is left."""
    said = [thing for thing in things if thing]
    return {"@context": "https://schema.org", "@graph": said} if said else {}


def breadcrumbs(path: Sequence[tuple[str, str]]) -> Data:
    """The names and absolute addresses above a page, from the home page down; {} where nothing is above it."""
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": address}
        for position, (name, address) in enumerate(path, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items} if items else {}


def guide(published: Published, terms_address: str) -> Data:
    """A guide; `terms_address` is the absolute address of the page that says how all may be reused."""
    facts, counterpart = published.guide.facts, published.counterpart
    data: Data = {
        "@type": TYPES.get(facts.type or "", "Article"),
        "@id": published.address,
        "headline": published.edition.title,
        "description": published.edition.summary,
        "inLanguage": published.language,
        "datePublished": published.published.isoformat(),
        "dateModified": facts.updated.isoformat() if facts.updated else "",
        "author": [_agent(author) for author in published.authors],
        "translator": [_agent(author) for author in published.translators],
        "publisher": {"@type": "Organization", "name": published.site_name},
        "license": published.licence_address,
        "articleSection": published.topic,
        "keywords": list(published.tags.values()),
        "image": [_picture(picture, terms_address) for picture in published.pictures],
    }
    if data["@type"] != "Article":
        data["name"] = data.pop("headline")
        del data["articleSection"]  # schema.org knows it of articles only
    # Which is the original is known only where one of the two says that it is a translation.
    if counterpart and published.is_translation and not counterpart.is_translation:
        data["translationOfWork"] = {"@id": counterpart.address}
    elif counterpart and counterpart.is_translation and not published.is_translation:
        data["workTranslation"] = {"@id": counterpart.address}
    return {name: value for name, value in data.items() if value}


def web_site(name: str, description: str, address: str, language: Language, search_address: str) -> Data:
    """The site in one language; `search_address` is that of its search page, "" if there is none."""
    data: Data = {
        "@type": "WebSite",
        "name": name,
        "description": description,
        "url": address,
        "inLanguage": language,
    }
    if search_address:
        target = {"@type": "EntryPoint", "urlTemplate": f"{search_address}?q={{query}}"}
        data["potentialAction"] = {"@type": "SearchAction", "target": target, "query-input": "required name=query"}
    return data


def glossary(title: str, address: str, language: Language, letters: Mapping[str, Sequence[InBoth[Term]]]) -> Data:
    """The agreed terms in one language, each by its place on the page at `address`."""
    terms = (entry[language] for entries in letters.values() for entry in entries)
    return {
        "@type": "DefinedTermSet",
        "@id": address,
        "name": title,
        "inLanguage": language,
        "hasDefinedTerm": [
            {
                "@type": "DefinedTerm",
                "@id": f"{address}#{term.anchor}",
                "name": term.term,
                "description": term.definition,
            }
            for term in terms
        ],
    }


def _agent(author: Author) -> Data:
    return {"@type": "Person" if author.family else "Organization", "name": author.name}


def _picture(picture: Picture, terms_address: str) -> Data:
    data = {
        "@type": "ImageObject",
        "contentUrl": picture.address,
        "creditText": picture.credit,
        "license": picture.licence_address,
        "acquireLicensePage": terms_address,
    }
    return {name: value for name, value in data.items() if value}
