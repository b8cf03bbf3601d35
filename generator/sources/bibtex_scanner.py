"""The inside of a BibTeX entry: fields and values, found by their braces and quotation marks, without recursion."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FIELD = re.compile(r"\s*(?P<name>[A-Za-z_][\w.:+/'-]*(?:[ \t]+[A-Za-z][\w-]*){0,3})\s*=\s*")
_BRACE = {True: re.compile(r"\\.|[{}]", re.DOTALL), False: re.compile(r"[{}]")}
_QUOTE = {True: re.compile(r'\\.|[{}"]', re.DOTALL), False: re.compile(r'[{}"]')}
_SPACE = re.compile(r"[\s,]*")
_JOINED = re.compile(r"\s*#\s*")
_BARE = re.compile(r"[^\s,{}\"#=@]+")
_REST_OF_BARE = re.compile(r"[ \t]+[^,{}()@\"#=\n]+(?=[,}\n])")  # `to appear`, `10 October` without braces
_ENTRY = re.compile(r"@[ ]*[A-Za-z]+\s*+[{(]\s*+[^,={}\s]++\s*+,\s*+[A-Za-z_][\w-]*+\s*+=")
_GOES_ON = re.compile(r"\s*,\s*[A-Za-z][\w-]*\s*=\s*[{\"\w]")
_AFTER_QUOTE = re.compile(r"\s*(?:[,})#]|$|[A-Za-z][\w-]*\s*=)")
_NEXT_FIELD = re.compile(r"(?<=[\s,])[A-Za-z][\w-]*\s*=\s*[{\"\w]")


@dataclass(frozen=True, slots=True)
class Body:
    """The inside of an entry.

    Attributes:
        fields: (name in lower case, value with its braces or quotes).
        missing_commas: the fields before which a comma is missing.
        notes: what was mended.
        end: where the entry ends.
        closed: whether its closing brace is there.
        broken: whether a value does not end.
    """

    fields: tuple[tuple[str, str], ...]
    missing_commas: tuple[str, ...]
    notes: tuple[str, ...]
    end: int
    closed: bool
    broken: bool = False


def next_field(text: str, start: int) -> tuple[str, int] | None:
    """The field's name that stands at `start`, in lower case, and where its value starts."""
    found = _FIELD.match(text, start)
    return (" ".join(found["name"].lower().split()), found.end()) if found else None


class Scanner:
    """A text that is looked at up to `limit`; `escapes` says whether a brace behind a backslash is not a brace."""

    def __init__(self, text: str, limit: int, *, escapes: bool = True) -> None:
        self._text = text
        self._limit = limit
        self._escapes = escapes

    def body(self, start: int, closer: str) -> Body:
        """The fields from `start` on, to the entry's end."""
        fields: list[tuple[str, str]] = []
        missing: list[str] = []
        notes: dict[str, None] = {}
        position, comma = start, True
        while True:
            space = _SPACE.match(self._text, position, self._limit)
            comma = comma or "," in (space[0] if space else "")
            position = space.end() if space else position
            if position >= self._limit or _ENTRY.match(self._text, position):
                return Body(tuple(fields), tuple(missing), tuple(notes), position, closed=False)
            if self._text[position] == closer:
                if not _GOES_ON.match(self._text, position + 1, self._limit):
                    return Body(tuple(fields), tuple(missing), tuple(notes), position + 1, closed=True)
                notes["a brace closes it too early"] = None
                position += 1
                continue
            field = next_field(self._text, position) if self._text[position] != "}" else None
            if field is None:
                notes["some of its text belongs to no field"] = None
                position = self._behind_junk(position, closer)
                continue
            name, value_start = field
            end = self.value(value_start)
            if end == 0:
                return Body(tuple(fields), tuple(missing), tuple(notes), value_start, closed=False, broken=True)
            if not comma:
                missing.append(name)
            fields.append((name, self._text[value_start:end]))
            position, comma = end, False

    def value(self, start: int) -> int:
        """Where the value that begins at `start` ends; 0 if it does not.

        A value stands in braces or quotation marks, is a bare word, or several of these joined by `#`.
        """
        while True:
            end = self._piece(start)
            joined = _JOINED.match(self._text, end, self._limit) if end else None
            if joined is None:
                return end
            start = joined.end()

    def braces(self, start: int) -> int:
        """Where the braces that open at `start` are closed; 0 if they are not."""
        depth = 0
        for mark in _BRACE[self._escapes].finditer(self._text, start, self._limit):
            depth += {"{": 1, "}": -1}.get(mark[0], 0)
            if depth == 0:
                return mark.end()
        return 0

    def _piece(self, start: int) -> int:
        if self._text.startswith("{", start):
            return self.braces(start)
        if self._text.startswith('"', start):
            return self._quotes(start)
        bare = _BARE.match(self._text, start, self._limit)
        if bare is None:
            return start if self._text[start : start + 1] in (",", "}", ")", "@") else 0  # `year = ,` says nothing
        rest = _REST_OF_BARE.match(self._text, bare.end(), self._limit)
        if bare[0].endswith(")") and "(" not in bare[0]:  # the end of `@misc(key, year = 2001)`
            return bare.end() - 1
        return rest.end() if rest else bare.end()

    def _quotes(self, start: int) -> int:
        """Where the quotation mark at `start` is closed; 0 if it is not.

        It is closed outside braces, where a value may end, and before the next entry.
        """
        end = self._end_of_quotes(start)
        return 0 if end and _ENTRY.search(self._text, start, end) else end

    def _end_of_quotes(self, start: int) -> int:
        depth = first = 0
        for mark in _QUOTE[self._escapes].finditer(self._text, start + 1, self._limit):
            depth += {"{": 1, "}": -1}.get(mark[0], 0)
            if depth < 0:
                break
            if mark[0] == '"' and depth == 0:
                if _AFTER_QUOTE.match(self._text, mark.end(), self._limit):
                    return mark.end()
                first = first or mark.end()
        return first

    def _behind_junk(self, position: int, closer: str) -> int:
        """Where the next field starts, or else the entry's end."""
        following = _NEXT_FIELD.search(self._text, position + 1, self._limit)
        entry = _ENTRY.search(self._text, position, self._limit)
        end = self._text.find(closer, position, self._limit)
        places = [found.start() for found in (following, entry) if found] + [end] * (end >= 0)
        return min(places, default=self._limit)
