"""Reader of RIS as Zotero, EndNote, Scopus, Web of Science and publishers write it.

Format: https://en.wikipedia.org/wiki/RIS_(file_format). Dialects differ in which tag holds the journal, the abstract and
the date, in one or two spaces before the hyphen, and in what stands on lines without a tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import Problem
from generator.records import LeftOut, Origin, Record
from generator.sources.content import Content
from generator.sources.ris_record import record_of
from generator.sources.tagged import Entry, cut_off, entries, without_end

NAME = "RIS"
_TAG = re.compile(r"^[\ufeff\s]*(DOI(?= - )|[A-Z][A-Z0-9]) {1,2}-(?:[ \t]|$)(.*)$")
_START = re.compile(r"^[\ufeff \t]*TY {1,2}- {0,2}\w", re.MULTILINE)
_KNOWN = "TY|ER|A[1-4BDNU]|C[1-8AY]|D[ABOP]|ED|EP|ET|F[UX]|ID|IS|J[29AFIO]|KW|L[1-4AB]|M[1-3]|N[1V2]|P[BIUY]|WE|SN|SP|ST|T[1-3IA]|UR|VL|Y[12]"
_GLUED = re.compile(rf"(?<=\S)(?=(?:{_KNOWN})  - )")  # a tag at the end of the line before, whose line end was lost
_FURNITURE = re.compile(
    r"(?:Provider|Content|Database)\s*:|Record #\d+ of \d+$|\d+\.$|EF$"
)  # heads, numbers and ends of Wiley's, Ovid's and Web of Science's files


def recognises(content: Content) -> bool:
    """Whether a line starts a reference (`TY  - JOUR`)."""
    return bool(_START.search(content.start))


def read(content: Content) -> Iterator[Record | LeftOut | Problem]:
    """The references, in the file's order."""
    last: Entry | None = None
    for entry in entries(_lines(content), _TAG, "TY", "ER"):
        if isinstance(entry, Entry):
            if last and not last.closed:
                yield without_end(content.source, last.line, "ER  -")
            last = entry
            yield record_of(content.source, entry)
        elif not _FURNITURE.match(entry[1]):
            yield LeftOut(
                Origin(content.source, entry[0]), "stands outside any reference (`TY  - …` to `ER  -`)", entry[1][:200]
            )
    if last and not last.closed:
        yield cut_off(content.source, last.line)


def _lines(content: Content) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(content.lines, 1):
        for part in _GLUED.split(line) if "  - " in line[6:] else (line,):
            yield number, part
