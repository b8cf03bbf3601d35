"""Who cites whom inside the survey: the references that services gave (`bib/fetched.bib`), resolved to the works.

A reference is written `scheme:value`, as `doi:10.1234/x`, `arxiv:2301.01234`, `openalex:W12` or `s2:` and Semantic
Scholar's id; a list of them is one text with spaces between. The cited work need not be in the survey: once it is
added, the citation is known without asking again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.identifiers import Identifier
from generator.works import Work

REFERENCES = "references"  # the field of an entry of `bib/fetched.bib`, and of the record that is read from it
MOST = 1000  # references kept for each work
_OF_A_SERVICE = {"openalex": "openalex", "semantic-scholar": "s2"}  # field with a service's own id of the work → scheme
_SHARED = frozenset({"isbn"})  # which all papers of a volume have


def reference_to(one: Identifier) -> str:
    """A reference to whatever has this identifier: `doi:10.1234/x`."""
    return f"{one.scheme}:{one.value}"


def joined_references(references: Iterable[str]) -> str:
    """References as one text, each once, in their order; at most `MOST`, and none that contains a space."""
    whole = (one for one in references if not one.endswith(":") and len(one.split()) == 1)
    return " ".join(list(dict.fromkeys(whole))[:MOST])


def cites(works: Mapping[str, Work]) -> dict[str, tuple[str, ...]]:
    """The keys of the works that each work cites, sorted, by its own key; works that cite none are left out.

    `works` are those of a survey by key. Only what a service said counts; no work cites itself.
    """
    known = {name: key for key, work in works.items() for name in _names(work)}
    found = {}
    for key, work in works.items():
        cited = {known[name] for name in _references(work) if name in known} - {key}
        if cited:
            found[key] = tuple(sorted(cited))
    return found


def _names(work: Work) -> Iterator[str]:
    """The references that may stand for the work."""
    yield from (reference_to(one) for one in work.identifiers if one.scheme not in _SHARED)
    for record in work.enriched_by:
        yield from (f"{_OF_A_SERVICE[name]}:{value}" for name, value in record.extra if name in _OF_A_SERVICE)


def _references(work: Work) -> Iterator[str]:
    for record in work.enriched_by:
        yield from (one for name, value in record.extra if name == REFERENCES for one in value.split())
