"""Which theme each work belongs to, why, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from generator.config.decisions import ThemeDecision
from generator.config.taxonomy import NAME as THEMES
from generator.config.taxonomy import Taxonomy
from generator.errors import Place, Problem
from generator.language import marked
from generator.references import References, work_references
from generator.themes.agreement import INFLUENCE, INFLUENCE_OF_GROUPS, agree, shares
from generator.themes.evidence import Table, gather
from generator.themes.rulings import IsGone, Named, Ruling, none_gone, rulings
from generator.themes.scopes import Lexicon, read_scopes
from generator.themes.values import Placement
from generator.works import Work

# A work fits no theme when its strongest evidence is less than a scope's word in its title gives, or a tenth of what is
# usual.
LEAST, LEAST_OF_USUAL = 0.25, 0.1
# Measured on the development labels. A theme's share is meant as the probability that a reader names it: with this
# sharpness the mean of the best share (0.87; 0.81 with two fifths of the terms) is below the agreement on works at hand
# (0.94) and near that on works that nobody had in view (0.85). Below SURE stand a quarter of the works and most errors.
SHARPNESS, SURE = 2.0, 0.85
LEAST_LIKENESS = 0.02  # to the works of a group, above the mean, in standard deviations of all evidence
LEAST_SPREAD = 0.5  # of the evidence: among a handful of works hardly told apart, a small difference is not certainty
# Evidence for a secondary theme, as part of the best and in standard deviations of all evidence, which say more than
# that part: this gives 21 on the development labels, of which readers named 18 as a second theme and one more as
# the first, and 13 on works that nobody had in view, of which they named 9 and two more. Three deviations and a larger
# part gave 8 and 4; with two, every fourth is wrong.
SECONDARY, SECONDARY_LEAST = 0.4, 2.5
SHOWN_TERMS, SHOWN_SCORES = 6, 5


@dataclass(frozen=True, slots=True)
class Assignment:
    """The placement of every work by key, in key order, and what to tell the author."""

    placements: dict[str, Placement]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Heard:
    """What texts say before anybody decides: the phrases of the taxonomy, and where they and all words occur."""

    lexicon: Lexicon
    phrases: Table
    words: Table


def hear(works: Sequence[Work], taxonomy: Taxonomy) -> Heard | None:
    """What the works' texts say about the themes; None if there are no texts or no themes."""
    if not works or not taxonomy.themes:
        return None
    lexicon = read_scopes(taxonomy)
    return Heard(lexicon, *gather(sorted(works, key=lambda work: work.key), lexicon))


def assign(
    works: Sequence[Work],
    taxonomy: Taxonomy,
    decisions: Sequence[ThemeDecision] = (),
    references: References[str] | None = None,
    is_gone: IsGone = none_gone,
    classified: Mapping[str, Ruling] | None = None,
    *,
    heard: Heard | None = None,
) -> Assignment:
    """Place every work, which must have its key.

    `references` are the names of the works (as they name themselves, unless given); `is_gone` tells whether a reference
    names a work that was left out; `classified` are the rulings of the sources' own classification, by key; `heard` is
    what `hear` gave for these works, if it did already.

    A person's decisions and a theme's exemplars come first and teach the rest. What cannot be followed (a theme id
    or a work that does not exist) is an error among the problems; a work that was left out and a theme without works
    are warnings.
    """
    works = sorted(works, key=lambda work: work.key)
    by_person, problems = rulings(taxonomy, decisions, Named(references or work_references(works), is_gone))
    ruled = {**(classified or {}), **by_person}
    heard = heard or hear(works, taxonomy)
    if heard is None:
        return Assignment(
            {work.key: Placement(None, unsure=True, why=marked("there are no themes")) for work in works},
            tuple(problems),
        )
    number = {theme.id: index for index, theme in enumerate(taxonomy.themes)}
    row = {work.key: index for index, work in enumerate(works)}
    lexicon, phrases = heard.lexicon, heard.phrases
    spoken = phrases.times(lexicon.weights)
    known = {row[key]: number[ruling.primary] for key, ruling in ruled.items() if ruling.primary}
    influence = INFLUENCE_OF_GROUPS if classified else INFLUENCE
    opinion = _Opinion(spoken, agree(spoken, heard.words, known, influence), _Terms(phrases, lexicon), bool(classified))
    placements = _placements(works, taxonomy, opinion, ruled)
    return Assignment(placements, (*problems, *_empty(taxonomy, placements)))


def _placements(
    works: Sequence[Work], taxonomy: Taxonomy, opinion: _Opinion, ruled: dict[str, Ruling]
) -> dict[str, Placement]:
    spoken, evidence = opinion.spoken, opinion.evidence
    ids = [theme.id for theme in taxonomy.themes]
    spread = max(float(spoken.std()), LEAST_SPREAD)
    certainty = shares(evidence, SHARPNESS / spread)
    deviations = min(SECONDARY_LEAST, len(ids) ** 0.5)  # with few themes, none can be further from the others
    best = spoken.max(axis=1)
    least = max(LEAST, LEAST_OF_USUAL * float(np.median(best)))
    ranks = np.argsort(-evidence, axis=1, kind="stable")
    placements = {}
    for row, work in enumerate(works):
        said, rank = evidence[row], ranks[row]
        first = int(rank[0])
        # A work without a group is like those of some group, though it may share none of their telling phrases.
        fits = best[row] >= least or (opinion.taught and said[first] > said.mean() + LEAST_LIKENESS * spread)
        primary = ids[first] if fits else None
        enough = max(SECONDARY * said[first], deviations * spread)
        secondary = tuple(ids[theme] for theme in rank[1:2] if fits and said[theme] >= enough)
        why = "" if fits else marked("its title and abstract share too little with what any theme says of itself")
        if fits and first != int(spoken[row].argmax()):
            why = marked("similar works are in this theme")
        unsure = not fits or certainty[row, first] < SURE or best[row] < least
        ruling = ruled.get(work.key)
        if ruling:
            primary = ruling.primary or primary
            secondary = tuple(
                theme for theme in (secondary if ruling.secondary is None else ruling.secondary) if theme != primary
            )
            why, unsure = ruling.why, primary is None
        placements[work.key] = Placement(
            primary=primary,
            secondary=secondary,
            scores=tuple((ids[theme], round(float(certainty[row, theme]), 4)) for theme in rank[:SHOWN_SCORES]),
            terms=opinion.terms.of(row, ids.index(primary)) if primary else (),
            runner_up=next((ids[theme] for theme in rank if ids[theme] != primary), None) if fits else None,
            unsure=bool(unsure),
            decided_by=ruling.decided_by if ruling else "method",
            why=why,
        )
    return placements


@dataclass(frozen=True)
class _Opinion:
    """What the method has to go by: evidence (works by themes) of the taxonomy's words, and with the neighbours'; its
    terms; and whether works that the sources have classified teach it.
    """

    spoken: np.ndarray
    evidence: np.ndarray
    terms: _Terms
    taught: bool


class _Terms:
    """Looks up the terms that led to a work's theme."""

    def __init__(self, phrases: Table, lexicon: Lexicon) -> None:
        self.phrases, self.weights, self.written = phrases, lexicon.weights, lexicon.written
        self.starts = np.searchsorted(phrases.rows, np.arange(phrases.shape[0] + 1))

    def of(self, row: int, theme: int) -> tuple[tuple[str, float], ...]:
        """(term as the author wrote it, what it said for the theme), strongest first."""
        part = slice(self.starts[row], self.starts[row + 1])
        columns = self.phrases.columns[part]
        said = self.phrases.values[part] * self.weights[columns, theme]
        found = [(self.written[column], round(float(value), 2)) for column, value in zip(columns, said, strict=True)]
        return tuple(
            sorted((pair for pair in found if pair[1] > 0), key=lambda pair: (-pair[1], pair[0]))[:SHOWN_TERMS]
        )


def _empty(taxonomy: Taxonomy, placements: dict[str, Placement]) -> list[Problem]:
    used = {placement.primary for placement in placements.values()}
    hint = "give it terms or an exemplar, correct a work in bib/decisions.yml, or remove it"
    return [
        Problem(
            f"theme `{theme.id}` has no works of its own",
            Place(THEMES, theme.line or None) if taxonomy.given else None,
            hint,
        )
        for theme in taxonomy.themes
        if theme.id not in used
    ]
