"""Pairs become works: strongest links first, and no link that would bring two contradicting records together.

Joining in the order of strength builds a maximum spanning tree; where two members of a would-be cluster contradict
each other, the link that would close the chain between them is its weakest, and it is the one that is cut.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

SEEN = 12  # so many members of each side are compared before two clusters join; beyond, evenly chosen ones


@dataclass(frozen=True, slots=True)
class Link:
    """Two indices (the smaller first) and the log-odds that they are one work."""

    weight: float
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Clustering:
    """Clusters as sorted tuples of indices, the links that made them, and the links that were cut."""

    clusters: tuple[tuple[int, ...], ...]
    used: tuple[Link, ...]
    cut: tuple[Link, ...]


def cluster(
    count: int,
    forced: Sequence[Link],
    links: Sequence[Link],
    forbidden: Collection[tuple[int, int]],
    contradict: Callable[[int, int, Link], bool],
    apart: Callable[[Sequence[int], Sequence[int]], bool],
) -> Clustering:
    """Clusters of the indices 0 to `count` - 1.

    `forced` links hold whatever contradicts them; a `forbidden` pair (smaller index first) never shares a cluster unless
    forced links join it; `contradict` tells whether two records cannot be one work, given the link that would join them;
    `apart` whether two whole clusters cannot.
    """
    parent = list(range(count))
    members: dict[int, list[int]] = {}
    barred: dict[int, set[int]] = {}
    for a, b in forbidden:
        barred.setdefault(a, set()).add(b)
        barred.setdefault(b, set()).add(a)

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    def of(index: int) -> list[int]:
        return members.get(index, [index])

    def join(a: int, b: int) -> None:
        a, b = min(a, b), max(a, b)
        parent[b] = a
        members[a] = sorted(of(a) + of(b))
        members.pop(b, None)

    used, cut = [], []
    for link in forced:
        a, b = root(link.left), root(link.right)
        if a != b:
            join(a, b)
            used.append(link)
    decided = {index: root(index) for link in forced for index in (link.left, link.right)}

    def speaks(index: int, link: Link) -> bool:
        """Whether a member may object: not one that a person has joined with an end of the link, which speaks for it."""
        return (
            index in (link.left, link.right)
            or index not in decided
            or decided[index] not in (decided.get(link.left), decided.get(link.right))
        )

    for link in sorted(links, key=lambda link: (-link.weight, link.left, link.right)):
        a, b = root(link.left), root(link.right)
        if a == b:
            continue
        ours, theirs = of(a), of(b)
        held_apart = bool(barred) and any(other in barred.get(one, ()) for one in ours for other in theirs)
        if (
            held_apart
            or apart(ours, theirs)
            or any(
                contradict(min(one, other), max(one, other), link)
                for one in _some(ours)
                for other in _some(theirs)
                if {one, other} != {link.left, link.right} and speaks(one, link) and speaks(other, link)
            )
        ):
            cut.append(link)
        else:
            join(a, b)
            used.append(link)
    groups: dict[int, list[int]] = {}
    for index in range(count):
        groups.setdefault(root(index), []).append(index)
    return Clustering(tuple(tuple(group) for group in groups.values()), tuple(used), tuple(cut))


def _some(indices: list[int]) -> list[int]:
    if len(indices) <= SEEN:
        return indices
    step = (len(indices) - 1) / (SEEN - 1)
    return [indices[round(step * at)] for at in range(SEEN)]
