"""Reader of the refer format (`%A Lewis, Gary`), which Google Scholar and publishers call EndNote's (.enw).

Tags: the manual page of refer(1), and EndNote's additions to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import Problem
from generator.records import LeftOut, Origin, Record
from generator.sources.content import Content
from generator.sources.draft import Draft
from generator.sources.field_names import Field
from generator.sources.finishing import finished
from generator.sources.shares import share_of_entries
from generator.sources.tag_spelling import Spelling
from generator.sources.tagged import Entry, entries, two_in_one

NAME = "EndNote (refer)"
_TAG = re.compile(r"^\ufeff?\s*%([A-Z0-9@!+?<>=*&#$~^\[\]()])(?:\s(.*)|())$")
_START = re.compile(r"^\ufeff?%0 \w", re.MULTILINE)
_PROSE = frozenset("XZNO")  # abstracts and notes, which may have paragraphs
_FIELDS: dict[str, Field] = {
    "0": "kind", "T": "title", "A": "author", "E": "editor", "J": "venue", "B": "venue", "S": "series", "V": "volume",
    "N": "number", "P": "pages", "D": "year", "8": "date", "I": "publisher", "C": "address", "R": "doi",
    "X": "abstract", "U": "url", "G": "language",
    "Z": "note", "F": "id", "@": "isbn", "]": "article_number",
}  # fmt: skip
_LOWER = re.compile(r"^\ufeff?\s*%(?P<tag>[a-z])(?:\s(?P<value>.*)|())$", re.MULTILINE)
_CAPITAL = re.compile(r"^\ufeff?\s*%[A-Z]\s", re.MULTILINE)
_SPELLING = Spelling(_TAG, _LOWER, _LOWER, [tag for tag in (*_FIELDS, "K") if tag.isalpha()], "%{tag} {value}")


def recognises(content: Content) -> bool:
    """Whether a line starts a reference (`%0 Journal Article`)."""
    return bool(_START.search(content.start))


def share(content: Content) -> float:
    """The share of the text that this format accounts for."""
    return share_of_entries(_in_capitals(content), _TAG, "0")


def read(content: Content) -> Iterator[Record | LeftOut | Problem]:
    """The references, in the file's order."""
    content = _in_capitals(content)
    for entry in entries(enumerate(content.lines, 1), _TAG, "0", "", _PROSE):
        if isinstance(entry, Entry):
            yield _record(content, entry)
            yield from two_in_one(content.source, entry, ("T",))
        else:
            yield LeftOut(Origin(content.source, entry[0]), "stands outside any reference (`%0 …`)", entry[1][:200])


def _in_capitals(content: Content) -> Content:
    """The content with its tags in capitals, if none is; beside such, small letters are a program's own fields."""
    return content if _CAPITAL.search(content.start) else _SPELLING.restored(content)


def _record(content: Content, entry: Entry) -> Record | LeftOut:
    draft = Draft()
    for tag, lines in entry.tags:
        value = " ".join(line for line in lines if line)
        if tag == "K":
            for keyword in lines:
                draft.add("keywords" if ";" in keyword else "keyword", keyword)
        elif tag in _FIELDS:
            draft.add(_FIELDS[tag], value)
        else:
            draft.add_other(f"%{tag}", value)
    origin = Origin(content.source, entry.line, draft.texts.get("id"))
    return finished(draft, origin, "a reference")
