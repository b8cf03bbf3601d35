"""The deduplication run: its steps in their order, each a function from values to values."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.config.decisions import NAME as DECISIONS
from generator.config.decisions import Decisions, LeaveOut
from generator.dedupe import doubts
from generator.dedupe.block import candidate_pairs
from generator.dedupe.cluster import Clustering, Link, cluster
from generator.dedupe.compare import compare
from generator.dedupe.decide import ResolvedDecisions, decided_twice, resolve
from generator.dedupe.enrich import Match, match_leftovers
from generator.dedupe.judge import Judge, Pair, ordered
from generator.dedupe.merge import merge
from generator.dedupe.nodes import Nodes, nodes_of
from generator.dedupe.profile import Profile, profile
from generator.dedupe.source_clusters import SourceClusters, source_clusters
from generator.dedupe.values import Deduplication
from generator.dedupe.verdict import UNSURE, Known, probability
from generator.errors import Place, Problem
from generator.records import LeftOut, Origin, Record
from generator.works import Evidence, Work

MANY = 3  # if two choices are equally good, each is right half the time; with more, each is more likely wrong
FORCED = 99.0  # log-odds of what a person joined
IDENTICAL = 12.0  # log-odds that records which say the same in every field are one work


@dataclass(frozen=True, slots=True)
class Joined:
    """Clusters of nodes, with the evidence for each by its index, and the doubtful matches of enriching records."""

    clusters: Sequence[Sequence[int]]
    evidence: Mapping[int, Sequence[Evidence]]
    uncertain: Sequence[Evidence]


def explain_pair(left: Record, right: Record) -> Evidence:
    """The evidence for two records on their own, without what a whole survey teaches about venues and columns."""
    first, second = sorted((left, right), key=lambda record: record.origin.order)
    verdict = compare(profile(first), profile(second), Known())
    return doubts.evidence(first.origin, second.origin, verdict, verdict.weight >= 0)


def find_works(
    records: Sequence[Record], enriching: Sequence[Record], decisions: Decisions, keys: Mapping[str, str] | None = None
) -> Deduplication:
    """Works from records, completed by enriching records; the same for any order of either.

    `keys` leads from a citation key that a decision may name to an identifier or `source:line`.
    """
    sources, facts = _in_order(records), _in_order(enriching)
    resolved = resolve([*sources, *facts], decisions, keys or {})
    nodes = nodes_of(sources, facts, resolved.named)
    pairs = _candidates(nodes)
    judge = Judge(nodes, pairs)
    barred = {ordered(nodes.of_record[a], nodes.of_record[b]) for a, b in resolved.not_same}
    from_sources = source_clusters(nodes, barred)
    clustering = _clustered(judge, resolved, from_sources, barred)
    matches, homes = _enriched(nodes, clustering, barred)
    joined = _joined(judge, clustering, matches, homes, resolved, from_sources)
    by_person = {(nodes.of_record[a], nodes.of_record[b]) for group, _ in resolved.same for a in group for b in group}
    used = {(link.left, link.right) for link in clustering.used}
    asked = [*doubts.questions(judge, joined.clusters, used, by_person, barred), *doubts.copies_of_columns(judge)]
    resolved = replace(resolved, problems=(*resolved.problems, *from_sources.problems))
    return _deduplication(nodes, joined, resolved, doubts.most_doubtful_first([*joined.uncertain, *asked]))


def _in_order(records: Sequence[Record]) -> list[Record]:
    """Records in an order that does not depend on that of the files; records without a place go by their content."""
    return sorted(
        records,
        key=lambda record: (
            *record.origin.order,
            repr(record) if record.origin.line is None and not record.origin.key else "",
        ),
    )


def _candidates(nodes: Nodes) -> list[Pair]:
    """The pairs worth comparing; two enriching records never are."""
    return [
        (a, b) for a, b in candidate_pairs(nodes.profiles).tolist() if not (nodes.enriches(a) and nodes.enriches(b))
    ]


def _clustered(
    judge: Judge, resolved: ResolvedDecisions, from_sources: SourceClusters, barred: set[Pair]
) -> Clustering:
    """The nodes in clusters: first what a person or a source joined, then the links by evidence, strongest first."""
    of = judge.nodes.of_record
    forced = [Link(FORCED, *sorted((of[a], of[b]))) for group, _ in resolved.same for a, b in pairwise(group)]
    verdicts = ((judge.verdict(a, b), a, b) for a, b in judge.open_pairs)
    links = _telling(judge, [Link(verdict.weight, a, b) for verdict, a, b in verdicts if verdict.weight >= 0])
    return cluster(len(judge.nodes), [*forced, *from_sources.links], links, barred, judge.contradict, judge.catalogue)


def _telling(judge: Judge, links: list[Link]) -> list[Link]:
    """The links that are no guess: without those where one record fits MANY of another catalogue equally well."""

    def choices(link: Link) -> list[tuple[int, str, float]]:
        left, right = judge.nodes.source(link.left), judge.nodes.source(link.right)
        return [(link.left, right, link.weight), (link.right, left, link.weight)]

    ties = Counter(choice for link in links for choice in choices(link))
    return [
        link
        for link in links
        if not any(
            judge.lists_once(source) and ties[node, source, weight] >= MANY for node, source, weight in choices(link)
        )
    ]


def _enriched(nodes: Nodes, clustering: Clustering, barred: set[Pair]) -> tuple[list[Match], dict[int, int]]:
    """The enriching nodes that found a work after all, and the cluster of every node afterwards."""
    clusters = clustering.clusters
    homes = {node: at for at, members in enumerate(clusters) for node in members}
    alone = [members[0] for members in clusters if all(nodes.enriches(node) for node in members)]
    bare = [members for members in clusters if not any(nodes.enriches(node) for node in members)]
    originals = [nodes.record(node) for node in range(len(nodes))]
    kept = []
    for match in match_leftovers(alone, bare, originals, nodes.profiles):
        pair = ordered(match.enriching, match.member)
        if pair not in barred and not _same_scheme_differs(*(nodes.profiles[node] for node in pair)):
            homes[match.enriching] = homes[match.member]
            kept.append(match)
    return kept, homes


def _same_scheme_differs(left: Profile, right: Profile) -> bool:
    return any(
        not left.ids[scheme] & right.ids[scheme]
        for scheme in ("arxiv", "doi", "pmid")
        if scheme in left.ids and scheme in right.ids
    )


def _joined(
    judge: Judge,
    clustering: Clustering,
    matches: Sequence[Match],
    homes: Mapping[int, int],
    resolved: ResolvedDecisions,
    from_sources: SourceClusters,
) -> Joined:
    """The clusters with what joined them."""
    nodes = judge.nodes
    clusters: list[list[int]] = [[] for _ in clustering.clusters]
    for members in clustering.clusters:
        for node in members:
            clusters[homes[node]].append(node)
    by_person = {(nodes.of_record[a], nodes.of_record[b]) for group, _ in resolved.same for a in group for b in group}
    evidence: dict[int, list[Evidence]] = defaultdict(list)
    uncertain = []
    for match in matches:
        found = _match_evidence(nodes, match)
        evidence[homes[match.member]].append(found)
        if match.weight < UNSURE:
            uncertain.append(found)
    for link in clustering.used:
        pair = (link.left, link.right)
        found = doubts.evidence_for(judge, pair, True)
        if pair in by_person:
            found = replace(found, probability=1.0, decided_by="decision")
        elif pair in from_sources.pairs:
            found = replace(found, probability=1.0, decided_by="source")
        evidence[homes[link.left]].append(found)
    for node, copies in enumerate(nodes.copies):
        for first, second in pairwise(copies):
            left, right = nodes.records[first].origin, nodes.records[second].origin
            same = Evidence(left, right, 1.0, (("record", "identical in every field", IDENTICAL),))
            evidence[homes[node]].append(same)
    return Joined(clusters, evidence, uncertain)


def _match_evidence(nodes: Nodes, match: Match) -> Evidence:
    origins = (nodes.record(node).origin for node in (match.enriching, match.member))
    left, right = sorted(origins, key=lambda origin: origin.order)
    return Evidence(left, right, probability(match.weight), (("title", match.found, match.weight),), None)


def _deduplication(
    nodes: Nodes, joined: Joined, resolved: ResolvedDecisions, uncertain: tuple[Evidence, ...]
) -> Deduplication:
    """Every cluster as a work, as records left out, or as enriching records that complete no work."""
    works: list[Work] = []
    left_out: list[LeftOut] = []
    unmatched: list[Record] = []
    problems = [*resolved.problems, *_led_astray(nodes, joined, resolved)]
    for at, members in enumerate(joined.clusters):
        indices = sorted(index for node in members for index in nodes.copies[node])
        own = [nodes.records[index] for index in indices if index < nodes.sources]
        facts = [nodes.records[index] for index in indices if index >= nodes.sources]
        if not own:
            unmatched.extend(facts)
            continue
        decision = next((resolved.leave_out[index] for index in indices if index in resolved.leave_out), None)
        if decision is not None:
            left_out.extend(_left_out(own, decision))
            continue
        corrected = [
            (correction, values)
            for named, correction, values in resolved.corrections
            if not set(named).isdisjoint(indices)
        ]
        problems.extend(decided_twice(corrected))
        corrections = [
            (values, correction.why, Origin("decisions.yml", correction.line)) for correction, values in corrected
        ]
        works.append(merge(own, facts, sorted(joined.evidence.get(at, ()), key=_strongest), corrections))
    return Deduplication(
        tuple(sorted(works, key=lambda work: work.order)),
        tuple(sorted(left_out, key=lambda piece: piece.origin.order)),
        uncertain,
        tuple(sorted(unmatched, key=lambda record: record.origin.order)),
        tuple(problems),
    )


def _led_astray(nodes: Nodes, joined: Joined, resolved: ResolvedDecisions) -> Iterator[Problem]:
    """An error for every correction whose reference leads to several works: it is meant for one."""
    home = {index: at for at, members in enumerate(joined.clusters) for node in members for index in nodes.copies[node]}
    for named, correction, _ in resolved.corrections:
        places = {home[index]: str(nodes.records[index].origin) for index in reversed(named)}
        if len(places) > 1:
            hint = f"write {' or '.join(f'`{place}`' for place in sorted(places.values()))}"
            message = f"`{correction.ref}` leads to several works"
            yield Problem(message, Place(DECISIONS, correction.line), hint, "error")


def _left_out(own: Sequence[Record], decision: LeaveOut) -> list[LeftOut]:
    first = min((record.origin for record in own), key=lambda origin: origin.order)
    return [
        LeftOut(
            one.origin,
            decision.why,
            one.title,
            counted_as=None if one.origin == first else first,
            status="excluded",
            stage=decision.stage,
        )
        for one in own
    ]


def _strongest(one: Evidence) -> tuple[float, tuple[str, int, int, str], tuple[str, int, int, str]]:
    return -one.probability, one.left.order, one.right.order
