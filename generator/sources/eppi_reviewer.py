"""Reader of EPPI-Reviewer's JSON: references with the codes that reviewers gave them.

A code of a screening tool is kept as `EPPI-Reviewer include` or `EPPI-Reviewer exclude`, with its tool (`Screen on
Title & Abstract: EXCLUDE on population`); any other as a value under the code that it belongs to (`Population`:
`Adults`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.errors import Problem
from generator.records import LeftOut, Origin, Record
from generator.sources.content import Content
from generator.sources.draft import Draft
from generator.sources.eppi_codes import Code, codes_of
from generator.sources.field_names import Field
from generator.sources.finishing import finished
from generator.sources.json_values import as_list, as_object, as_text
from generator.sources.tagged import cut_off

NAME = "EPPI-Reviewer JSON"
_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[\s,]*")
_LIST = {name: re.compile(rf'(?<!\\)"{name}"\s*:\s*(?=\[)') for name in ("CodeSets", "References")}
_NEXT = re.compile(r'\{\s*"(?:Outcomes|Codes|ItemId|Title)"\s*:')  # how a reference begins
_FIELDS: tuple[tuple[Field, str], ...] = (
    ("id", "ItemId"),
    ("title", "Title"),
    ("abstract", "Abstract"),
    ("venue", "ParentTitle"),
    ("year", "Year"),
    ("month", "Month"),
    ("volume", "Volume"),
    ("number", "Issue"),
    ("pages", "Pages"),
    ("publisher", "Publisher"),
    ("school", "Institution"),
    ("address", "City"),
    ("url", "URL"),
    ("doi", "DOI"),
    ("note", "Comments"),
)
_KINDS = {
    "journal, article": "article",
    "article in a periodical": "article",
    "book, whole": "book",
    "book, chapter": "incollection",
    "dissertation": "phdthesis",
    "conference proceedings": "inproceedings",
    "report": "techreport",
}
_NAMED = 3  # unknown codes told by their ids
_FOLLOWING = re.compile(r"\s*[;\r\n]+\s*")


def recognises(content: Content) -> bool:
    """Whether it is an object with coding tools or coded references, as EPPI-Reviewer writes it."""
    start = content.start
    if not re.match(r"\s*\{", start) or not content.encoding:
        return False
    return bool(_LIST["CodeSets"].search(start)) or bool(
        _LIST["References"].search(start) and re.search(r'"(?:ItemId|Codes|ItemStatus)"\s*:', start)
    )


def read(content: Content) -> Iterator[Record | LeftOut | Problem]:
    """One record a reference."""
    text = content.text
    codes = codes_of(_list_of(text, "CodeSets"))
    start = _LIST["References"].search(text)
    if start is None:
        yield cut_off(content.source, len(content.lines), "a list of references")
        return
    position, line, counted = start.end() + 1, 1, 0
    while True:
        position = _SPACE.match(text, position).end()  # type: ignore[union-attr]
        if text[position : position + 1] in ("]", ""):
            break
        line += text.count("\n", counted, position)
        counted, origin = position, Origin(content.source, line)
        try:
            value, position = _DECODER.raw_decode(text, position)
        except (ValueError, RecursionError) as error:
            yield LeftOut(origin, f"not valid JSON: {getattr(error, 'msg', error)}")
            following = _NEXT.search(text, position + 1)
            if following is None:
                return
            position = following.start()
            continue
        yield from _record(origin, value, codes)
    if position >= len(text):
        yield cut_off(content.source, len(content.lines), "a list")


def _list_of(text: str, name: str) -> Any:
    """The list under a name, or an empty one where there is none or it is damaged."""
    found = _LIST[name].search(text)
    try:
        return _DECODER.raw_decode(text, found.end())[0] if found else []
    except (ValueError, RecursionError):
        return []


def _record(origin: Origin, value: Any, codes: Mapping[str, Code]) -> Iterator[Record | LeftOut | Problem]:
    if not isinstance(value, Mapping):
        yield LeftOut(origin, "an element that is not an object")
        return
    draft = Draft()
    for field, key in _FIELDS:
        draft.add(field, as_text(value.get(key)))
    for role, key in (("author", "Authors"), ("editor", "ParentAuthors")):
        for name in _FOLLOWING.split(as_text(value.get(key))):
            draft.person(role, _family_first(name))
    kind = as_text(value.get("TypeName"))
    draft.add("kind", _KINDS.get(kind.casefold(), kind))
    for keyword in _FOLLOWING.split(as_text(value.get("Keywords"))):
        draft.add("keyword", keyword)
    draft.add_other("standard number", as_text(value.get("StandardNumber")))
    draft.add_other("EPPI-Reviewer status", as_text(value.get("ItemStatus")))
    unknown = []
    for given in as_list(value.get("Codes")):
        number = as_text(as_object(given).get("AttributeId"))
        code = codes.get(number)
        if code is None:
            unknown.append(number or "without an id")
        elif code.decision:
            draft.add_other(f"EPPI-Reviewer {code.decision}", f"{code.tool}: {code.name}")
        else:
            draft.add_other(code.above, code.name)
    yield finished(draft, Origin(origin.source, origin.line, draft.texts.get("id")), "a reference")
    if unknown:
        what = f"carries codes that no coding tool of the file has ({', '.join(unknown[:_NAMED])})"
        yield Problem(what, origin.place, "export the references together with their coding tools")


def _family_first(name: str) -> str:
    """`van Dam Ada B` as `van Dam, Ada B`: EPPI-Reviewer writes the family name first, without a comma."""
    words = name.split()
    if "," in name or len(words) <= 1:
        return name.strip()
    end = next((at for at, word in enumerate(words) if not word[0].islower()), 0) + 1
    family, given = " ".join(words[:end]), " ".join(words[end:])
    return f"{family}, {given}" if given else family
