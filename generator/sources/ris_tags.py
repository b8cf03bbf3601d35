"""Tags of RIS that services use in their own ways: where the PubMed id stands, what `C3` and `C7` hold.

Seen in exports of Scopus, Embase, EBSCOhost, Cochrane's CENTRAL, Dimensions, EndNote, Ovid and Web of Science.
"""

from __future__ import annotations

import re

from generator.sources.field_names import Field
from generator.sources.tagged import Entry

_NAMED = re.compile(r"(?:PMID:?\s*(?:NLM)?|PUBMED\s+)(?P<a>\d{1,9})\b|(?P<b>\d{1,9})\s*\[PMID\]$", re.IGNORECASE)
_PMCID = re.compile(r"(PMC\d+)(?:\s*\[PMCID\])?$", re.IGNORECASE)
_OVID = re.compile(r"ovid.*[?&]D=(?:med|prem|pmnm|ppez|daily)\w*&(?:.*&)?AN=(\d+)", re.IGNORECASE)
_BARE_IN = {  # the databases for which a bare number under a tag is the PubMed id
    "AN": re.compile(r"pubmed|medline|\bnlm\b", re.IGNORECASE),
    "C2": re.compile(r"scopus|embase|pubmed|medline", re.IGNORECASE),
    "C5": re.compile(r"embase|medline", re.IGNORECASE),
}
_WEB_OF_SCIENCE = {"WE", "FX", "J9", "PU"}
_ARTICLE_NUMBER = re.compile(r"(?!NCT|ISRCTN)[A-Za-z]{0,3}\d[\w./-]*$")
_EDITOR_COMMAS = 3  # PsycINFO lists dozens of cited people under `A2`


def identifier_in(tag: str, value: str, databases: str) -> tuple[Field, str] | None:
    """(`pmid` or `pmcid`, the id) where a service keeps it under this tag, or None."""
    if tag == "UR":
        ovid = _OVID.search(value)
        return ("pmid", ovid[1]) if ovid else None
    if tag not in ("AN", "C2", "C3", "C5", "U1", "U2"):
        return None
    if named := _NAMED.match(value):
        return "pmid", named["a"] or named["b"]
    if found := _PMCID.match(value):
        return "pmcid", found[1]
    return ("pmid", value) if tag in _BARE_IN and value.isdigit() and _BARE_IN[tag].search(databases) else None


def is_proceedings(value: str, entry: Entry) -> bool:
    """Whether a `C3` is a proceedings title (EndNote, Scopus), not Web of Science's affiliation or Cochrane's ids."""
    return not _NAMED.match(value) and _WEB_OF_SCIENCE.isdisjoint(tag for tag, _ in entry.tags)


def is_article_number(value: str) -> bool:
    """Whether a `C7` is an article's number (Scopus), not a trial's (Cochrane)."""
    return bool(_ARTICLE_NUMBER.match(value))


def lists_cited(value: str) -> bool:
    """Whether the value of an editor's tag is a list of many persons in one line; no service writes editors so."""
    return value.count(",") > _EDITOR_COMMAS and ";" not in value
