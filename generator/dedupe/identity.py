"""Identifiers compared: what an equal or different DOI, arXiv id or PubMed id says about two records."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dedupe.profile import Profile
from generator.dedupe.verdict import Reason
from generator.identifiers.schemes import ABOUT, Scheme

ISSUE = -7.0  # log-odds for two DOIs under a column's name: a paper may have two, but pieces of an issue differ
_BOTH = -3.0  # more against a pair whose PubMed ids and DOIs differ: two slips in one record are rare
_ONE_EACH: dict[Scheme, float] = {
    "arxiv": -7.0,
    "pmid": -5.0,
    "pmcid": -5.0,
    "acl": -5.0,
    "doi": -2.5,
    "openreview": -1.0,
    "isbn": -0.5,
}
_SAME: dict[Scheme, float] = {
    "arxiv": 10.0,
    "pmid": 9.0,
    "pmcid": 9.0,
    "acl": 9.0,
    "doi": 8.0,
    "openreview": 9.0,
    "isbn": 2.0,
}


def shares_identifier(left: Profile, right: Profile) -> bool:
    """Whether they share an identifier of any scheme."""
    return bool(left.ids and right.ids) and any(
        left.ids[scheme] & right.ids[scheme] for scheme in left.ids if scheme in right.ids
    )


def compare_identifiers(
    left: Profile, right: Profile, *, retitled: bool, doubtful: bool, contradicts: bool, column: bool
) -> Iterator[Reason]:
    """What the identifiers say, scheme by scheme; the other arguments are what the titles showed."""
    for scheme in (scheme for scheme in _SAME if scheme in left.ids and scheme in right.ids):
        ours, theirs = left.ids[scheme], right.ids[scheme]
        name = ABOUT[scheme].noun
        if ours & theirs:
            weight = _SAME[scheme]
            if contradicts or (doubtful and scheme in ("doi", "isbn")):
                yield name, "the same, but on different titles: one is wrong or shared", min(weight, 3.0)
            else:
                yield name, "the same", weight
            continue
        if scheme == "doi":
            if any(a.startswith(b) or b.startswith(a) for a in ours for b in theirs):
                yield name, "one is the beginning of the other", 1.0
                continue
            if left.preprint != right.preprint:
                continue
            if column:
                yield name, "different: two issues of a column", ISSUE
                continue
            if left.venue and right.venue and left.venue.continued and right.venue.continued:
                yield name, "different", -3.0
                continue
            if retitled and any(a.split("/")[0] == b.split("/")[0] for a in ours for b in theirs):
                yield name, "different, of one registrant, and so are the titles", -7.0
                continue
        both = scheme == "pmid" and _dois_differ(left, right)
        yield name, "different, as is the DOI" if both else "different", _ONE_EACH[scheme] + (_BOTH if both else 0.0)


def _dois_differ(left: Profile, right: Profile) -> bool:
    ours, theirs = (one.ids.get("doi", frozenset()) for one in (left, right))
    return bool(ours and theirs) and not any(a.startswith(b) or b.startswith(a) for a in ours for b in theirs)
