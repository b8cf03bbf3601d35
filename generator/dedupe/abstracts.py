"""Abstracts compared by the runs of three words that they share, and by their numbers."""

from __future__ import annotations

from generator.dedupe.profile import Profile, overlap
from generator.dedupe.title_evidence import CONTRADICTS, Says

WHOLE = 0.8  # share of word runs: versions of one abstract share this much, two abstracts made from one template do not
# The weight is less if the titles speak against the pair: parts, replies and sequels quote, and groups reuse sentences.
QUOTED = 1.0
# Shares above which a text was copied, and below which two abstracts have nothing in common.
COMMON, SOME = 0.12, 0.05
BY_SHARE = ((0.85, 10.0), (0.6, 8.5), (0.3, 6.5), (COMMON, 3.5))  # (share, log-odds), greatest first
FIGURES = 4  # with so many numbers in both, abstracts of two studies made from one template differ,
TEMPLATE = 0.6  # if they share fewer words than this
SAME_FIGURES = 0.34  # and fewer numbers than this
LIKELY_TITLE = 4.0  # with such a title, the abstract of one work was rewritten after the preprint


def compare_abstracts(left: Profile, right: Profile, titled: bool, title: float, says: Says) -> tuple[str, float]:
    """(what was found, weight in log-odds). `titled`: both have a title; `title`, `says`: what comparing them gave."""
    assert left.shingles is not None and right.shingles is not None
    shared = overlap(left.shingles, right.shingles)
    found = f"{shared:.0%} of the word runs are shared"
    figures = min(len(left.figures), len(right.figures))
    same_figures = len(left.figures & right.figures)
    if figures >= FIGURES and SOME <= shared < TEMPLATE and same_figures <= SAME_FIGURES * figures:
        return f"{found}, but the figures differ", -1.0
    # Databases print one abstract of a published work, but versions of a preprint are rewritten.
    published = bool(left.venue and right.venue) and not (left.preprint or right.preprint)
    if shared >= COMMON:
        apart = says == "another" or (published and titled and title < 0)
        if says in CONTRADICTS or (shared < WHOLE and apart):
            return found, QUOTED
        return found, next(weight for least, weight in BY_SHARE if shared >= least)
    if shared >= SOME:
        if published:
            return found, -1.5
        return found, 0.5 if titled else -1.0
    if published:
        return found, -4.0
    return found, -1.5 if title > LIKELY_TITLE else -4.0
