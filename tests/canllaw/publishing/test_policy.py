"""The Content-Security-Policy."""

from __future__ import annotations

from canllaw.publishing.policy import security_policy


def test_only_search_compiles() -> None:
    """Only the page that searches may compile WebAssembly, and that is all in which its policy differs."""
    with_search, without = security_policy(with_search=True), security_policy(with_search=False)
    assert with_search.replace(" 'wasm-unsafe-eval'", "") == without
    assert "'wasm-unsafe-eval'" in with_search


def test_nothing_inline_and_nothing_foreign() -> None:
    """No directive allows what is inline, evaluated or from another host."""
    directives = dict(part.split(" ", 1) for part in security_policy(with_search=False).split("; "))
    assert directives["default-src"] == "'none'"
    assert set(" ".join(directives.values()).split()) == {"'none'", "'self'", "data:"}
    assert "data:" not in directives["script-src"]
