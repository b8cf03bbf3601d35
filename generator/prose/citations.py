"""Citations in Markdown: `[@key]`, `[see @a, p. 3; @b]`, `[-@key]`, `@key`, `@key [p. 3]`.

The rule is pandoc's (User's Guide, "Citation syntax"): a key starts with a letter, a digit or `_` and holds single
punctuation marks inside, never at its end; `@{key}` takes any other; a letter before the `@` makes it an e-mail
address. It differs in that `<`, `>` and `&` end a key, because HTML follows a key more often than it is part of one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from generator.prose.blocks import Block, blocks, folded
from generator.prose.raw_html import in_raw_html


@dataclass(frozen=True, slots=True)
class Item:
    """One cited key.

    Attributes:
        key: as written, without `@` and braces.
        prefix, suffix: the author's Markdown around it (`see`, `, p. 3`), ends stripped; a suffix keeps its comma.
        year_only: whether the author is left out (`-@key`).
        start, end: offsets of the `@key` itself.
        line: 1-based line that it stands in.
        joined: whether it follows the item before it without a semicolon (`[@a, @b]`).
    """

    key: str
    prefix: str
    suffix: str
    year_only: bool
    start: int
    end: int
    line: int
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation of one or more works, from `start` to `end`. `narrative`: its first work is part of the sentence."""

    start: int
    end: int
    line: int
    narrative: bool
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Markup:
    """What this program reads in Markdown: citations, `\\@` (their offsets), `[bibliography]` lines (their spans).

    `unread` holds the lines whose citations or `[bibliography]` stand in raw HTML, where no Markdown is read.
    """

    citations: tuple[Citation, ...] = ()
    escapes: tuple[int, ...] = ()
    bibliographies: tuple[tuple[int, int], ...] = ()
    unread: tuple[int, ...] = ()


_TOKEN = re.compile(
    r"""
      (?P<math> \\\( (?:[^\\`]|\\(?!\))){0,500}+ \\\) | \\\[ (?:[^\\`]|\\(?!\])){0,500}+ \\\] | \$\$[^$`]{1,4000}\$\$
              | \$(?![\s$]) [^$`\n]{1,300}? (?<!\s) \$(?![\d$]) )
    | (?P<escape> \\. )
    | (?P<ticks> `+ )
    | (?P<comment> <!-- )
    | (?P<raw> <(?P<tag>pre|script|style|textarea|code|kbd|samp|svg|math)\b )
    | (?P<html> </?[A-Za-z] (?:"[^"]*"|'[^']*'|[^"'<>])*+ > | <[^\s<>]+> )
    | (?P<url> \b(?:https?|ftp)://[^\s<>()\[\]]* )
    | (?P<entity> &\#?\w{1,32}; )
    | (?P<at> (?<!\w) -?@ (?: \{(?P<braced>[^{}\s]+)\} | (?P<key> \w (?:[:.\#$%\-+?~/]?\w)*+ ) ) )
    | (?P<open> !?\[ ) | (?P<close> \] ) | (?P<semicolon> ; )
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_TARGET = re.compile(r"""\([ ]*(?:<[^<>\n]*>|(?:[^\s()<]|\([^\s()]*\))*+)(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)""")
_NAME = re.compile(r"\[([^\[\]]*)\]")
_LOCATOR = re.compile(r"[ \t]*\n?[ \t]*(?=\[)")


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    start: int
    end: int
    key: str = ""


@lru_cache(maxsize=1024)
def read_markup(text: str, first_line: int = 1) -> Markup:
    """Everything in `text` that this program replaces; `first_line` is the number of its first line. Never raises."""
    if "@" not in text and "[bibliography]" not in text:
        return Markup()
    parts, names = blocks(text)
    breaks = [match.start() for match in re.finditer("\n", text)]

    citations: list[Citation] = []
    escapes: list[int] = []
    bibliographies: list[tuple[int, int]] = []
    read_to = 0
    for block in parts:
        if block.kind == "code" or block.end <= read_to:
            continue
        if text[block.start : block.end].strip() == "[bibliography]":
            bibliographies.append((block.start, block.end))
            continue
        tokens, read_to = _tokens(text, block, max(block.start, read_to))
        escapes += [token.start for token in tokens if token.kind == "escape"]
        citations += _Inline(text, block.end, tokens, names=names, breaks=breaks, first_line=first_line).citations()
    raw = in_raw_html(text, sorted([c.start for c in citations] + [start for start, _ in bibliographies]))
    return Markup(
        tuple(citation for citation in citations if citation.start not in raw),
        tuple(escapes),
        tuple(span for span in bibliographies if span[0] not in raw),
        tuple(sorted({bisect_left(breaks, offset) + first_line for offset in raw})),
    )


def _tokens(text: str, block: Block, start: int) -> tuple[list[_Token], int]:
    """The tokens of a block that matter to citations, and the offset up to which the text has been read."""
    found: list[_Token] = []
    position, end = start, block.end
    runs: dict[int, list[int]] = {}
    for run in re.compile("`+").finditer(text, start, end):
        runs.setdefault(run.end() - run.start(), []).append(run.start())
    while match := _TOKEN.search(text, position, end):
        kind, position = match.lastgroup or "", match.end()
        if match["ticks"]:
            same = runs.get(len(match["ticks"]), [])
            nth = bisect_right(same, match.start())
            position = same[nth] + len(match["ticks"]) if nth < len(same) else position
        elif match["comment"]:
            closing = text.find("-->", position)
            position = closing + 3 if closing >= 0 else position
        elif match["raw"]:
            after = re.compile(rf"</{match['tag']}\s*>", re.IGNORECASE).search(text, position)
            position = after.end() if after else position
        elif match["at"]:
            found.append(_Token("at", match.start(), position, match["braced"] or match["key"]))
        elif match["escape"]:
            if match["escape"] == "\\@":
                found.append(_Token("escape", match.start(), position))
        elif kind in ("open", "close", "semicolon"):
            found.append(_Token(kind, match.start(), position))
        if position > end:  # a comment or raw element that continues below this block
            return found, position
    return found, end


class _Inline:
    """Puts the tokens of one block together."""

    def __init__(
        self, text: str, end: int, tokens: list[_Token], *, names: frozenset[str], breaks: list[int], first_line: int
    ) -> None:
        self.text, self.end, self.tokens, self.names, self.breaks, self.first_line = (
            text,
            end,
            tokens,
            names,
            breaks,
            first_line,
        )
        self.starts = [token.start for token in tokens]
        self.partner: dict[int, int] = {}  # index of each opening bracket to that of its closing one
        waiting: list[int] = []
        for index, token in enumerate(tokens):
            if token.kind == "open":
                waiting.append(index)
            elif token.kind == "close" and waiting:
                self.partner[waiting.pop()] = index

    def citations(self) -> list[Citation]:
        """The citations in reading order."""
        found: list[Citation] = []
        index = 0
        while index < len(self.tokens):
            token = self.tokens[index]
            citation = None
            if index in self.partner:
                after = self._link_end(index)
                if after:
                    index = bisect_left(self.starts, after)
                    continue
                citation = self._bracketed(index)
            elif token.kind == "at":
                citation = self._narrative(index)
            if citation:
                found.append(citation)
                index = bisect_left(self.starts, citation.end)
            else:
                index += 1
        return found

    def _link_end(self, index: int) -> int:
        """Where the link, image or footnote reference whose bracket opens here ends; 0 if it is not one."""
        opening, closing = self.tokens[index], self.tokens[self.partner[index]]
        content = self.text[opening.end : closing.start]
        target = _TARGET.match(self.text, closing.end, self.end)
        if target:
            return target.end()
        name = _NAME.match(self.text, closing.end, self.end)
        if name and folded(name[1] or content) in self.names:
            return name.end()
        if content.startswith("^") or folded(content) in self.names or self.text[opening.start] == "!":
            return closing.end
        return 0

    def _bracketed(self, index: int) -> Citation | None:
        opening, closing = self.tokens[index], self.tokens[self.partner[index]]
        items = self._items(index + 1, self.partner[index], opening.end)
        return Citation(opening.start, closing.end, self._line(opening.start), False, items) if items else None

    def _narrative(self, index: int) -> Citation:
        token = self.tokens[index]
        items: tuple[Item, ...] = (self._item(token, "", ""),)
        end = token.end
        gap = _LOCATOR.match(self.text, token.end, self.end)
        bracket = index + 1
        if gap and bracket in self.partner and self.tokens[bracket].start == gap.end() and not self._link_end(bracket):
            last = self.partner[bracket]
            inside = range(bracket + 1, last)
            cut = next((i for i in inside if self.tokens[i].kind in ("semicolon", "at")), last)
            suffix = self.text[self.tokens[bracket].end : self.tokens[cut].start].strip()
            others = (
                self._items(cut + 1, last, self.tokens[cut].end)
                if cut < last and self.tokens[cut].kind == "semicolon"
                else ()
            )
            if suffix and (cut == last or others):
                items, end = (self._item(token, "", suffix), *others), self.tokens[last].end
        return Citation(token.start, end, self._line(token.start), True, items)

    def _items(self, index: int, last: int, start: int) -> tuple[Item, ...]:
        """The items cited by the tokens from `index` to before `last`; none if a part has no key. Text from `start`."""
        items: list[Item] = []
        current: _Token | None = None
        prefix, joined = "", False

        def finish(end: int) -> None:
            if current:
                items.append(self._item(current, prefix, self.text[current.end : end].strip(), joined))

        while index < last:
            token = self.tokens[index]
            if index in self.partner:
                after = self._link_end(index)
                if not after and any(inner.kind == "at" for inner in self.tokens[index : self.partner[index]]):
                    return ()  # a citation inside a bracket that holds more than citations
                index = bisect_left(self.starts, after) if after else self.partner[index] + 1
                continue
            if token.kind == "at":
                finish(token.start)
                prefix, joined = ("", True) if current else (self.text[start : token.start].strip(), False)
                current = token
            elif token.kind == "semicolon":
                if not current:
                    return ()
                finish(token.start)
                current, start = None, token.end
            index += 1
        if not current:
            return ()
        finish(self.tokens[last].start)
        return tuple(items)

    def _item(self, token: _Token, prefix: str, suffix: str, joined: bool = False) -> Item:
        year_only = self.text[token.start] == "-"
        return Item(token.key, prefix, suffix, year_only, token.start, token.end, self._line(token.start), joined)

    def _line(self, offset: int) -> int:
        return bisect_left(self.breaks, offset) + self.first_line
