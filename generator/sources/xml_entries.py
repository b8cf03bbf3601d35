"""Entries of an XML file, each parsed on its own: a damaged one costs only itself, and each has its line.

No document type is ever read, so no entity can expand: an entry that uses one is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import entities
from typing import Any

from generator.errors import Problem
from generator.records import LeftOut, Origin, Record
from generator.sources.content import FIELD_LIMIT, Content
from generator.sources.draft import Draft
from generator.sources.finishing import finished
from generator.sources.tagged import cut_off

_NAMESPACE = re.compile(r"""\sxmlns(?::[\w.-]+)?\s*=\s*(?:"[^"<]*"|'[^'<]*')""")
_DECLARED = re.compile(r"<!ENTITY\s+(?:%\s+)?([^\s\"'<>&;]{1,100})\s")
_USED = re.compile(r"&([^;&\s]{1,100});")
_CUT_TAG = re.compile(r"<[A-Za-z][^<>]{0,200}(?=<)")
_REFERENCE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)(?:(\w{1,40});)?")


def _entity(match: re.Match[str]) -> str:
    """A bare `&` is itself; HTML's names (`&nbsp;`) are their characters; any other stays as text."""
    known = entities.html5.get(f"{match[1]};") if match[1] else None
    return known if known and known not in "<&>" else f"&amp;{match[0][1:]}"


def records(
    content: Content, name: str, what: str, fill: Callable[[Any, Draft], None]
) -> Iterator[Record | LeftOut | Problem]:
    """The record that `fill` drafts from every `<name>`; an empty one is left out as `what` (`an entry`)."""
    for item in _elements(content, name):
        if isinstance(item, (LeftOut, Problem)):
            yield item
        else:
            origin, element = item
            draft = Draft()
            fill(element, draft)
            yield finished(draft, origin, what)


def _elements(content: Content, name: str) -> Iterator[tuple[Origin, Any] | LeftOut | Problem]:
    """(origin, element) of every `<name>`, with namespace prefixes taken off all tags."""
    # What defusedxml refuses must be declared before the first element, and these are within one: its parser, which is
    # several times slower, would find nothing.
    from xml.etree.ElementTree import fromstring

    text = content.text
    start = re.compile(rf"<{name}[\s>]")
    first = start.search(text)
    if first is None:
        return
    own = set(_DECLARED.findall(text))
    empty = re.compile(rf"<{name}\s*+>(?:\s++|<([\w:.-]++)\s*+(?:/>|>\s*+</\1\s*+>))*+</{name}>")
    yield from _without_start(content, name, text, 0, first.start())
    namespaces = " ".join(dict.fromkeys(found.strip() for found in _NAMESPACE.findall(text[: first.start()][:20_000])))
    position, line, counted = first.start(), 1, 0
    while True:
        following = start.search(text, position + 1)
        limit = following.start() if following else len(text)
        line += text.count("\n", counted, position)
        counted = position
        origin = Origin(content.source, line)
        close = text.find(f"</{name}>", position, limit)
        if close < 0:
            yield LeftOut(origin, f"a <{name}> that is never closed", "")
        elif close - position > 4 * FIELD_LIMIT:
            yield LeftOut(origin, f"a <{name}> of {close - position:,} characters")
        elif own and (used := next((used for used in _USED.finditer(text, position, close) if used[1] in own), None)):
            yield LeftOut(
                origin,
                f"a <{name}> that uses the entity {used[0]}, which the file itself defines; such are never unfolded",
            )
        elif empty.match(text, position):  # a million of these must not cost a million parsers
            yield LeftOut(origin, f"a <{name}> that says nothing")
        else:
            chunk = _REFERENCE.sub(_entity, text[position : close + len(name) + 3])
            try:
                root = fromstring(f"<root {namespaces}>{chunk}</root>")  # noqa: S314
                for element in root.iter():
                    if isinstance(element.tag, str):
                        element.tag = element.tag.rsplit("}", 1)[-1]
                yield origin, root[0]
            except Exception as error:  # several kinds are raised; each is damage in this entry only
                yield LeftOut(origin, f"a <{name}> that is not valid XML: {' '.join(str(error).split())[:150]}")
        yield from _without_start(content, name, text, close + 1 if close >= 0 else limit, limit)
        if following is None:
            if close >= 0 and "</" not in text[close + 2 :]:
                yield cut_off(content.source, len(content.lines), "a list")
            return
        position = following.start()


def _without_start(content: Content, name: str, text: str, start: int, end: int) -> Iterator[LeftOut]:
    """The ends of entries, between two places, whose starts are damaged, and tags that are cut off."""
    for cut in _CUT_TAG.finditer(text, start, end + 1):
        yield LeftOut(
            Origin(content.source, text.count("\n", 0, cut.start()) + 1), f"a tag that is cut off: {cut[0].strip()}"
        )
    position = text.find(f"</{name}>", start, end)
    while position >= 0:
        line = text.count("\n", 0, position) + 1
        yield LeftOut(Origin(content.source, line), f"a </{name}> whose start cannot be read")
        position = text.find(f"</{name}>", position + 1, end)


def text_of(element: Any, path: str) -> str:
    """All text below the first element at `path`, or ""."""
    found = element.find(path)
    return " ".join("".join(found.itertext()).split()) if found is not None else ""


def texts_of(element: Any, path: str) -> list[str]:
    """All text below every element at `path`."""
    return [text for text in (" ".join("".join(found.itertext()).split()) for found in element.findall(path)) if text]
