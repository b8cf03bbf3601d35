"""Dedupe: from records to works. Which records describe one work, and what the work says.

    found = find_works(records, enriching, decisions)

`block` finds pairs worth comparing, `compare` weighs the evidence of each, `cluster` joins them without gluing,
`merge` chooses the fields, `decide` brings in what a person decided, `enrich` gives the leftovers a last chance.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.config.decisions import Decisions
from generator.dedupe.block import candidate_pairs
from generator.dedupe.cluster import Clustering, Link, cluster
from generator.dedupe.compare import CONTRADICTION, Known, Verdict, compare, probability
from generator.dedupe.decide import Decided, decided_twice, resolve
from generator.dedupe.enrich import match_leftovers
from generator.dedupe.merge import merge
from generator.dedupe.profile import Profile, profile, signature
from generator.dedupe.usage import known_from, repeats
from generator.errors import Problem
from generator.records import LeftOut, Origin, Record
from generator.works import Evidence, Work

__all__ = ["Deduplication", "explain_pair", "find_works"]

ONCE = (
    -2.0
)  # log-odds against a source's repeating itself from which on it is taken for a catalogue that lists each work once
ISSUES = -5.0  # log-odds against two records of such a source under a column's name: it lists the column's issues
MANY = 3  # two equally good choices may be right as often as wrong; of more, any one is more likely wrong
SHOWN = 40  # records of a work among which a contradiction is looked for, to tell it
UNSURE = 1.6  # log-odds (about 1 to 5) around even: a person should look


@dataclass(frozen=True, slots=True)
class Deduplication:
    """What became of the records: each is in exactly one work or in `left_out`.

    Attributes:
        works: without keys, sorted by `Work.order`.
        left_out: records of works that a person left out, with the reason.
        uncertain: pairs that a person should look at, most uncertain first.
        unmatched: enriching records that describe none of the works.
        problems: decisions that match nothing or contradict each other.
    """

    works: tuple[Work, ...]
    left_out: tuple[LeftOut, ...] = ()
    uncertain: tuple[Evidence, ...] = ()
    unmatched: tuple[Record, ...] = ()
    problems: tuple[Problem, ...] = ()


def explain_pair(left: Record, right: Record) -> Evidence:
    """The evidence of two records alone, without what a whole survey teaches about venues and columns."""
    first, second = sorted((left, right), key=lambda record: record.origin.order)
    verdict = compare(profile(first), profile(second), Known())
    return _evidence(first.origin, second.origin, verdict, verdict.weight >= 0)


def find_works(
    records: Sequence[Record], enriching: Sequence[Record], decisions: Decisions, keys: Mapping[str, str] | None = None
) -> Deduplication:
    """Works from records, completed by enriching records; the same for any order of either.

    `keys` leads from a citation key that a decision may name to an identifier or `source:line`.
    """
    found = _Search(_ordered(records), _ordered(enriching), decisions, keys or {})
    return found.result()


def _ordered(records: Sequence[Record]) -> list[Record]:
    return sorted(
        records,
        key=lambda record: (
            *record.origin.order,
            repr(record) if record.origin.line is None and not record.origin.key else "",
        ),
    )


class _Search:
    """One run. Nodes are records with one content (copies collapse); the enriching ones come after the others."""

    def __init__(
        self, records: Sequence[Record], enriching: Sequence[Record], decisions: Decisions, keys: Mapping[str, str]
    ) -> None:
        self.records = [*records, *enriching]
        self.sources = len(records)
        self.decided: Decided = resolve(self.records, decisions, keys)
        self.copies = self._collapse()
        self.nodes = [copies[0] for copies in self.copies]
        self.profiles: list[Profile] = [profile(self.records[index]) for index in self.nodes]
        self.verdicts: dict[tuple[int, int], Verdict] = {}
        self.known = Known()
        self.repeats: Mapping[str, float] = {}

    def enriches(self, node: int) -> bool:
        return self.nodes[node] >= self.sources

    def _collapse(self) -> list[list[int]]:
        """Records that say exactly the same are one node, unless a decision names one of them."""
        groups: dict[object, list[int]] = {}
        named = self.decided.named
        for index, record in enumerate(self.records):
            key: object = index if index in named or index >= self.sources else signature(record)
            groups.setdefault(key, []).append(index)
        return list(groups.values())

    def source(self, node: int) -> str:
        return self.profiles[node].source

    def listed_twice(self, ours: Sequence[int], theirs: Sequence[int]) -> bool:
        """Whether two sources that list each work once would each be held to list this one twice."""
        both = {self.source(node) for node in ours} & {self.source(node) for node in theirs}
        return sum(self.repeats.get(source, 0.0) <= ONCE for source in both) >= 2

    def verdict(self, a: int, b: int) -> Verdict:
        pair = (a, b) if a < b else (b, a)
        if pair not in self.verdicts:
            self.verdicts[pair] = self._in_source(
                pair, compare(self.profiles[pair[0]], self.profiles[pair[1]], self.known)
            )
        return self.verdicts[pair]

    def _in_source(self, pair: tuple[int, int], verdict: Verdict) -> Verdict:
        """The verdict, with what is known of the source if it is one."""
        source = self.source(pair[0])
        odds = self.repeats.get(source, 0.0) if source == self.source(pair[1]) else 0.0
        title = self.profiles[pair[0]].title
        if odds and title and (title.generic or title.compact in self.known.columns):
            odds = min(odds, ISSUES)
        return verdict.within(odds)

    def contradict(self, a: int, b: int, link: Link) -> bool:
        """Whether two nodes cannot be one work. A doubt is enough where an enriching record would join them."""
        return self.verdict(a, b).contradicts(0.0 if self.enriches(link.right) else CONTRADICTION)

    def result(self) -> Deduplication:
        pairs = [
            (a, b) for a, b in candidate_pairs(self.profiles).tolist() if not (self.enriches(a) and self.enriches(b))
        ]
        self.known = known_from(self.profiles, pairs)
        weights = {pair: self.verdict(*pair).weight for pair in pairs}
        self.repeats = repeats(self.profiles, weights, self.known.columns)
        self.verdicts = {pair: self._in_source(pair, verdict) for pair, verdict in self.verdicts.items()}
        links = self._telling(
            [Link(verdict.weight, a, b) for a, b in pairs if (verdict := self.verdict(a, b)).weight >= 0]
        )
        node_of = {index: node for node, copies in enumerate(self.copies) for index in copies}
        forced = [
            Link(99.0, *sorted((node_of[a], node_of[b]))) for group, _ in self.decided.same for a, b in pairwise(group)
        ]
        forbidden = {(min(node_of[a], node_of[b]), max(node_of[a], node_of[b])) for a, b in self.decided.not_same}
        clustering = cluster(len(self.nodes), forced, links, forbidden, self.contradict, self.listed_twice)
        return self._finish(clustering, pairs, node_of)

    def _telling(self, links: list[Link]) -> list[Link]:
        """The links, without those that are a guess: one record fits MANY of another catalogue equally well (issues of a column)."""
        once = {source for source, odds in self.repeats.items() if odds <= ONCE}

        def choices(link: Link) -> list[tuple[int, str, float]]:
            return [
                (link.left, self.source(link.right), link.weight),
                (link.right, self.source(link.left), link.weight),
            ]

        ties = Counter(choice for link in links for choice in choices(link))
        return [
            link
            for link in links
            if not any(source in once and ties[node, source, weight] >= MANY for node, source, weight in choices(link))
        ]

    def _finish(
        self, clustering: Clustering, pairs: list[tuple[int, int]], node_of: Mapping[int, int]
    ) -> Deduplication:
        clusters = [list(members) for members in clustering.clusters]
        home = {node: at for at, members in enumerate(clusters) for node in members}
        alone = [members[0] for members in clusters if all(self.enriches(node) for node in members)]
        bare = [members for members in clusters if not any(self.enriches(node) for node in members)]
        evidence: dict[int, list[Evidence]] = defaultdict(list)
        uncertain: list[Evidence] = []
        originals = {node: self.records[index] for node, index in enumerate(self.nodes)}
        blocked = {(min(node_of[a], node_of[b]), max(node_of[a], node_of[b])) for a, b in self.decided.not_same}
        for match in match_leftovers(alone, bare, list(originals.values()), self.profiles):
            node, other = match.enriching, match.member
            if (min(node, other), max(node, other)) in blocked or self._same_scheme_differs(node, other):
                continue
            clusters[home[other]].append(node)
            clusters[home[node]] = []
            home[node] = home[other]
            left, right = sorted((originals[node].origin, originals[other].origin), key=lambda origin: origin.order)
            one = Evidence(left, right, probability(match.weight), (("title", match.found, match.weight),), None)
            evidence[home[other]].append(one)
            if match.weight < UNSURE:
                uncertain.append(one)
        decided = {(node_of[a], node_of[b]) for group, _ in self.decided.same for a in group for b in group}
        for link in clustering.used:
            by_person = (link.left, link.right) in decided
            evidence[home[link.left]].append(self._told(link.left, link.right, True, by_person))
        for node, copies in enumerate(self.copies):
            for first, second in pairwise(copies):
                told = Evidence(
                    self.records[first].origin,
                    self.records[second].origin,
                    1.0,
                    (("record", "identical in every field", 12.0),),
                )
                evidence[home[node]].append(told)
        joined = {(link.left, link.right) for link in clustering.used}
        settled = {frozenset((home[a], home[b])) for a, b in blocked}
        asked: dict[
            object, tuple[float, int, int]
        ] = {}  # of two works, the pair of records that most speaks for their being one
        for a, b in pairs:
            weight = self.verdict(a, b).weight
            works = frozenset((home[a], home[b]))
            if (a, b) in decided or (a, b) in blocked or works in settled or self.enriches(b):
                continue
            if (abs(weight) < UNSURE and (len(works) == 2 or (a, b) in joined)) or (weight >= 0 and len(works) == 2):
                question = works if len(works) == 2 else (a, b)
                asked[question] = max(asked.get(question, (weight, -a, -b)), (weight, -a, -b))
        for _, a, b in asked.values():
            told = self._told(-a, -b, None)
            kept_apart = (
                self._kept_apart(clusters[home[-a]], clusters[home[-b]])
                if told.probability >= 0.5 and home[-a] != home[-b]
                else None
            )
            uncertain.append(replace(told, reasons=(*told.reasons, kept_apart)) if kept_apart else told)
        return self._works(clusters, evidence, uncertain)

    def _kept_apart(self, ours: Sequence[int], theirs: Sequence[int]) -> tuple[str, str, float] | None:
        """The two records of two works that most speak against their being one, if that is why they are not: a reason to tell."""
        worst, a, b = min((self.verdict(a, b).weight, a, b) for a in ours[:SHOWN] for b in theirs[:SHOWN])
        verdict = self.verdict(a, b)
        if not verdict.contradicts():
            return None
        aspect, found, _ = min(verdict.reasons, key=lambda reason: reason[2])
        left, right = sorted(
            (self.records[self.nodes[node]].origin for node in (a, b)), key=lambda origin: origin.order
        )
        return "kept apart", f"{left} and {right} contradict each other ({aspect}: {found})", worst

    def _works(
        self, clusters: Sequence[Sequence[int]], evidence: Mapping[int, list[Evidence]], uncertain: list[Evidence]
    ) -> Deduplication:
        works: list[Work] = []
        left_out: list[LeftOut] = []
        unmatched: list[Record] = []
        problems = list(self.decided.problems)
        for at, nodes in enumerate(clusters):
            members = [index for node in nodes for index in self.copies[node]]
            own = [self.records[index] for index in members if index < self.sources]
            facts = [self.records[index] for index in members if index >= self.sources]
            if not own:
                unmatched.extend(facts)
                continue
            reason = next(
                (self.decided.leave_out[index] for index in sorted(members) if index in self.decided.leave_out), None
            )
            if reason is not None:
                first = min((record.origin for record in own), key=lambda origin: origin.order)
                left_out.extend(
                    LeftOut(r.origin, reason, r.title, counted_as=None if r.origin == first else first) for r in own
                )
                continue
            corrected = [
                (correction, values) for index, correction, values in self.decided.corrections if index in members
            ]
            problems.extend(decided_twice(corrected))
            corrections = [
                (values, correction.why, Origin("decisions.yml", correction.line)) for correction, values in corrected
            ]
            works.append(merge(own, facts, sorted(evidence.get(at, ()), key=_strongest), corrections))
        uncertain.sort(key=lambda one: (abs(one.probability - 0.5), one.left.order, one.right.order))
        return Deduplication(
            tuple(sorted(works, key=lambda work: work.order)),
            tuple(sorted(left_out, key=lambda piece: piece.origin.order)),
            tuple(uncertain),
            tuple(sorted(unmatched, key=lambda record: record.origin.order)),
            tuple(problems),
        )

    def _same_scheme_differs(self, a: int, b: int) -> bool:
        ours, theirs = self.profiles[a].ids, self.profiles[b].ids
        return any(
            not ours[scheme] & theirs[scheme]
            for scheme in ("arxiv", "doi", "pmid")
            if scheme in ours and scheme in theirs
        )

    def _told(self, a: int, b: int, same: bool | None, by_person: bool = False) -> Evidence:
        told = _evidence(
            self.records[self.nodes[a]].origin, self.records[self.nodes[b]].origin, self.verdict(a, b), same
        )
        if by_person:
            return replace(told, probability=1.0, decided_by="decision")
        return told


def _strongest(one: Evidence) -> tuple[float, tuple[str, int, int, str], tuple[str, int, int, str]]:
    return -one.probability, one.left.order, one.right.order


def _evidence(left: Origin, right: Origin, verdict: Verdict, same: bool | None) -> Evidence:
    first, second = sorted((left, right), key=lambda origin: origin.order)
    reasons = tuple(sorted(verdict.reasons, key=lambda reason: (-abs(reason[2]), reason[0])))
    return Evidence(first, second, probability(verdict.weight), reasons, same)
