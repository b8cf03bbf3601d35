"""The blocks of a Markdown text: which lines are prose and which are code, comments or definitions.

Lists, admonitions and footnotes hold text that is indented without being code. The rules are Python-Markdown's
(both engines read with it): content of a container is indented by four, an indented block after a blank line is
code where it stands four deeper than its container, a list needs a blank line or a heading before it, and a fence
that nothing closes is text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Literal

Kind = Literal["text", "heading", "item", "code"]
CODE_INDENT = 4  # columns from which a line is code, and by which the content of a container is indented


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that Markdown reads as one piece of inline text, or as code.

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
_CLOSING = re.compile(r"^[ \t>]*(`{3,}|~{3,})[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"#{1,6}[ \t]*")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*$")
_RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_ITEM = re.compile(r"(?:[-+*]|\d+\.)[ \t]+")
# Admonition, folded one, tab: the content starts on the next line.
_TITLED = re.compile(r"!!![ \t]|\?\?\?\+?[ \t]|===[!+]?[ \t]+\"")
_CONTAINER = re.compile(r":[ \t]+|\[\^[^\]\s]+\]:")  # definition, footnote
_DEFINITION = re.compile(r"\[([^\[\]^][^\[\]]*)\]:[ \t]*\S+(?:[ \t]+(?:\"[^\n]*\"|'[^\n]*'|\([^\n]*\)))?[ \t]*$")
# A line of block-level HTML: the next line begins anew, as text or as code.
_HTML = re.compile(
    r"""
    </?(?:address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]
      |header|hr|iframe|legend|li|main|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)\b  # the element
    [^\n]*>[ \t]*$  # as far as the end of the line
    """,
    re.IGNORECASE | re.VERBOSE,
)
_RAW = re.compile(r"<(pre|script|style|textarea)\b", re.IGNORECASE)


def blocks(text: str) -> tuple[tuple[Block, ...], frozenset[str]]:
    """The blocks of `text` in order, and the names of its link definitions (folded). Comments belong to no block."""
    reader = _Reader(text)
    reader.read()
    return tuple(reader.found), frozenset(reader.names)


def open_fence(text: str) -> int | None:
    """The line (1-based) of the first fence that nothing closes, or None: what follows is text here, and code where
    Markdown is read as on GitHub.
    """
    reader = _Reader(text)
    reader.read()
    return None if reader.unclosed is None else text.count("\n", 0, reader.unclosed) + 1


@dataclass(frozen=True, slots=True)
class _Line:
    """A line: offsets of its start, end and first character; its columns of indentation and quote marks; its text."""

    start: int
    end: int
    lead: int
    indent: int
    marks: int
    stripped: str

    @property
    def item(self) -> re.Match[str] | None:
        """The marker of a list item, if the line is one."""
        return None if _RULE.match(self.stripped) else _ITEM.match(self.stripped)


@dataclass(slots=True)
class _Reader:
    """Reads a text line by line. Its fields say what is open, and what came before the line.

    `containers` has for each open one the column at which its content starts, and whether it is a list item.
    """

    text: str
    found: list[Block] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    open_block: Block | None = None
    containers: list[tuple[int, bool]] = field(default_factory=list)
    fence: str = ""
    unclosed: int | None = None  # offset of the first fence that nothing closes
    closings: dict[str, int] = field(default_factory=dict)  # offset of the last line that closes such a fence
    quote_marks: int = 0
    hidden_to: int = 0
    after_blank: bool = True
    after_heading: bool = False
    after_code: bool = False

    def read(self) -> None:
        """Read the whole text."""
        self.closings = {found[1]: found.start() for found in _CLOSING.finditer(self.text)}
        for match in _LINE.finditer(self.text):
            start, end = match.span()
            if start == end:
                break
            end -= self.text[end - 1] == "\n"
            if end > self.hidden_to:
                self._line(self._measured(max(start, self.hidden_to), end))
        self._close()

    def _measured(self, start: int, end: int) -> _Line:
        quote = _QUOTE.match(self.text, start, end)
        content = self.text[quote.end() if quote else start : end]
        stripped = content.lstrip(" \t")
        indent = len(content[: len(content) - len(stripped)].expandtabs(CODE_INDENT))
        return _Line(start, end, end - len(stripped), indent, quote[0].count(">") if quote else 0, stripped)

    def _line(self, line: _Line) -> None:
        if self.fence:
            self._in_fence(line)
        elif not line.stripped:
            self._close()
            self._came(blank=True)
        else:
            self._enter_quote(line)
            may_nest = self.after_blank or self.after_heading or bool(self.containers)
            base = self._base(line)
            if not self._is_code(line, base) and not self._is_hidden(line):
                self._inline(line, base, may_nest)

    def _close(self) -> None:
        if self.open_block is not None:
            self.found.append(self.open_block)
            self.open_block = None

    def _came(self, *, blank: bool = False, heading: bool = False, code: bool = False) -> None:
        self.after_blank, self.after_heading, self.after_code = blank, heading, code

    def _in_fence(self, line: _Line) -> None:
        self.found.append(Block("code", line.start, line.end, 0, line.start))
        marks = line.stripped.rstrip()
        if marks == self.fence:
            self.fence, self.after_blank = "", True

    def _enter_quote(self, line: _Line) -> None:
        if line.marks > self.quote_marks or (line.marks < self.quote_marks and self.after_blank):
            self._close()
            self.containers, self.quote_marks, self.after_blank = [], line.marks, True

    def _base(self, line: _Line) -> int:
        """Leave the containers that end before this line; the column at which the content of the last open one
        starts.
        """
        begins = any(mark.match(line.stripped) for mark in (_HEADING, _FENCE, _TITLED)) or bool(line.item)
        ends = self.after_blank or begins
        while self.containers and line.indent < self.containers[-1][0]:
            if not ends and self.containers[-1][1]:  # only a list item continues without indentation
                break
            self.containers.pop()
        return self.containers[-1][0] if self.containers else 0

    def _is_code(self, line: _Line, base: int) -> bool:
        """Whether the line is code because of its indentation, or opens a fence."""
        code = Block("code", line.start, line.end, line.indent, line.lead)
        if line.indent - base >= CODE_INDENT:
            if not (self.after_blank or self.after_heading or self.after_code):
                return False
            self._close()
            self.found.append(code)
            self._came(code=True)
            return True
        opening = _FENCE.match(line.stripped)
        if not opening:
            return False
        if self.closings.get(opening[1], -1) <= line.end:
            self.unclosed = line.start if self.unclosed is None else self.unclosed
            return False
        self._close()
        self.found.append(code)
        self.fence = opening[1]
        return True

    def _is_hidden(self, line: _Line) -> bool:
        """Whether a comment or raw block begins with the line and continues below it."""
        hidden = _hidden_to(self.text, line.lead, line.stripped)
        if hidden:
            self._close()
            self.hidden_to = hidden
            self._came(blank=True)
        return bool(hidden)

    def _inline(self, line: _Line, base: int, may_nest: bool) -> None:
        """A line of text: a definition, a heading, or part of a block that may open a container."""
        item = line.item
        may_define = self.after_blank or self.after_heading or self.open_block is None
        definition = _DEFINITION.match(line.stripped) if may_define else None
        heading = _HEADING.match(line.stripped) if line.indent - base < CODE_INDENT else None
        titled = bool(_TITLED.match(line.stripped))
        nests = titled or (bool(item or _CONTAINER.match(line.stripped)) and may_nest)
        if definition:
            self._close()
            self.names.add(folded(definition[1]))
        elif heading:
            self._close()
            self.found.append(Block("heading", line.start, line.end, line.indent, line.lead + heading.end()))
        elif nests or self.open_block is None or line.stripped.startswith("|"):
            self._close()
            marker = item.end() if item and nests else 0
            kind: Kind = "item" if item and nests else "text"
            self.open_block = Block(kind, line.start, line.end, line.indent, line.lead + marker)
        else:
            self.open_block = replace(self.open_block, end=line.end)
        if nests:
            self.containers.append((base + CODE_INDENT, bool(item)))
        html = line.indent < CODE_INDENT and not line.marks and bool(_HTML.match(line.stripped))
        if html:  # it stands alone, so lists and notes before it end
            self._close()
            self.containers.clear()
        self._came(blank=bool(definition) or html, heading=bool(heading or _UNDERLINE.match(line.stripped) or titled))


def lowered(text: str, levels: int = 1) -> str:
    """`text` with its `#` headings lowered by so many levels (at most to the sixth), to become part of a page."""
    parts, position = [], 0
    for block in blocks(text)[0]:
        if block.kind == "heading":
            marks = len(text[block.start : block.lead].strip().lstrip("> "))
            at = text.index("#", block.start)
            parts += [text[position:at], "#" * min(levels, 6 - marks)]
            position = at
    return "".join([*parts, text[position:]])


def folded(name: str) -> str:
    """The name of a link definition in the form in which references to it are compared."""
    return " ".join(name.split()).casefold()


def _hidden_to(text: str, at: int, stripped: str) -> int:
    """Where a comment or raw block that begins here and continues below ends; 0 if there is none."""
    if stripped.startswith("<!--") and "-->" not in stripped:
        end = text.find("-->", at)
        return end + 3 if end >= 0 else 0
    raw = _RAW.match(stripped)
    if raw:
        closing = re.compile(rf"</{raw[1]}\s*>", re.IGNORECASE).search(text, at)
        return closing.end() if closing and "\n" in text[at : closing.end()] else 0
    return 0
