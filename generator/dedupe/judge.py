"""The judge of a run: the verdict on any two nodes, weighed once, using what the whole set of records teaches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.dedupe.cluster import Link
from generator.dedupe.compare import compare, compare_unless_apart
from generator.dedupe.nodes import Nodes
from generator.dedupe.profile import Profile
from generator.dedupe.usage import known_from, repeats
from generator.dedupe.verdict import CONTRADICTION, Known, Verdict
from generator.two_processes import in_two_processes

Pair = tuple[int, int]  # two nodes, the smaller one first
# Log-odds against a source repeating itself from which it is taken for a catalogue that lists each work once.
ONCE = -2.0
ISSUES = -5.0  # log-odds against two of its records under a column's name: such a source lists the column's issues

MANY = 25_000  # pairs from which a second process is worth starting


def ordered(a: int, b: int) -> Pair:
    """Two nodes as a pair."""
    return (a, b) if a < b else (b, a)


def _not_apart(profiles: Sequence[Profile], pairs: Sequence[Pair], known: Known) -> dict[Pair, Verdict]:
    """The verdicts on the pairs that are not certainly of two works, in order; many pairs by two processes."""
    half = len(pairs) // 2

    def weighed(some: Sequence[Pair]) -> dict[Pair, Verdict]:
        found = ((pair, compare_unless_apart(profiles[pair[0]], profiles[pair[1]], known)) for pair in some)
        return {pair: verdict for pair, verdict in found if verdict is not None}

    first, second = in_two_processes(lambda: weighed(pairs[:half]), lambda: weighed(pairs[half:]), len(pairs) >= MANY)
    return first | second


class Judge:
    """Weighs pairs of nodes and remembers the verdicts (its only state).

    Attributes:
        known: what the whole set teaches about venues and columns.
        repeats: how much rarer duplicates are within a source, in log-odds, by source.
        open_pairs: the pairs that are not certainly of two works, in order.
    """

    def __init__(self, nodes: Nodes, pairs: Sequence[Pair]) -> None:
        self.nodes = nodes
        self.known: Known = known_from(nodes.profiles, pairs)
        first = _not_apart(nodes.profiles, pairs, self.known)
        one_work = {pair for pair, verdict in first.items() if verdict.weight >= 0}
        self.repeats: Mapping[str, float] = repeats(nodes.profiles, pairs, one_work, self.known.columns)
        self.open_pairs: Sequence[Pair] = tuple(first)
        self._verdicts = {pair: self._in_source(pair, verdict) for pair, verdict in first.items()}

    def verdict(self, a: int, b: int) -> Verdict:
        """The evidence for two nodes, in either order."""
        pair = ordered(a, b)
        if pair not in self._verdicts:
            self._verdicts[pair] = self._in_source(pair, self._compared(pair))
        return self._verdicts[pair]

    def lists_once(self, source: str) -> bool:
        """Whether a source is a catalogue that lists each work once."""
        return self.repeats.get(source, 0.0) <= ONCE

    def catalogue(self, node: int) -> str:
        """The source of a node if it lists each work once, else ""."""
        source = self.nodes.source(node)
        return source if self.lists_once(source) else ""

    def contradict(self, a: int, b: int, link: Link) -> bool:
        """Whether two nodes cannot be one work, given the link that would bring them together.

        A doubt is enough if an enriching record would join them. If both match an end of the link, their differences
        are slips of one record, and only what is certain counts: identifiers, venue, pages, another part or edition.
        """
        if self.nodes.enriches(link.right):
            return self.verdict(a, b).contradicts(0.0)
        verdict = self.verdict(a, b)
        if verdict.weight >= 0:
            return False
        between = next((end for end in (link.left, link.right) if end not in (a, b)), None)
        if between is None:
            return verdict.contradicts(CONTRADICTION)
        ours, theirs = self.verdict(a, between), self.verdict(b, between)
        if ours.weight < 0 or theirs.weight < 0:
            return verdict.contradicts(CONTRADICTION)
        whole = self._wholly(ordered(a, b))
        if ours.equal_titles and theirs.equal_titles:  # two citations of one title may differ in the text around it
            whole = replace(whole, another_title=False)
        return whole.certainly_apart

    def _compared(self, pair: Pair) -> Verdict:
        return compare(self.nodes.profiles[pair[0]], self.nodes.profiles[pair[1]], self.known)

    def _wholly(self, pair: Pair) -> Verdict:
        """The verdict on a pair with everything compared, whatever the titles say."""
        verdict = compare(self.nodes.profiles[pair[0]], self.nodes.profiles[pair[1]], self.known, wholly=True)
        return self._in_source(pair, verdict)

    def _in_source(self, pair: Pair, verdict: Verdict) -> Verdict:
        """The verdict, adjusted by what is known of the source if both come from the same one."""
        source = self.nodes.source(pair[0])
        odds = self.repeats.get(source, 0.0) if source == self.nodes.source(pair[1]) else 0.0
        title = self.nodes.profiles[pair[0]].title
        if odds and title and (title.generic or title.compact in self.known.columns):
            odds = min(odds, ISSUES)
        return verdict.within(odds)
