"""The style sheets."""

from __future__ import annotations

from pathlib import Path

import pytest

from canllaw.cache import Notes
from canllaw.publishing.stylesheet import OUTPUT, Used, trim, used_in, write

USED = Used(frozenset({"a", "b"}), frozenset({"html", "p", "input"}), frozenset({"type", "type=checkbox", "lang"}))


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".a{color:red}", ".a{color:red}"),
        (".z{color:red}", ""),
        (".a,.z,.b p{color:red}", ".a,.b p{color:red}"),
        (".a .z{color:red}", ""),
        ("p.a>input{color:red}", "p.a>input{color:red}"),
        (".a table{color:red}", ""),
        ('.a::before{content:","}', '.a::before{content:","}'),
        (".a:hover{color:red}", ".a:hover{color:red}"),
        (".a [lang]{color:red}", ".a [lang]{color:red}"),
        (".a [dir=rtl]{color:red}", ""),
        (".a [type=checkbox]{color:red}", ".a [type=checkbox]{color:red}"),
        ('.a [type="radio"]{color:red}', ""),
        (".a#z{color:red}", ""),
        ("p{color:red}", ""),
        ("*{color:red}", ""),
        ("/* .a */.z{color:red}", ""),
        ("@media print{.a{color:red}.z{color:red}}", "@media print{.a{color:red}}"),
        ("@media print{.z{color:red}}", ""),
        ("@supports (top:0){@media print{.a{color:red}}}", "@supports (top:0){@media print{.a{color:red}}}"),
        ("@font-face{font-family:x}.a{color:red}", ".a{color:red}"),
    ],
)
def test_rules(css: str, kept: str) -> None:
    """A rule is kept for its selectors that name a class, and whose every name stands in some page."""
    assert trim(css, USED) == kept


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (":root{--x:1;--y:2}.a{top:var(--x)}", ":root{--x:1}.a{top:var(--x)}"),
        (":root{--x:var(--y);--y:2;--z:3}.a{top:var(--x,0)}", ":root{--x:var(--y);--y:2}.a{top:var(--x,0)}"),
        (":root{--x:var(--y);--y:2}.z{top:var(--x)}", ""),
        ("@media print{:root{--x:1}}.a{top:0}", ".a{top:0}"),
        (".a{top:0!important;top:1px}", ".a{top:0!important;top:1px}"),
    ],
)
def test_properties(css: str, kept: str) -> None:
    """Custom properties are kept as long as something that is kept reads them."""
    assert trim(css, USED).replace(";}", "}").replace(" !", "!") == kept


def test_used_in(tmp_path: Path) -> None:
    """Classes, tags and attributes are those of all pages together, as far as the theme's rules may name them."""
    tmp_path.joinpath("a.html").write_text('<html lang="cy"><p class="a b-c">x</p></html>', encoding="utf-8")
    tmp_path.joinpath("b.html").write_text('<html lang="en"><h1 class="d" id="e">x</h1></html>', encoding="utf-8")
    used = used_in(tmp_path.glob("*.html"), ".a .b-c,html[lang=cy] .d,html[lang=en] h1[id]{}")
    assert used == Used(
        frozenset({"a", "b-c", "d"}), frozenset({"html", "h1"}), frozenset({"lang", "lang=cy", "lang=en", "id"})
    )


def test_used_in_pages_from_before(tmp_path: Path) -> None:
    """A page that was read before is not read again, but is for other rules; what it no longer holds is not used."""
    page = tmp_path / "a.html"
    page.write_text('<p class="a b">', encoding="utf-8")
    notes = Notes()
    assert used_in([page], ".a{}", notes.get).classes == {"a"}
    assert used_in([page], ".b{}", notes.get).classes == {"b"}
    page.write_text('<p class="b">', encoding="utf-8")
    assert used_in([page], ".a{}", notes.get).classes == set()


def test_write(tmp_path: Path) -> None:
    """The theme's rules that are used come first, then our own files, the tokens before all others; some stay apart."""
    site, ours, theme = (tmp_path / name for name in ("site", "ours", "theme"))
    for folder in (site, ours / "assets/stylesheets/apart", theme / "assets/stylesheets"):
        folder.mkdir(parents=True)
    site.joinpath("index.html").write_text('<p class="a">', encoding="utf-8")
    for name in ("page.css", "tokens.css", "base.css", "apart/home.css"):
        rule = f"/* Comment. */\n.{Path(name).stem} {{\n  top: calc(1px + 2px);\n}}\n"
        ours.joinpath("assets/stylesheets", name).write_text(rule, encoding="utf-8")
    theme.joinpath("assets/stylesheets/main.abc.min.css").write_text(".a{top:0}.z{top:0}", encoding="utf-8")
    write(site, [ours, theme])
    written = [f".{name}{{top:calc(1px + 2px)}}\n" for name in ("tokens", "base", "page", "home")]
    assert site.joinpath(OUTPUT).read_text(encoding="utf-8") == "".join([".a{top:0}\n", *written[:3]])
    assert site.joinpath("assets/stylesheets/apart/home.css").read_text(encoding="utf-8") == written[3]
