"""Identifiers in a field, a note or a list; whatever is none of them is kept as written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.identifiers import Identifier, identifiers_in, parse_identifier

_ISSN = re.compile(r"(?<![\w-])\d{4}-?\d{3}[\dXx](?![\w-])")
_DOI_START = re.compile(r"(?<![\w.])10\.\d{4,9}/")
_ISBN = re.compile(r"(?<![\w-])(?:97[89][\s\u2010-\u2015-]?)?(?:\d[\s\u2010-\u2015-]?){9}[\dXx](?!\w)")
_NOTED = re.compile(r"(?:^|\s)(arXiv|PMID|PMCID|DOI)\s*:\s*(\S+)", re.MULTILINE | re.IGNORECASE)
_EXTRA = re.compile(r"\w[\w. -]{0,30}:\s")  # `Place: Rome PMID: 31234567`
_OF_ANOTHER = re.compile(
    r"""\b(?:
        comment | errat | corr(?:ect|igend) | repl(?:y|ies) | respon | updat | retract | republi
        | cit(?:es|ed|ation) | see | refers? | duplicate | related
    )""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Stated:
    """The content of a field of identifiers: the identifiers, and (name, text) for what is to be kept as written."""

    identifiers: tuple[Identifier, ...]
    kept: tuple[tuple[str, str], ...] = ()


def stated(text: str, scheme: str) -> Stated:
    """What stands in a field of one scheme (`doi`), or of any (`identifier`).

    A truncated DOI is kept as written; so is a text of several DOIs, of which the first is the work's. A field of ISBNs
    may hold ISSNs, since EndNote has one field for both.
    """
    if scheme == "identifier":
        return Stated(identifiers_in(text))
    found = [one for one in (parse_identifier(part, scheme) for part in _parts(text, scheme)) if one]
    if scheme == "isbn" and not found and (issns := _ISSN.findall(text)):
        return Stated((), tuple(("issn", issn) for issn in dict.fromkeys(issns)))
    several = scheme == "doi" and len(_DOI_START.findall(text)) > 1
    return Stated(tuple(found), () if found and not several else ((scheme, text),))


def in_note(text: str) -> Iterator[Identifier]:
    """The work's identifiers in a note, where Zotero keeps what it has no field for: a line each, or all in one."""
    for noted in _NOTED.finditer(text):
        before = text[: noted.start(1)].rpartition("\n")[2].strip()
        own = not before or (_EXTRA.match(before) and not _OF_ANOTHER.search(before))
        one = parse_identifier(noted[2], noted[1].lower()) if own else None
        if one:
            yield one


def _parts(text: str, scheme: str) -> list[str]:
    if scheme in ("doi", "arxiv"):
        return [text]
    return _ISBN.findall(text) if scheme == "isbn" else re.split(r"[\s,;]+", text)
