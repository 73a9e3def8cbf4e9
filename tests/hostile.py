"""What attackers write: ways to run a script in a reader's browser, after OWASP's cheat sheets and published escapes.

Each tries to call `harm()`, which no page has but those of the tests, or to fetch something from `evil.example`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from xml.sax.saxutils import escape

from built_site import PROJECT
from canllaw.content.yaml_file import read_yaml
from cases import BASE

#: Words, for every place that holds words: they are printed as they are and mean nothing to a browser.
WORDS = (
    "<script>harm()</script>",
    "</title><script>harm()</script>",
    "</script><script>harm()</script>",
    '"><script src=//evil.example/x.js></script>',
    "'><img src=x onerror=harm()>",
    '" onmouseover=harm() autofocus onfocus=harm() x="',
    "' onfocus='harm()' autofocus='",
    "<svg/onload=harm()>",
    "<svg><animate onbegin=harm() attributeName=x dur=1s>",
    "<IMG SRC=jAvascript:harm()>",
    "<iframe srcdoc='<script>parent.harm()</script>'></iframe>",
    "&lt;script&gt;harm()&lt;/script&gt;",
    "&#60;img src=x onerror=harm()&#62;",
    "&quot;&gt;&lt;img src=x onerror=harm()&gt;",
    "<style>@import '//evil.example/x.css';</style>",
    "--><img src=x onerror=harm()><!--",
    "]]><img src=x onerror=harm()>",
    "<math><mtext><table><mglyph><style><img src=x onerror=harm()></style></mglyph></table></mtext></math>",
    "<noscript><p title='</noscript><img src=x onerror=harm()>'></noscript>",
    "<template><img src=x onerror=harm()></template>",
    "\\\\x3cscript\\\\x3eharm()\\\\x3c/script\\\\x3e",
    "javascript:harm()",
    "<mark><img src=x onerror=harm()></mark>",
    "{{ 7191*7 }} {% raw %} {# x #} ${7191*7} <%= 7191*7 %>",
    "{{ self.__init__.__globals__ }}",
)
#: What the templates' signs would make of the sum.
SUM = str(7191 * 7)

#: Markdown that is refused, with the codes of all that is said about it.
REFUSED: dict[str, set[str]] = {
    "<script>harm()</script>": {"html-refused"},
    "<ScRiPt src=//evil.example/x.js></sCrIpT>": {"html-refused"},
    "<svg><script>harm()</script></svg>": {"html-refused"},
    "Go <img src=x onerror=harm()>": {"html-attribute-refused", "file-missing", "picture-no-alt"},
    '<img alt="a" src="models.svg" onload="harm()">': {"html-attribute-refused"},
    "<img alt=a src=//evil.example/x.png>": {"picture-elsewhere"},
    "<img alt=a src='https://evil.example/x.png'>": {"picture-elsewhere"},
    "<iframe src=javascript:harm()></iframe>": {"html-refused"},
    "<object data=javascript:harm()></object>": {"html-refused"},
    "<embed src=//evil.example/x.swf>": {"html-refused"},
    "<base href=//evil.example/>": {"html-refused"},
    "<meta http-equiv=refresh content='0;url=javascript:harm()'>": {"html-refused"},
    "<link rel=stylesheet href=//evil.example/x.css>": {"html-refused"},
    "<style>@import '//evil.example/x.css';</style>": {"html-refused"},
    "<form action=//evil.example/><button formaction=javascript:harm()>Go</button></form>": {"html-refused"},
    "<video><source onerror=harm()></video>": {"html-refused"},
    "<details open ontoggle=harm()>a</details>": {"html-attribute-refused"},
    "<math href=javascript:harm()>a</math>": {"html-refused"},
    "<math><mtext><table><mglyph><style><img src=x onerror=harm()>": {
        *("html-refused", "html-attribute-refused", "html-open"),
        *("file-missing", "picture-no-alt"),
    },
    "<noscript><p title='</noscript><img src=x onerror=harm()>'></noscript>": {"html-refused"},
    "<template><script>harm()</script></template>": {"html-refused"},
    "<xss style='animation-name:x' onanimationstart=harm()>": {"html-refused"},
    "<p style='background:url(//evil.example/x)'>a</p>": {"html-attribute-refused"},
    "<div data-cl-search data-index='//evil.example/x.js'>a</div>": {"html-attribute-refused"},
    "<div class='cl-header'><div class='cl-bar' id='cl-menu'>a</div></div>": {"html-attribute-refused"},
    "<input autofocus onfocus=harm()>": {"html-refused"},
    "<a href='javascript:harm()'>a</a>": {"html-address-refused", "link-scheme"},
    "<a href=jAvAsCrIpT&colon;harm()>a</a>": {"html-address-refused", "link-scheme"},
    "<a href='java&#x09;script:harm()'>a</a>": {"html-address-refused", "link-scheme"},
    "<a href='&#14; javascript:harm()'>a</a>": {"html-address-refused", "link-scheme"},
    "<a href='vbscript:harm()'>a</a>": {"html-address-refused", "link-scheme"},
    "<a href='data:text/html,<script>harm()</script>'>a</a>": {"html-address-refused", "link-scheme"},
    "<a target=_blank ping=//evil.example/ href='models.svg'>a</a>": {"html-attribute-refused"},
    "[a](javascript:harm())": {"link-scheme"},
    "[a](JaVaScRiPt:harm())": {"link-scheme"},
    "[a](<java\tscript:harm()>)": {"link-scheme"},
    "[a](javascript&colon;harm())": {"link-scheme"},
    "[a](&#106;avascript:harm())": {"link-scheme"},
    "[a](vbscript:harm())": {"link-scheme"},
    "[a](data:text/html;base64,PHNjcmlwdD5oYXJtKCk8L3NjcmlwdD4=)": {"link-scheme"},
    "[a](file:///etc/passwd)": {"link-scheme"},
    "[a](blob:https://evil.example/1)": {"link-scheme"},
    "[a](//evil.example/)": {"link-absolute"},
    "[a]\n\n[a]: javascript:harm()": {"link-scheme"},
    "[a][b]\n\n[b]: <data:text/html,x> 'c'": {"link-scheme"},
    "<javascript:harm()>": {"link-scheme"},
    "<vbscript:harm()>": {"link-scheme"},
    "![a](https://evil.example/x.png)": {"picture-elsewhere"},
    "![a](//evil.example/x.png)": {"picture-elsewhere"},
    "![a](javascript:harm())": {"picture-elsewhere"},
    "![a](data:image/svg+xml,x)": {"picture-elsewhere"},
    "![a][b]\n\n[b]: https://evil.example/x.png": {"picture-elsewhere"},
    "a[^1]\n\n[^1]: <script>harm()</script>": {"html-refused"},
    '!!! note "a"\n    <script>harm()</script>': {"html-refused"},
    '!!! note "<img src=x onerror=harm()>"\n    a': {"html-attribute-refused", "file-missing", "picture-no-alt"},
    '!!! danger onclick=harm() "<script>harm()</script>"\n    a': {"passage-no-title"},
    '??? note "</summary><script>harm()</script>"\n    a': {"html-refused", "html-end-alone"},
    '=== "<script>harm()</script>"\n    a': {"html-refused"},
    "harm()\u2028harm() \u202e<script>": {"html-refused"},
    "| a |\n| --- |\n| <img src=x onerror=harm()> |": {"html-attribute-refused", "file-missing", "picture-no-alt"},
    "> <script>harm()</script>": {"html-refused"},
    "## a <script>harm()</script>": {"html-refused", "section-empty"},
    "<p lang='\"><script>'>a</p>": {"lang-unknown"},
    '<https://example.org/"onclick=harm()>': {"link-words-address"},
}

#: Markdown in which nothing is refused, because the page that is made of it can do nothing.
INERT = (
    "`<script>harm()</script>` and ``<img src=x onerror=harm()>``",
    "```html\n<script>harm()</script>\n</code></pre><img src=x onerror=harm()>\n```",
    '```html title="</span><script>harm()</script>" hl_lines="1\' onload=harm()"\na\n```',
    '```"><script>harm()</script>\na\n```',
    '```{ .html #x onclick="harm()" style="background:url(//evil.example/x)" }\na\n```',
    "    <script>harm()</script>",
    "&lt;script&gt;harm()&lt;/script&gt; &#60;img src=x onerror=harm()&#62;",
    "\\<script>harm()\\</script>",
    '*a*{onclick="harm()" style="color:red" onmouseover=harm() srcdoc="x"}',
    'A paragraph.\n{: onclick="harm()" tabindex=0 autofocus onfocus="harm()" style="position:fixed" }',
    '[a](models.svg){href="javascript:harm()" target=_blank ping="//evil.example/"}',
    '![a](models.svg){src="https://evil.example/x.png" onerror="harm()" srcset="//evil.example/y.png 1x"}',
    '## Heading {onclick="harm()" data-cl-search=1 data-index="//evil.example/x.js"}',
    '## Heading {#x"><img/src=x/onerror=harm()>}',
    '![a" onerror="harm()](models.svg \'" onload="harm()\')',
    '![<script>harm()</script>](models.svg "A caption <script>harm()</script>")',
    '[a](https://example.org/"onmouseover="harm())',
    "[a](https://example.org/?<script>harm()</script> \"title' onclick='harm()\")",
    '> a\n>\n> — b <https://example.org/"onclick=harm()>',
    '<a@example.org"onclick=harm()>',
    "Term\n:   `<script>harm()</script>`",
    'a[^"><b>]\n\n[^"><b>]: b',
    "<!-- <script>harm()</script> -->",
    "<!--><b>a</b><!-- -->",
    "<IMG/src=//evil.example/x.png/onerror=harm()>",
    "{{ 7191*7 }} {% include 'x' %} {# x #} ${7191*7} #{7191*7}",
    '{{ config.site_dir }} {{ self }} {!x.md!} --8<-- "/etc/passwd"',
    "harm\u2028harm() \u202e",
    "Go <svg/onload=harm()> and <script/x>harm()</script/x>",
    "<![CDATA[<script>harm()</script>]]>",
    "- <svg/onload=harm()>",
    '??? note "a" onclick="harm()"\n    b',
    "<p id=main class='header' title='<script>harm()</script>'>a</p>",
    "<details name=location><summary>a</summary><i id=cookie title=attributes>b</i></details>",
    "<q cite=//evil.example/>a</q> <blockquote cite=//evil.example/>a</blockquote>",
)

#: Pictures that are refused.
SVGS = (
    "<script>harm()</script>",
    "<script href='//evil.example/x.js'/>",
    "<g onload='harm()'/>",
    "<a href='javascript:harm()'><text>a</text></a>",
    "<use href='data:image/svg+xml,x'/>",
    "<image href='//evil.example/x.png'/>",
    "<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' src='javascript:harm()'/></foreignObject>",
    "<h:script xmlns:h='http://www.w3.org/1999/xhtml'>harm()</h:script>",
    "<set attributeName='onmouseover' to='harm()'/>",
    "<animate attributeName='href' values='javascript:harm()'/>",
    "<handler xmlns:ev='http://www.w3.org/2001/xml-events' ev:event='load'>harm()</handler>",
    "<style>@import '//evil.example/x.css';</style>",
    "<style>@im<g/>port '//evil.example/x.css';</style>",
    "<rect fill='\\75rl(//evil.example/x)'/>",
    "<?xml-stylesheet href='//evil.example/x.css'?>",
)

#: Names of pictures, which a browser gets as addresses.
PICTURE_NAMES = (
    '"><img src=x onerror=harm()>.svg',
    "'onload='harm()'.svg",
    "javascript:harm().svg",
    "{{ 7191*7 }}.svg",
)
_ODD, *_OTHERS = PICTURE_NAMES
_PICTURE = f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 6">
  <title>{escape("".join(WORDS))}</title><text>{escape("".join(WORDS))}</text>
</svg>"""
_GUIDES = 5
_TAG = re.compile("<[a-zA-Z/!]")

_HOSTILE = "\"><img src=x onerror=harm()>'</script><svg/onload=harm()>"


def _page(facts: Mapping[str, Any], body: str = "Words.") -> str:
    # JSON is YAML, and quotes whatever it holds.
    return "---\n" + "".join(f"{name}: {json.dumps(value)}\n" for name, value in facts.items()) + f"---\n{body}\n"


def _words(start: int = 0, step: int = 1) -> str:
    return " ".join(("Harmless", *WORDS[start::step]))


def _facts(number: int, **others: Any) -> dict[str, Any]:
    return {
        "title": _words(number, _GUIDES),
        "short_title": f"{number} {_words(number, _GUIDES)}",
        "summary": _words(number, _GUIDES),
        "type": "article",
        "topic": "planning",
        "tags": ["heritage", "sharing"],
        "published": "2026-01-02",
        "authors": ["canllaw"],
        "translators": ["canllaw"],
        "image": {"file": _ODD, "alt": _words(), "credit": _words(), "licence": "CC-BY-4.0"},
        "pictures": {"models.svg": {"credit": _words(), "licence": "CC-BY-4.0"}}
        | {_quoted(name): {"credit": _words(), "licence": "CC-BY-4.0"} for name in PICTURE_NAMES},
    } | others


def _quoted(name: str) -> str:
    return "".join(f"%{ord(character):02X}" if character in "\"'<> :(){}" else character for character in name)


def _both(facts: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {"en": facts, "cy": facts}


def _data() -> dict[str, str]:
    """The data files, with words that attack in every place that holds words."""
    label = {"label": _words(), "plural": _words(), "description": _words()}
    term = {"term": _words(), "plural": _words(), "definition": _words(), "notes": _words()}
    one = {"en": {**label, "slug": "one"}, "cy": {**label, "slug": "un"}}
    more = {**label, "label": f"{_words()} second"}  # two labels that are one word would be refused
    other = {"en": {**more, "slug": "two"}, "cy": {**more, "slug": "dau"}}
    files: dict[str, Any] = {
        "taxonomy": {
            "types": {"article": one},
            "topics": {"planning": one},
            "tags": {"heritage": one, "sharing": other},
        },
        "glossary": {
            "trap": _both({**term, "term": "trap"}),
            **{f"term-{n}": _both({**term, "term": f"{word} {n}"}) for n, word in enumerate(WORDS)},
        },
        "people": {"canllaw": {"name": _both_words()}},
        "partners": {
            "statement": _both_words(),
            "partners": [
                {"id": "a", "name": _both_words(), "logo": "logos/canllaw.svg", "description": _both_words()},
            ],
        },
        "interface": {key: _attacking(entry) for key, entry in _interface().items()},
    }
    return {f"_data/{name}.yml": json.dumps(content) for name, content in files.items()}


def _both_words() -> dict[str, str]:
    return {"en": _words(), "cy": _words()}


def _interface() -> dict[str, Any]:
    source, problems = read_yaml(PROJECT / "docs/_data/interface.yml", "interface.yml")
    assert not problems
    return dict(source.mapping)


def _attacking(entry: Any) -> Any:
    if isinstance(entry, dict):
        return {key: _attacking(value) for key, value in entry.items()}
    return f"{entry} {_HOSTILE}"


def _diagram(labels: Iterable[str]) -> str:
    steps = [{"label": {"en": label, "cy": label}, "text": {"en": label, "cy": label}} for label in labels]
    title = {"en": "A title", "cy": "Teitl"}
    return json.dumps({"kind": "steps", "title": title, "summary": title, "steps": steps})


def _standing(layout: str, body: str = "Words.") -> dict[str, Any]:
    facts = {"title": f"{layout} {_words()}", "summary": _words(), "slug": layout}
    return {"en": _page({**facts, "layout": layout}, body), "cy": _page({**facts, "slug": f"{layout}-cy"}, body)}


def inert_site() -> dict[str, str | bytes]:
    """The files of a site that attacks wherever it may without being refused."""
    files: dict[str, str | bytes] = {**_data(), "_data/logos/canllaw.svg": _PICTURE, "picture.svg": _PICTURE}
    home = {"title": f"home {_words()}", "summary": _words()}
    files |= {"index.md": _page({**home, "layout": "home"}), "index.cy.md": _page(home)}
    for layout in ("guides", "browse", "glossary", "search", "handbook", "messages", "reuse", "status"):
        for language, text in _standing(layout).items():
            files[f"{layout}/index{'' if language == 'en' else '.cy'}.md"] = text
    for number in range(_GUIDES):
        folder = f"guides/guide-{number}"
        parts = [f"Part {place}.\n\n{part}" for place, part in enumerate(INERT[number::_GUIDES])]
        named = zip(_OTHERS, ("a", "b", "c"), strict=True)
        pictures = [f'![Shown: {word}]({_quoted(name)} "{word}")' for name, word in named]
        body = "\n\n".join(["A trap.", *parts, *pictures, "![](way.diagram.yml)", f"[a picture]({_quoted(_ODD)})", ""])
        files[f"{folder}/way.diagram.yml"] = _diagram(word for word in WORDS if not _TAG.search(word))
        related = [f"guide-{(number + 1) % _GUIDES}"]
        facts = _facts(number, related=related, aliases=[f"old-{number}/"])
        files[f"{folder}/index.md"] = _page(facts, body)
        if number:  # One stands in for its Welsh edition.
            own = {name: facts[name] for name in ("title", "short_title", "summary", "translators")}
            welsh = {**own, "slug": f"canllaw-{number}", "image": {"alt": _words()}, "aliases": [f"cy/hen-{number}/"]}
            files[f"{folder}/index.cy.md"] = _page(welsh, body)
        files |= {f"{folder}/{name}": _PICTURE for name in ("models.svg", *PICTURE_NAMES)}
    return files


def refused_files() -> Iterator[tuple[dict[str, str | bytes], str, set[str]]]:
    """Files that are refused, each with the path that is named and the codes of all that is said about it."""
    for number, (body, codes) in enumerate(REFUSED.items()):
        folder = f"guides/body-{number}"
        picture = {f"{folder}/models.svg": _PICTURE}
        facts = _facts(0, image={"file": "models.svg", "alt": "a", "credit": "a", "licence": "CC-BY-4.0"})
        yield {f"{folder}/index.md": _page(facts, body), **picture}, f"{folder}/index.md", codes
    for number, (name, value, code) in enumerate(_FIELDS):
        folder = f"guides/field-{number}"
        facts = _facts(0, image={"file": "models.svg", "alt": "a", "credit": "a", "licence": "CC-BY-4.0"})
        text = _page({**facts, name: value})
        yield {f"{folder}/index.md": text, f"{folder}/models.svg": _PICTURE}, f"{folder}/index.md", {code}
    for number, svg in enumerate(SVGS):
        path = f"pictures-{number}.svg"
        yield {path: f'<svg xmlns="http://www.w3.org/2000/svg">{svg}</svg>'}, path, {"svg-refused"}
    for number, word in enumerate(filter(_TAG.search, WORDS)):
        path = f"way-{number}.diagram.yml"
        yield {path: _diagram([word, "a"])}, path, {"label-markup", "diagram-unused"}
    for name in ("x.html", '"><img src=x onerror=harm()>.js', "x.svgz", "x.xml", "x.xhtml"):
        yield {name: "<script>harm()</script>"}, name, {"file-foreign"}
    for name in ("javascript:harm()", '"><svg onload=harm()>', "{{ 7191*7 }}", "data:text,x"):
        path = f"{name}/index.md"
        yield {path: _page({"title": name, "summary": name})}, path, {"folder-name"}


_FIELDS: tuple[tuple[str, Any, str], ...] = (
    ("slug", "javascript:harm()", "field-form-guess"),
    ("slug", '"><script>harm()</script>', "field-form-guess"),
    ("slug", "a\n", "field-form-guess"),
    ("aliases", ['"><script>harm()</script>/'], "address-form"),
    ("aliases", ["javascript:harm()/"], "address-form"),
    ("aliases", ["../../etc/"], "address-form"),
    ("aliases", ["//evil.example/"], "address-form"),
    ("type", "<script>harm()</script>", "word-unknown"),
    ("topic", "<script>harm()</script>", "word-unknown"),
    ("tags", ['"><script>harm()</script>'], "word-unknown"),
    ("authors", ["<script>harm()</script>"], "person-unknown"),
    ("translators", ["<script>harm()</script>"], "person-unknown"),
    ("related", ["javascript:harm()"], "field-form-guess"),
    ("licence", "javascript:harm()", "field-choice"),
    ("published", "<script>harm()</script>", "field-type"),
    ("translated_from", "<script>harm()</script>", "record-form"),
    ("<script>harm()</script>", "a", "field-unknown"),
    ("image", {"file": "https://evil.example/x.png", "alt": "a", "credit": "a", "licence": "CC0-1.0"}, "file-missing"),
    ("image", {"file": "javascript:harm()", "alt": "a", "credit": "a", "licence": "CC0-1.0"}, "file-missing"),
    ("image", {"file": "../../../hooks/content.py", "alt": "a", "credit": "a", "licence": "CC0-1.0"}, "file-missing"),
)

#: Data files that are refused, with the code.
REFUSED_DATA: dict[str, tuple[str, str]] = {
    "_data/taxonomy.yml": (
        json.dumps(
            {
                "types": {},
                "topics": {},
                "tags": {'"><script>harm()</script>': _both({"label": "a", "description": "a"})},
            }
        ),
        "id-form",
    ),
    "_data/glossary.yml": (json.dumps({"<svg/onload=harm()>": _both({"term": "a", "definition": "a"})}), "id-form"),
    "_data/people.yml": (json.dumps({"javascript:harm()": {"name": {"en": "a", "cy": "a"}}}), "id-form"),
    "_data/partners.yml": (
        json.dumps(
            {
                "statement": {"en": "a", "cy": "a"},
                "partners": [
                    {
                        "id": "a",
                        "name": {"en": "a", "cy": "a"},
                        "logo": "https://evil.example/x.svg",
                        "description": {"en": "a", "cy": "a"},
                    }
                ],
            }
        ),
        "file-missing",
    ),
    "_data/interface.yml": (
        str(BASE["_data/interface.yml"]) + 'x: {en: "{n.__class__}", cy: "{n.__class__}"}\n',
        "places-broken",
    ),
}
