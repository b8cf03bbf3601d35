"""The words of a page in Markdown, as a search reads them."""

from __future__ import annotations

import re
from html import unescape

from generator.text.escape import visible

_ATTRIBUTE = r"""(?: [#.][\w:-]++ | [\w:-]++ = (?: "[^"\n]*+" | '[^'\n]*+' | [^\s{}"']++ ) )"""
_ATTRIBUTES = rf"(?: \{{ [ ]?:?[ ]? {_ATTRIBUTE} (?: [ ]++ {_ATTRIBUTE} )*+ [ ]? \}} )"
_UNSEEN = re.compile(
    r"""
    <span[ ]class="to-(?:open|close)">[^<>]*+</span>     # says how a list is unfolded
  | <(?:(?P<element>script|style|svg|pre|table)\b|(?P<comment>!--)|[^<>]*+>)
  | (?<=[)\]*>_]) {attributes} | {attributes} (?=[ ]*$)  # of the word before, and of the line or block
    """.replace("{attributes}", _ATTRIBUTES),
    re.MULTILINE | re.VERBOSE,
)
_TAG = re.compile(r"<[^<>]*+>")
_MARKDOWN = re.compile(
    r"""
    [ ]?\[[^\[\]@]*+@[^\[\]]*+\]           # citations
  | !?\[([^\[\]]*+)\]\([^()\s]*+[ ]?\)     # links, whose address may have been a tag
  | [*`#>]+ | ^[!?]{3}.*$
    """,
    re.MULTILINE | re.VERBOSE,
)
_ROW = re.compile(r"^[ ]*\|.*\|[ ]*$", re.MULTILINE)  # of a table
_SPACED = re.compile(r"(?<=\() ++|(?<! ) ++(?=[),.](?!\w))")  # where a tag stood beside a bracket, comma or full stop


def prose(markdown: str) -> str:
    """The words of a Markdown text: without markup, drawings, tables and code."""
    plain_text = _MARKDOWN.sub(r"\1", _ROW.sub(_cells, _without_unseen(markdown)))
    return _SPACED.sub("", visible(unescape(plain_text)))


def _cells(row: re.Match[str]) -> str:
    """The words of a table's row; nothing for the line below its head."""
    return "" if set(row[0]) <= set("|-: ") else re.sub(r"(?<!\\)\|", " ", row[0])


def _without_unseen(markdown: str) -> str:
    """The text with a space for each tag, comment, attribute list, and element whose content is no prose."""
    written: list[str] = []
    never_closed: set[str] = set()
    end = 0
    while found := _UNSEEN.search(markdown, end):
        written.append(markdown[end : found.start()])
        end = found.end()
        element = found["element"] or found["comment"]
        if element:
            close = "-->" if found["comment"] else f"</{element}>"
            after = -1 if close in never_closed else markdown.find(close, end)
            if after < 0:
                never_closed.add(close)
                tag = _TAG.match(markdown, found.start())
                end = tag.end() if tag else found.start() + 1
                written.append(" " if tag else "<")
                continue
            end = after + len(close)
        written.append(" ")
    return "".join((*written, markdown[end:]))
