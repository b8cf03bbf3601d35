"""Related works: how good the first three of each are, beside plain TF-IDF, latent topics and BM25.

Run from the repository: `python -m benchmarks.related [--json]`.

Measures: P@1 and P@3 count links that are at least loosely right among one and three places, `shown` among those that
are shown. A link without a grade counts as nonsense, and `ungraded` says how many there are.

Grades (0 nonsense, 1 loosely related, 2 clearly related) of this survey's links stand in
`tests/data/related-grades.csv`, in two halves by a hash of the key; weights were chosen on `development` alone.

- One reader graded 60 works by title, abstract and the gists of what is beside them, 40 of these for development, and
  36 for development by titles alone.
- After all weights were chosen, a second reader graded 40 more, 20 in each half, by titles and gists in an order that
  did not show who had found what. Of these alone nDCG@3 was 0.80 for development and 0.85 held out; its standard error
  held out is 0.03.
- This survey's works are also related with `found themes`, as a build has them without `themes.yml`; 48 links of this
  kind were graded by title and, for most, abstract.

The other corpora:

- The second is real, of cognitive neuroscience, where all works use one of two tasks: these are no relation, and 1 is a
  group of people, a function or a method in common. No weight may make its development half worse. It is related by
  content alone and, `as built`, with the themes that a build finds there. By content alone the measures are those of
  TF-IDF. What found themes take away, 0.022 of nDCG@3, is within chance: the 95% interval by bootstrap over works was
  0.055 less to 0.022 more for a loss of 0.016, before two links were taken away, and 0.041 less to 0.038 more for the
  first 110 works of this survey's development half.
- The third is of works of many fields, most of which have no other near them, so its measures say whether a link is
  shown only where it is good. 30 of its works were graded by titles.
- The fourth is a small invented one of medicine.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.preprocessing import normalize

from generator import links, themes
from generator.links.values import Related
from generator.pipeline import survey_of
from generator.records import Origin, Record
from generator.works import Work
from tests.kinds.corpora import neuroscience, open_articles

GRADES = Path("tests/data/related-grades.csv")
NEUROSCIENCE = Path("tests/data/neuroscience-grades.csv")
OPEN_ARTICLES = Path("tests/data/open-article-grades.csv")
MEDICINE = Path("tests/data/medicine.yml")
PLACES = 3
Grades = Mapping[str, Mapping[str, int]]
Lists = Mapping[str, Sequence[str]]


def graded(file_of_grades: Path = GRADES) -> dict[str, dict[str, dict[str, int]]]:
    """By half, by work, the grade of each other work that was read beside it."""
    halves: dict[str, dict[str, dict[str, int]]] = {}
    with file_of_grades.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            halves.setdefault(row["half"], {}).setdefault(row["work"], {})[row["other"]] = int(row["grade"])
    return halves


def medicine() -> tuple[list[Work], dict[str, dict[str, int]]]:
    """The invented corpus, and grades: 2 for works of one question, 1 for works of one field."""
    rows = yaml.safe_load(MEDICINE.read_text(encoding="utf-8"))
    works = [
        Work(
            title=row["title"],
            records=(Record(Origin("medicine.yml", number, row["key"])),),
            key=row["key"],
            abstract=row["abstract"],
        )
        for number, row in enumerate(rows, 1)
    ]
    grades = {
        one["key"]: {
            two["key"]: (one["field"] == two["field"]) + (one["question"] == two["question"])
            for two in rows
            if one is not two
        }
        for one in rows
    }
    return works, grades


def measures(lists: Lists, grades: Grades) -> dict[str, float]:
    """P@1, P@3, the share of right ones among those shown, nDCG@3 over the graded works, and links without a grade."""
    first = right = gain = shown = ungraded = 0.0
    for key, known in grades.items():
        found = [known.get(other, 0) for other in lists.get(key, ())[:PLACES]]
        best = _gain(sorted(known.values(), reverse=True)[:PLACES])
        first += bool(found and found[0])
        right += sum(grade > 0 for grade in found)
        shown += len(found)
        ungraded += sum(other not in known for other in lists.get(key, ())[:PLACES])
        gain += _gain(found) / best if best else not found
    count = len(grades)
    figures = {"p1": first / count, "p3": right / count / PLACES, "shown": right / max(1, shown), "ndcg3": gain / count}
    return {name: round(value, 3) for name, value in figures.items()} | {"ungraded": int(ungraded)}


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))


def plain(works: Sequence[Work]) -> dict[str, Lists]:
    """The first three works by each of the methods that one would try first."""
    texts = [f"{work.title}. {work.title}. {work.abstract}" for work in works]
    pairs = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, stop_words="english", min_df=2)
    words = TfidfVectorizer(sublinear_tf=True, stop_words="english", min_df=2)
    terms, single = pairs.fit_transform(texts), words.fit_transform(texts)
    latent = normalize(TruncatedSVD(min(100, len(works) // 2), random_state=0, n_iter=10).fit_transform(single))
    likeness = {"TF-IDF": (terms @ terms.T).toarray(), "LSA": latent @ latent.T, "BM25": _bm25(texts)}
    return {name: _lists(works, values) for name, values in likeness.items()}


def _bm25(texts: Sequence[str]) -> Any:
    counts = CountVectorizer(stop_words="english", min_df=2).fit_transform(texts).astype(float).tocsr()
    spread = np.bincount(counts.indices, minlength=counts.shape[1])
    rarity = np.log(1 + (len(texts) - spread + 0.5) / (spread + 0.5))
    length = np.asarray(counts.sum(axis=1)).ravel()
    rows = np.repeat(np.arange(len(texts)), np.diff(counts.indptr))
    weights = counts.copy()
    saturation = counts.data + 1.2 * (0.25 + 0.75 * length[rows] / length.mean())
    weights.data = counts.data * 2.2 / saturation * rarity[counts.indices]
    counts.data[:] = 1
    asked = (counts @ weights.T).toarray()
    return asked + asked.T


def _lists(works: Sequence[Work], likeness: Any) -> Lists:
    np.fill_diagonal(likeness, -1)
    order = np.argsort(-likeness, axis=1, kind="stable")[:, :PLACES]
    return {work.key: [works[place].key for place in row] for work, row in zip(works, order, strict=True)}


def report() -> dict[str, dict[str, dict[str, float]]]:
    """By set of grades, by method, its measures."""
    survey = survey_of(Path("."))
    works = sorted(survey.works.values(), key=lambda work: work.key)
    methods = {"this program": _keys(survey.related), **plain(works)}
    found = {
        half: {name: measures(lists, grades) for name, lists in methods.items()} for half, grades in graded().items()
    }
    found["development"]["found themes"] = measures(_as_built(works), graded()["development"])
    read = {key: grades for half in graded(NEUROSCIENCE).values() for key, grades in half.items()}
    for field, (others, grades) in {"neuroscience": (neuroscience(), read), "medicine": medicine()}.items():
        lists_of = {"this program": _keys(links.related(others, {})), "as built": _as_built(others), **plain(others)}
        found[field] = {name: measures(lists, grades) for name, lists in lists_of.items()}
    articles = open_articles()
    ways = {
        "this program": _keys(links.related(articles, {})),
        "as built": _as_built(articles),
        "TF-IDF": plain(articles)["TF-IDF"],
    }
    for half, grades in graded(OPEN_ARTICLES).items():
        found[f"many, {half[:4]}."] = {name: measures(lists, grades) for name, lists in ways.items()}
    return found


def _as_built(works: Sequence[Work]) -> Lists:
    """Related works as a build has them that finds the themes itself."""
    placements = themes.assign(works, themes.discover(works)).placements
    primary = {key: placement.primary for key, placement in placements.items()}
    evidence = {key: placement.scores for key, placement in placements.items()}
    return _keys(links.related(works, primary, evidence=evidence, mentions=links.mentions(works)))


def _keys(related: Mapping[str, Sequence[Related]]) -> Lists:
    return {key: [entry.key for entry in entries] for key, entries in related.items()}


def main() -> None:
    """Print a small table, or JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    found = report()
    if options.json:
        print(json.dumps(found, indent=2, sort_keys=True))
        return
    print(f"{'':<12} {'method':<13} {'P@1':>6} {'P@3':>6} {'shown':>6} {'nDCG@3':>7} {'ungraded':>8}")
    for name, methods in found.items():
        for method, row in methods.items():
            figures = f"{row['p1']:>6} {row['p3']:>6} {row['shown']:>6} {row['ndcg3']:>7} {row['ungraded']:>8}"
            print(f"{name:<12} {method:<13} {figures}")


if __name__ == "__main__":
    main()
