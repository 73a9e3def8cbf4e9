"""A small picture that says how much of the site there is in a language, up to date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from canllaw.diagrams.metrics import width_of
from canllaw.language import NATIVE_NAMES, Language
from canllaw.publishing.addresses import badge_address
from canllaw.translation.overview import Share

if TYPE_CHECKING:
    from jinja2 import Template

    from canllaw.publishing.view import SiteView


@dataclass(frozen=True)
class Badge:
    """The name of a language on the left, its share on the right.

    Lengths are in user units (CSS pixels). The viewer's own font draws the words, fitted to the widths given here.
    """

    language: Language
    share: Share
    size: int = 11
    height: int = 20
    margin: int = 7

    @property
    def address(self) -> str:
        """Where it stands, from the site's root."""
        return badge_address(self.language)

    @property
    def name(self) -> str:
        """What the language calls itself."""
        return NATIVE_NAMES[self.language]

    @property
    def widths(self) -> tuple[int, int]:
        """How wide the words are, left and right."""
        words = (self.name, f"{self.share.percent}\u00a0%")
        return round(width_of(words[0], self.size)), round(width_of(words[1], self.size))

    @property
    def width(self) -> int:
        """How wide it all is."""
        return sum(self.widths) + 4 * self.margin


def drawn(language: Language, get_template: Callable[[str], Template], view: SiteView) -> str:
    """The badge of `language` as SVG; `view` is that of the site in this language."""
    template = get_template("canllaw/badge.svg.html")
    return template.render(badge=view.badges[language], say=view.say, site_name=view.site_name)
