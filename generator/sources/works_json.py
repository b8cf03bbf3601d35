"""Reader of JSON and JSON Lines: works of CSL-JSON, OpenAlex, Semantic Scholar and Crossref, and those of other shapes.

Objects of any other shape are read if we know their keys as column names. The elements of an array are decoded one by
one, so that a damaged one costs only itself and each has its line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Iterator, Mapping
from typing import Any

from generator.errors import Problem
from generator.records import LeftOut, Origin, Record
from generator.sources.column_map import missing_columns
from generator.sources.content import Content
from generator.sources.json_shapes import SHAPES, flattened, record_of_object
from generator.sources.tagged import cut_off
from generator.sources.zotero_collections import collections_of

NAME = "JSON"
_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[\s,]*")
_CONTAINER = re.compile(
    r"""
    "(?:results|data|items|works|papers|records|entries|hits|references|documents|articles|docs
      |hit|result|publications)"    # the name of the list
    \s*:\s*\[                       # and where it opens
    """,
    re.VERBOSE,
)
_OF_OBJECTS = re.compile(rf"{_CONTAINER.pattern}\s*(?=\{{)", re.VERBOSE)
_NEXT = re.compile(r"\n[ \t]*+\{|\}\s*+,\s*+(?=\{)")
_FAULTS = 1000  # damaged elements of one file after which the rest is given up


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
    position = _SPACE.match(text).end()  # type: ignore[union-attr]
    listed = False
    is_array = text.startswith("[", position)
    is_lines = not is_array and _is_lines(text)
    if is_array:
        position += 1
        listed = True
    elif not is_lines:
        container = _OF_OBJECTS.search(text) or _CONTAINER.search(text)
        # One work may have lists of its own (`references`).
        single = container is None or '"title"' in text[position : container.start()]
        listed = not single
        position = position if single or container is None else container.end()
    keys: dict[str, None] = {}
    ended = yield from _elements(content, position, keys, collections_of(text), is_bare=is_array or is_lines)
    if listed and not ended:
        yield cut_off(content.source, len(content.lines), "a list")
    if keys:
        yield from missing_columns(content, list(keys))


def _is_lines(text: str) -> bool:
    """JSON Lines: the first line is a complete object and another one follows."""
    first, _, rest = text.lstrip().partition("\n")
    if not first.rstrip().endswith("}"):
        return False
    return rest.lstrip().startswith("{") if rest.strip() else not _CONTAINER.search(first[:2000])


def _elements(
    content: Content, position: int, keys: dict[str, None], collections: Mapping[str, str], *, is_bare: bool
) -> Generator[Record | LeftOut | Problem, None, bool]:
    """The elements from `position` on; returns whether their list has an end, or it was reported why not.

    `is_bare`: nothing but elements stands in the file, so that more of them behind an end are works too.
    """
    text, line, counted, faults = content.text, 1, 0, 0
    while True:
        position = _SPACE.match(text, position).end()  # type: ignore[union-attr]
        if position >= len(text):
            return False
        if text[position] == "]":
            following = _NEXT.search(text, position) if is_bare and text[position + 1 :].strip() else None
            if following is None:
                return True
            line += text.count("\n", counted, position)
            counted = position
            reason = "a bracket ends the list here, though more objects follow: something before it is damaged"
            yield LeftOut(Origin(content.source, line), reason, _shown(text, position))
            position = following.end() - 1 if following[0].endswith("{") else following.end()
            continue
        line += text.count("\n", counted, position)
        counted = position
        origin = Origin(content.source, line)
        try:
            value, position = _DECODER.raw_decode(text, position)
        except (ValueError, RecursionError) as error:
            faults += 1
            reason = (
                "nested too deeply"
                if isinstance(error, RecursionError)
                else f"not valid JSON: {getattr(error, 'msg', error)}"
            )
            following = _NEXT.search(text, position + 1)
            yield LeftOut(origin, reason, _shown(text, position))
            if following is None:
                return True
            if faults > _FAULTS:
                yield LeftOut(
                    origin, f"more than {_FAULTS:,} elements are not valid JSON: the rest of the file is not read"
                )
                return True
            position = following.end() - 1 if following[0].endswith("{") else following.end()
            continue
        for work in _unwrapped(value):
            if content.columns and isinstance(work, dict):
                keys.update(dict.fromkeys(flattened(work)))
            stands_in = collections.get(str(work.get("itemID"))) if isinstance(work, dict) else None
            yield _record(content, origin, {**work, "collections": stands_in} if stands_in else work)


def _unwrapped(value: Any) -> list[Any]:
    """The works in one element: Crossref's replies keep a work, or a list of works, in `message`."""
    message = value.get("message") if isinstance(value, dict) else None
    if not isinstance(message, dict):
        return [value]
    items = message.get("items")
    return items if isinstance(items, list) else [message]


def _shown(text: str, position: int) -> str:
    return text[position : position + 80].partition("\n")[0]


def _record(content: Content, origin: Origin, value: Any) -> Record | LeftOut:
    if not isinstance(value, dict):
        return LeftOut(origin, "an element that is not an object")
    try:
        return record_of_object(origin, value, content.columns)
    except (TypeError, ValueError, AttributeError, KeyError, IndexError, RecursionError) as error:
        return LeftOut(origin, f"an object of an unexpected shape: {error}", str(value.get("title", ""))[:200])
