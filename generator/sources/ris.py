"""Reader of RIS as Zotero, EndNote, Scopus, Web of Science and publishers write it.

Format: https://en.wikipedia.org/wiki/RIS_(file_format). Dialects differ in which tag holds the journal, the abstract
and the date, in one or two spaces before the hyphen, and in the lines without a tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import Problem
from generator.records import LeftOut, Origin, Record
from generator.sources.content import Content
from generator.sources.ris_record import record_of
from generator.sources.shares import share_of_entries
from generator.sources.tag_spelling import Spelling
from generator.sources.tagged import Entry, cut_off, entries, two_in_one, without_end

NAME = "RIS"
_TAG = re.compile(r"^[\ufeff\s]*(DOI(?= - )|[A-Z][A-Z0-9]) {1,2}-(?:[ \t]|$)(.*)$")
_START = re.compile(r"^[\ufeff \t]*TY {1,2}- {0,2}\w", re.MULTILINE)
_OF_MEDLINE = re.compile(r"^\ufeff?(?:PMID *- ?\d|OWN *- )", re.MULTILINE)
# A tag at the end of the line before, whose line end was lost.
_GLUED = re.compile(
    r"""(?<=\S)(?=(?:
        TY|ER|A[1-4BDNU]|C[1-8AY]|D[ABOP]|ED|EP|ET|F[UX]|ID|IS|J[29AFIO]|KW|L[1-4AB]|M[1-3]|N[1V2]|P[BIUY]|WE|SN|SP|ST|T[1-3IA]|UR|VL|Y[12]
    )[ ]{2}-[ ])""",
    re.VERBOSE,
)
# What exporters put between references: headers and footers from Wiley, Web of Science and Ovid, numbers, links.
_BETWEEN = re.compile(
    r"""(?:Provider|Content|Database|Search\ (?:History|Strategy)|Exported?(?:\ (?:on|from|date))?)\s*:
    | Record\ \#?\d+\ of\ \d+$ | <?\d+>?\.?$ | EF$
    | (?:Direct\ )?Link\ to\b | (?:https?|ftp)://\S+$ | [-=_*~\s]+$ | NL\ {1,2}-""",
    re.VERBOSE | re.IGNORECASE,
)
_TAGS = """
    TY ER A1 A2 A3 A4 AB AD AN AU AV BT C1 C2 C3 C4 C5 C6 C7 C8 CA CN CP CT CY DA DB DI DO DP ED EP ET ID IS J1 J2 JA
    JF JO KW L1 L2 L3 L4 LA LB LK M1 M2 M3 N1 N2 NV OP PB PP PY RI RN RP SE SN SP ST SV T1 T2 T3 TA TI TT U1 U2 U3 U4
    U5 UR VL VO Y1 Y2
""".split()
_SPELLING = Spelling(
    _TAG,
    re.compile(
        r"""^[\ufeff \t]{0,8}(?P<tag>TY)
        (?P<sign>[ \t]{1,4}[-–—](?=[ \t]{0,4}\w)|[-–—](?=[ \t]))[ \t]{0,4}    # with space on one side of it at least
        [A-Z]{3,6}[ \t]*$""",
        re.MULTILINE | re.IGNORECASE | re.VERBOSE,
    ),
    re.compile(
        r"^[\ufeff \t]{0,8}(?P<tag>[A-Z][A-Z0-9])(?P<sign>[ \t]{1,4}[-–—]|[-–—](?=[ \t]|$))[ \t]*(?P<value>.*)$",
        re.IGNORECASE,
    ),
    _TAGS,
    "{tag}  - {value}",
)
_HEAD = {"VN", "DB", "FN", "VR", "DP"}  # tags that Ovid and others write once, above all references


def recognises(content: Content) -> bool:
    """Whether a line starts a reference (`TY  - JOUR`)."""
    return bool(_START.search(_SPELLING.restored(content).start))


def share(content: Content) -> float:
    """The share of the text that this format accounts for; none where records start as PubMed's or ERIC's do."""
    content = _SPELLING.restored(content)
    others = len(_OF_MEDLINE.findall(content.start))
    if others > len(_START.findall(content.start)):
        return 0.0
    return share_of_entries(content, _TAG, "TY", "ER")


def read(content: Content) -> Iterator[Record | LeftOut | Problem]:
    """The references, in the file's order."""
    last: Entry | None = None
    content = _SPELLING.restored(content)
    for entry in entries(_lines(content), _TAG, "TY", "ER"):
        if isinstance(entry, Entry):
            if _HEAD.issuperset(tag for tag, _ in entry.tags):
                continue
            if last and not last.closed:
                yield without_end(content.source, last.line, "ER  -")
            last = entry
            yield record_of(content.source, entry)
            yield from two_in_one(content.source, entry, ("TI", "T1"))
        else:
            number, text = entry
            reason = "stands outside any reference (`TY  - …` to `ER  -`)"
            yield LeftOut(Origin(content.source, number), reason, text[:200])
    if last and not last.closed:
        yield cut_off(content.source, last.line)


def _lines(content: Content) -> Iterator[tuple[int, str]]:
    """The lines with their numbers, with those emptied that exporters put between references."""
    inside = False
    for number, line in enumerate(content.lines, 1):
        for part in _GLUED.split(line) if "  - " in line[6:] else (line,):
            if not inside and _BETWEEN.match(part.strip()):
                yield number, ""
                continue
            tag = _TAG.match(part)
            inside = tag[1] != "ER" if tag else inside
            yield number, part
