"""How often works without a group get the one that a person would give them, learnt from the works that have one.

python -m benchmarks.groups [--json]

Two kinds of data: the shipped survey, whose readers' themes (and, coarser, their sections) are taken as the groups of a
part of the works, drawn at random; and made corpora of titles alone in seven languages, four subjects each
(`tests/themes/label_corpora.py`). For comparison: the commonest group, and a linear classifier on the same texts
(scikit-learn's TF-IDF and logistic regression), which is given the same works.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from benchmarks.themes import HALVES, ROOT, ratio, read_labels
from generator import themes
from generator.config.setting_groups import ThemeSettings
from generator.config.taxonomy import read_taxonomy
from generator.pipeline import survey_of
from generator.works import Work
from tests.themes.label_corpora import SUBJECTS, titles_of

PARTS = (0.1, 0.25, 0.5)  # of the works that have a group
DRAWS = 3


def shipped() -> tuple[list[Work], dict[str, str], dict[str, str]]:
    """The labelled works of the shipped survey, their themes, and the sections of these, by key."""
    labels = {arxiv: label for half in HALVES for arxiv, label in read_labels(half).items()}
    works = [work for work in survey_of(ROOT).works.values() if work.identifier("arxiv") in labels]
    taxonomy = read_taxonomy(ROOT)
    section_of = (
        {theme.id: section.title for section in taxonomy.sections for theme in section.themes} if taxonomy else {}
    )
    theme_of = {work.key: str(labels[work.identifier("arxiv") or ""]["primary"]) for work in works}
    return works, theme_of, {key: section_of[theme] for key, theme in theme_of.items()}


def made_titles(language: str) -> tuple[list[Work], dict[str, str]]:
    """Made titles of a language and their subjects, by key."""
    works = titles_of(language)
    return works, {work.key: f"subject {work.key.removeprefix(language)[0]}" for work in works}


def agreement(works: Sequence[Work], group_of: Mapping[str, str], part: float) -> dict[str, Any]:
    """The share of the works without a group that get their own, for the method and those it is compared with."""
    right: Counter[str] = Counter()
    asked = sure = sure_right = 0
    for draw in range(DRAWS):
        known = _drawn(works, group_of, part, draw)
        hidden = [work for work in works if work.key not in known]
        grouped = [_with_group(work, known.get(work.key, "")) for work in works]
        found = themes.classify(grouped, ThemeSettings(from_="groups"), None, {})
        if found is None or found.taxonomy is None:
            raise ValueError("no group was given")
        title_of = {theme.id: theme.title for theme in found.taxonomy.themes}
        placements = themes.assign(grouped, found.taxonomy, classified=found.rulings).placements
        linear = _linear(works, known, hidden)
        commonest = Counter(known.values()).most_common(1)[0][0]
        for work in hidden:
            placement, own = placements[work.key], group_of[work.key]
            hit = title_of.get(placement.primary or "") == own
            asked += 1
            right["ours"] += hit
            right["linear classifier"] += linear[work.key] == own
            right["commonest group"] += commonest == own
            sure += not placement.unsure
            sure_right += hit and not placement.unsure
    agreements = {name: ratio(right[name], asked) for name in ("ours", "linear classifier", "commonest group")}
    return {"asked": asked, **agreements, "sure": ratio(sure, asked), "right of these": ratio(sure_right, sure)}


def _drawn(works: Sequence[Work], group_of: Mapping[str, str], part: float, draw: int) -> dict[str, str]:
    """The groups of a random part of the works, at least two of each group."""
    keys = sorted(work.key for work in works)
    random.Random(draw).shuffle(keys)
    known = set(keys[: round(len(keys) * part)])
    for group in sorted(set(group_of.values())):
        members = [key for key in keys if group_of[key] == group]
        known.update(members[:2])
    return {key: group_of[key] for key in sorted(known)}


def _with_group(work: Work, group: str) -> Work:
    first, *others = work.records
    extra = (*first.extra, ("groups", group)) if group else first.extra
    return replace(work, records=(replace(first, extra=extra), *others))


def _linear(works: Sequence[Work], known: Mapping[str, str], hidden: Sequence[Work]) -> dict[str, str]:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression

    def text(work: Work) -> str:
        return f"{work.title}. {work.title}. {work.abstract}"

    vectors = TfidfVectorizer(sublinear_tf=True, ngram_range=(1, 2), min_df=1).fit([text(work) for work in works])
    taught = [work for work in works if work.key in known]
    model = LogisticRegression(C=10.0, max_iter=500)
    model.fit(vectors.transform([text(work) for work in taught]), [known[work.key] for work in taught])
    said = model.predict(vectors.transform([text(work) for work in hidden]))
    return {work.key: str(group) for work, group in zip(hidden, said, strict=True)}


def report() -> dict[str, Any]:
    """The figures of every data set and part."""
    works, theme_of, section_of = shipped()
    sets = {"shipped, 22 themes": (works, theme_of), "shipped, sections": (works, section_of)}
    sets |= {f"titles only, {language}": made_titles(language) for language in SUBJECTS}
    return {
        name: {f"{part:.0%} have a group": agreement(some, group_of, part) for part in PARTS}
        for name, (some, group_of) in sets.items()
    }


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description="Assignment of works without a group from those that have one")
    parser.add_argument("--json", action="store_true")
    figures = report()
    if parser.parse_args().json:
        print(json.dumps(figures, indent=1))
        return
    for name, parts in figures.items():
        print(name)
        for part, agreements in parts.items():
            print(f"  {part}: " + ", ".join(f"{what} {value}" for what, value in agreements.items()))


if __name__ == "__main__":
    main()
