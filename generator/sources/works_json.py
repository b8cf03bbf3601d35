"""Reader of JSON and JSON Lines: works of CSL-JSON, OpenAlex, Semantic Scholar and Crossref, and those of other shapes.

Objects of any other shape are read if we know their keys as column names. The elements of an array are decoded one by
one, so that a damaged one costs only itself and each has its line.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from typing import Any

from generator.errors import Problem
from generator.records import LeftOut, Origin, Record
from generator.sources.column_map import missing_columns
from generator.sources.content import Content
from generator.sources.json_elements import End, after_space, elements, lists_behind, shown
from generator.sources.json_shapes import SHAPES, flattened, record_of_object
from generator.sources.json_tables import as_head, is_list_of_works, row_of, works_in
from generator.sources.tagged import cut_off
from generator.sources.zotero_collections import collections_of

NAME = "JSON"
_CONTAINER = re.compile(
    r"""
    "(?:results|data|items|works|papers|records|entries|hits|references|documents|articles|docs
      |hit|result|publications)"    # the name of the list
    \s*:\s*\[                       # and where it opens
    """,
    re.VERBOSE,
)
_OF_OBJECTS = re.compile(rf"{_CONTAINER.pattern}\s*(?=\{{)", re.VERBOSE)
_SINGLE = re.compile(r'"title"|"(?:columns|headers?)"\s*:\s*\[', re.IGNORECASE)  # before the list: no list of works


def recognises(content: Content) -> bool:
    """Whether it starts as a JSON array or object."""
    return bool(content.encoding) and bool(re.match(r'\[\s*[\[{\]]|\{\s*["}]', content.start))


def shape_of(content: Content) -> str:
    """The name of the service or format whose objects the file holds."""
    start = content.start
    return next((shape.name for shape in SHAPES if shape.signs.search(start)), NAME)


def read(content: Content) -> Iterator[Record | LeftOut | Problem]:
    """One record an object."""
    text = content.text
    position = after_space(text)
    is_array = text.startswith("[", position)
    is_lines = not is_array and _is_lines(text)
    listed = is_array
    if is_array:
        position += 1
    elif not is_lines:
        container = _OF_OBJECTS.search(text) or _CONTAINER.search(text)
        # One work may have lists of its own (`references`).
        listed = container is not None and not _SINGLE.search(text, position, container.start())
        position = container.end() if listed and container else position
    is_alone = not is_lines or "\n" not in text.strip()
    works = _Works(content, laid_out=is_alone and not listed)
    end = yield from works.read(position, is_bare=is_array or is_lines)
    if listed and not (end.position or end.told):
        yield cut_off(content.source, len(content.lines), "a list")
    for name, start, value in lists_behind(text, end.position) if listed and end.position and not is_array else ():
        if is_list_of_works(name, value):
            yield from works.read(start + 1, is_bare=False)
    if works.keys:
        yield from missing_columns(content, list(works.keys))


def _is_lines(text: str) -> bool:
    """JSON Lines: the first line is a complete object and another one follows."""
    first, _, rest = text.lstrip().partition("\n")
    if not first.rstrip().endswith("}"):
        return False
    return rest.lstrip().startswith("{") if rest.strip() else not _CONTAINER.search(first[:2000])


class _Works:
    """A file being read: the line that was reached, the head of a table, and the keys that its objects have."""

    def __init__(self, content: Content, *, laid_out: bool) -> None:
        """`laid_out`: the one element is all that the file holds, and may be a table or several lists."""
        self.keys: dict[str, None] = {}
        self._content, self._laid_out = content, laid_out
        self._collections = collections_of(content.text)
        self._line, self._counted = 1, 0
        self._head: list[str] = []

    def read(self, position: int, *, is_bare: bool) -> Generator[Record | LeftOut | Problem, None, End]:
        """The works from `position` on, and how they end."""
        text = self._content.text
        found = elements(text, position, is_bare=is_bare)
        while True:
            try:
                element = next(found)
            except StopIteration as stop:
                end: End = stop.value
                return end
            self._line += text.count("\n", self._counted, element.start)
            self._counted = element.start
            origin = Origin(self._content.source, self._line)
            if element.fault:
                yield LeftOut(origin, element.fault, shown(text, element.start))
            elif not self._head and (head := as_head(element.value)):
                self._head = head
            else:
                for work in self._works_of(element.value):
                    yield _record(self._content, origin, work)

    def _works_of(self, value: Any) -> Iterator[Any]:
        """The works of an element, with the collections in which they stand."""
        for work in _unwrapped(value, self._head, laid_out=self._laid_out):
            if self._content.columns and isinstance(work, dict):
                self.keys.update(dict.fromkeys(flattened(work)))
            stands_in = self._collections.get(str(work.get("itemID"))) if isinstance(work, dict) else None
            yield {**work, "collections": stands_in} if stands_in else work


def _unwrapped(value: Any, head: list[str], *, laid_out: bool) -> list[Any]:
    """The works in one element: Crossref's replies keep a work, or a list of works, in `message`.

    A row of a table is an object under the names in its head.
    """
    if head and isinstance(value, list):
        return [row_of(head, value)]
    message = value.get("message") if isinstance(value, dict) else None
    if not isinstance(message, dict):
        return works_in(value) if laid_out else [value]
    items = message.get("items")
    return items if isinstance(items, list) else [message]


def _record(content: Content, origin: Origin, value: Any) -> Record | LeftOut:
    if not isinstance(value, dict):
        return LeftOut(origin, "an element that is not an object")
    try:
        return record_of_object(origin, value, content.columns)
    except (TypeError, ValueError, AttributeError, KeyError, IndexError, RecursionError) as error:
        return LeftOut(origin, f"an object of an unexpected shape: {error}", str(value.get("title", ""))[:200])
