r"""Reader of arXiv's daily listings by mail: entries between lines of `\\\\`, an abstract after the second of them.

Form: https://info.arxiv.org/help/subscribe.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.errors import Problem
from generator.records import LeftOut, Origin, Record
from generator.sources.content import Content
from generator.sources.draft import Draft
from generator.sources.field_names import Field
from generator.sources.finishing import finished
from generator.sources.journal_reference import reference_parts

NAME = "arXiv listing"
_HEAD = re.compile(r"arXiv:(?P<id>\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?(?=\s|$)")
_BAR = re.compile(r"\\\\(?P<end> \(.*)?\s*")
_LABEL = re.compile(r"(?P<name>[A-Z][A-Za-z-]{2,15}): ?(?P<value>.*)")
_FIELDS: dict[str, Field] = {
    "title": "title", "authors": "authors", "doi": "doi", "date": "date", "comments": "note", "report-no": "number",
}  # fmt: skip
_BETWEEN = re.compile(r"[-=%]{8,}|\\\\\s*")
_HEAD_LINES = 40  # of a mail above its first entry


def recognises(content: Content) -> bool:
    """Whether a line of `\\\\` stands above an arXiv id."""
    return any(True for _ in _starts(content.lines[:2000]))


def share(content: Content) -> float:
    """The share of the text in entries, in lines between them, and in the mail's head, where that is short."""
    lines = content.lines
    starts = list(_starts(lines))
    if not starts:
        return 0.0
    ours = sum(map(len, lines[: starts[0]])) if starts[0] <= _HEAD_LINES else 0
    for start, end in pairwise([*starts, len(lines)]):
        ends = [index for index in range(start, end) for bar in [_BAR.fullmatch(lines[index])] if bar and bar["end"]]
        ours += sum(map(len, lines[start : (ends[0] if ends else start) + 1]))
        ours += sum(len(line) for line in lines[ends[0] + 1 if ends else end : end] if _BETWEEN.fullmatch(line))
    return ours / max(1, sum(map(len, lines)))


def read(content: Content) -> Iterator[Record | LeftOut | Problem]:
    """The entries, in the file's order; the head and the end of the mail are not entries."""
    starts = [*_starts(content.lines), len(content.lines)]
    yield from _stray(content, 0, starts[0])
    for start, end in pairwise(starts):
        yield _record(content, start, content.lines[start:end])
        ends = [
            index for index in range(start, end) for bar in [_BAR.fullmatch(content.lines[index])] if bar and bar["end"]
        ]
        yield from _stray(content, ends[0] if ends else start + 1, end)


def _starts(lines: list[str]) -> Iterator[int]:
    """The index of every line with an id that stands below a bar."""
    for index in range(1, len(lines)):
        if lines[index].startswith("arXiv:") and _HEAD.match(lines[index]) and _BAR.fullmatch(lines[index - 1]):
            yield index


def _stray(content: Content, start: int, end: int) -> Iterator[LeftOut]:
    """The titles that stand outside any entry, or are a second one in it."""
    entry = 0 < start < end and not content.lines[start].startswith("\\\\")
    titles = [index for index in range(start, end) if content.lines[index].startswith("Title: ")]
    for index in titles[1:] if entry else titles:
        reason = "a title outside any entry: the line with its arXiv id cannot be read"
        yield LeftOut(Origin(content.source, index + 1), reason, content.lines[index][:200])


def _record(content: Content, start: int, lines: list[str]) -> Record | LeftOut:
    draft = Draft()
    head = _HEAD.match(lines[0])
    draft.add("arxiv", head["id"] if head else "")
    draft.add("kind", "preprint")
    fields: list[tuple[str, list[str]]] = []
    abstract: list[str] | None = None
    for line in lines[1:]:
        if bar := _BAR.fullmatch(line):
            if bar["end"] or abstract:
                break
            abstract = []
        elif abstract is not None:
            abstract.append(line.strip())
        elif label := _LABEL.match(line):
            fields.append((label["name"].lower(), [label["value"]]))
        elif line.strip() and fields:
            fields[-1][1].append(line.strip())
    for name, parts in fields:
        _add(draft, name, " ".join(parts))
    draft.add("abstract", " ".join(abstract or ()))
    return finished(draft, Origin(content.source, start + 1, draft.texts.get("id")), "an entry")


def _add(draft: Draft, name: str, value: str) -> None:
    if name == "date":
        value = value.partition("(")[0]
    if name == "categories":
        draft.add("primary_class", value.split(" ")[0])
    if name == "journal-ref":
        for field, part in reference_parts(value).items():
            draft.add(field, part)
    draft.add_from(_FIELDS, name, value)
