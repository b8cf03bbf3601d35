"""Reader of a dataset table saved as text: rows `id | abstract |`, abstracts over several lines, no titles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import Place, Problem
from generator.identifiers import Identifier, parse_arxiv, parse_doi
from generator.records import LeftOut, Origin, Record
from generator.sources.content import Content

NAME = "dataset-table dump"
_ROW = re.compile(r"^(?P<id>(?=[^\s|]*\d)[^\s|]{3,80})\s+\|(?:\s(?P<text>.*)|$)")


def recognises(content: Content) -> bool:
    """Whether lines start with `id | text` and rows end with `|`."""
    if content.encoding in ("", "windows-1252"):
        return False
    starts = [line for line in content.lines[:5000] if _ROW.match(line)]
    ends = sum(line.rstrip().endswith("|") for line in content.lines[:5000])
    if len(starts) == 1:
        return _identifier(starts[0].split("|")[0].strip()) is not None
    known = sum(_identifier(line.split("|")[0].strip()) is not None for line in starts)
    return len(starts) > 1 and max(ends, known) * 2 >= len(starts)


def read(content: Content) -> Iterator[Record | LeftOut | Problem]:
    """The table's rows. The id stays as written in `Record.id`; an arXiv id or DOI among them is an identifier."""
    row: tuple[int, str, list[str]] | None = None
    header = True  # the lines before the first row name the columns
    for number, line in enumerate(content.lines, 1):
        start = _ROW.match(line)
        if start and row and not _identifier(start["id"]):
            start = None  # within an open row, only a real identifier can start the next one
        if start:
            if row:
                yield from _record(content, row, closed=False)
            header = False
            row = (number, start["id"], [start["text"] or ""])
        elif row:
            row[2].append(line)
        elif not header and line.strip():
            yield LeftOut(Origin(content.source, number), "stands outside the table's rows", line.strip()[:200])
        if row and line.rstrip().endswith("|") and (not start or (start["text"] or "").strip()):
            yield from _record(content, row, closed=True)
            row = None
    if row:
        yield from _record(content, row, closed=False)


def _record(content: Content, row: tuple[int, str, list[str]], closed: bool) -> Iterator[Record | LeftOut | Problem]:
    number, id_, lines = row
    identifier = _identifier(id_)
    abstract = "\n".join(line.rstrip() for line in lines).strip()
    if closed:
        abstract = abstract[:-1].rstrip()
    else:
        yield Problem(
            f"the row of {id_} has no closing `|`",
            Place(f"bib/{content.source}", number),
            "the row may be cut off; export the table again",
        )
    if not abstract and identifier is None:
        yield LeftOut(Origin(content.source, number, id_), "a row with neither a known identifier nor a text", id_)
        return
    yield Record(
        Origin(content.source, number, id_), abstract=abstract, id=id_, identifiers=(identifier,) if identifier else ()
    )


def _identifier(text: str) -> Identifier | None:
    return parse_arxiv(text) or parse_doi(text)
