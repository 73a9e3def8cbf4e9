"""The Content-Security-Policy."""

from __future__ import annotations

import pytest

from canllaw.publishing.policy import redirect_policy, security_policy

_POLICIES = {
    "page": security_policy(with_search=False),
    "search": security_policy(with_search=True),
    "redirect": redirect_policy(),
}


def directives(policy: str) -> dict[str, str]:
    """The value of each directive, by its name."""
    return dict(part.split(" ", 1) for part in policy.split("; "))


def test_only_search_compiles() -> None:
    """Only a page that searches may compile WebAssembly, and nothing else more; no page may start a worker."""
    search, page = directives(_POLICIES["search"]), directives(_POLICIES["page"])
    assert search["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert search == page | {"script-src": search["script-src"]}
    assert page["trusted-types"] == "'none'"


@pytest.mark.parametrize("policy", _POLICIES.values(), ids=_POLICIES)
def test_nothing_inline_and_nothing_foreign(policy: str) -> None:
    """No directive allows what is inline, evaluated or from another host."""
    found = directives(policy)
    assert (found["default-src"], found["base-uri"], found["object-src"]) == ("'none'", "'none'", "'none'")
    assert set(" ".join(found.values()).split()) <= {"'none'", "'self'", "data:", "'script'", "'wasm-unsafe-eval'"}
    assert [name for name, value in found.items() if "data:" in value] in ([], ["img-src"])


@pytest.mark.parametrize("policy", _POLICIES.values(), ids=_POLICIES)
def test_everything_in_it_counts_in_a_meta(policy: str) -> None:
    """Nothing stands there that browsers pass over in a `meta` (Content Security Policy 3, 3.3)."""
    assert directives(policy).keys() & {"frame-ancestors", "report-uri", "sandbox"} == set()


def test_redirects_load_nothing() -> None:
    """A page that only leads elsewhere may do nothing at all."""
    assert set(directives(_POLICIES["redirect"]).values()) == {"'none'"}
