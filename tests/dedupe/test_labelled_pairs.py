"""The labelled pairs are told apart, and the reasons can be read."""

from __future__ import annotations

from collections import Counter

from benchmarks.made.labelled import judge_labelled, read_labelled
from generator.dedupe import explain_pair


def test_there_are_enough_pairs_of_every_kind_in_both_halves():
    pairs = read_labelled()
    assert len(pairs) >= 160
    halves = Counter((pair.half, pair.same) for pair in pairs)
    assert min(halves.values()) >= 35
    assert {pair.kind for pair in pairs if pair.half == "development"} == {
        pair.kind for pair in pairs if pair.half == "held-out"
    }


def test_most_labelled_pairs_are_judged_as_a_person_would():
    for half, figures in judge_labelled().items():
        assert figures["f1"] >= 0.95, (half, figures["wrong"] if half == "development" else "look only at the figure")


def test_evidence_reads_as_sentences_strongest_first():
    pair = next(pair for pair in read_labelled() if pair.why == "parts in Roman numbers")
    evidence = explain_pair(pair.left, pair.right)
    assert evidence.same is False
    aspect, found, weight = evidence.reasons[0]
    assert (aspect, found) == ("title", "numbers differ (1 / 2)")
    assert weight < -5
    assert [abs(weight) for *_, weight in evidence.reasons] == sorted(
        (abs(weight) for *_, weight in evidence.reasons), reverse=True
    )


def test_evidence_is_the_same_from_either_side():
    for pair in read_labelled():
        assert explain_pair(pair.left, pair.right) == explain_pair(pair.right, pair.left)
