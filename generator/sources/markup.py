r"""Text without its markup: HTML and JATS tags, entities (even escaped twice); formulas as `$…$`."""

from __future__ import annotations

import html
import re

from generator.sources.mathml import with_formulas
from generator.text.plain_math import SUBSCRIPT, SUPERSCRIPT

_ATTRIBUTES = r"(?:\s+[\w:.-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s<>\"']+))*+"
_NAMES = (
    "p|title|sec|i|b|em|strong|sub|sup|italic|bold|underline|monospace|roman|sc|span|div|br|hr|scp|inf|tt|u|s|small|big|font|a|ul|ol|li|h[1-6]|"
    "sans-serif|overline|strike|named-content|styled-content|xref|ext-link|inline-formula|disp-formula|inline-graphic|alternatives|list|"
    "list-item|label|abstract|abstracttext|emphasis|def-list|def-item|term|def|bdi|cite|q|code|html|body"
)
_TAG = re.compile(rf"</?(?P<name>(?:jats|mml|m|xlink|ns\d):[a-z-]+|{_NAMES}){_ATTRIBUTES}\s*/?>", re.IGNORECASE)
_BREAKS = frozenset(
    [
        "p",
        "title",
        "sec",
        "div",
        "br",
        "hr",
        "li",
        "list-item",
        "label",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "list",
        "abstract",
        "abstracttext",
    ]
)
_HEADING = re.compile(r"<(jats:)?title>\s*(?:Abstract|Summary)\s*</(jats:)?title>", re.IGNORECASE)
_SCRIPT = re.compile(r"<(?:jats:)?(?P<kind>su[bp]|inf)>(?P<text>[^<>]{1,12})</(?:jats:)?(?P=kind)>", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->|<!\[CDATA\[|\]\]>", re.DOTALL)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});")
_ROUND = re.compile(r"\\\(((?:(?!\\\)).){1,300}?)\\\)|\\\[((?:(?!\\\]).){1,300}?)\\\]", re.DOTALL)
_DOLLARS = re.compile(r"(?<!\\)\$\$?")
_TIMES = 3  # how often a text may have been escaped


def without_markup(text: str, *, folded: bool) -> str:
    """The text without the format's own markup (JATS, HTML); anything else between angle brackets is the author's.

    With `folded`, on one line.
    """
    for _ in range(_TIMES):
        before = text
        if "<" in text:
            text = _without_tags(text)
        text = unescaped(text)
        if text == before or "<" not in text:
            break
    if "$$" in text or "\\(" in text or "\\[" in text:
        text = _with_inline_formulas(text)
    return " ".join(text.split()) if folded else text


def unescaped(text: str) -> str:
    """The text with its entities (`&amp;`, `&#228;`) as characters, even if they were escaped again."""
    for _ in range(_TIMES):
        if "&" not in text or not _ENTITY.search(text):
            break
        text = html.unescape(text)
    return text


def _without_tags(text: str) -> str:
    text = with_formulas(text)
    if _TAG.search(text) or "<![CDATA[" in text:  # elsewhere these signs are the author's own
        text = _HEADING.sub(" ", _COMMENT.sub("", text))
    text = _TAG.sub(lambda tag: " " if _name(tag) in _BREAKS else "", _SCRIPT.sub(_small, text))
    return re.sub(r"[ \t]{2,}", " ", text).strip()


def _name(tag: re.Match[str]) -> str:
    return tag["name"].lower().rpartition(":")[2]


def _small(script: re.Match[str]) -> str:
    """Superscript or subscript digits as Unicode characters: 10<sup>6</sup> is not 106."""
    table = SUPERSCRIPT if script["kind"].lower() == "sup" else SUBSCRIPT
    text = html.unescape(script["text"]).replace("−", "-").replace("–", "-")
    digits = any(character.isdigit() for character in text) and all(ord(character) in table for character in text)
    return text.translate(table) if digits else script["text"]


def _with_inline_formulas(text: str) -> str:
    r"""`$$x$$`, `\(x\)` and `\[x\]` as `$x$`; where formulas stand side by side (`$a$$b$`), nothing is displayed."""
    text = _ROUND.sub(lambda found: f"${(found[1] or found[2]).strip()}$", text)
    written: list[str] = []
    end = 0
    opened = ""
    for mark in _DOLLARS.finditer(text):
        written.append(text[end : mark.start()])
        end = mark.end()
        if opened == "$" and mark[0] == "$$":  # the end of one formula and the start of the next
            written.append("$ $")
        else:
            written.append("$" if mark[0] == "$$" else mark[0])
            opened = "" if opened else mark[0]
    return "".join([*written, text[end:]])
