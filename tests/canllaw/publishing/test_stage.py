"""Building beside the last good site."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from canllaw.publishing import stage as staging
from canllaw.publishing.stage import beside, put_in_place, reserve, said_of
from canllaw.workers import Apart, WorkFailedError


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


@pytest.mark.parametrize("can_exchange", [True, False])
def test_next_site(can_exchange: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The finished site takes the place of the last one whole, and leaves nothing beside it, on any system."""
    if not can_exchange:
        monkeypatch.setattr(staging, "_exchange", lambda *_: False)
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


@pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="other systems cannot")
def test_exchange(tmp_path: Path) -> None:
    """Two folders change places in one step, so that neither is ever missing; if one is not there nothing happens."""
    for name in ("one", "other"):
        (tmp_path / name / name).mkdir(parents=True)
    assert staging._exchange(tmp_path / "one", tmp_path / "other")
    assert [path.name for path in (tmp_path / "one").iterdir()] == ["other"]
    assert [path.name for path in (tmp_path / "other").iterdir()] == ["one"]
    assert not staging._exchange(tmp_path / "one", tmp_path / "third")
    assert [path.name for path in (tmp_path / "one").iterdir()] == ["other"]


def test_last_site_is_put_back(tmp_path: Path) -> None:
    """Where a build was killed between taking the last site away and putting its own there, the next one mends that."""
    last = tmp_path / ".site-last"
    (last / "old").mkdir(parents=True)
    reserve(beside(tmp_path / "site"), pytest.fail).release()
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["old"]
    assert not last.exists()


def test_second_build_waits(tmp_path: Path) -> None:
    """A build that finds another one at work says so, and begins when that is over."""
    stage = beside(tmp_path / "site")
    first = reserve(stage, pytest.fail)
    told: list[str] = []

    def told_to_wait() -> None:
        told.append("waits")
        first.release()

    reserve(stage, told_to_wait).release()
    assert told == ["waits"]


def test_no_place_to_write(tmp_path: Path) -> None:
    """Where no folder can be made a build fails at once, and does not wait for ever."""
    tmp_path.joinpath("file").touch()
    with pytest.raises(OSError, match="file"):
        reserve(beside(tmp_path / "file/site"), pytest.fail)


def test_killed_build_keeps_nobody_out(tmp_path: Path) -> None:
    """The reservation of a build ends with its process, even one that is killed."""
    stage = beside(tmp_path / "site")
    code = "import os, sys; from pathlib import Path; from canllaw.publishing.stage import reserve\n"
    code += "lock = reserve(Path(sys.argv[1]), lambda: None); os._exit(9)"
    assert subprocess.run([sys.executable, "-c", code, str(stage)], check=False).returncode == 9
    lock: FileLock = reserve(stage, pytest.fail)
    assert lock.is_locked
    lock.release()


def test_error_of_the_system_is_said(tmp_path: Path) -> None:
    """What the computer refuses is said in both languages, with the file, or else the project, and the reason."""
    said = said_of(PermissionError(13, "Permission denied", "/site/index.html"), tmp_path)
    assert "/site/index.html (Permission denied)" in said
    assert [line[:12] for line in said.splitlines()] == ["The computer", "Ni adawodd y", "Nothing was ", "Ni chafodd d"]
    assert f"{tmp_path} (No space left on device)" in said_of(OSError(28, "No space left on device"), tmp_path)
    assert said_of(ValueError("no"), tmp_path) == ""


@pytest.mark.skipif(sys.platform != "linux", reason="only there are processes copied")
def test_error_of_the_system_elsewhere_is_said(tmp_path: Path) -> None:
    """It is said as well where the work was done by another process, and met there."""
    with pytest.raises(WorkFailedError) as caught:
        Apart((tmp_path / "none").read_bytes).result()
    assert f"{tmp_path / 'none'} (No such file or directory)" in said_of(caught.value, tmp_path)
