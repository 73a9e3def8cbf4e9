"""Makes a copy of this project with many generated guides, for measuring: `python bench/generate.py 200 FOLDER`.

The guides are the project's own, their sentences dealt out anew from a fixed seed, so that words and pictures are like
real ones and two runs give the same files.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
from pathlib import Path

PROJECT = Path(__file__).parent.parent
COPIED = ("docs", "hooks", "overrides", "mkdocs.yml", "pyproject.toml")
WORDS_A_GUIDE = 1000
SECTIONS = 6


def generate(count: int, folder: Path) -> None:
    """Write a project with `count` generated guides, each in both languages, besides the project's own, to `folder`."""
    for name in COPIED:
        source = PROJECT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    deal = random.Random(count)  # noqa: S311  (nothing here is a secret)
    pools = {name: _sentences(name) for name in ("index.md", "index.cy.md")}
    for number in range(count):
        target = folder / "docs" / "guides" / f"generated-{number:04}"
        target.mkdir()
        shutil.copy(PROJECT / "docs/guides/first-steps/picture.svg", target / "picture.svg")
        target.joinpath("index.md").write_text(_english(number, deal, pools["index.md"]), encoding="utf-8")
        target.joinpath("index.cy.md").write_text(_welsh(number, deal, pools["index.cy.md"]), encoding="utf-8")


def _sentences(name: str) -> list[str]:
    """Every plain sentence of the project's own guides in one language."""
    bodies = [
        path.read_text(encoding="utf-8").split("---", 2)[2] for path in (PROJECT / "docs/guides").glob(f"*/{name}")
    ]
    paragraphs = [line for body in bodies for line in body.splitlines() if re.match(r"[A-ZÂÊÎÔŴŶ]", line)]
    plain = [re.sub(r"\[\^[^]]*\]|\{[^}]*\}", "", re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", line)) for line in paragraphs]
    return [sentence for line in plain for sentence in re.split(r"(?<=[.?!]) ", line)]


def _body(number: int, deal: random.Random, sentences: list[str]) -> str:
    parts = []
    for section in range(SECTIONS):
        words = 0
        parts.append(f"## {_title(deal, sentences)} {number}.{section + 1}")
        while words < WORDS_A_GUIDE / SECTIONS:
            paragraph = " ".join(deal.choices(sentences, k=4))
            words += len(paragraph.split())
            parts.append(paragraph)
    return "\n\n".join(parts) + "\n"


def _title(deal: random.Random, sentences: list[str]) -> str:
    words = re.findall(r"[\w'’-]+", deal.choice(sentences))[:5]
    return " ".join(words)


def _english(number: int, deal: random.Random, sentences: list[str]) -> str:
    tags = deal.sample(["collaboration", "creativity", "heritage", "innovation", "digital", "strategy"], 3)
    topic = deal.choice(["understanding", "working-together", "sharing", "planning"])
    return f"""---
title: "{_title(deal, sentences)} ({number})"
summary: "{deal.choice(sentences).replace('"', "'")}"
type: article
topic: {topic}
tags: [{", ".join(tags)}]
published: 2026-11-23
authors: [canllaw]
image: {{file: picture.svg, alt: A walker on stepping stones, credit: canllaw, licence: CC-BY-4.0}}
related: [first-steps, open-innovation]
---

{_body(number, deal, sentences)}"""


def _welsh(number: int, deal: random.Random, sentences: list[str]) -> str:
    return f"""---
title: "{_title(deal, sentences)} ({number})"
summary: "{deal.choice(sentences).replace('"', "'")}"
slug: cynhyrchwyd-{number:04}
translators: [canllaw]
image: {{alt: Cerddwr ar gerrig camu}}
---

{_body(number, deal, sentences)}"""


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    chosen = parser.parse_args()
    generate(chosen.count, chosen.folder)
