"""Kills builds, fills their disk and has two run at once: `python bench/soak.py [BUILDS]`, 50 unless it is said.

Whatever happens to a build, the site has to be wholly that of before or wholly that of after, and the next build good.
Needs Linux; the full disk is a small file system in memory, which only root may mount.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

PROJECT = Path(__file__).parent.parent
COPIED = ("docs", "hooks", "overrides", "mkdocs.yml")
GUIDE = "docs/guides/first-steps/index.md"
SMALL, LARGER = 2, 6  # MB of a disk on which a build fails early, and late


def main() -> int:
    """Try all of it and say what was seen; gives 1 if a site was neither old nor new, or a next build not good."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("builds", nargs="?", type=int, default=50)
    builds = parser.parse_args().builds
    with tempfile.TemporaryDirectory() as name:
        project = _copy(Path(name) / "project")
        trials = {
            "killed": partial(_killed, project, builds),
            "two at once": partial(_two, project),
            "nowhere to write": partial(_nowhere, project),
        }
        if os.geteuid() == 0:
            trials |= {f"disk of {size} MB": partial(_full, project, size) for size in (SMALL, LARGER)}
        failures = 0
        for trial, run in trials.items():
            said = run()
            failures += bool(said)
            print(f"{trial}: {said or 'good'}", flush=True)
    return int(failures > 0)


def _copy(folder: Path) -> Path:
    for name in COPIED:
        source = PROJECT / name
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    return folder


def _start(project: Path, site: Path | None = None) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site or project / "site")]
    return subprocess.Popen(
        command, cwd=project, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def _build(project: Path, site: Path | None = None) -> tuple[int, str]:
    process = _start(project, site)
    said, _ = process.communicate()
    return process.returncode, said


def _write(project: Path, number: int) -> None:
    """Change a guide, so that the next site is another one."""
    guide = project / GUIDE
    text = guide.read_text(encoding="utf-8").split("\n\nEdit ")[0].rstrip("\n")
    guide.write_text(f"{text}\n\nEdit {number}.\n", encoding="utf-8")


def _state(site: Path) -> str:
    """Names what is in the site; "" if there is none."""
    digest = hashlib.sha256()
    for path in sorted(site.rglob("*")):
        if path.is_file():
            digest.update(str(path.relative_to(site)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest() if site.is_dir() else ""


def _sites(project: Path) -> tuple[str, str, float]:
    """The states of the two sites between which the trials change, and how many seconds a build takes."""
    states = []
    for number in (1, 2):
        _write(project, number)
        started = time.monotonic()
        code, said = _build(project)
        if code:
            raise SystemExit(said)
        states.append(_state(project / "site"))
    return states[0], states[1], time.monotonic() - started


def _killed(project: Path, builds: int) -> str:
    *states, seconds = _sites(project)
    chance = random.Random(builds)  # noqa: S311  (nothing here is a secret)
    for number in range(builds):
        wanted = number % 2
        _write(project, wanted + 1)
        process = _start(project)
        late = number % 5 == 0  # around the moment at which the sites change places
        time.sleep(seconds * (chance.uniform(0.9, 1.05) if late else chance.uniform(0, 1)))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if _state(project / "site") not in states:
            return f"after build {number} was killed the site was neither the one of before nor the one of after"
    code, said = _build(project)
    if code or _state(project / "site") != states[wanted]:
        return f"the build after the last one that was killed was not good: {said}"
    return ""


def _two(project: Path) -> str:
    one, other, _ = _sites(project)
    _write(project, 1)
    processes = [_start(project), _start(project)]
    while any(process.poll() is None for process in processes):
        if (project / "site").is_dir() and not (project / "site/index.html").is_file():
            return "a site without its first page was seen"
        time.sleep(0.02)
    said = "".join(process.communicate()[0] for process in processes)
    if any(process.returncode for process in processes) or _state(project / "site") != one:
        return f"two builds at once did not end in the site that each makes: {said}"
    return "" if other != one else "nothing was changed"


def _nowhere(project: Path) -> str:
    """The site can be where nobody may write: here below a file."""
    (project / "file").touch()
    code, said = _build(project, project / "file" / "site")
    (project / "file").unlink()
    return "" if code == 1 and "Traceback" not in said else f"{code}: {said}"


def _full(project: Path, size: int) -> str:
    folder = Path(tempfile.mkdtemp())
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}m", "tmpfs", str(folder)], check=True)  # noqa: S607
    try:
        site = folder / "site"
        site.mkdir()
        site.joinpath("index.html").write_text("the last good site", encoding="utf-8")
        before = _state(site)
        code, said = _build(project, site)
        if code == 0:
            return "the disk was large enough"
        if _state(site) != before:
            return "the last good site was not left alone"
        return "" if "Traceback" not in said else said
    finally:
        subprocess.run(["umount", str(folder)], check=True)  # noqa: S607
        folder.rmdir()


if __name__ == "__main__":
    sys.exit(main())
