"""The numbers of sections and the counterparts of headings: small Markdown in, HTML out."""

from __future__ import annotations

from markdown import markdown
from markdown.extensions import Extension

from canllaw.language.addresses import slugify
from canllaw.markup.extension import CanllawExtension, Setting


def html_of(text: str, setting: Setting) -> str:
    """The HTML of `text`, in which headings have anchors."""
    extensions: list[str | Extension] = ["toc", "admonition", "attr_list", CanllawExtension(setting=setting)]
    return markdown(text, extensions=extensions, extension_configs={"toc": {"slugify": slugify}})


def test_numbers() -> None:
    """Second-level headings are numbered from 1, in a span that leaves their words and their anchors alone."""
    html = html_of("## *One* and more\n\n### Inner\n\n## Two\n", Setting(numbered=True))
    assert html == (
        '<h2 id="one-and-more"><span class="cl-section-number">1.</span> <em>One</em> and more</h2>\n'
        '<h3 id="inner">Inner</h3>\n'
        '<h2 id="two"><span class="cl-section-number">2.</span> Two</h2>'
    )


def test_no_numbers() -> None:
    """Pages that are no guides have no numbers, nor have headings inside an admonition."""
    assert "cl-section-number" not in html_of("## One\n", Setting())
    assert html_of("!!! note\n\n    ## One\n\n## Two\n", Setting(numbered=True)).count("cl-section-number") == 1


def test_counterparts() -> None:
    """Each heading that has a counterpart carries its anchor, wherever it stands; the first level never does."""
    setting = Setting(counterparts={"one": "un", "inner": "mewnol", "title": "teitl"})
    html = html_of("# Title\n\n## One\n\n!!! note\n\n    #### Inner\n\n## Two\n", setting)
    assert '<h2 data-cl-counterpart="un" id="one">One</h2>' in html
    assert '<h4 data-cl-counterpart="mewnol" id="inner">Inner</h4>' in html
    assert '<h2 id="two">Two</h2>' in html
    assert html.count("data-cl-counterpart") == 2


def test_links_to_sections() -> None:
    """Beside each heading of the text itself stands a link to it, with a name of its own; not inside an admonition."""
    setting = Setting(numbered=True, sections={"one": "Link to “One”", "two": "Link to “Two”"})
    html = html_of("## One\n\n### Other\n\n!!! note\n\n    ## Two\n", setting)
    assert html.replace("\n", "").startswith(
        '<div class="cl-heading"><h2 id="one"><span class="cl-section-number">1.</span> One</h2>'
        '<a aria-label="Link to “One”" class="cl-anchor" href="#one"></a></div>'
    )
    assert html.count("cl-anchor") == 1
