"""Runs Lighthouse as it judges a phone: `make lighthouse` prints a table and fails where a page has less than 100.

The project's own site is built and served gzipped, as its host does it. Each page is visited three times: performance
is the median of the three, because it depends on what else the machine does; the other scores are the same every time.
Of a page with less than 100 the audits that cost it points are named, with what they found.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from statistics import median_low
from typing import Any

from node_tools import run
from visited import BROWSER_FLAGS, PAGES, built_and_served, ensure

VISITED = ("home", "guide", "list", "search", "glossary")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
VISITS = 3
PERFECT = 100
SHOWN = 5  # elements, of each audit


@dataclass(frozen=True)
class Verdict:
    """What Lighthouse says of one page: the score in each category, and of each that is short, why."""

    scores: dict[str, int]
    faults: tuple[str, ...]


def judge(address: str) -> Verdict:
    """The verdict on the page at `address`: of the visit whose performance is the median."""
    first, *others = [_visit(address, CATEGORIES if number == 0 else CATEGORIES[:1]) for number in range(VISITS)]
    middle = median_low(_score(report, "performance") for report in (first, *others))
    report = next(report for report in (first, *others) if _score(report, "performance") == middle)
    scores = {name: _score(report if name == "performance" else first, name) for name in CATEGORIES}
    short = [name for name in CATEGORIES if scores[name] < PERFECT]
    faults = [fault for name in short for fault in _faults(report if name == "performance" else first, name)]
    return Verdict(scores, tuple(faults))


def _visit(address: str, categories: tuple[str, ...]) -> dict[str, Any]:
    """Lighthouse's report on one visit."""
    done = run(
        "lighthouse",
        address,
        "--output=json",
        "--quiet",
        "--no-enable-error-reporting",
        f"--only-categories={','.join(categories)}",
        f"--chrome-flags={' '.join(('--headless', *BROWSER_FLAGS))}",
        env=os.environ | {"CHROME_PATH": str(ensure())},
        stdout=subprocess.PIPE,
    )
    report: dict[str, Any] = json.loads(done.stdout or "{}")
    if done.returncode or "runtimeError" in report:
        sys.exit(f"Lighthouse could not visit {address}: {report.get('runtimeError', {}).get('message', 'see above')}")
    return report


def _score(report: dict[str, Any], category: str) -> int:
    return round((report["categories"][category]["score"] or 0) * 100)


def _faults(report: dict[str, Any], category: str) -> list[str]:
    """The audits that cost points in `category`, each with what it found."""
    weights = {audit["id"]: audit["weight"] for audit in report["categories"][category]["auditRefs"]}
    faults = []
    for name, audit in report["audits"].items():
        if weights.get(name) and audit["score"] is not None and audit["score"] < 1:
            found = (audit.get("details") or {}).get("items") or []
            elements = [item["node"]["snippet"] for item in found if isinstance(item, dict) and "node" in item]
            reason = audit.get("displayValue") or audit.get("explanation") or audit["title"]
            faults.append("\n".join([f"{category}: {name}: {reason}", *(f"    {one}" for one in elements[:SHOWN])]))
    return faults


def main() -> int:
    """Print the table; the exit code is 1 if a page has less than 100 anywhere."""
    verdicts = []
    print(f"page      language  {'  '.join(CATEGORIES)}     (performance: the median of {VISITS} visits)", flush=True)
    with built_and_served() as home:
        for (kind, language), address in PAGES.items():
            if kind not in VISITED:
                continue
            verdict = judge(home + address)
            verdicts.append(verdict)
            columns = "  ".join(f"{verdict.scores[name]:>{len(name)}}" for name in CATEGORIES)
            print(f"{kind:<9} {language:<8}  {columns}", *verdict.faults, sep="\n  ", flush=True)
    perfect = all(score == PERFECT for verdict in verdicts for score in verdict.scores.values())
    return 0 if perfect else 1


if __name__ == "__main__":
    sys.exit(main())
