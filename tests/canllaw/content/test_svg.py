"""What an SVG picture may hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from canllaw.content.svg import refused_in_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'


def refused(body: str, folder: Path) -> list[tuple[int, str]]:
    """What is refused in a picture that holds `body` from its second line on."""
    folder.joinpath("a.svg").write_text(f"{HEAD}\n{body}\n</svg>\n", encoding="utf-8")
    return refused_in_svg(folder / "a.svg")


@pytest.mark.parametrize(
    "body",
    [
        '<title>Tŷ</title><desc>A house</desc><g fill="none"><path d="M0 0h1"/><circle r="1"/></g>',
        '<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><rect fill="url(#a)"/>',
        '<use href="#a"/><use xlink:href="#a"/>',
        "<style>path { fill: url(#a); stroke: red }</style>",
        "<!-- <script>alert(1)</script> -->",
        """<rect fill="url( '#a' )"/><path style='mask: url("#b")'/>""",
        '<g xmlns:inkscape="i" inkscape:export-filename="C:\\src(1)\\a.png"/>',
    ],
)
def test_clean_pictures(body: str, tmp_path: Path) -> None:
    """Shapes, words, gradients and references inside the file are allowed."""
    assert refused(body, tmp_path) == []


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("<foreignObject/>", "<foreignObject>"),
        ('<a href="#b"/>', "<a>"),
        ('<image href="#b"/>', "<image>"),
        ('<animate attributeName="href"/>', "<animate>"),
        ('<rect onclick="alert(1)"/>', "onclick"),
        ('<rect ONLOAD="alert(1)"/>', "ONLOAD"),
        ('<use href="https://example.org/a.svg#b"/>', "href"),
        ('<use xlink:href="data:image/svg+xml,b"/>', "xlink:href"),
        ('<rect fill="url(https://example.org/a)"/>', "fill"),
        ("<rect style=\"fill: url( '//example.org/a')\"/>", "style"),
        ("<style>@import 'https://example.org/a.css';</style>", "<style>"),
        ("<style>rect { fill: URL( https://example.org/a) }</style>", "<style>"),
        ("<rect fill='\\75rl(https://example.org/a)'/>", "fill"),
        ("<rect style='mask: image-set(\"//example.org/a\" 1x)'/>", "style"),
        ("<style>@im<!-- a --><g/><![CDATA[port '//example.org/a.css';]]></style>", "<style>"),
        ("<style>rect { fill: src('//example.org/a') }</style>", "<style>"),
        ("<?xml-stylesheet href='a.css'?>", "<?xml-stylesheet?>"),
    ],
)
def test_what_runs_or_fetches(body: str, name: str, tmp_path: Path) -> None:
    """What could run, or fetch something from elsewhere, is refused by name on its line."""
    assert (2, name) in refused(body, tmp_path)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"words",
        b"<svg>",
        b"\x89PNG\0\0",
        b"<?xml version='1.0' encoding='nonsense'?><svg/>",
        b"<?xml version='1.0' encoding='utf-7'?><svg/>",
        b"<!DOCTYPE svg [<!ENTITY a 'b'><!ENTITY c '&a;&a;'>]><svg>&c;</svg>",
        b"<svg>" + b"<g>" * 50_000,
    ],
)
def test_broken_files(data: bytes, tmp_path: Path) -> None:
    """A file that is no picture, or that could be made to fill the memory, is refused and raises nothing."""
    tmp_path.joinpath("a.svg").write_bytes(data)
    assert refused_in_svg(tmp_path / "a.svg")


def test_folder(tmp_path: Path) -> None:
    """A folder with the name of a picture raises nothing."""
    tmp_path.joinpath("a.svg").mkdir()
    assert refused_in_svg(tmp_path / "a.svg") is not None
