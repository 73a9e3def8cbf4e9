"""Building beside the last good site."""

from __future__ import annotations

from pathlib import Path

from canllaw.publishing.stage import beside, put_in_place


def test_beside(tmp_path: Path) -> None:
    """A site is built in a hidden folder beside the one that it is to replace."""
    assert beside(tmp_path / "site") == tmp_path / ".site-building"


def test_first_site(tmp_path: Path) -> None:
    """Where there is no site yet, the finished one takes its place."""
    stage = beside(tmp_path / "site")
    stage.mkdir()
    stage.joinpath("index.html").touch()
    put_in_place(stage)
    assert [path.name for path in tmp_path.rglob("*")] == ["site", "index.html"]


def test_next_site(tmp_path: Path) -> None:
    """The finished site takes the place of the last one whole, and leaves nothing beside it."""
    site = tmp_path / "site"
    for name, folder in (("old.html", site), ("new.html", beside(site)), ("older.html", tmp_path / ".site-last")):
        folder.mkdir()
        folder.joinpath(name).touch()
    put_in_place(beside(site))
    assert [path.name for path in tmp_path.rglob("*")] == ["site", "new.html"]


def test_twice(tmp_path: Path) -> None:
    """Site after site may be put in place, also one whose name tells it from others."""
    site = tmp_path / "my.site"
    for name in ("one", "two"):
        beside(site).mkdir()
        beside(site).joinpath(name).touch()
        put_in_place(beside(site))
        assert [path.name for path in site.iterdir()] == [name]
