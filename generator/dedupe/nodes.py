"""Nodes: records as they are clustered. Records that say exactly the same are one node."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from generator.dedupe.profile import Profile, profile, signature
from generator.records import Record


@dataclass(frozen=True, slots=True)
class Nodes:
    """The records of a run, and what is compared of them.

    Attributes:
        records: those of the sources, then the enriching ones.
        sources: how many of `records` come from sources.
        copies: for every node the indices of its records, which all say the same.
        profiles: the comparable form of each node.
        of_record: the node of every record, by index.
    """

    records: tuple[Record, ...]
    sources: int
    copies: tuple[tuple[int, ...], ...]
    profiles: tuple[Profile, ...]
    of_record: Mapping[int, int]

    def __len__(self) -> int:
        return len(self.copies)

    def record(self, node: int) -> Record:
        """The record that represents a node."""
        return self.records[self.copies[node][0]]

    def enriches(self, node: int) -> bool:
        """Whether a node only completes works."""
        return self.copies[node][0] >= self.sources

    def source(self, node: int) -> str:
        """The file from which a node comes."""
        return self.profiles[node].source


def nodes_of(records: Sequence[Record], enriching: Sequence[Record], named: Collection[int]) -> Nodes:
    """The nodes of ordered records; one that a decision names (by index) is a node of its own."""
    everything = (*records, *enriching)
    groups: dict[object, list[int]] = {}
    for index, record in enumerate(everything):
        key: object = index if index in named or index >= len(records) else signature(record)
        groups.setdefault(key, []).append(index)
    copies = tuple(tuple(indices) for indices in groups.values())
    of_record = {index: node for node, indices in enumerate(copies) for index in indices}
    profiles = tuple(profile(everything[indices[0]]) for indices in copies)
    return Nodes(everything, len(records), copies, profiles, of_record)
