"""Text that databases write for people, whose fields cannot be told apart with certainty: refused by its name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from generator.sources.content import Content


@dataclass(frozen=True, slots=True)
class _Form:
    """One such text: what it is, what shows it, how many lines must show it, and what to export in its place."""

    what: str
    sign: re.Pattern[str]
    at_least: int
    instead: str


_LINES, _LINE = 5000, 600  # lines that are looked at, and characters of each
_PER_SIGN = 60  # lines of which at least one must show it: no line decides against all the others
_REFERENCES = "export them as BibTeX, RIS or CSV, or keep one DOI, arXiv id or PubMed id a line"
_FORMS = (
    _Form(
        "a summary or abstract page of PubMed saved as text",
        re.compile(r"^\s*PMID:\s?\d+(?:\s*\[|\.?\s*$|\s+PMCID)|\bPMID:\s*\d+\.?\s*(?:\[Indexed for MEDLINE\])?\s*$"),
        1,
        "in PubMed choose Save, format PubMed (.nbib) or CSV",
    ),
    _Form(
        "text of RefWorks",
        re.compile(r"^(?:RT (?:Journal|Book|Conference|Dissertation|Generic|Report)|SR (?:Electronic|Print))"),
        1,
        "export it as RefWorks Tagged Format or RIS",
    ),
    _Form(
        "text of NoteExpress or CNKI",
        re.compile(r"^\s*(?:\{(?:Reference Type|Title|Author)\}\s*[:：]|SrcDatabase-)"),
        1,
        "export it as RefWorks, EndNote or BibTeX",
    ),
    _Form(
        "text of Ovid",
        re.compile(
            r"""^(?:<\d+>|Unique\ Identifier|VN\s+-?\s*Ovid|Link\ to\ the\ Ovid\ Full\ Text.*)\s*$
            |Ovid\ Technologies
            |^UI:\s?\d{6,}\s*$                                 # of its citations as text
            |^\[(?:Journal\ Article|Review|Letter|Editorial|Comment)\b[^\]]*\]\s*$""",
            re.VERBOSE,
        ),
        1,
        "in Ovid choose Export, format RIS",
    ),
    _Form(
        "text of ProQuest",
        re.compile(r"ProQuest document ID|^\s*Document \d+ of \d+\s*$|search\.proquest\.com/docview"),
        1,
        "in ProQuest choose RIS",
    ),
    _Form(
        "text of EBSCOhost",
        re.compile(
            r"""
            ^\s*(?:Persistent\ link\ to\ this\ record    # the labels of a record
                |Database:\s*(?:CINAHL|MEDLINE|APA\ PsycInfo|Academic\ Search)
                |Cut\ and\ Paste:)
            |EBSCOhost                                   # its name, anywhere
            """,
            re.IGNORECASE | re.VERBOSE,
        ),
        1,
        "in EBSCOhost choose Export, format RIS, or CSV",
    ),
    _Form(
        "text of Embase",
        re.compile(r"^\s*(?:RECORD \d+|EMBASE ACCESSION NUMBER|Copyright \d{4} Elsevier B\.V)"),
        1,
        "in Embase choose RIS or CSV",
    ),
    _Form(
        "text of Scopus",
        re.compile(r"^(?:EXPORT DATE:|SOURCE: Scopus|DOCUMENT TYPE: )|www\.scopus\.com/inward"),
        1,
        "in Scopus choose CSV, RIS or BibTeX",
    ),
    _Form(
        "text of ScienceDirect",
        re.compile(r"^\(https?://www\.sciencedirect\.com/science/article/\S+\)$"),
        1,
        "in ScienceDirect choose RIS or BibTeX",
    ),
    _Form(
        "a bibliography of EndNote in plain text",
        re.compile(r"^\S.{3,300}\((?:19|20)\d\d[a-z]?\)\.\s[\"“]"),  # `Roe, A. and B. Doe (2020). "Title." …`
        2,
        "in EndNote choose the output style RefMan (RIS), or the file type XML",
    ),
    _Form(
        "a list of references in plain text",
        re.compile(
            r"""
            ^[^\n]{3,300}\((?:19|20)\d\d[a-z]?(?:,\ [^()\n]{3,20})?\)\.\s\S    # as the APA has it: `Roe, A. (2020). …`
            |^\s*(?:\[\d+\]|\d+\.)?\s*[^\n]{10,300}(?:
                \[[JMDCNRSP](?:/OL)?\]                                 # the Chinese standard: `题名[J]. 刊名,2020`
                | \(?(?:19|20)\d\d[a-z]?\)?[;.,:][^\n]{0,120}\d+\s*(?:\(\d+\))?\s*[:,]\s*[e\d]+   # `2020;8(2):33-41`
                | \b(?:19|20)\d\d\b[^\n]{0,80}\bdoi\b
            )
            |^[^\n"“]{3,300}[,.]\s["“][^\n"“”]{5,300}[,.?!]["”],?\s\S[^\n]*\b(?:19|20)\d\d\b     # IEEE, MLA
            |^[^\n]{3,300}\(?(?:19|20)\d\d[a-z]?\)?\.?\s['‘"“][^\n]{5,300}['’"”][,.]?\s\S   # Harvard, Chicago
            """,
            re.VERBOSE,
        ),
        2,
        _REFERENCES,
    ),
)


def database_text(content: Content) -> tuple[str, str] | None:
    """(what it is, what to export instead) of a text of such a form, or None."""
    lines = [line.strip()[:_LINE] for line in content.lines[:_LINES] if line.strip()]
    for form in _FORMS:
        enough = max(form.at_least, len(lines) // _PER_SIGN)
        if len(list(islice(filter(form.sign.search, lines), enough))) == enough:
            return form.what, form.instead
    return None


def is_database_text(content: Content) -> bool:
    """Whether a text is of such a form."""
    return bool(content.encoding) and database_text(content) is not None
