"""Papers as the services would describe them: made up, in one neutral form, from which the server writes each service's shape."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Paper:
    """One paper; names are (given, family), or (whole,) for a name in one piece."""

    title: str
    authors: tuple[tuple[str, ...], ...]
    year: int
    doi: str = ""
    arxiv: str = ""
    pmid: str = ""
    acl: str = ""
    venue: str = ""
    journal: bool = False
    volume: str = ""
    pages: str = ""
    publisher: str = ""
    abstract: str = ""
    retracted: bool = False
    withdrawn: bool = False
    corrected: bool = False
    superseded: bool = False
    updated_by: str = ""  # the PubMed id of what came after it
    preprint: bool = False  # which PubMed has, too
    comment: str = ""  # of its authors on arXiv
    published_doi: str = ""
    citations: int = 7
    cites: tuple[Paper, ...] = ()
    license: str = "https://creativecommons.org/licenses/by/4.0/"
    only: frozenset[str] = field(default_factory=frozenset)  # the services that know it; all, if empty


ORDER = Paper(
    "Order matters for sets of sequences",
    (("Ann", "Smith"), ("Bo", "Lee"), ("Željko", "Müller-Łukasz")),
    2022,
    doi="10.1234/sets.2022.7",
    venue="Journal of Sets and Sequences",
    journal=True,
    volume="12",
    pages="12-20",
    publisher="Sets Press",
    abstract="We study how the order of a set matters for learning. Our method is better on 12 data sets than all that came before it.",
)
PREPRINT = Paper(
    "Sparse trees grow faster than dense ones",
    (("Cy", "Young"), ("Dee", "Brown")),
    2023,
    arxiv="2301.01234",
    abstract="We grow sparse trees and find that they grow faster than dense ones do, in theory and in a garden of twelve trees.",
    published_doi="10.1234/icml.2023.99",
)
PUBLISHED = Paper(
    "Sparse trees grow faster than dense ones",
    (("Cy", "Young"), ("Dee", "Brown")),
    2023,
    doi="10.1234/icml.2023.99",
    arxiv="2301.01234",
    venue="Proceedings of the 40th International Conference on Machine Learning",
    pages="100-112",
    publisher="PMLR",
    abstract="We grow sparse trees and find that they grow faster than dense ones do, in theory and in a garden of twelve trees.",
    only=frozenset({"openalex", "crossref", "dblp"}),
)
RETRACTED = Paper(
    "A cure for everything found in tea leaves",
    (("Eve", "Green"),),
    2019,
    doi="10.1234/tea.2019.1",
    pmid="31000001",
    venue="Annals of Tea",
    journal=True,
    volume="3",
    pages="1-9",
    publisher="Tea House",
    abstract="We found that tea leaves cure everything that was tried in this trial of twelve patients over three long years.",
    retracted=True,
)
GROUP = Paper(
    "A map of all genes of the common oak",
    (("The Oak Genome Consortium",), ("Flo", "van der Berg")),
    2021,
    pmid="33000002",
    doi="10.1234/oak.2021.5",
    venue="Journal of Trees",
    journal=True,
    volume="44",
    pages="301-319",
    publisher="Forest Press",
    abstract="A map of all genes of the common oak is given, with the places of forty thousand of them on twelve chromosomes.",
    corrected=True,
)
ANTHOLOGY = Paper(
    "Words that parse themselves without any grammar",
    (("Gus", "Hill"), ("Ida", "Jones")),
    2023,
    doi="10.18653/v1/2023.acl-long.12",
    acl="2023.acl-long.12",
    venue="Proceedings of the 61st Annual Meeting of the Association for Computational Linguistics (Volume 1: Long Papers)",
    pages="150–165",
    publisher="Association for Computational Linguistics",
    abstract="We let words parse themselves without any grammar and reach results that grammars do not, in twelve languages.",
)
WITHDRAWN = Paper(
    "P equals NP after all, a short proof",
    (("Kim", "Nobody"),),
    2020,
    arxiv="2005.05555",
    abstract="We give a short proof that P equals NP, which surprised us and will surprise everybody who has tried it before.",
    withdrawn=True,
)
TWINS = (
    Paper("Introduction to the special issue on sets", (("Lou", "Reed"),), 2010, doi="10.1234/issue.1", venue="Journal of Sets", journal=True, volume="1", pages="1-2"),
    Paper("Introduction to the special issue on sets", (("Max", "Roach"),), 2014, doi="10.1234/issue.2", venue="Journal of Sets", journal=True, volume="5", pages="3-4"),
)  # fmt: skip
ALL = (ORDER, PREPRINT, PUBLISHED, RETRACTED, GROUP, ANTHOLOGY, WITHDRAWN, *TWINS)
