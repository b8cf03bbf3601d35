"""The schemes of identifiers, each once: its name, where it leads, how it is shown, and how people write it.

DOIs, arXiv ids and ISBNs need more than a pattern to be read: `identifiers.py` has their rules.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

Scheme = Literal["doi", "arxiv", "pmid", "pmcid", "acl", "openreview", "isbn"]
SCHEMES: tuple[Scheme, ...] = get_args(Scheme)  # in the order in which a work's identifiers are shown


@dataclass(frozen=True, slots=True)
class About:
    """What is known about one scheme.

    Attributes:
        noun: what one of its identifiers is called in a sentence.
        mark: the text before a value that is shown alone (`arXiv 2201.12288`); "" if the value needs none.
        site: name of the place that the address leads to, for links; "" if works are not linked there.
        address: where an identifier leads, with `{}` for its value.
        pattern: the forms in which it is written, the value as group `id`; None where a pattern is not enough.
    """

    noun: str
    mark: str
    site: str
    address: str
    pattern: re.Pattern[str] | None = None


_ACL = re.compile(
    r"""
    ^(?:(?:https?://)?(?:www\.)?
        (?:aclanthology\.org|aclweb\.org/anthology|aclanthology\.info)/
        (?:papers/(?:[A-Z]/[A-Z]\d\d/)?)?      # the folders of the old site: papers/P/P18/
    )?
    (?P<id>
        \d{4}\.[a-z0-9_]+-[a-z0-9_]+\.\d+      # since 2020: 2021.emnlp-main.243
      | [A-Z]\d{2}-[1-9]\d{3}                  # before: P18-1001
    )
    (?:v\d+)?                                  # a corrected version
    (?:\.pdf|\.bib|/(?P=id))?/?$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_OPENREVIEW = re.compile(
    r"""
    ^(?:(?:https?://)?(?:www\.)?openreview\.net/(?:forum|pdf|attachment)\?(?:[^\#]*&)?id=)?
    (?P<id>[A-Za-z0-9_-]{6,20})
    (?:[&\#].*)?$                              # further arguments of the address
    """,
    re.VERBOSE,
)
_PMID = re.compile(
    r"""
    ^(?:(?:https?://)?(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed)/?(?:/|\?(?:[^\#]*&)?term=)
      | (?:https?://)?(?:www\.)?europepmc\.org/(?:article|abstract)/med/
      | (?:pubmed|pmid|medline)[:\s]*
    )?
    (?P<id>[1-9]\d{0,8})
    (?:\.0)?                                   # a whole number of a data frame
    /?(?:[?\#].*)?$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_PMCID = re.compile(
    r"""
    ^(?:https?://(?:www\.)?
        (?:ncbi\.nlm\.nih\.gov/pmc|pmc\.ncbi\.nlm\.nih\.gov|europepmc\.org)/articles?/(?:pmc/)?
      | pmcid[:\s]*
    )?
    (?P<id>(?:pmc)?\d{3,9})
    (?:\.\d+)?                                 # the version of a manuscript
    /?$
    """,
    re.IGNORECASE | re.VERBOSE,
)

ABOUT: dict[Scheme, About] = {
    "doi": About("DOI", "DOI", "DOI", "https://doi.org/{}"),
    "arxiv": About("arXiv id", "arXiv", "arXiv", "https://arxiv.org/abs/{}"),
    "pmid": About("PubMed id", "PMID", "PubMed", "https://pubmed.ncbi.nlm.nih.gov/{}/", _PMID),
    "pmcid": About("PubMed Central id", "", "", "https://www.ncbi.nlm.nih.gov/pmc/articles/{}/", _PMCID),
    "acl": About("ACL Anthology id", "ACL", "ACL Anthology", "https://aclanthology.org/{}/", _ACL),
    "openreview": About("OpenReview id", "OpenReview", "OpenReview", "https://openreview.net/forum?id={}", _OPENREVIEW),
    "isbn": About("ISBN", "ISBN", "", "https://openlibrary.org/isbn/{}"),
}
