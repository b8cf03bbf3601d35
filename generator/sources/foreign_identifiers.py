"""Identifiers in a list by which no work is looked up: what each is, and what to give in its place."""

from __future__ import annotations

import re

_DOIS = "export the DOIs of these works, or the search as RIS or CSV"
_KINDS = (  # (how it is written, what it is, what to do)
    (
        r"(?:e-?issn|issn)?(?:\s*+\((?:print|online)\))?\s*+:?\s*+\d{4}-\d{3}[\dX]",
        "an ISSN, which names a journal",
        _DOIS,
    ),
    (
        r"(?:hdl:\s*+|handle:\s*+|(?:https?://)?hdl\.handle\.net/)\S[^\s/]*+/\S+",
        "a handle, which no service looks up",
        _DOIS,
    ),
    (r"urn:(?!isbn)[\w-]+:\S+|(?:https?://)?nbn-resolving\.\S+", "a URN, which no service looks up", _DOIS),
    (r"(?:WOS|MEDLINE|BCI|CCC|KJD|SCIELO|ISI)\s*:\s*\S{6,}", "an accession number of Web of Science", _DOIS),
    (r"(?:eid\s*[:=]\s*)?2-s2\.0-\d+", "a number of Scopus", _DOIS),
    (r"(?:https?://)?(?:api\.)?openalex\.org/(?:works/)?W\d+|W\d{6,}", "a number of OpenAlex", _DOIS),
    (r"(?:S2CID|Corpus\s?ID)\s*+[:=]?\s*+\d+", "a number of Semantic Scholar", _DOIS),
    (r"CN-\d{6,}(?:\.\w+)?", "a number of the Cochrane Library", _DOIS),
    (r"(?:bibcode\s*+[:=]?\s*+)?(?:1[89]|20)\d\d[A-Za-z&.]{5}[\w.]{10}", "a bibcode of ADS", _DOIS),
    (
        r"NCT\d{8}|ISRCTN\d{6,}|EUCTR[\d-]\S*|CRD\d{6,}|(?:ACTRN|ChiCTR|DRKS)\S+",
        "the number of a registered study",
        _DOIS,
    ),
)
_PATTERNS = tuple((re.compile(form, re.IGNORECASE), what, instead) for form, what, instead in _KINDS)


def foreign(text: str) -> str:
    """What a line is that consists of such an identifier, and what to do; "" for any other line."""
    return next((f"{what}; {instead}" for form, what, instead in _PATTERNS if form.fullmatch(text)), "")
