"""Pairs become works: strongest links first, and no link that would join two contradicting records.

Joining in order of strength builds a maximum spanning tree. If two members of a would-be cluster contradict each other,
the link that would complete the chain between them is its weakest, and that one is cut.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

SEEN = 12  # members of each side compared before two clusters join; of larger clusters, evenly spaced ones
_FEW = 8  # members up to which those of the smaller cluster are put into their places one by one


@dataclass(frozen=True, slots=True)
class Link:
    """Two indices (the smaller one first) and the log-odds that they are one work."""

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
    catalogue: Callable[[int], str],
) -> Clustering:
    """Clusters of the indices 0 to `count` - 1.

    `forced` links hold whatever contradicts them; a `forbidden` pair (smaller index first) never shares a cluster
    unless forced links join it; `contradict` says whether two records cannot be one work, given the link that would
    join them; `catalogue` gives the source of a record if it lists each work once, else "". Two clusters stay apart if
    two catalogues would both have to list their work twice.
    """
    forest = _Forest(count, forbidden, catalogue)
    used, cut = [link for link in forced if forest.join(link)], []
    decided = {index: forest.root(index) for link in forced for index in (link.left, link.right)}

    def speaks(index: int, link: Link) -> bool:
        """Whether a member may object: not if a person has joined it with an end of the link."""
        ends = (link.left, link.right)
        return index in ends or index not in decided or decided[index] not in [decided.get(end) for end in ends]

    def objected(ours: Sequence[int], theirs: Sequence[int], link: Link) -> bool:
        pairs = ((one, other) for one in _some(ours) for other in _some(theirs))
        return any(
            contradict(min(one, other), max(one, other), link)
            for one, other in pairs
            if {one, other} != {link.left, link.right} and speaks(one, link) and speaks(other, link)
        )

    for link in sorted(links, key=lambda link: (-link.weight, link.left, link.right)):
        if forest.root(link.left) == forest.root(link.right):
            continue
        ours, theirs = forest.members(link.left), forest.members(link.right)
        if forest.barred(link) or forest.listed_twice(link) or objected(ours, theirs, link):
            cut.append(link)
        else:
            forest.join(link)
            used.append(link)
    return Clustering(forest.groups(), tuple(used), tuple(cut))


class _Forest:
    """Clusters as they grow: disjoint sets of indices, the catalogues of each, and the pairs that must stay apart.

    To join or to compare two clusters takes as many steps as the smaller one has members, so that all joins together
    take n log n.
    """

    def __init__(self, count: int, forbidden: Collection[tuple[int, int]], catalogue: Callable[[int], str]) -> None:
        self._parent = list(range(count))
        self._members: dict[int, list[int]] = {}
        self._catalogue = catalogue
        self._catalogues: dict[int, set[str]] = {}
        self._barred: dict[int, set[int]] = {}
        for a, b in forbidden:
            self._barred.setdefault(a, set()).add(b)
            self._barred.setdefault(b, set()).add(a)

    def root(self, index: int) -> int:
        """The index that represents the cluster of `index`."""
        while self._parent[index] != index:
            self._parent[index] = self._parent[self._parent[index]]
            index = self._parent[index]
        return index

    def members(self, index: int) -> list[int]:
        """The cluster of `index`, sorted."""
        root = self.root(index)
        return self._members.get(root, [root])

    def barred(self, link: Link) -> bool:
        """Whether a forbidden pair lies across the link's two clusters."""
        if not self._barred:
            return False
        few, many = sorted((self.root(link.left), self.root(link.right)), key=lambda root: len(self.members(root)))
        return any(self.root(other) == many for one in self.members(few) for other in self._barred.get(one, ()))

    def listed_twice(self, link: Link) -> bool:
        """Whether two catalogues would have to list the work of the link's two clusters twice."""
        ours, theirs = self._listed_in(self.root(link.left)), self._listed_in(self.root(link.right))
        return len(ours & theirs) > 1

    def _listed_in(self, root: int) -> set[str]:
        if root not in self._catalogues:
            self._catalogues[root] = {self._catalogue(root)} - {""}
        return self._catalogues[root]

    def join(self, link: Link) -> bool:
        """Join the link's two clusters; False if they already are one."""
        a, b = sorted((self.root(link.left), self.root(link.right)))
        if a == b:
            return False
        few, many = sorted((self.members(a), self.members(b)), key=len)
        if len(few) <= _FEW:
            for one in few:
                insort(many, one)
        else:
            many.extend(few)
            many.sort()
        self._parent[b] = a
        self._members[a] = many
        self._members.pop(b, None)
        self._catalogues[a] = self._listed_in(a) | self._listed_in(b)
        return True

    def groups(self) -> tuple[tuple[int, ...], ...]:
        """All clusters, in the order of their first index."""
        found: dict[int, list[int]] = {}
        for index in range(len(self._parent)):
            found.setdefault(self.root(index), []).append(index)
        return tuple(tuple(group) for group in found.values())


def _some(indices: Sequence[int]) -> Sequence[int]:
    if len(indices) <= SEEN:
        return indices
    step = (len(indices) - 1) / (SEEN - 1)
    return [indices[round(step * at)] for at in range(SEEN)]
