"""Pairs whose titles and abstracts leave no way to one work, nor to a question, are compared no further."""

from __future__ import annotations

from itertools import combinations

import pytest

from benchmarks.made.catalogues import two_lists
from benchmarks.made.labelled import read_labelled
from benchmarks.made.many import SETS
from benchmarks.made.records import damaged, survey_works
from benchmarks.made.searches import citations, search
from generator.config.decisions import Decisions
from generator.dedupe import find_works
from generator.dedupe.block import candidate_pairs
from generator.dedupe.compare import compare, compare_unless_apart
from generator.dedupe.profile import Profile, profile
from generator.dedupe.usage import known_from
from generator.dedupe.verdict import UNSURE
from generator.records import Record

COLLECTIONS = {
    "two catalogues": lambda: [record for record, _ in two_lists()[1800:3400]],
    "medical search": lambda: [record for record, _ in search(300)],
    "citations": lambda: [record for record, _ in citations()[:300]],
    "damaged works": lambda: [record for record, _ in damaged(survey_works(), 800)],
    "a search with marks": lambda: SETS["a search with marks"](300),
    "labelled pairs": lambda: [record for pair in read_labelled() for record in (pair.left, pair.right)],
}


def paired(records: list[Record]) -> tuple[list[Profile], list[tuple[int, int]]]:
    profiles = [profile(record) for record in records]
    beside = combinations(range(0, len(profiles), 7), 2)  # pairs with nothing in common, too
    return profiles, sorted({*map(tuple, candidate_pairs(profiles).tolist()), *beside})


@pytest.mark.parametrize("name", COLLECTIONS)
def test_what_is_compared_no_further_could_neither_be_joined_nor_asked(name):
    profiles, pairs = paired(COLLECTIONS[name]())
    known = known_from(profiles, pairs)
    apart = 0
    for a, b in pairs:
        whole = compare(profiles[a], profiles[b], known)
        found = compare_unless_apart(profiles[a], profiles[b], known)
        if found is None:
            apart += 1
            assert whole.weight < -UNSURE, whole.reasons
            assert not whole.asked, whole.reasons
        else:
            assert found == whole
    assert apart > len(pairs) / 2


@pytest.mark.parametrize("form", ["poster", "extended abstract", "invited talk", "panel session"])
def test_nobody_is_asked_whether_a_poster_is_a_paper_of_another_title(record, form):
    paper = {"authors": "Kerr, Dora; Ode, Paul", "year": 1999, "venue": "SIGMOD Conference"}
    shown = record("a.csv", 1, title=f"Caching of scientific repositories in large archives [{form}]", **paper)
    other = record("b.csv", 1, title="Compression of tertiary repositories in large archives", **paper)
    same = record("c.csv", 1, title="Caching of scientific repositories in large archives", **paper)
    assert not find_works([shown, other], [], Decisions()).uncertain
    assert find_works([shown, same], [], Decisions()).uncertain
