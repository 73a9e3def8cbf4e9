"""The Content-Security-Policy, as a `meta` element because GitHub Pages sends no headers of ours.

Everything comes from this site, nothing inline runs, and only the search page may compile WebAssembly (Content Security
Policy Level 3, `'wasm-unsafe-eval'`). Pictures inside style sheets are `data:` addresses.
"""

from __future__ import annotations

_DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "object-src": "'none'",
}


def security_policy(*, with_search: bool) -> str:
    """The policy of a page, as the value of the header of that name."""
    directives = _DIRECTIVES | ({"script-src": "'self' 'wasm-unsafe-eval'"} if with_search else {})
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())
