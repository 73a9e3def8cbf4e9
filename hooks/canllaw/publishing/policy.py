"""The Content-Security-Policy, as a `meta` element because GitHub Pages sends no headers of ours.

Everything comes from this site, nothing inline runs, and what a page has no use for is forbidden (Content Security
Policy Level 3). A page may ask its own site, from within which Lighthouse reads `robots.txt`. Pictures inside style
sheets are `data:` addresses. Not even our own scripts may make markup from strings (Trusted Types). Where text can be
searched a page may compile WebAssembly, which Pagefind is. `frame-ancestors` and `sandbox` mean nothing in a `meta`, so
they are not here.
"""

from __future__ import annotations

_EVERYWHERE = {"default-src": "'none'", "base-uri": "'none'", "object-src": "'none'"}
_PAGE = _EVERYWHERE | {
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "'none'",
}
_WITH_SEARCH = {"script-src": "'self' 'wasm-unsafe-eval'"}
_REDIRECT = _EVERYWHERE | {"form-action": "'none'"}


def security_policy(*, with_search: bool) -> str:
    """The policy of a page, as the value of the header of that name."""
    return _written(_PAGE | (_WITH_SEARCH if with_search else {}))


def redirect_policy() -> str:
    """The policy of a page that only leads elsewhere: it loads, runs and sends nothing."""
    return _written(_REDIRECT)


def _written(directives: dict[str, str]) -> str:
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())
