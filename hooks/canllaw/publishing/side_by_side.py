"""For each guide with both editions a page on which they stand side by side, block by block.

It is made of what the editions have become as pages, once both are there; no file of an author's stands behind it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, tostring

from canllaw.cache import kept
from canllaw.content.blocks import Heading
from canllaw.content.library import Edition, Guide, Page
from canllaw.language import LANGUAGES, Language
from canllaw.markup.plain import HEADINGS, from_page, from_root, links, make_plain, parse, rename_ids
from canllaw.publishing.contact import Contact
from canllaw.publishing.fingerprints import fingerprints
from canllaw.publishing.view import PageView, SiteView
from canllaw.translation.changed_blocks import ChangedBlocks, Text
from canllaw.translation.freshness import Change
from canllaw.translation.overview import Translation
from canllaw.translation.rendered import Block, blocks_of, pairs_but

if TYPE_CHECKING:
    from jinja2 import Template

Rendered = Mapping[tuple[str, str], str]
"""The HTML of each page's text, by the file of the edition below `docs/` and the language of the site."""


@dataclass(frozen=True)
class Row:
    """What stands side by side: a block of each edition as HTML, by language in the order of the site; "" for none.

    `changes` are those of the source since it was translated.
    """

    kind: str
    sides: dict[Language, str]
    changes: Sequence[Change] = field(default=(), kw_only=True)


@dataclass(frozen=True)
class _Texts:
    """The text of each edition of a guide, taken apart when somebody asks for it."""

    guide: Guide
    rendered: Rendered

    @cached_property
    def trees(self) -> dict[Language, Element]:
        """Each as a tree in its plain form, with ids of its own."""
        editions = self.guide.editions.items()
        return {
            language: _plain_text(self.rendered[edition.path, language], language) for language, edition in editions
        }


@dataclass(frozen=True)
class SideBySideView(PageView):
    """What the template may ask: all that it may on the guide's own page, and the rows."""

    texts: _Texts
    """Each edition's text, with the links of its own page."""

    def here(self, language: Language) -> str:
        """Where this page stands on the site in `language`, from the site's root."""
        return self.side_by_side(language)

    @property
    def parents(self) -> list[Page]:
        """The pages above this one, the guide itself the last of them."""
        return [*super().parents, self.page]

    @property
    def topic(self) -> None:
        """None: the way up leads to the guide."""
        return

    @property
    def sections(self) -> list[Heading]:
        """The headings in the site's language that the list of contents names, with the ids that they have here."""
        language = self.site_language
        return [replace(heading, anchor=_id_here(heading.anchor, language)) for heading in super().sections]

    @property
    def editions(self) -> dict[Language, Edition]:
        """Both editions, that in the site's language first."""
        return {language: self.page.editions[language] for language in (self.site_language, self.other_language)}

    @cached_property
    def translation(self) -> Translation | None:
        """How the edition that is a translation stands; None if nobody has said that either is one."""
        standing = ((language, self.build.standing[self.page.key, language]) for language in self.editions)
        found = [Translation(self.page, language, it) for language, it in standing if it.status != "source"]
        return found[0] if found else None

    @cached_property
    def rows(self) -> list[Row]:
        """The blocks of both editions, each once and in its order."""
        mine, theirs = self._sides.values()
        alone = self._changed.alone if self._changed else set[Block]()
        return [self._row(left, right) for left, right in pairs_but(mine, theirs, alone)]

    @property
    def changes_at_top(self) -> list[Change]:
        """What has changed in fields at the top of the source, and what stands in no block of this page."""
        shown = {change.id for row in self.rows for change in row.changes}
        return [change for change in self._changes if change.id not in shown]

    @cached_property
    def next_changes(self) -> dict[str, str]:
        """The id of the change that follows each on the page."""
        ids = [change.id for change in (*self.changes_at_top, *(one for row in self.rows for one in row.changes))]
        return dict(pairwise(ids))

    @cached_property
    def _changes(self) -> tuple[Change, ...]:
        return self.translation.freshness.changes if self.translation else ()

    @cached_property
    def _sides(self) -> dict[Language, list[Block]]:
        return {language: blocks_of(self._text(language)) for language in self.editions}

    @cached_property
    def _changed(self) -> ChangedBlocks | None:
        """Where the changes show; None if there are none."""
        if not (self.translation and self._changes):
            return None
        return ChangedBlocks(
            self._changes, self._as_written(self.translation.source), self._as_written(self.translation.language)
        )

    def _as_written(self, language: Language) -> Text:
        return Text(self.page.editions[language].blocks.segments, self._sides[language])

    def _row(self, left: Block | None, right: Block | None) -> Row:
        blocks = [block for block in (left, right) if block]
        sides = dict(zip(self.editions, map(_markup, (left, right)), strict=True))
        changed = self._changed.by_block if self._changed else {}
        changes = [change for block in blocks for change in changed.get(block, ())]
        return Row(blocks[0].kind, sides, changes=changes)

    def _text(self, language: Language) -> Element:
        """The text in `language` with the links that lead from this page to where those of its own page lead."""
        root = deepcopy(self.texts.trees[language])
        for element, attribute in links(root):
            target = from_root(element.attrib[attribute], self.address(self.page, language))
            if target is not None:
                element.set(attribute, from_page(target, self.here(self.site_language)))
                if attribute == "href" and language != self.site_language:
                    element.set("hreflang", language)
        return root


def _plain_text(html: str, language: Language) -> Element:
    """The text of a page in `language` as it can stand beside the other: with ids of its own."""
    root = parse(html)
    make_plain(root)
    rename_ids(root, lambda name: _id_here(name, language))
    for element in root.iter():
        if element.tag in HEADINGS and "id" in element.attrib:  # the language switch leads to the same place
            element.set("data-cl-counterpart", element.attrib["id"])
        if element.get("role") == "region":  # of which a page has few, each with a name of its own
            element.set("role", "group")
    return root


def _id_here(name: str, language: Language) -> str:
    """The id of what has the id `name` on the page in `language`."""
    return f"{language}-{name}"


def _markup(block: Block | None) -> str:
    return tostring(block.element, encoding="unicode", method="html") if block else ""


def write(site_view: SiteView, contact: Contact, rendered: Rendered, site: Path, template: Template) -> None:
    """Write the page of each guide with both editions below `site`, in each language.

    `site_view` knows the site, and `contact` where its files can be edited. What an earlier build made of the same is
    not made again.
    """
    build, names = site_view.build, (site_view.site_url, site_view.site_name)
    for guide in build.library.guides:
        texts = _Texts(guide, rendered)
        for language in LANGUAGES if len(guide.editions) == len(LANGUAGES) else ():
            view = SideBySideView(build, language, *names, guide, texts, contact=contact)
            target = site / view.here(language) / "index.html"
            target.parent.mkdir(parents=True, exist_ok=True)
            key = f"side by side {fingerprints(build).of(guide, language)}"
            target.write_bytes(kept(build.docs.parent, key.encode(), partial(_html, view, template)))


def _html(view: SideBySideView, template: Template) -> bytes:
    base = posixpath.relpath(".", view.here(view.site_language))
    return template.render(canllaw=view, say=view.say, page=None, base_url=base).encode()
