"""Reader of text with a name before each field: NoteExpress, CNKI, Wanfang, ProQuest, EBSCO, Ovid, Embase.

Three forms, which may be mixed: `Title: …`, `{Title}: …` and a name on a line of its own above indented lines. A record
ends at a line of `____` or `<2>`, or where the first name of the file's first record appears again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from generator.errors import Place, Problem
from generator.records import LeftOut, Origin, Record
from generator.sources.citation_text import place_in
from generator.sources.column_names import field_of
from generator.sources.content import Content
from generator.sources.draft import Draft
from generator.sources.field_names import Field
from generator.sources.finishing import finished
from generator.sources.tagged import Entry, two_in_one
from generator.sources.yaml_text import is_yaml

NAME = "labelled text"
# `{Title}: …`, `Title-题名: …`, `Document URL: …`, `【题名】…`
_LABELLED = re.compile(
    r"""
    ^\ufeff?\s*
    (?:\{(?P<braced>[^{}]{1,40})\}\s*[:：]              # `{Title}:`
      |【(?P<boxed>[^【】]{1,20})】                       # `【题名】`
      |(?P<plain>[^\W\d_][^:：{}\t]{0,40}?)\s*[:：])     # `Document URL:`
    (?=\s|$|[^\x00-\x7f]|(?<=\}:))    # close behind it only what is not ASCII (no `http://`), or anything after a brace
    \s*(?P<value>.*)$
    """,
    re.VERBOSE,
)
_ALONE = re.compile(r"^\ufeff?(?P<label>[A-Z][A-Za-z /()-]{1,40})$")  # Ovid: the name above an indented value
_SEPARATOR = re.compile(
    r"(?:[_=*~-]{8,}|<\d+>\.?|\[?(?:Record|RECORD|Document|Result)\s*:?\s*#?\d+(?:\s+of\s+\d+)?\]?:?|\d+\.)"
)
_SEPARATED = "<>"  # the name of a line that separates two records
_COMMENT = re.compile(r"<!--.*|.*-->")  # EBSCOhost puts addresses between them
_TWO_CAPITALS = re.compile(r"[A-Z]{2}")  # the Cochrane Library: `AB: …`, `US: …`
_BILINGUAL = re.compile(r"[a-z]+-[\u3400-\u9fff]+")  # CNKI: `Organ-单位`
_ONCE = ("title", "venue", "year", "id", "abstract", "doi")  # of which a record has one
_KNOWN = 3  # different fields that must be there
_LIKE = 0.25  # of the non-blank lines must start a field
_OWN: dict[str, Field] = {  # names used by these services that no table has as columns
    "unique identifier": "id", "accession number": "id", "proquest document id": "id", "an": "id",
    "publication title": "venue", "publication info": "note", "source": "venue", "author(s)": "authors",
    "authors full name": "authors", "tertiary author": "note", "subject terms": "keywords", "subjects": "keywords",
    "identifier / keyword": "keywords",
    "document url": "url",
    "persistent link": "url",
    "persistent link to this record (permalink)": "url", "place of publication": "address",
    "language of publication": "language", "reference type": "kind", "srcdatabase": "kind", "author address": "note",
    "digital object identifier": "doi", "local/other id": "note", "publication type": "kind", "isbn/issn": "isbn",
    "first page": "start_page",
    "author names": "authors",
    "subject": "keywords", "pubtime": "date",
    "us": "url", "yr": "year", "pt": "kind", "ky": "keywords", "kw": "keywords", "jn": "venue",
}  # fmt: skip
_NOT_OURS = {
    "source type",
    "number of pages",
    "pubtime-",
    "link",
    "links",
    "full text",
    "database",
    "copyright",
    "update code",
    "organ",
}


@dataclass
class _Entry:
    """One record's fields: the line it starts on, and (name, line, value lines) in order."""

    line: int
    fields: list[tuple[str, list[str]]] = field(default_factory=list)


def recognises(content: Content) -> bool:
    """Whether several known fields follow their names, including a title, and are no YAML with fields in fields."""
    if content.encoding in ("", "windows-1252") or is_yaml(content):
        return False
    found = Counter(name for _, name, _ in _tokens(content.start.split("\n")[:2000]) if name and name != _SEPARATED)
    fields = {one for one in map(_field, found) if one}
    return "title" in fields and len(fields) >= _KNOWN


def share(content: Content) -> float:
    """The share of the text in fields; 0 if few of the lines start one."""
    ours = total = starts = filled = 0
    inside = False
    for line, (_, name, value) in zip(content.lines, _tokens(content.lines), strict=True):
        text = line.strip()
        filled += bool(text)
        starts += bool(name)
        inside = bool(name and name != _SEPARATED) or (inside and bool(text)) or (inside and not value and not text)
        total += len(text)
        ours += len(text) if inside or name == _SEPARATED else 0
    return ours / max(1, total) if starts >= filled * _LIKE else 0.0


def read(content: Content) -> Iterator[Record | LeftOut | Problem]:
    """The records, in the file's order; a part between two separators that has no known field is not a record."""
    for entry in _entries(content):
        known = {one for one in (_field(name) for name, _ in entry.fields) if one}
        if known - {"id", "kind", "note", "url"}:
            yield _record(content, entry)
            yield from _two_in_one(content, entry)


def _tokens(lines: list[str]) -> Iterator[tuple[int, str, str]]:
    """(number, name, value) of each line; the name is "" if the line starts no field.

    A name that we do not know starts a field too, except in an abstract, which may have headings (`Methods: …`).
    """
    name, hanging = "", False  # the field, and whether its name stands above its indented lines
    for index, line in enumerate(lines):
        text = line.strip()
        following = lines[index + 1] if index + 1 < len(lines) else ""
        if _COMMENT.fullmatch(text):
            yield index + 1, "", ""
        elif hanging and line.startswith("  "):
            yield index + 1, "", text
        elif _SEPARATOR.fullmatch(text):
            name, hanging = _SEPARATED, False
            yield index + 1, name, ""
        elif (found := _labelled(line, following)) and (found[2] or _field(name) != "abstract"):
            name, hanging = found[0], bool(_ALONE.match(line))
            yield index + 1, name, found[1]
        else:
            yield index + 1, "", text


def _labelled(line: str, following: str) -> tuple[str, str, bool] | None:
    """(name, value, whether it is certainly the name of a field) of a line that starts one."""
    labelled = _LABELLED.match(line) if ":" in line or "：" in line or "】" in line else None
    if labelled:
        written = labelled["braced"] or labelled["boxed"] or labelled["plain"]
        name = _bare(written)
        certain = written != labelled["plain"] or any(
            (_BILINGUAL.fullmatch(name), _field(name), name in _NOT_OURS, _TWO_CAPITALS.fullmatch(written))
        )
        return name, labelled["value"].strip(), bool(certain)
    alone = _ALONE.match(line)
    if alone and following.startswith("  ") and following.strip():
        return _bare(alone["label"]), "", True
    return None


def _entries(content: Content) -> Iterator[_Entry]:
    tokens = list(_tokens(content.lines))
    names = Counter(name for _, name, _ in tokens)
    titles = max((count for name, count in names.items() if _field(name) == "title"), default=0)
    separated = names[_SEPARATED] >= max(1, titles - 1)
    first = next((name for _, name, _ in tokens if name and name != _SEPARATED), "")
    entry: _Entry | None = None
    for number, name, value in tokens:
        again = (
            entry is not None and (name == first or _field(name) == "title") and any(n == name for n, _ in entry.fields)
        )
        if (name == _SEPARATED) if separated else again:
            if entry:
                yield entry
            entry = None
        if name and name != _SEPARATED:
            entry = entry or _Entry(number)
            entry.fields.append((name, [value] if value else []))
        elif value and entry:
            entry.fields[-1][1].append(value)
    if entry:
        yield entry


def _two_in_one(content: Content, entry: _Entry) -> Iterator[Problem]:
    """The warning for an entry with repeated names: the line between two records is damaged."""
    counts = Counter(name for name, _ in entry.fields if _field(name) in _ONCE)
    twice = [name for name, count in counts.items() if count > 1]
    titles = [name for name in twice if _field(name) == "title"]
    if titles:
        tags = [(name, lines) for name, lines in entry.fields if name in titles]
        yield from two_in_one(content.source, Entry(entry.line, tags), titles)
    elif len(twice) > 1:
        message = f"the record has {' and '.join(f'`{name}`' for name in twice)} twice: it may be two"
        yield Problem(message, Place(f"bib/{content.source}", entry.line), "see that a line parts them, as the others")


def _record(content: Content, entry: _Entry) -> Record | LeftOut:
    draft = Draft()
    for name, lines in _once(entry):
        value, ours = " ".join(lines), _field(name)
        if ours == "authors":
            draft.add("authors", "; ".join(line.rstrip(".;") for line in lines) if len(lines) > 1 else value)
        elif ours == "venue" and (place := place_in(value)):
            for part, found in place.items():
                draft.add(part, found)
        elif ours == "kind":
            draft.add("kind", value.removesuffix(";"))
        elif ours == "keywords" and len(lines) > 1 and ";" not in value:  # EndNote: one a line
            for keyword in lines:
                draft.add("keywords" if "," in keyword else "keyword", keyword)
        elif ours:
            draft.add(ours, value)
        else:
            draft.add_other(name, value)
    return finished(draft, Origin(content.source, entry.line, draft.texts.get("id")), "a record")


def _once(entry: _Entry) -> Iterator[tuple[str, list[str]]]:
    """The fields, without those that say the same again: ProQuest gives the authors above the abstract and below it. It
    also puts a journal's place behind its name (`Publication title: Sleep; Oxford`).
    """
    seen: list[tuple[str, list[str]]] = []
    for name, lines in entry.fields:
        if (name, lines) in seen:
            continue
        seen.append((name, lines))
        title, place = name == "publication title", [part.strip() for part in " ".join(lines).rsplit(";", 1)]
        yield (name, place[:1]) if title else (name, lines)
        if title and len(place) > 1:
            yield "place of publication", place[1:]


@lru_cache(maxsize=4096)
def _field(name: str) -> Field | None:
    """Our field for a name; CNKI writes it in English before the Chinese one (`Title-题名`)."""
    if not name or name in _NOT_OURS or name == _SEPARATED:
        return None
    english, dash, _ = name.partition("-")
    known = _OWN.get(name) or (_OWN.get(english) if dash else None)
    return known or field_of(name) or (field_of(english) if dash else None)


def _bare(name: str) -> str:
    return " ".join(name.lower().split())
