"""Clusters that come with the sources: records with the same value in a column `cluster` are one work.

Another program found them (Splink and its like, for corpora beyond one machine). An identifier that differs outweighs a
cluster, and is reported. A column of that name may also hold clusters of topics: if most of its groups join what cannot
be one work, the column is reported and ignored.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from generator.dedupe.cluster import Link
from generator.dedupe.nodes import Nodes
from generator.errors import Problem
from generator.identifiers.schemes import ABOUT
from generator.records import Record
from generator.text.compare import fold

COLUMNS = ("cluster", "cluster_id")
STATED = 99.0  # log-odds for records that a cluster joins
_DECIDING = ("doi", "arxiv", "pmid")  # identifiers of which a work has only one
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SourceClusters:
    """What the columns say: the links between nodes, and whatever contradicts them."""

    links: tuple[Link, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def pairs(self) -> frozenset[Pair]:
        """The pairs of nodes that are joined."""
        return frozenset((link.left, link.right) for link in self.links)


def source_clusters(nodes: Nodes, barred: Collection[Pair]) -> SourceClusters:
    """The links of the clusters that the sources' records carry; a person keeps the `barred` pairs apart."""
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for node in range(len(nodes)):
        if not nodes.enriches(node):
            for value in {value for index in nodes.copies[node] for value in values(nodes.records[index])}:
                groups[value].append(node)
    several = {value: members for value, members in groups.items() if len(members) > 1}
    looked_at = {value: _fault(nodes, members) for value, members in several.items()}
    faults = {value: fault for value, fault in looked_at.items() if fault}
    if 2 * len(faults) > len(several):
        return SourceClusters(problems=(_not_followed(nodes, several, faults),))
    links = [link for members in several.values() for link in _links(nodes, members, barred)]
    return SourceClusters(tuple(links), tuple(_not_joined(nodes, value, *fault) for value, fault in faults.items()))


def values(record: Record) -> Iterator[str]:
    """The clusters to which a record says it belongs."""
    for name, value in record.extra:
        if name.strip().lower().replace(" ", "_") in COLUMNS and value.strip():
            yield value.strip()


def _links(nodes: Nodes, members: Sequence[int], barred: Collection[Pair]) -> Iterator[Link]:
    """Each node, joined with the first of the groups before it that has no member contradicting it."""
    groups: list[list[int]] = []
    for node in members:
        for group in groups:
            if not any((one, node) in barred or _difference(nodes, one, node) for one in group):
                yield Link(STATED, group[-1], node)
                group.append(node)
                break
        else:
            groups.append([node])


def _fault(nodes: Nodes, members: Sequence[int]) -> tuple[int, int, str] | None:
    """(node, node, difference) of the first two members that cannot be one work."""
    first = members[0]
    for place, node in enumerate(members[1:], 1):
        for one in (first, *members[1:place][-1:]):
            if what := _difference(nodes, one, node):
                return one, node, what
    return None


def _difference(nodes: Nodes, one: int, other: int) -> str:
    """What shows that two nodes are not one work; "" if nothing does."""
    left, right = nodes.profiles[one], nodes.profiles[other]
    for scheme in _DECIDING:
        ours, theirs = left.ids.get(scheme, frozenset()), right.ids.get(scheme, frozenset())
        if ours and theirs and not ours & theirs:
            return f"the {ABOUT[scheme].noun}"  # type: ignore[index]
    shares_id = any(left.ids.get(scheme, frozenset()) & right.ids.get(scheme, frozenset()) for scheme in _DECIDING)
    words = [set(fold(nodes.record(node).title).split()) for node in (one, other)]
    return "" if shares_id or not all(words) or words[0] & words[1] else "every word of the title"


def _not_joined(nodes: Nodes, value: str, one: int, other: int, what: str) -> Problem:
    left, right = nodes.record(one).origin, nodes.record(other).origin
    return Problem(
        f"is in cluster `{value}` with {left}, but {what} differs: they are not joined by it",
        right.place,
        "correct the cluster or the record; `same` in bib/decisions.yml joins them all the same",
    )


def _not_followed(nodes: Nodes, several: dict[str, list[int]], faults: dict[str, tuple[int, int, str]]) -> Problem:
    _, (one, other, what) = next(iter(faults.items()))
    left, right = nodes.record(one).origin, nodes.record(other).origin
    return Problem(
        f"the column `cluster` is not followed: of {len(several):,} of its values, {len(faults):,} join records that "
        f"are not one work ({left} and {right}: {what} differs)",
        left.place,
        "it seems to say something else; rename it",
    )
