"""What HTML contributors' prose may contain: elements, attributes and addresses, each by an allow-list."""

from __future__ import annotations

import html
import re

VOID = frozenset({"br", "col", "hr", "img", "input", "wbr"})  # elements that hold nothing
ELEMENTS = frozenset(
    [
        "a",
        "abbr",
        "article",
        "aside",
        "b",
        "bdi",
        "bdo",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "section",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "u",
        "ul",
        "var",
        "wbr",
    ]
)
# What Markdown extensions make of plain text (tabs, task lists), and what nobody may write.
MADE = frozenset({"input", "label"})
# Elements whose content is not text of the page: they are removed with everything in them.
WHOLE = frozenset(
    [
        "applet",
        "audio",
        "canvas",
        "embed",
        "frameset",
        "iframe",
        "math",
        "noembed",
        "noframes",
        "noscript",
        "object",
        "plaintext",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "video",
        "xmp",
    ]
)
EVERYWHERE = frozenset({"class", "dir", "id", "lang", "markdown", "title"})
ATTRIBUTES = {
    "a": frozenset({"href"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "details": frozenset({"open"}),
    "img": frozenset({"alt", "height", "loading", "src", "width"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"reversed", "start", "type"}),
    "td": frozenset({"align", "colspan", "headers", "rowspan"}),
    "th": frozenset({"align", "colspan", "headers", "rowspan", "scope"}),
    "time": frozenset({"datetime"}),
}
MADE_ATTRIBUTES = {
    "a": frozenset({"data-cite", "name"}),
    "input": frozenset({"checked", "disabled", "name", "type"}),
    "label": frozenset({"for"}),
    "td": frozenset({"style"}),
    "th": frozenset({"style"}),
}
SCHEMES = frozenset({"http", "https", "mailto"})

# Browsers skip some of them.
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_OWN_ID = re.compile(r"__(?!tabbed_|codelineno|span-)", re.IGNORECASE)  # the theme's: what reads `__config` trusts it
_ALIGNED = re.compile(r"text-align: (?:left|center|right);")  # what Markdown writes into the cells of a table


def allowed(element: str, attribute: str, value: str) -> bool:
    """Whether an attribute may have this value (entities decoded), as the author or a Markdown extension gave it."""
    known = EVERYWHERE | ATTRIBUTES.get(element, frozenset()) | MADE_ATTRIBUTES.get(element, frozenset())
    if attribute not in known:
        return False
    if attribute in ("href", "src"):
        return is_local(value) if element == "img" else is_safe(value)
    if attribute in ("id", "name", "for"):
        return not _OWN_ID.match(value)
    if attribute == "style":
        return bool(_ALIGNED.fullmatch(value))
    return element != "input" or attribute != "type" or value in ("checkbox", "radio")


def may_write(element: str, attribute: str, value: str) -> bool:
    """The same for what an author may write."""
    return attribute in EVERYWHERE | ATTRIBUTES.get(element, frozenset()) and allowed(element, attribute, value)


def is_safe(address: str) -> bool:
    """Whether an address, however it is written, is http, https or mailto, or relative to the page."""
    return all(_scheme(way) in (*SCHEMES, "") for way in _ways(address))


def is_local(address: str) -> bool:
    """Whether an address leads to a file of this site: it has neither scheme nor host."""
    return all(not _scheme(way) and not way.replace("\\", "/").startswith("//") for way in _ways(address))


def _scheme(address: str) -> str:
    head, colon, _ = re.split(r"[/?#]", address, maxsplit=1)[0].partition(":")
    return head.lower() or ":" if colon else ""


def _ways(address: str) -> tuple[str, ...]:
    """The readings of an address: with and without Markdown's escapes and HTML's entities, without what browsers
    skip.
    """
    decoded = html.unescape(address)
    readings = (address, decoded, _ESCAPE.sub(r"\1", decoded), html.unescape(_ESCAPE.sub(r"\1", address)))
    return tuple(dict.fromkeys(_UNSEEN.sub("", reading) for reading in readings))
