"""What HTML may be published."""

from __future__ import annotations

import pytest

from canllaw.markup.safety import clean, is_elsewhere, refused, scheme_of


@pytest.mark.parametrize(
    "html",
    [
        '<figure class="cl-figure" id="fig-a"><img alt="A" height="4" loading="lazy" src="a.svg" width="3"></figure>',
        '<h2 data-cl-counterpart="un" id="one"><span class="cl-section-number">1.</span> One</h2>',
        '<div aria-label="Table" class="cl-table" role="region" tabindex="0"><table><tbody><tr>'
        '<td align="right" colspan="2">1</td></tr></tbody></table></div>',
        '<p lang="cy">Tŷ <a href="../a/#b" hreflang="cy" rel="license">c</a> <a href="mailto:a@b.org">d</a></p>',
        '<details open=""><summary>a</summary>b</details>',
        '<ol start="3" type="a"><li value="4">a</li></ol>',
        '<p>a<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup></p>',
    ],
)
def test_what_stays(html: str) -> None:
    """What Markdown and our extensions make is published as it is, and nobody is told off for it."""
    assert clean(html) == html
    assert list(refused(html)) == []


@pytest.mark.parametrize(
    ("html", "left", "names"),
    [
        ("a<script>b()</script>c", "ac", ["<script>"]),
        ("<b onclick='a()'>b</b>", "<b>b</b>", ["onclick"]),
        ("<p style='x'>b</p>", "<p>b</p>", ["style"]),
        ("<a href='javascript:a'>b</a>", "<a>b</a>", ["javascript:"]),
        ("<a href=' Java&#9;Script&colon;a'>b</a>", "<a>b</a>", ["javascript:"]),
        ("<a href='data:text/html,a'>b</a>", "<a>b</a>", ["data:"]),
        ("<img src='a.svg' onerror='b()'>", '<img src="a.svg">', ["onerror"]),
        ("<iframe src='a'></iframe>", "", ["<iframe>"]),
        ("<svg><script>a</script></svg>", "", ["<svg>", "<script>"]),
        ("<form action='a'><button>b</button></form>", "b", ["<form>", "<button>"]),
        ("<IMG SRC=a ONERROR=b>", '<img src="a">', ["onerror"]),
        ("<a target='_blank' href='a'>b</a>", '<a href="a">b</a>', ["target"]),
        ("<p data-cl-search=a data-index=b>c</p>", "<p>c</p>", ["data-cl-search", "data-index"]),
        ('<i class="cl-bar wide" id=cl-menu>a</i>', '<i class="wide">a</i>', ["class=cl-bar wide", "id=cl-menu"]),
        ("<input type=password>", "<input>", ["<input>"]),
        ("<input type=Checkbox disabled>", '<input type="Checkbox" disabled="">', ["<input>"]),
    ],
)
def test_what_goes(html: str, left: str, names: list[str]) -> None:
    """What could run, fetch or mislead is taken out, and named to its author beforehand."""
    assert clean(html) == left
    assert [refusal.name for refusal in refused(html)] == names


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a.png",
        "//example.org/a",
        "\\\\example.org/a",
        "/\\example.org/a",
        "\t//a",
        "data:image/png,a",
    ],
)
def test_pictures_from_elsewhere(address: str) -> None:
    """A picture from another host is taken out, whatever a browser would take for its address; a link there stays."""
    assert is_elsewhere(address)
    assert clean(f'<img alt="b" src="{address}">') == '<img alt="b">'
    assert clean('<a href="https://example.org/a">b</a>') == '<a href="https://example.org/a">b</a>'


@pytest.mark.parametrize("address", ["a.png", "../a/b%20c.svg", "./javascript:a.svg", 'a"b.svg'])
def test_pictures_from_here(address: str) -> None:
    """A picture of this site stays, whatever it is called."""
    assert not is_elsewhere(address)


@pytest.mark.parametrize(
    "html", ["<![x[ a ]]>", "<!a", "<![CDATA[", "<?a", "<a b='", "</", "<" * 999, "&#x110000;", "<a\0>"]
)
def test_broken_html(html: str) -> None:
    """HTML that is broken is read as a browser reads it, and raises nothing."""
    assert all(refusal.name.startswith(("<", "b")) for refusal in refused(html))
    assert "<script" not in clean(html)


@pytest.mark.parametrize(
    ("address", "scheme"),
    [
        ("a/index.md", ""),
        ("#a:b", ""),
        ("?a:b", ""),
        ("//example.org", ""),
        ("HTTPS://example.org", "https"),
        (" java\tscript:a", "javascript"),
        ("\x01javascript:a", "javascript"),
        ("https://[a", "?"),
    ],
)
def test_scheme(address: str, scheme: str) -> None:
    """A scheme is that which a browser sees; an address that cannot be read has one that nothing allows."""
    assert scheme_of(address) == scheme
