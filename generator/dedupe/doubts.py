"""Evidence as values to report, and the pairs that a person should look at, most doubtful first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from generator.dedupe.judge import Judge, Pair
from generator.dedupe.profile import Profile
from generator.dedupe.verdict import UNSURE, Verdict, probability
from generator.records import Origin
from generator.works import Evidence

CONFIRM = 2.0  # log-odds (about 7 to 1) below which a person is asked to confirm what was joined
REPEATED = 1.0  # log-odds that a column's name, repeated without more, is one piece listed again
SHOWN = 40  # records of a work among which a contradiction is looked for, to report it
EVEN = 0.5  # the probability from which a pair is more likely one work
Reason = tuple[str, str, float]


def evidence(left: Origin, right: Origin, verdict: Verdict, same: bool | None) -> Evidence:
    """A verdict as a value to report, strongest reason first."""
    first, second = sorted((left, right), key=lambda origin: origin.order)
    reasons = tuple(sorted(verdict.reasons, key=lambda reason: (-abs(reason[2]), reason[0])))
    return Evidence(first, second, probability(verdict.weight), reasons, same)


def evidence_for(judge: Judge, pair: Pair, same: bool | None) -> Evidence:
    """The evidence for two nodes."""
    left, right = (judge.nodes.record(node).origin for node in pair)
    return evidence(left, right, judge.verdict(*pair), same)


def most_doubtful_first(found: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Evidence in the order in which a person is asked about it."""
    return tuple(sorted(found, key=lambda one: (abs(one.probability - EVEN), one.left.order, one.right.order)))


def questions(
    judge: Judge,
    clusters: Sequence[Sequence[int]],
    joined: Collection[Pair],
    decided: Collection[Pair],
    barred: Collection[Pair],
) -> list[Evidence]:
    """The doubtful pairs, for a person to confirm.

    For two works: the pair of records that most suggests they are one. For what was joined: the links of low
    confidence, with `same` true. `joined` are the pairs that made the clusters, `decided` those that a person joined,
    `barred` those that a person kept apart; the last two are not asked about again.
    """
    home = {node: at for at, members in enumerate(clusters) for node in members}
    settled = {frozenset((home[a], home[b])) for a, b in barred}
    asked: dict[object, tuple[float, int, int]] = {}
    for a, b in judge.open_pairs:
        works = frozenset((home[a], home[b]))
        if (a, b) in decided or (a, b) in barred or works in settled or judge.nodes.enriches(b):
            continue
        verdict = judge.verdict(a, b)
        weight, apart = verdict.weight, len(works) > 1
        confirm = (a, b) in joined and (weight < CONFIRM or verdict.one_word)
        if confirm or (apart and (weight > -UNSURE or verdict.asked)):
            question: object = works if apart else (a, b)
            asked[question] = max(asked.get(question, (weight, -a, -b)), (weight, -a, -b))
    return [_question(judge, (-a, -b), clusters, home) for _, a, b in asked.values()]


def copies_of_columns(judge: Judge) -> list[Evidence]:
    """For records that are joined because they say the same: a question where that is no more than a column's name.

    Where sources repeat such a title without anything that distinguishes its issues, nobody can say how many there
    are. It is one question for a title, with the first records that are joined so.
    """
    nodes = judge.nodes
    joined: dict[str, list[Sequence[int]]] = {}
    for copies, one in zip(nodes.copies, nodes.profiles, strict=True):
        if len(copies) > 1 and one.title and _says_only_a_column(one, judge.known.columns):
            joined.setdefault(one.title.compact, []).append(copies)
    found = []
    for groups in joined.values():
        left, right = (nodes.records[index].origin for index in groups[0][:2])
        listed = f"{sum(map(len, groups)):,} records" + (f" of {len(groups):,} works" if len(groups) > 1 else "")
        same = f"identical in every field, as are {listed} with this title, which is a column's name"
        found.append(Evidence(left, right, probability(REPEATED), (("record", same, REPEATED),), True))
    return found


def _says_only_a_column(one: Profile, columns: Collection[str]) -> bool:
    """Whether a record has a column's name, and nothing that would tell its issue: identifier, volume, pages, abstract,
    or, if the name could be that of a work too, its authors.
    """
    if one.title is None or not (one.title.generic or (one.title.compact in columns and not one.people)):
        return False
    return not (one.ids or one.volume or one.number or one.pages or one.locator) and one.shingles is None


def _question(judge: Judge, pair: Pair, clusters: Sequence[Sequence[int]], home: Mapping[int, int]) -> Evidence:
    ours, theirs = (home[node] for node in pair)
    asked = evidence_for(judge, pair, True if ours == theirs else None)
    if ours == theirs or asked.probability < EVEN:
        return asked
    reason = _kept_apart(judge, clusters[ours], clusters[theirs])
    return replace(asked, reasons=(*asked.reasons, reason)) if reason else asked


def _kept_apart(judge: Judge, ours: Sequence[int], theirs: Sequence[int]) -> Reason | None:
    """The two records of two works that most speak against joining them, if that is what keeps them apart."""
    worst, a, b = min((judge.verdict(a, b).weight, a, b) for a in ours[:SHOWN] for b in theirs[:SHOWN])
    verdict = judge.verdict(a, b)
    if not verdict.contradicts():
        return None
    aspect, found, _ = min(verdict.reasons, key=lambda reason: reason[2])
    left, right = sorted((judge.nodes.record(node).origin for node in (a, b)), key=lambda origin: origin.order)
    return "kept apart", f"{left} and {right} contradict each other ({aspect}: {found})", worst
