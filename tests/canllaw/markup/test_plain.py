"""A text outside its page: nothing that needs the page, ids of its own, links that lead to the same places."""

from __future__ import annotations

from xml.etree.ElementTree import tostring

import pytest

from canllaw.markup.plain import from_page, from_root, make_plain, parse, rename_ids


def plain(html: str) -> str:
    """The plain form of `html`."""
    root = parse(html)
    make_plain(root)
    return tostring(root, encoding="unicode", method="html")[len("<div>") : -len("</div>")]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a &amp; b<br>c <img src='x'></p>", '<p>a &amp; b<br>c <img src="x"></p>'),
        (
            '<p>An <button class="cl-term" type="button" popovertarget="cl-t1">idea</button>'
            '<span id="cl-t1" popover>What it <b>is</b></span>, and more</p>',
            "<p>An idea, and more</p>",
        ),
        ("<p><button popovertarget='x'>an <em>open</em> idea</button> here</p>", "<p>an <em>open</em> idea here</p>"),
        ("<p>a</p><div popover='auto'><p>b</p></div><p>c</p>", "<p>a</p><p>c</p>"),
        ("<h2 id='why'>Why <a class='cl-anchor' href='#why'>§</a></h2>", '<h2 id="why">Why </h2>'),
        ("<h2 id='why'>Why <a href='#how'>how</a></h2>", '<h2 id="why">Why <a href="#how">how</a></h2>'),
        ("<p>a<button type='button'>Copy</button>b</p>", "<p>ab</p>"),
        ("<figure>x<ul class='cl-diagram__ways'><li>SVG</li></ul></figure>", "<figure>x</figure>"),
        ("<h2 data-cl-counterpart='pam' id='why'>Why</h2>", '<h2 id="why">Why</h2>'),
        ("<p>never closed <em>at all", "<p>never closed <em>at all</em></p>"),
        ("<p>a</b> b</p>", "<p>a b</p>"),
    ],
)
def test_plain_form(html: str, expected: str) -> None:
    """Words stay, and what needs the page goes."""
    assert plain(html) == expected


def test_ids_are_renamed_with_all_that_names_them() -> None:
    """An id gets its new name wherever it is named, and an address elsewhere keeps its own."""
    root = parse(
        "<h2 id='a'>A</h2><svg aria-labelledby='a b'></svg><a href='#a'>a</a><a href='x/#a'>b</a>"
        "<label for='a'><input name='n'></label>"
    )
    rename_ids(root, lambda name: f"cy-{name}")
    found = [value for element in root.iter() for value in element.attrib.values()]
    assert found == ["cy-a", "cy-a cy-b", "#cy-a", "x/#a", "cy-a", "cy-n"]


@pytest.mark.parametrize(
    ("link", "address", "expected"),
    [
        ("../first-steps/#why", "guides/open/", "guides/first-steps/#why"),
        ("picture.svg", "guides/open/", "guides/open/picture.svg"),
        ("../..", "guides/open/", ""),
        ("./", "guides/open/", "guides/open/"),
        ("../../cy/", "guides/open/", "cy/"),
        ("https://example.org/", "guides/open/", None),
        ("mailto:x@example.org", "guides/open/", None),
        ("//example.org/x", "guides/open/", None),
        ("/x", "guides/open/", None),
    ],
)
def test_links_from_the_root(link: str, address: str, expected: str | None) -> None:
    """A link on a page leads to a place from the site's root, unless it leaves the site."""
    assert from_root(link, address) == expected


@pytest.mark.parametrize(
    ("target", "address", "expected"),
    [
        ("guides/first-steps/#why", "guides/open/side-by-side/", "../../first-steps/#why"),
        ("guides/open/picture.svg", "guides/open/side-by-side/", "../picture.svg"),
        ("", "guides/open/", "../../"),
        ("x.xhtml", "", "x.xhtml"),
    ],
)
def test_links_from_a_page(target: str, address: str, expected: str) -> None:
    """A place has a link that leads to it from the page."""
    assert from_page(target, address) == expected
