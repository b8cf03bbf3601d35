"""A BibTeX file cut into its entries: where each starts, its type, its key and its fields as written.

The rules are those of "BibTeXing" (O. Patashnik, 1988), read as leniently as files in the wild need: any text between
`@` and the brace may be the type (`@['JournalArticle', 'Review']{`), an entry may start in the middle of a line, a
comma or the last brace may be missing. A line that plainly starts an entry always does, so that no fault of one entry
reaches into the next.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from generator.sources.bibtex_scanner import Scanner, next_field

_TYPE = (
    r"(?:\[[^\]{}@]{0,200}\]|[^@{}()=,\n\#\\%]{0,60}?)"  # `article`, `['JournalArticle', 'Review']`, `Journal Article`
)
_KEY = r"(?:[^\s,={}]++[ \t]*+){0,9}+"
_FIELD_FOLLOWS = r"(?=[A-Za-z_][\w.:+/'-]*+(?:[ \t]+\w+){0,3}\s*+=\s*+[{\"\w])"
_HEAD = re.compile(
    rf"""@\s*+(?P<type>{_TYPE})\s*+(?P<open>[{{(])\s*+
    (?:
        {_FIELD_FOLLOWS} | (?=[)}}])              # no key: the first field at once, or the end
      | (?P<key>{_KEY})\s*+
        (?: ,\s*+ | (?=[}})])                   # the comma after it, or the end of an entry that says nothing
          | (?<=\s){_FIELD_FOLLOWS} )           # a comma that is missing at the end of the line
    )""",
    re.VERBOSE,
)
# What is certainly the beginning of an entry, even in the middle of a line.
_CERTAIN = re.compile(rf"@[ ]*[A-Za-z][A-Za-z-]*+\s*+[{{(]\s*+{_KEY}\s*+,\s*+{_FIELD_FOLLOWS}")
_AT_LINE = re.compile(
    rf"""^[ \t]*+(?P<at>@)\s*+(?P<type>\[[^\]{{}}@]{{0,200}}\]|[A-Za-z][\w-]*+)\s*+[{{(]\s*+
    (?: {_FIELD_FOLLOWS} | {_KEY}(?:\s*+,\s*+|\n\s*+){_FIELD_FOLLOWS} )""",
    re.MULTILINE | re.VERBOSE,
)
_PLAIN_HEAD = re.compile(r"^[ \t]*+@(?!comment|string|preamble)[A-Za-z]++[ \t]*+[{(]", re.MULTILINE | re.IGNORECASE)
_COMMAND = re.compile(r"@\s*(comment|preamble|string)\b\s*", re.IGNORECASE)
_GOES_ON = re.compile(r",\s*+[A-Za-z][\w-]*+\s*+=\s*+[{\"\w]")  # a value that holds the next field was not closed
_LIKE_FIELDS = re.compile(r"(?<![\w-])[A-Za-z][\w-]{0,40}+\s*+=\s*+[{\"]")
_FAULTS = 50  # entries that cannot be read before the next line that starts one, after which the rest is not looked at
NOT_CLOSED = "a brace or quote opened in this entry is not closed"


@dataclass(frozen=True, slots=True)
class Block:
    """One entry, `@string`, or piece of text that belongs to no entry.

    Attributes:
        line: on which it starts, 1-based.
        type: as written, without the `@`; `string` for a macro, "" for text between entries.
        key: the entry's key, which may be empty.
        fields: (name in lower case, value with its braces or quotes), as written.
        missing_commas: the names of fields before which a comma is missing.
        fault: why the entry cannot be read, or "".
        notes: what was mended while reading.
    """

    line: int
    type: str
    key: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    missing_commas: tuple[str, ...] = ()
    fault: str = ""
    notes: tuple[str, ...] = ()


def blocks(text: str) -> Iterator[Block]:
    """The entries, macros and stray fields of a file, in its order."""
    return _File(text).blocks()


def starts_entries(text: str) -> bool:
    """Whether the text holds an entry's beginning."""
    return any(pattern.search(text) for pattern in (_PLAIN_HEAD, _CERTAIN)) or any(
        not _COMMAND.match(found["at"] + found["type"]) for found in _AT_LINE.finditer(text)
    )


class _File:
    """A text being cut: where its lines start, and where an entry plainly starts."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._ends = [match.start() for match in re.finditer("\n", text)]
        self._starts = [match.start("at") for match in _AT_LINE.finditer(text)]
        self._faults = (0, 0)  # the limit up to which entries were broken, and how many were

    def blocks(self) -> Iterator[Block]:
        position = between = 0
        while (at := self.text.find("@", position)) >= 0:
            block, end = self._block(at)
            if block is None:
                position = end
                if end > at + 1:  # a comment was passed over
                    yield from self._stray(between, at)
                    between = end
                continue
            yield from self._stray(between, at)
            yield block
            position = between = end
        yield from self._stray(between, len(self.text))

    def _block(self, at: int) -> tuple[Block | None, int]:
        """What starts at the `@` there and where it ends; None where nothing does."""
        command = _COMMAND.match(self.text, at)
        if command and self.text[command.end() : command.end() + 1] in ("{", "("):
            return self._command(command, at)
        if command and command[1].lower() == "comment":
            return None, command.end()
        first = self.text.rfind("\n", 0, at) + 1
        head = _HEAD.match(self.text, at)
        if head is None or (self.text[first:at].strip() and not _CERTAIN.match(self.text, at)):
            return None, at + 1
        return self._entry(head)

    def _command(self, command: re.Match[str], at: int) -> tuple[Block | None, int]:
        """A macro; comments and preambles are passed over, those that are not closed only to the end of their line."""
        limit = self._limit(at)
        start = command.end()
        end = Scanner(self.text, limit).braces(start) if self.text[start] == "{" else self._parenthesis(start, limit)
        if command[1].lower() != "string":
            return None, end or max(start, self.text.find("\n", start))
        body = self.text[start + 1 : end - 1] if end else ""
        field = next_field(body, 0)
        if field is None:
            return Block(self._line(at), "string", fault=NOT_CLOSED), end or start
        return Block(self._line(at), "string", fields=((field[0], body[field[1] :].strip().rstrip(",")),)), end

    def _parenthesis(self, start: int, limit: int) -> int:
        end = self.text.find(")", start, limit)
        return end + 1 if end >= 0 else 0

    def _entry(self, head: re.Match[str]) -> tuple[Block, int]:
        limit = self._limit(head.start())
        closer = "}" if head["open"] == "{" else ")"
        body = Scanner(self.text, limit).body(head.end(), closer)
        if not body.closed:  # BibTeX itself counts a brace also behind a backslash
            again = Scanner(self.text, limit, escapes=False).body(head.end(), closer)
            body = again if again.closed else body
        swallowed = not body.closed and any(_GOES_ON.search(value) for _, value in body.fields)
        key = " ".join((head["key"] or "").split())
        line, kind = self._line(head.start()), head["type"].strip()
        if body.broken or swallowed:
            return Block(line, kind, key, fault=NOT_CLOSED), self._after_fault(head.end(), limit)
        notes = () if body.closed else ("its closing brace is missing",)
        return Block(line, kind, key, body.fields, body.missing_commas, notes=(*body.notes, *notes)), body.end

    def _after_fault(self, start: int, limit: int) -> int:
        """Where the next entry starts after one that does not end: also in the middle of a line, some times."""
        self._faults = (limit, self._faults[1] + 1 if self._faults[0] == limit else 1)
        certain = _CERTAIN.search(self.text, start, limit) if self._faults[1] < _FAULTS else None
        return certain.start() if certain else limit

    def _limit(self, at: int) -> int:
        """Where the next entry plainly starts after the one at `at`, or the end of the text."""
        index = bisect_right(self._starts, at)
        return self._starts[index] if index < len(self._starts) else len(self.text)

    def _line(self, position: int) -> int:
        return bisect_left(self._ends, position) + 1

    def _stray(self, start: int, end: int) -> Iterator[Block]:
        """The text between entries, where it looks like fields of one; a person's comments are left alone."""
        found = _LIKE_FIELDS.search(self.text, start, end)
        if found:
            yield Block(self._line(found.start()), "", fault="text that looks like fields stands outside any entry")
            return
        for head in _PLAIN_HEAD.finditer(self.text, start, end):
            yield Block(self._line(head.start()), "", fault="what starts like an entry here has no key and no fields")
