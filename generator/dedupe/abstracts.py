"""Abstracts compared by the runs of three words that they share, and by their figures."""

from __future__ import annotations

from generator.dedupe.compare_titles import Says
from generator.dedupe.profile import Profile, overlap

WHOLE = 0.8  # of the word runs: this much is shared by versions of one abstract, not by two of one template
# Less of it under titles that speak against the pair: parts, replies and sequels quote, a group reuses its sentences.
QUOTED = 1.0
COMMON, SOME = (
    0.12,
    0.05,
)  # shares from which on a text is taken over, and below which two abstracts have nothing in common
BY_SHARE = ((0.85, 10.0), (0.6, 8.5), (0.3, 6.5), (COMMON, 3.5))  # (share, log-odds), greatest first
FIGURES = 4  # so many numbers in both abstracts tell two studies of one template apart,
TEMPLATE = 0.6  # where less than this is shared
SAME_FIGURES = 0.34  # and fewer of the figures
LIKELY_TITLE = 4.0  # under such a title a preprint's abstract was rewritten rather than that there are two works


def compare_abstracts(left: Profile, right: Profile, titled: bool, title: float, says: Says) -> tuple[str, float]:
    """(what was found, weight in log-odds). `titled`: both have a title; `title`, `says`: what comparing them gave."""
    assert left.shingles is not None and right.shingles is not None
    shared = overlap(left.shingles, right.shingles)
    found = f"{shared:.0%} of the word runs are shared"
    figures = min(len(left.figures), len(right.figures))
    same_figures = len(left.figures & right.figures)
    if figures >= FIGURES and SOME <= shared < TEMPLATE and same_figures <= SAME_FIGURES * figures:
        return f"{found}, but the figures differ", -1.0
    # Databases print one abstract of a published work; versions of a preprint are rewritten.
    published = bool(left.venue and right.venue) and not (left.preprint or right.preprint)
    if shared >= COMMON:
        apart = says == "another" or (published and titled and title < 0)
        if says == "contradiction" or (shared < WHOLE and apart):
            return found, QUOTED
        return found, next(weight for least, weight in BY_SHARE if shared >= least)
    if shared >= SOME:
        if published:
            return found, -1.5
        return found, 0.5 if titled else -1.0
    if published:
        return found, -4.0
    return found, -1.5 if title > LIKELY_TITLE else -4.0
