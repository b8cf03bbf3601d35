"""Evidence of one pair: what speaks for and against two records' being one work, each field only where both have it.

Weights are log-odds (natural logarithm), added up with a prior for a candidate pair, in the manner of Fellegi and
Sunter ("A theory for record linkage", 1969). They were set by judgement and checked on the development half of
`tests/data/duplicates.yml`; `benchmarks/duplicates.py` reports both halves.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.dedupe.circumstances import compare_circumstances
from generator.dedupe.compare_titles import Says, compare_titles
from generator.dedupe.identity import compare_identifiers
from generator.dedupe.people import compare_authors
from generator.dedupe.profile import Profile, overlap
from generator.dedupe.verdict import Known, Reason, Verdict

PRIOR = -4.0
STUDY = (
    8.0  # title, authors and abstract tell studies apart; so much at most do they say once a study seems printed twice
)
WHOLE = 0.8  # of the word runs of an abstract: this much is shared by versions of one, not by two of one template
QUOTED = 1.0  # less of it under titles that speak against the pair: parts, replies and sequels quote, a group reuses its sentences


def compare(left: Profile, right: Profile, known: Known) -> Verdict:
    """The evidence of two profiles; the same in either order."""
    reasons = list(_evidence(left, right, known))
    study = (
        sum(weight for aspect, _, weight in reasons if aspect in ("title", "authors", "abstract") and weight > 0)
        if len(reasons) > 1
        else 0.0
    )
    if study > STUDY and any(
        aspect in ("pages", "volume", "supplement") and weight <= -4.0 for aspect, _, weight in reasons
    ):
        # Meeting abstract and paper, serial reports, papers printed again: one title, one team, other places.
        reasons.append(("place", "two places: a study can be printed twice", STUDY - study))
    return Verdict(round(PRIOR + sum(weight for *_, weight in reasons), 4), tuple(reasons))


def _evidence(left: Profile, right: Profile, known: Known) -> Iterator[Reason]:
    title, column = 0.0, False
    says: Says = ""
    if left.title and right.title:
        found, title, says = compare_titles(left.title, right.title)
        column = left.title.generic or left.title.compact in known.columns or right.title.compact in known.columns
        if column and title > 0.5:
            found, title = f"{found}, but a title that comes back", 0.5
        yield "title", found, title
    text = 0.0
    if left.shingles is not None and right.shingles is not None:
        found, text = _abstracts(left, right, bool(left.title and right.title), title, says)
        if text:
            yield "abstract", found, text
    # Several letters or abstracts stand on one page; a range of pages belongs to one work.
    one_place = bool(left.pages and left.pages == right.pages and 2 < left.pages[0] < left.pages[1]) and (
        left.volume == right.volume if left.volume and right.volume else bool(left.year and left.year == right.year)
    )
    shared = bool(left.ids and right.ids) and any(
        left.ids[scheme] & right.ids[scheme] for scheme in left.ids if scheme in right.ids
    )
    if title <= -4.0 and text <= 0 and not shared and not one_place:
        return  # nothing that is left to compare could outweigh it
    people, alike = 0.0, title >= 0
    if left.people and right.people:
        found, people = compare_authors(left.people, right.people, left.cut or right.cut)
        # Other words in one place: a slip or a translation if the same people wrote them, else two short pieces.
        translated = bool(left.title and right.title and left.title.translated != right.title.translated)
        alike = alike or (
            people >= (2.0 if title > -4.0 or translated else 4.0) and (title > -4.0 or (one_place and not says))
        )
        if title < -2 and people > 0 and not shared and not one_place:
            people = min(people, 1.5)  # a group writes many papers
        yield "authors", found, people
    contradicts = says == "contradiction"
    doubtful = contradicts or (title <= -4.0 and text <= 0 and people < 2.0)
    # By so many letters a title differs by more than its spelling.
    retitled = title < 0 or bool(
        left.title and right.title and abs(len(left.title.compact) - len(right.title.compact)) > 4
    )
    yield from compare_identifiers(left, right, retitled=retitled, doubtful=doubtful, contradicts=contradicts)
    if one_place and alike:
        yield "place", "the same volume and pages", 2.0
    yield from compare_circumstances(left, right, known, column=column, alike=alike)


def _abstracts(left: Profile, right: Profile, titled: bool, title: float, says: Says) -> tuple[str, float]:
    assert left.shingles is not None and right.shingles is not None
    shared = overlap(left.shingles, right.shingles)
    found = f"{shared:.0%} of the word runs are shared"
    figures = min(len(left.figures), len(right.figures))
    if figures >= 4 and 0.05 <= shared < 0.6 and len(left.figures & right.figures) <= 0.34 * figures:
        return f"{found}, but the figures differ", -1.0
    # Databases print one abstract of a published work; versions of a preprint are rewritten.
    published = bool(left.venue and right.venue) and not (left.preprint or right.preprint)
    if shared >= 0.12 and (
        says == "contradiction" or (shared < WHOLE and (says == "another" or (published and titled and title < 0)))
    ):
        return found, QUOTED
    if shared >= 0.12:
        return found, 10.0 if shared >= 0.85 else 8.5 if shared >= 0.6 else 6.5 if shared >= 0.3 else 3.5
    if shared >= 0.05:
        return found, -1.5 if published else 0.5 if titled else -1.0
    if published:
        return found, -4.0
    return found, -1.5 if title > 4 else -4.0  # a rewritten abstract under one title is common
