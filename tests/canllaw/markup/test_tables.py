"""Tables: small Markdown in, HTML out."""

from __future__ import annotations

from markdown import markdown

from canllaw.markup.extension import CanllawExtension, Setting

TABLE = "| Year *of* work | Guides |\n|---|---|\n| 2026 | 2 |\n"


def html_of(text: str) -> str:
    """The HTML of `text`."""
    return markdown(text, extensions=["tables", CanllawExtension(setting=Setting(words={"table": "Tabl"}))])


def test_table() -> None:
    """A table stands in a region that the keyboard reaches, named after its first heading cell."""
    assert html_of(f"Before.\n\n{TABLE}\nAfter.\n") == (
        '<p>Before.</p>\n<div aria-label="Tabl: Year of work" class="cl-table" role="region" tabindex="0"><table>\n'
        '<thead>\n<tr>\n<th scope="col">Year <em>of</em> work</th>\n<th scope="col">Guides</th>\n</tr>\n</thead>\n'
        "<tbody>\n<tr>\n<td>2026</td>\n<td>2</td>\n</tr>\n</tbody>\n</table></div>\n<p>After.</p>"
    )


def test_table_without_a_name() -> None:
    """A table whose first heading cell is empty is called a table."""
    assert 'aria-label="Tabl"' in html_of("| | b |\n|---|---|\n| c | d |\n")


def test_two_tables() -> None:
    """Each table has a region of its own, and regions are not put into each other."""
    html = html_of(f"{TABLE}\ntext\n\n{TABLE}")
    assert html.count('<div aria-label="Tabl: Year of work"') == html.count("</table></div>") == 2
