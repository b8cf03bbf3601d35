"""Identifiers of publications: read in every form people write them, kept in one.

Rules: arXiv ids as in https://info.arxiv.org/help/arxiv_identifier.html, DOIs as in the DOI Handbook 2.2
(a prefix `10.` and a registrant code, a slash, any characters; compared without regard to case).
"""

from __future__ import annotations

import html
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
        safe = quote(self.value, safe="/:;()._-", errors="replace")
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
    r"^(?:https?://)?(?:"
    r"(?:[a-z0-9-]+\.)?(?:arxiv\.org|lanl\.gov)/(?:abs|pdf|html|format|e-print|ps|src)/"  # its mirrors: de.arxiv.org, xxx.lanl.gov
    r"|(?:www\.)?(?:ar5iv(?:\.labs\.arxiv)?\.org|alphaxiv\.org)/(?:html|abs|pdf|overview|papers)/|(?:www\.)?huggingface\.co/papers/"
    r"|(?:oai:arxiv\.org|arxiv(?:\s+(?:e-?print|id|identifier|number))?)[:\s.]\s*|10\.48550/arxiv\.|(?:abs|pdf)/)?"
    r"(?P<id>\d{4}\.\d{4,5}|[a-z][a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v(?P<version>\d+))?(?:\.pdf)?(?:\s*\[[^\]]*\])?/?(?:[?#].*)?$",
    re.IGNORECASE,
)
_DOI = re.compile(r"(10\.\d{4,9}(?:\.\d+)*/\S+)", re.IGNORECASE)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
_NEXT_DOI = re.compile(r"[;,|](?=(?:https?://|doi:|10\.\d{4,9}/))", re.IGNORECASE)
_AFTER_DOI = re.compile(r"\?.*$|#(?=\w).*$")  # a DOI of the old SICI form may end with a bare `#`
_VIEW = re.compile(
    r"(?<=\w)(?:(?:/(?:full|abstract|pdf|epdf|html|meta|fulltext))+|\.(?:short|abstract|long|extract|full)(?:\.pdf)?|\.pdf)$",
    re.IGNORECASE,
)  # which view of the work an address shows


def parse_arxiv(text: str) -> Identifier | None:
    """The arXiv id written in `text` (bare, `arXiv:…`, a URL, an arXiv DOI, with or without version), or None."""
    text = re.sub(r"^(?:https?://)?(?:dx\.)?doi\.org/", "", _INVISIBLE.sub("", text).strip(), flags=re.IGNORECASE)
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
    text = _INVISIBLE.sub("", text).strip()
    if "%" in text:
        text = unquote(text)
    if "&" in text:
        text = html.unescape(text)
    match = _DOI.search(re.sub(r"\b10\.\s+(?=\d{4,9}/)", "10.", text))
    if not match:
        return None
    value = _AFTER_DOI.sub("", _NEXT_DOI.split(match[1], maxsplit=1)[0]).rstrip(".,;:'\"").lower()
    while value.endswith((")", "]", "}", ">")) and value.count(
        {")": "(", "]": "[", "}": "{", ">": "<"}[value[-1]]
    ) < value.count(value[-1]):
        value = value[:-1].rstrip(".,;")
    prefix, _, suffix = value.partition("/")
    suffix = _VIEW.sub("", suffix)
    value = f"{prefix}/{suffix}"
    if value.startswith("10.48550/arxiv."):
        return parse_arxiv(value)
    if (
        not suffix or value.endswith(("/", "-", "(", "_")) or (len(suffix) == 1 and suffix.isalpha())
    ):  # cut off: `10.1016/j.`, `10.1093/nar/`
        return None
    return Identifier("doi", value)


def year_of_arxiv(value: str) -> int:
    """The year an arXiv id was first submitted, which the id itself says."""
    digits = value.rsplit("/", maxsplit=1)[-1]
    two = int(digits[:2])
    return 1900 + two if two >= 91 else 2000 + two


def arxiv_month(value: str) -> tuple[int, int]:
    """Year and month (1 to 12) in which an arXiv id was first submitted."""
    return year_of_arxiv(value), int(value.rsplit("/", maxsplit=1)[-1][2:4])


def unique(identifiers: Iterable[Identifier]) -> tuple[Identifier, ...]:
    """Sorted by scheme (as in SCHEMES) and value, each once, without versions: the identifiers of a work."""
    plain = {Identifier(i.scheme, i.value) for i in identifiers}
    return tuple(sorted(plain, key=lambda i: (SCHEMES.index(i.scheme), i.value)))


_ACL_NEW = r"\d{4}\.[a-z0-9_]+-[a-z0-9_]+\.\d+"
_ACL_OLD = r"[A-Z]\d{2}-[1-9]\d{3}"
_ACL = re.compile(
    r"^(?:https?://)?(?:www\.)?(?:(?:aclanthology\.org|aclweb\.org/anthology|aclanthology\.info)/(?:papers/[A-Z]/[A-Z]\d\d/|papers/)?)?"
    rf"(?P<id>{_ACL_NEW}|{_ACL_OLD})(?:v\d+)?(?:\.pdf|\.bib|/(?P=id))?/?$",
    re.IGNORECASE,
)
_OPENREVIEW = re.compile(
    r"^(?:https?://)?(?:www\.)?(?:openreview\.net/(?:forum|pdf|attachment)\?(?:[^#]*&)?id=)?(?P<id>[A-Za-z0-9_-]{6,20})(?:[&#].*)?$"
)
_PMID = re.compile(
    r"^(?:(?:https?://)?(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed)/?(?:/|\?(?:[^#]*&)?term=)"
    r"|(?:https?://)?(?:www\.)?europepmc\.org/(?:article|abstract)/med/|(?:pubmed|pmid|medline)[:\s]*)?"
    r"(?P<id>[1-9]\d{0,8})(?:\.0)?/?(?:[?#].*)?$",
    re.IGNORECASE,
)
_PMCID = re.compile(
    r"^(?:https?://(?:www\.)?(?:ncbi\.nlm\.nih\.gov/pmc|pmc\.ncbi\.nlm\.nih\.gov|europepmc\.org)/articles?/(?:pmc/)?|pmcid[:\s]*)?"
    r"(?P<id>(?:pmc)?\d{3,9})(?:\.\d+)?/?$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"https?://[^\s<>\"{}|\\^`]+|(?<![\w/.])(?:doi|oai:arxiv\.org|arxiv|pmid):\s?\S+|(?<![\w/.])10\.\d{4,9}/\S+",
    re.IGNORECASE,
)


def parse_identifier(text: str, scheme: str) -> Identifier | None:
    """The identifier of `scheme` written in `text` in any usual form, or None if it is none (a truncated one, say).

    A DOI may turn out to be an arXiv id; an arXiv field may hold a DOI.
    """
    text = text.strip()
    if scheme == "doi":
        return parse_doi(text)
    if scheme == "arxiv":
        return parse_arxiv(text)
    if scheme == "isbn":
        return parse_isbn(text)
    pattern = {"acl": _ACL, "openreview": _OPENREVIEW, "pmid": _PMID, "pmcid": _PMCID}.get(scheme)
    match = pattern.match(text) if pattern else None
    if not match:
        return None
    value = match["id"]
    if scheme == "acl":
        return Identifier("acl", value.upper() if re.fullmatch(_ACL_OLD, value, re.IGNORECASE) else value.lower())
    if scheme == "pmcid":
        return Identifier("pmcid", "PMC" + value.upper().removeprefix("PMC"))
    return Identifier("pmid" if scheme == "pmid" else "openreview", value)


def parse_isbn(text: str) -> Identifier | None:
    """The ISBN in `text` as 13 digits, or None where its check digit is wrong (ISO 2108: weights 10…1 modulo 11, or 1 and 3 modulo 10)."""
    digits = re.sub(
        r"^isbn(?:-1[03])?[:\s]*|\([^)]*\)|[\s\u2010-\u2015-]", "", text.strip(), flags=re.IGNORECASE
    ).upper()
    if re.fullmatch(r"\d{9}[\dX]", digits):
        if sum((10 - place) * (10 if digit == "X" else int(digit)) for place, digit in enumerate(digits)) % 11:
            return None
        digits = "978" + digits[:9]
        return Identifier("isbn", digits + str(-sum(int(d) * (1, 3)[place % 2] for place, d in enumerate(digits)) % 10))
    if (
        re.fullmatch(r"97[89]\d{10}", digits)
        and sum(int(d) * (1, 3)[place % 2] for place, d in enumerate(digits)) % 10 == 0
    ):
        return Identifier("isbn", digits)
    return None


def identifiers_in(text: str) -> tuple[Identifier, ...]:
    """The identifiers that the addresses in `text` point to, in the text's order, each once."""
    found: dict[Identifier, None] = {}
    for match in _ADDRESS.finditer(text):
        address = match[0].rstrip(".,;:!?'\")]>") if not re.search(r"\([^)]*\)$", match[0]) else match[0]
        identifier = _of_address(address)
        if identifier:
            found[identifier] = None
    return tuple(found)


def _of_address(address: str) -> Identifier | None:
    one = parse_arxiv(address)
    if one:
        return one
    host = re.match(r"https?://(?:www\.)?([^/:?#]+)", address, re.IGNORECASE)
    name = host[1].lower() if host else ""
    plain = re.sub(r"[?#].*$", "", address)
    if name.endswith("ncbi.nlm.nih.gov") or name == "europepmc.org":
        return parse_identifier(plain, "pmcid") or parse_identifier(address, "pmid") or parse_identifier(plain, "pmid")
    if name in ("aclanthology.org", "aclweb.org", "aclanthology.info"):
        return parse_identifier(plain, "acl")
    if name == "openreview.net":
        return parse_identifier(address, "openreview")
    if address.lower().startswith("pmid:"):
        return parse_identifier(address, "pmid")
    if name.endswith(("biorxiv.org", "medrxiv.org")):
        plain = re.sub(r"v\d+(?:[./][a-z./-]+)?$", "", plain)
    return parse_doi(plain if host else address)
