"""One vocabulary in two languages: resource types, topics and smart tags, each with an id and its words."""

from __future__ import annotations

from canllaw.content.schema import Slug, Strict, Text
from canllaw.language import Language
from canllaw.language.addresses import slugify
from canllaw.vocabulary.data_file import InBoth


class Label(Strict):
    """What a concept is called in one language."""

    label: Text
    plural: Text | None = None
    slug: Slug | None = None
    description: Text


class Concept(InBoth[Label]):
    """A type, a topic or a tag."""

    def anchor(self, language: Language) -> str:
        """Its word in an address of `language`."""
        label = self[language]
        return label.slug or slugify(label.label)


class Taxonomy(Strict):
    """`docs/_data/taxonomy.yml`."""

    types: dict[Slug, Concept]
    topics: dict[Slug, Concept]
    tags: dict[Slug, Concept]
