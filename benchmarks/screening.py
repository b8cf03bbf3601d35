"""How much reading the order of `screen` saves: the share read until 95 % of what belongs in has been found.

Simulated as a reviewer would meet it: one work of either kind is known, then works are read in the order that is learnt anew
after every few decisions. On the shipped survey each larger theme in turn plays the question of a review (real abstracts,
other themes as the rest); on made searches the words of what belongs overlap with the rest by a given share.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from generator import pipeline
from generator.records import Origin, Record
from generator.screening.order import ReadingOrder
from generator.works import Work

WANTED = 0.95  # of what belongs in
RELEARN = 5  # decisions, as on the terminal
LEAST = 12  # works of a theme that can play a review's question
MADE = ((2_000, 0.05, 0.3), (2_000, 0.05, 0.6), (2_000, 0.02, 0.5))  # works, share that belongs in, overlap of words


def read_share(works: Sequence[Work], relevant: Sequence[bool], seed: int) -> float:
    """The share of all works read until 95 % of the relevant ones are found."""
    chance = random.Random(seed)
    order = ReadingOrder(works)
    inside = [place for place, one in enumerate(relevant) if one]
    outside = [place for place, one in enumerate(relevant) if not one]
    decided = {chance.choice(inside): True, chance.choice(outside): False}
    needed = WANTED * len(inside)
    while sum(decided.values()) < needed:
        for place, _ in order.ranked(decided)[:RELEARN]:
            decided[place] = relevant[place]
    return len(decided) / len(works)


def made(size: int, share: float, overlap: float, seed: int) -> tuple[list[Work], list[bool]]:
    """A search of which a share belongs in; its works draw on the question's own words except for `overlap` of them."""
    chance = random.Random(seed)
    general = [f"word{n}" for n in range(4_000)]
    own = [f"topic{n}" for n in range(300)] + chance.sample(general, 300)
    works, relevant = [], []
    for at in range(size):
        belongs = chance.random() < share
        words = [
            chance.choice(own) if belongs and chance.random() > overlap else chance.choice(general) for _ in range(120)
        ]
        if not belongs and chance.random() < 0.1:  # near misses share some of the question's words
            words[:15] = [chance.choice(own) for _ in range(15)]
        title, abstract = " ".join(words[:12]), " ".join(words[12:])
        works.append(Work(title=title, abstract=abstract, records=(Record(Origin("sources/made.csv", at + 1)),)))
        relevant.append(belongs)
    return works, relevant


def main() -> None:
    """Print the share read for each question, and the seconds that ranking takes."""
    survey = pipeline.survey_of(Path())
    works = list(survey.works.values())
    shares = []
    for theme in survey.taxonomy.themes:
        relevant = [survey.placements[work.key].primary == theme.id for work in works]
        if sum(relevant) >= LEAST:
            runs = [read_share(works, relevant, seed) for seed in range(3)]
            shares.append(statistics.median(runs))
            print(f"  shipped: {theme.id:<36} {sum(relevant):>3} of {len(works)}: {shares[-1]:.0%} read")
    print(f"  shipped, {len(shares)} questions: median {statistics.median(shares):.0%}, worst {max(shares):.0%}")
    for size, share, overlap in MADE:
        found = [read_share(*made(size, share, overlap, seed), seed) for seed in range(3)]
        print(
            f"  made: {size:,} works, {share:.0%} belong in, overlap {overlap:.0%}: {statistics.median(found):.0%} read"
        )
    many, relevant = made(10_000, 0.05, 0.5, 1)
    start = time.perf_counter()
    ReadingOrder(many).ranked(dict(enumerate(relevant[:5_000])))
    print(f"  10,000 works, 5,000 decided: ranked in {time.perf_counter() - start:.1f} s", file=sys.stdout)


if __name__ == "__main__":
    main()
