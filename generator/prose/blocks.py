"""The blocks of a Markdown text: which lines are prose and which are code, comments or definitions.

Lists, admonitions and footnotes hold text that is indented without being code. The rules are Python-Markdown's
(both engines read with it): content of a container is indented by four, an indented block after a blank line is
code where it stands four deeper than its container, and a list needs a blank line or a heading before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "heading", "item", "code"]


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines that is read as one piece of inline text (or is code).

    Attributes:
        kind: `text`, `heading`, `item` (a list item's first lines) or `code`.
        start, end: character offsets, the last line end not included.
        indent: columns before the first character, after quote marks.
        lead: offset where the content starts: after quote marks, indentation, `#` or list marker.
    """

    kind: Kind
    start: int
    end: int
    indent: int
    lead: int


_LINE = re.compile(r"[^\n]*\n?")
_QUOTE = re.compile(r" {0,3}(?:> ?)+")
_FENCE = re.compile(r"(`{3,}(?=[^`]*$)|~{3,})")
_HEADING = re.compile(r"#{1,6}[ \t]*")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*$")
_RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_ITEM = re.compile(r"(?:[-+*]|\d+\.)[ \t]+")
_TITLED = re.compile(
    r"!!![ \t]|\?\?\?\+?[ \t]|===[!+]?[ \t]+\""
)  # admonition, folded one, tab: the content starts on the next line
_CONTAINER = re.compile(r":[ \t]+|\[\^[^\]\s]+\]:")  # definition, footnote
_DEFINITION = re.compile(r"\[([^\[\]^][^\[\]]*)\]:[ \t]*\S+(?:[ \t]+(?:\"[^\n]*\"|'[^\n]*'|\([^\n]*\)))?[ \t]*$")
# A line of block-level HTML: what comes on the next line begins anew, as text or as code.
_HTML = re.compile(
    r"</?(?:address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|legend|li|main|nav"
    r"|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)\b[^\n]*>[ \t]*$",
    re.IGNORECASE,
)
_RAW = re.compile(r"<(pre|script|style|textarea)\b", re.IGNORECASE)


def blocks(text: str) -> tuple[tuple[Block, ...], frozenset[str]]:
    """The blocks of `text` in order, and the names of its link definitions (folded). Comments belong to no block."""
    found: list[Block] = []
    names: set[str] = set()
    open_block: Block | None = None
    containers: list[
        tuple[int, bool]
    ] = []  # column at which the content of each open container starts; whether it is a list item
    fence = ""
    depth = hidden_to = 0
    after_blank, after_heading, after_code = True, False, False

    def close() -> None:
        nonlocal open_block
        if open_block is not None:
            found.append(open_block)
            open_block = None

    for match in _LINE.finditer(text):
        start, end = match.span()
        if start == end:
            break
        end -= text[end - 1] == "\n"
        if end <= hidden_to:
            continue
        start = max(start, hidden_to)
        quote = _QUOTE.match(text, start, end)
        content_at = quote.end() if quote else start
        content = text[content_at:end]
        stripped = content.lstrip(" \t")
        if fence:
            found.append(Block("code", start, end, 0, start))
            if stripped.rstrip() and set(stripped.rstrip()) == {fence[0]} and len(stripped.rstrip()) >= len(fence):
                fence, after_blank = "", True
            continue
        if not stripped:
            close()
            after_blank, after_heading, after_code = True, False, False
            continue
        marks = quote[0].count(">") if quote else 0
        if marks > depth or (marks < depth and after_blank):
            close()
            containers, depth, after_blank = [], marks, True
        lead = end - len(stripped)
        indent = len(content[: len(content) - len(stripped)].expandtabs(4))
        item = _ITEM.match(stripped) if not _RULE.match(stripped) else None
        may_nest = after_blank or after_heading or bool(containers)
        ends = after_blank or any(mark.match(stripped) for mark in (_HEADING, _FENCE, _TITLED)) or bool(item)
        while (
            containers and indent < containers[-1][0] and (ends or not containers[-1][1])
        ):  # only a list item goes on without indentation
            containers.pop()
        base = containers[-1][0] if containers else 0
        relative = indent - base
        if relative >= 4 and (after_blank or after_heading or after_code):
            close()
            found.append(Block("code", start, end, indent, lead))
            after_blank, after_heading, after_code = False, False, True
            continue
        opening = _FENCE.match(stripped) if relative < 4 else None
        if opening:
            close()
            found.append(Block("code", start, end, indent, lead))
            fence = opening[1]
            continue
        hidden = _hidden_to(text, lead, stripped)
        if hidden:
            close()
            hidden_to, after_blank, after_heading, after_code = hidden, True, False, False
            continue
        definition = _DEFINITION.match(stripped) if after_blank or after_heading or open_block is None else None
        heading = _HEADING.match(stripped) if relative < 4 else None
        titled = bool(_TITLED.match(stripped))
        nests = titled or (bool(item or _CONTAINER.match(stripped)) and may_nest)
        if definition:
            close()
            names.add(folded(definition[1]))
        elif heading:
            close()
            found.append(Block("heading", start, end, indent, lead + heading.end()))
        elif nests or open_block is None or stripped.startswith("|"):
            close()
            open_block = Block(
                "item" if item and nests else "text", start, end, indent, lead + (item.end() if item and nests else 0)
            )
        else:
            open_block = Block(open_block.kind, open_block.start, end, open_block.indent, open_block.lead)
        if nests:
            containers.append((base + 4, bool(item)))
        html = indent < 4 and not marks and bool(_HTML.match(stripped))
        if html:  # it stands by itself, so lists and notes before it end
            close()
            containers.clear()
        after_blank, after_heading, after_code = (
            bool(definition) or html,
            bool(heading or _UNDERLINE.match(stripped) or titled),
            False,
        )
    close()
    return tuple(found), frozenset(names)


def lowered(text: str, levels: int = 1) -> str:
    """`text` with its `#` headings that many levels lower (at most the sixth), for a text that becomes part of a page."""
    parts, position = [], 0
    for block in blocks(text)[0]:
        if block.kind == "heading":
            marks = len(text[block.start : block.lead].strip().lstrip("> "))
            at = text.index("#", block.start)
            parts += [text[position:at], "#" * min(levels, 6 - marks)]
            position = at
    return "".join([*parts, text[position:]])


def folded(name: str) -> str:
    """The name of a link definition as references to it are compared."""
    return " ".join(name.split()).casefold()


def _hidden_to(text: str, at: int, stripped: str) -> int:
    """Where a comment or raw block that begins here and goes on below ends; 0 if none does."""
    if stripped.startswith("<!--") and "-->" not in stripped:
        end = text.find("-->", at)
        return end + 3 if end >= 0 else 0
    raw = _RAW.match(stripped)
    if raw:
        closing = re.compile(rf"</{raw[1]}\s*>", re.IGNORECASE).search(text, at)
        return closing.end() if closing and "\n" in text[at : closing.end()] else 0
    return 0
