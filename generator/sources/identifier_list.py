"""Reader of plain lists of identifiers: DOIs, arXiv, PubMed, ACL or OpenReview ids, addresses of papers, one a line.

Each line is a record of which only the identifier is known; `fetch` completes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import Problem
from generator.identifiers import Identifier, identifiers_in, parse_arxiv, parse_doi, parse_identifier, parse_isbn
from generator.records import LeftOut, Origin, Record
from generator.sources.content import Content
from generator.sources.foreign_identifiers import foreign
from generator.sources.plain_lines import plain_lines
from generator.sources.shares import share_of_lines

NAME = "list of identifiers"
_HEADS = re.compile(
    r"""
    (?:list\ of\ )?
    (?:dois?|pmids?|pmcids?|pubmed\ ids?|arxiv(?:\ ids?)?         # of one scheme
      |identifiers?|ids?|urls?|links?|papers?                     # of any
      |accession\ numbers?)                                       # as databases say
    \s*:?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NAMED = re.compile(
    r"(?P<scheme>doi|arxiv|pmid|pubmed|pmcid|pmc|acl|openreview|isbn)\s*(?:id)?\s*[:=#]?\s*(?P<value>\S+)$",
    re.IGNORECASE,
)
_SCHEMES = {"pubmed": "pmid", "pmc": "pmcid"}
_PMID = re.compile(r"[1-9]\d{4,8}")  # bare; anything shorter may be a year or any number
_PMCID = re.compile(r"PMC\d{4,9}(?:\.\d+)?", re.IGNORECASE)
_ACL = re.compile(r"[A-Z]\d{2}-[1-9]\d{3}|\d{4}\.[a-z0-9_]+-[a-z0-9_]+\.\d+", re.IGNORECASE)
_ISBN = re.compile(r"(?:isbn|urn:isbn|97[89]|\d[\d -]{8,})", re.IGNORECASE)
_MARKED = re.compile(r"(?:https?://|doi:|10\.\d{4,9}/)", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)+/\S*")
_SIGNS = (re.compile(r"10\.\d{4,9}/"), re.compile("https?://"))  # of each of which an identifier has one
_LONGEST = 100_000  # characters of a line
_PART = re.compile(r"[^\s;,|]+")
_LINES = 200  # lines that decide what a file is


def recognises(content: Content) -> bool:
    """Whether the lines are identifiers and nothing else."""
    return bool(content.encoding) and any(_identified(text) for _, text in _first_lines(content))


def share(content: Content) -> float:
    """The share of the text in lines that are identifiers, addresses or headings of such a list."""
    texts = [text for _, text in plain_lines(content)]
    return share_of_lines(
        texts,
        lambda text: bool(_identified(text) or _HEADS.fullmatch(text) or _ADDRESS.fullmatch(text) or foreign(text)),
    )


def read(content: Content) -> Iterator[Record | LeftOut | Problem]:
    """One record a line; several identifiers in one line, from several schemes, belong to one work."""
    for number, text in plain_lines(content):
        found = _identified(text)
        if max(len(sign.findall(text)) for sign in _SIGNS) > max(1, len(found)):
            yield LeftOut(
                Origin(content.source, number), "a line with two identifiers and nothing between them", text[:200]
            )
        elif found:
            for identifiers in _by_work(found):
                yield Record(
                    Origin(content.source, number), identifiers=identifiers, id=text if len(found) == 1 else None
                )
        elif not _HEADS.fullmatch(text):
            reason = foreign(text) or "a line without an identifier that is known"
            yield LeftOut(Origin(content.source, number), reason, text[:200])


def identifier_of(text: str) -> Identifier | None:
    """The identifier that a text consists of: named (`PMID: 123`), of a known form (`10.1/x`) or an address; else
    None.
    """
    if named := _NAMED.fullmatch(text):
        scheme = named["scheme"].lower()
        value = f"PMC{named['value']}" if scheme == "pmc" and named["value"].isdigit() else named["value"]
        return parse_identifier(value, _SCHEMES.get(scheme, scheme))
    if one := parse_arxiv(text) or (parse_isbn(text) if _ISBN.match(text) else None):
        return one
    if " " not in text and _MARKED.match(text):
        return next(iter(identifiers_in(text)), None) or parse_doi(text)
    for form, scheme in ((_PMCID, "pmcid"), (_PMID, "pmid"), (_ACL, "acl")):
        if form.fullmatch(text):
            return parse_identifier(text, scheme)
    return next(iter(identifiers_in(f"https://{text}")), None) if _ADDRESS.fullmatch(text) else None


def _identified(text: str) -> tuple[Identifier, ...]:
    """The identifiers of a line, if it holds nothing else."""
    if len(text) > _LONGEST:
        return ()
    if one := identifier_of(text):
        return (one,)
    found: list[Identifier] = []
    for part in _PART.finditer(text):
        one = identifier_of(part[0])
        if one is None:  # in most other texts, a line is rejected here, at its first word
            return ()
        found.append(one)
    return tuple(found)


def _by_work(identifiers: tuple[Identifier, ...]) -> list[tuple[Identifier, ...]]:
    """Identifiers of one scheme in one line belong to several works; one from each of several schemes, to one work."""
    schemes = [one.scheme for one in identifiers]
    return [identifiers] if len(set(schemes)) == len(schemes) else [(one,) for one in identifiers]


def _first_lines(content: Content) -> Iterator[tuple[int, str]]:
    for count, line in enumerate(plain_lines(content)):
        if count == _LINES:
            return
        yield line
