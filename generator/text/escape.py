"""Escaping: text from a record is data, and becomes Markdown, HTML, YAML or part of an address only here."""

from __future__ import annotations

import hashlib
import html as _html
import json
import re
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import quote, urlsplit

_CONTROL = re.compile(
    r"""
      [\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]  # no characters of a text
    | [\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]  # they turn the direction of what follows
    | [\u200b\u2060-\u2064\ufeff\ufff9-\ufffb]  # not seen, and parting words
    | [\U000e0000-\U000e007f]  # tags: whole sentences to a language model that no person sees
    """,
    re.VERBOSE,
)
_SEPARATOR = re.compile("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")  # of lines and records, where words end
# Whatever a Markdown extension of this site could read as syntax becomes an entity, which both engines leave
# alone; a backslash would not protect `$`, `|` or `<`.
_MARKDOWN = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;"} | {mark: f"&#{ord(mark)};" for mark in "\\`*_{}[]#$~^|@"}
)
_PAIRED = re.compile(r":(?=[\w+-]+:)|=(?==)|(?<==)=")  # `:emoji:` and `==mark==`
_LINE_START = re.compile(r"^(?:[-+](?=\s|$|-)|\d+[.)](?=\s|$))")

_IN_SCRIPT = {mark: f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}
_PROTOTYPE = re.compile(r'([{,])"__proto__":')  # within a string a quotation mark has a backslash before it
# For a heading: any mark but a space, a comma and a hyphen between letters or digits.
_MARK = re.compile(r"(?!(?<=[^\W_])-(?=[^\W_]))[\W_](?<![ ,])")
_PLAIN_ID = re.compile(r"[^\W_]+(?:[_.:/+-][^\W_]+)*")


def visible(text: str) -> str:
    """`text` on one line, without control characters, bidirectional overrides and lone surrogates."""
    if text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text  # nearly every text, and controls, overrides and surrogates are not printable
    return " ".join(_without_controls(text).split())


def _without_controls(text: str) -> str:
    """`text` without controls; tabs and line ends stay, and other separators are spaces."""
    return _CONTROL.sub("", _SEPARATOR.sub(" ", text))


def markdown(text: str) -> str:
    """`text` as inline Markdown that shows exactly it: no markup, no link, no list, no HTML can come of it."""
    text = visible(text)
    escaped = _PAIRED.sub(lambda mark: f"&#{ord(mark[0])};", text.translate(_MARKDOWN))
    start = _LINE_START.match(text)  # a text may end up at the start of a line
    if start:
        cut = len(start[0]) - 1
        escaped = f"{escaped[:cut]}&#{ord(escaped[cut])};{escaped[cut + 1 :]}"
    return escaped


def html(text: str) -> str:
    """`text` as HTML content or a double-quoted attribute value."""
    return _html.escape(visible(text), quote=True)


def html_spaced(text: str) -> str:
    """`text` as HTML content that continues before or after: a space at either end is kept."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return f"{before}{html(text)}{after}"


def heading(text: str) -> str:
    """`text` for a Markdown heading: inert, because all but letters, digits, spaces and commas become entities.

    A hyphen between letters or digits stays too. Headings must be Markdown: the engines make the contents list of them.
    """
    return _MARK.sub(lambda mark: f"&#{ord(mark[0])};", visible(text))


def identifier(text: str) -> str:
    """`text` as an id or class for a Markdown attribute list: as it is if it is plain, else a name from its checksum.

    Plain are letters and digits with single marks between them: nothing that reads as an attribute list or emphasis.
    """
    if _PLAIN_ID.fullmatch(text):
        return text
    return "id-" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def front_matter(values: Mapping[str, object]) -> str:
    """The front matter of a page, `---` lines included. Names are ours; values are data of any type that YAML has.

    Raises ValueError for a name that is not one.
    """
    lines = []
    for name, value in values.items():
        if not re.fullmatch(r"[a-z_]+", name):
            raise ValueError(f"`{name}` is not a name for front matter")
        lines.append(f"{name}: {json.dumps(_printable(value), ensure_ascii=False)}")  # JSON is YAML
    return "\n".join(["---", *lines, "---", ""])


def _printable(value: object) -> object:
    """A value of front matter without the characters that YAML refuses; tabs and line ends stay."""
    if isinstance(value, str):
        return _without_controls(value)
    if isinstance(value, Mapping):
        return {str(_printable(str(name))): _printable(inner) for name, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_printable(inner) for inner in value]
    return value


def attribute(text: str) -> str:
    """`text` as a double-quoted value in a Markdown link's title or attribute list: nothing in it can end either."""
    return markdown(text).replace('"', "&quot;").replace("'", "&#39;").replace("(", "&#40;").replace(")", "&#41;")


def inert_html(text: str) -> str:
    """`text` as the content or a quoted attribute value of an inline HTML element within a paragraph of Markdown.

    All but letters, digits, spaces, commas, full stops and slashes become entities: Markdown looks for code, links
    and pictures in a line before it knows where its HTML tags are, and must find none there.
    """
    return "".join(
        character if character.isalnum() or character in " ,./" else f"&#{ord(character)};"
        for character in visible(text)
    )


def html_block(text: str) -> str:
    """`text` of several lines as HTML content, its line ends kept (for `<pre>`)."""
    return _html.escape(_without_controls(text), quote=False)


def yaml(text: str) -> str:
    """`text` as a double-quoted YAML scalar (JSON strings are YAML)."""
    return json.dumps(visible(text), ensure_ascii=False)


def javascript(value: object) -> str:
    """A JSON value for a `.js` file: `__proto__` in it is a name like any other, not what an object comes from."""
    return _PROTOTYPE.sub(r'\1["__proto__"]:', script(value))


def script(value: object) -> str:
    """A JSON value that may stand inside `<script>` or a `.js` file: no tag, no entity, no line separator in it."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    for mark, code in _IN_SCRIPT.items():  # ten times as fast as `translate` on the large files that this makes
        text = text.replace(mark, code)
    return text


@lru_cache(maxsize=50_000)  # pages, references and exports ask for the same addresses
def safe_url(text: str) -> str:
    """`text` as an http, https or ftp address with everything unsafe percent-encoded, or "" if it is not one."""
    text = visible(text).strip()
    try:
        parts = urlsplit(text)
        port_ok = parts.port is None or parts.port > 0
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https", "ftp") or not parts.hostname or not port_ok or " " in parts.netloc:
        return ""
    if not re.fullmatch(r"[\w.\-:\[\]@%]+", parts.netloc):
        return ""
    return quote(text, safe=":/?#@!&;=+,~*.-_%")


def link(label: str, target: str) -> str:
    """A Markdown link with `label` as data; `target` is a page path of ours or the result of `safe_url`."""
    return f"[{markdown(label)}](<{target}>)" if target else markdown(label)
