"""Identifiers of publications: read in every form in which people write them, kept in one.

Rules: arXiv ids as in https://info.arxiv.org/help/arxiv_identifier.html, DOIs as in the DOI Handbook 2.2
(a prefix `10.` and a registrant code, a slash, any characters; compared without regard to case).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast
from urllib.parse import quote, unquote

from generator.identifiers.schemes import ABOUT, SCHEMES, Scheme


@dataclass(frozen=True, slots=True, order=True)
class Identifier:
    """One identifier in its canonical form (lower-case DOI, arXiv id without version)."""

    scheme: Scheme
    value: str
    version: int | None = None

    @property
    def url(self) -> str:
        """The address to which the identifier resolves."""
        return ABOUT[self.scheme].address.format(quote(self.value, safe="/:;()._-", errors="replace"))

    @property
    def shown(self) -> str:
        """The identifier as shown on its own: `arXiv 2201.12288`, `PMC9970101`."""
        return f"{ABOUT[self.scheme].mark} {self.value}".strip()

    @property
    def reference(self) -> str:
        """The identifier as a person may write it in `bib/decisions.yml`: `arxiv:2201.12288`."""
        return f"{self.scheme}:{self.value}"


_ARXIV = re.compile(
    r"""
    ^(?:https?://)?
    (?: (?:[a-z0-9-]+\.)?(?:arxiv\.org|lanl\.gov)/        # its mirrors, too: de.arxiv.org, xxx.lanl.gov
        (?:abs|pdf|html|format|e-print|ps|src)/
      | (?:www\.)?(?:ar5iv(?:\.labs\.arxiv)?\.org|alphaxiv\.org)/(?:html|abs|pdf|overview|papers)/
      | (?:www\.)?huggingface\.co/papers/
      | (?:oai:arxiv\.org|arxiv(?:\s+(?:e-?print|id|identifier|number))?)[:\s.]\s*
      | 10\.48550/arxiv\.                                 # the DOI that arXiv registers
      | (?:abs|pdf)/
    )?
    (?P<id> \d{4}\.\d{4,5} | [a-z][a-z-]+(?:\.[a-z]{2})?/\d{7} )
    (?:v(?P<version>\d+))?
    (?:\.pdf)?
    (?:\s*\[[^\]]*\])?                                   # the class in brackets: [cs.CL]
    /?(?:[?\#].*)?$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_RESOLVER = re.compile(r"^(?:https?://)?(?:dx\.)?doi\.org/", re.IGNORECASE)
_SPACE_IN_DOI = re.compile(r"\b10\.\s+(?=\d{4,9}/)")
_DOI = re.compile(r"(10\.\d{4,9}(?:\.\d+)*/\S+)", re.IGNORECASE)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
_NEXT_DOI = re.compile(r"[;,|](?=(?:https?://|doi:|10\.\d{4,9}/))", re.IGNORECASE)
_AFTER_DOI = re.compile(r"\?.*$|#(?=\w).*$|&(?=[A-Za-z_]+=).*$")  # a DOI of the old SICI form may end with a bare `#`
_VIEW = re.compile(  # which view of the work an address shows
    r"""
    (?<=\w)
    (?: (?:/(?:full|abstract|pdf|epdf|html|meta|fulltext))+
      | \.(?:short|abstract|long|extract|full)(?:\.pdf)?
      | \.pdf
    )$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BRACKETS = {")": "(", "]": "[", "}": "{", ">": "<"}
_FIRST_YEAR = 91  # arXiv began in 1991: two digits from here on belong to the last century
_MONTHS = range(1, 13)


def parse_arxiv(text: str) -> Identifier | None:
    """The arXiv id written in `text` (bare, `arXiv:…`, a URL, an arXiv DOI, with or without version), or None."""
    text = _RESOLVER.sub("", _INVISIBLE.sub("", text).strip())
    match = _ARXIV.match(text)
    if not match:
        return None
    value = match["id"].lower()
    if value[0].isdigit() and int(value[2:4]) not in _MONTHS:
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
    match = _DOI.search(_SPACE_IN_DOI.sub("10.", text))
    if not match:
        return None
    value = _AFTER_DOI.sub("", _NEXT_DOI.split(match[1], maxsplit=1)[0]).rstrip(".,;:'\"").lower()
    prefix, _, suffix = _closed(value).partition("/")
    suffix = _VIEW.sub("", suffix)
    value = f"{prefix}/{suffix}"
    if value.startswith("10.48550/arxiv."):
        return parse_arxiv(value)
    if suffix.startswith("central/cn-"):  # a record of Cochrane's CENTRAL, not the publication that it describes
        return None
    is_cut_off = not suffix or value.endswith(("/", "-", "(", "_")) or (len(suffix) == 1 and suffix.isalpha())
    return None if is_cut_off else Identifier("doi", value)  # cut off: `10.1016/j.`, `10.1093/nar/`


def _closed(value: str) -> str:
    """`value` without closing brackets at its end that it does not open."""
    while value[-1:] in _BRACKETS and value.count(_BRACKETS[value[-1]]) < value.count(value[-1]):
        value = value[:-1].rstrip(".,;")
    return value


def year_of_arxiv(value: str) -> int:
    """The year in which an arXiv id was first submitted, which the id itself gives."""
    digits = value.rsplit("/", maxsplit=1)[-1]
    two = int(digits[:2])
    return 1900 + two if two >= _FIRST_YEAR else 2000 + two


def arxiv_month(value: str) -> tuple[int, int]:
    """Year and month (1 to 12) in which an arXiv id was first submitted."""
    return year_of_arxiv(value), int(value.rsplit("/", maxsplit=1)[-1][2:4])


def unique(identifiers: Iterable[Identifier]) -> tuple[Identifier, ...]:
    """The identifiers of a work, sorted by scheme (as in SCHEMES) and value, once each, without versions."""
    plain = {Identifier(i.scheme, i.value) for i in identifiers}
    return tuple(sorted(plain, key=lambda i: (SCHEMES.index(i.scheme), i.value)))


_ACL_OLD = re.compile(r"[A-Z]\d{2}-[1-9]\d{3}", re.IGNORECASE)
_ADDRESS = re.compile(
    r"""
    https?://[^\s<>"{}|\\^`]+
    | (?<![\w/.])(?:doi|oai:arxiv\.org|arxiv|pmid):\s?\S+
    | (?<![\w/.])10\.\d{4,9}/\S+                         # a DOI alone
    """,
    re.IGNORECASE | re.VERBOSE,
)


_ISBN_NOISE = re.compile(
    r"^isbn(?:-1[03])?[:\s]* | \([^)]{0,300}\) | [\s\u2010-\u2015-]",  # its name, a remark (`(pbk.)`), hyphens
    re.IGNORECASE | re.VERBOSE,
)
_ISBN_10 = re.compile(r"\d{9}[\dX]")
_ISBN_13 = re.compile(r"97[89]\d{10}")


def parse_identifier(text: str, scheme: str) -> Identifier | None:
    """The identifier of `scheme` written in `text` in any usual form, or None if it is none (truncated, for example).

    A DOI may turn out to be an arXiv id; an arXiv field may hold a DOI.
    """
    text = text.strip()
    if scheme == "doi":
        return parse_doi(text)
    if scheme == "arxiv":
        return parse_arxiv(text)
    if scheme == "isbn":
        return parse_isbn(text)
    pattern = ABOUT[scheme].pattern if scheme in ABOUT else None
    match = pattern.match(text) if pattern else None
    if not match:
        return None
    value = match["id"]
    if scheme == "acl":
        value = value.upper() if _ACL_OLD.fullmatch(value) else value.lower()
    elif scheme == "pmcid":
        value = "PMC" + value.upper().removeprefix("PMC")
    return Identifier(cast(Scheme, scheme), value)


def named_identifier(text: str) -> Identifier | None:
    """The identifier that a person names: `scheme:value`, an address, or a bare value of unmistakable form."""
    text = text.strip()
    scheme, colon, value = text.partition(":")
    scheme = scheme.strip().casefold()
    if colon and scheme in SCHEMES:
        return parse_identifier(value, scheme) or parse_arxiv(value) or parse_doi(value)
    if text[:4].casefold() == "http":
        return _of_address(text)
    bare = "pmcid" if text[:3].casefold() == "pmc" else "acl"
    return parse_arxiv(text) or parse_doi(text) or parse_identifier(text, bare)


def parse_isbn(text: str) -> Identifier | None:
    """The ISBN in `text` as 13 digits, or None if its check digit is wrong (ISO 2108)."""
    digits = _ISBN_NOISE.sub("", text.strip()).upper()
    if _ISBN_10.fullmatch(digits):
        total = sum((10 - place) * (10 if digit == "X" else int(digit)) for place, digit in enumerate(digits))
        if total % 11:  # the weights are 10 to 1, the sum is a multiple of 11
            return None
        digits = "978" + digits[:9]
        return Identifier("isbn", digits + str(-_isbn_13_sum(digits) % 10))
    if _ISBN_13.fullmatch(digits) and _isbn_13_sum(digits) % 10 == 0:
        return Identifier("isbn", digits)
    return None


def _isbn_13_sum(digits: str) -> int:
    """The digits weighted by 1 and 3 in turn; a multiple of 10 if the check digit is right."""
    return sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(digits))


def identifiers_in(text: str) -> tuple[Identifier, ...]:
    """The identifiers to which the addresses in `text` point, in the order of the text, once each."""
    found: dict[Identifier, None] = {}
    for match in _ADDRESS.finditer(text):
        ends_with_brackets = match[0].endswith(")") and "(" in match[0][:-1].rpartition(")")[2]
        address = match[0] if ends_with_brackets else match[0].rstrip(".,;:!?'\")]>")
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
