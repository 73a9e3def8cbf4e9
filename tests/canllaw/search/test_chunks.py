"""The index in smaller pieces: the same entries in the same order, and nothing that cannot be found."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import cbor2
import pytest

from canllaw.search.chunks import PIECE, SIGNATURE, UnknownFormError, deal_out, read_list

_PAGE = '<!doctype html><html lang="cy"><body><h1 data-pagefind-body>{}</h1></body></html>'


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index as Pagefind writes it."""
    site = tmp_path_factory.mktemp("raw")
    words = [f"{letter}{number:x}â" for letter in "abcdefghij" for number in range(400)]
    for number in range(3):
        site.joinpath(f"{number}.html").write_text(_PAGE.format(" ".join(words[number:])), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "pagefind", "--site", str(site)], check=True, capture_output=True)
    return site / "pagefind"


def _meta(index: Path) -> list[list[str]]:
    entry = json.loads(index.joinpath("pagefind-entry.json").read_text(encoding="utf-8"))
    pieces: list[list[str]] = read_list(index / f"pagefind.{entry['languages']['cy']['hash']}.pf_meta")[2]
    return pieces


def _entries(index: Path, name: str) -> list[list[Any]]:
    entries: list[list[Any]] = read_list(index / f"index/{name}.pf_index")[0]
    return entries


def _copy(index: Path, target: Path) -> Path:
    for path in filter(Path.is_file, index.rglob("*")):
        target.joinpath(path.relative_to(index)).parent.mkdir(parents=True, exist_ok=True)
        target.joinpath(path.relative_to(index)).write_bytes(path.read_bytes())
    return target


def test_entries_are_the_same_in_smaller_pieces(raw: Path, tmp_path: Path) -> None:
    """All entries are there as they were and in their order; the list of pieces names each, and its first and last."""
    index = _copy(raw, tmp_path)
    before = [entry for _, _, name in _meta(raw) for entry in _entries(raw, name)]
    deal_out(index)
    pieces = _meta(index)
    held = [_entries(index, name) for _, _, name in pieces]
    assert [entry for piece in held for entry in piece] == before
    assert len(pieces) > len(_meta(raw)) > 0
    assert all(len(cbor2.dumps(piece)) <= PIECE + 5 for piece in held)
    words = [[entry[0] for entry in (piece[0], piece[-1])] for piece in held]
    assert [[first, last] for first, last, _ in pieces] == words
    assert {path.stem for path in index.joinpath("index").iterdir()} == {name for _, _, name in pieces}
    assert len(list(index.glob("*.pf_meta"))) == 1


def test_twice_makes_no_difference(raw: Path, tmp_path: Path) -> None:
    """An index that is dealt out already stays as it is, byte for byte."""
    index = _copy(raw, tmp_path)
    deal_out(index)
    files = {path: path.read_bytes() for path in index.rglob("*") if path.is_file()}
    deal_out(index)
    assert {path: path.read_bytes() for path in index.rglob("*") if path.is_file()} == files


@pytest.mark.parametrize("data", [b"other", SIGNATURE + b"\x01", SIGNATURE + b"\x9f"])
def test_other_form_is_noticed(raw: Path, tmp_path: Path, data: bytes) -> None:
    """An index of a form that is not known is refused, and not made into one that finds nothing."""
    index = _copy(raw, tmp_path)
    next(index.glob("*.pf_meta")).write_bytes(gzip.compress(data))
    with pytest.raises(UnknownFormError):
        deal_out(index)


def test_unfinished_index_is_noticed(raw: Path, tmp_path: Path) -> None:
    """An index whose list of languages was not written to its end, as on a full disk, is refused."""
    index = _copy(raw, tmp_path)
    entry = index / "pagefind-entry.json"
    entry.write_bytes(entry.read_bytes()[:-9])
    with pytest.raises(UnknownFormError):
        deal_out(index)
