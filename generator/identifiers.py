"""Identifiers of publications: read in every form people write them, kept in one.

Rules: arXiv ids as in https://info.arxiv.org/help/arxiv_identifier.html, DOIs as in the DOI Handbook 2.2
(a prefix `10.` and a registrant code, a slash, any characters; compared without regard to case).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, unquote

Scheme = Literal["arxiv", "doi", "pmid", "pmcid", "acl", "openreview", "isbn"]
SCHEMES: tuple[Scheme, ...] = ("doi", "arxiv", "pmid", "pmcid", "acl", "openreview", "isbn")


@dataclass(frozen=True, slots=True, order=True)
class Identifier:
    """One identifier in its canonical form (lower-case DOI, arXiv id without version)."""

    scheme: Scheme
    value: str
    version: int | None = None

    @property
    def url(self) -> str:
        """The address that the identifier resolves to."""
        safe = quote(self.value, safe="/:;()._-")
        return {
            "arxiv": f"https://arxiv.org/abs/{safe}",
            "doi": f"https://doi.org/{safe}",
            "pmid": f"https://pubmed.ncbi.nlm.nih.gov/{safe}/",
            "pmcid": f"https://www.ncbi.nlm.nih.gov/pmc/articles/{safe}/",
            "acl": f"https://aclanthology.org/{safe}/",
            "openreview": f"https://openreview.net/forum?id={safe}",
            "isbn": f"https://openlibrary.org/isbn/{safe}",
        }[self.scheme]


_ARXIV = re.compile(
    r"^(?:https?://)?(?:(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html|format)/|arxiv[:\s]\s*|10\.48550/arxiv\.)?"
    r"(?P<id>\d{4}\.\d{4,5}|[a-z][a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v(?P<version>\d+))?(?:\.pdf)?(?:\s*\[[^\]]*\])?/?$",
    re.IGNORECASE,
)
_DOI = re.compile(r"(10\.\d{4,9}(?:\.\d+)*/\S+)", re.IGNORECASE)


def parse_arxiv(text: str) -> Identifier | None:
    """The arXiv id written in `text` (bare, `arXiv:…`, a URL, an arXiv DOI, with or without version), or None."""
    text = re.sub(r"^(?:https?://)?(?:dx\.)?doi\.org/", "", text.strip(), flags=re.IGNORECASE)
    match = _ARXIV.match(text)
    if not match:
        return None
    value = match["id"].lower()
    if value[0].isdigit() and not 1 <= int(value[2:4]) <= 12:
        return None
    if "/" in value:  # math.GT/0309136 is the same paper as math/0309136
        value = re.sub(r"\.[a-z]{2}/", "/", value)
    return Identifier("arxiv", value, int(match["version"]) if match["version"] else None)


def parse_doi(text: str) -> Identifier | None:
    """The DOI in `text` (bare, `doi:…`, a resolver URL, percent-encoded), or None. An arXiv DOI gives the arXiv id."""
    text = text.strip()
    if "%" in text:
        text = unquote(text)
    match = _DOI.search(text)
    if not match:
        return None
    value = match[1].rstrip(".,;:'\"").lower()
    while value.endswith((")", "]", "}", ">")) and value.count({")": "(", "]": "[", "}": "{", ">": "<"}[value[-1]]) < value.count(value[-1]):
        value = value[:-1].rstrip(".,;")
    if value.startswith("10.48550/arxiv."):
        return parse_arxiv(value)
    return Identifier("doi", value)


def year_of_arxiv(value: str) -> int:
    """The year an arXiv id was first submitted, which the id itself says."""
    digits = value.split("/")[-1]
    two = int(digits[:2])
    return 1900 + two if two >= 91 else 2000 + two


def unique(identifiers: Iterable[Identifier]) -> tuple[Identifier, ...]:
    """Sorted by scheme (as in SCHEMES) and value, each once, without versions: the identifiers of a work."""
    plain = {Identifier(i.scheme, i.value) for i in identifiers}
    return tuple(sorted(plain, key=lambda i: (SCHEMES.index(i.scheme), i.value)))
