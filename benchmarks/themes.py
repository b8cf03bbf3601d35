"""How often works stand where readers put them, what the found themes are worth, and how long placing takes.

python -m benchmarks.themes [--sizes 5000,50000] [--no-discovery] [--json]

Labels: tests/data/theme-labels-development.yml (256 works), on which method and terms were developed, and
tests/data/theme-labels-held-out.yml (89 works), of which whoever wrote the terms saw neither texts nor labels. The two
began as halves; before the terms were revised, every second held-out work (in the order of arXiv ids) was moved to the
development side. The terms that were revised had been written with all titles, but no held-out label, in view.
Decisions of a person are left out, so all is the method's.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from benchmarks.found_themes import Clustering, by_kmeans, by_nmf, by_ours, coherence, stability, telling_words, text_of
from benchmarks.made.measured import memory
from generator import themes
from generator.config.taxonomy import Section, Taxonomy, read_taxonomy
from generator.pipeline import survey_of
from generator.themes.clusters import how_many
from generator.works import Work

ROOT = Path(__file__).resolve().parent.parent
HALVES = ("development", "held-out")
DRAWS = 5  # random parts of the terms
TERMS_KEPT = 0.4

Label = Mapping[str, Any]


def read_labels(half: str) -> dict[str, Label]:
    """What readers said, by arXiv id; empty where the file is not there."""
    file = ROOT / f"tests/data/theme-labels-{half}.yml"
    return (
        {entry["arxiv"]: entry for entry in yaml.safe_load(file.read_text(encoding="utf-8"))} if file.exists() else {}
    )


def agreement(works: Sequence[Work], taxonomy: Taxonomy, labels: Mapping[str, Label]) -> dict[str, Any]:
    """Agreement of the primary theme, of the secondary ones, and where the errors are."""
    placements = themes.assign(works, taxonomy).placements
    judged = [
        (placements[work.key], labels[arxiv])
        for work in works
        for arxiv in [work.identifier("arxiv")]
        if arxiv in labels
    ]
    wrong = [(placement, label) for placement, label in judged if placement.primary != label["primary"]]
    given = [(set(placement.secondary), set(label["secondary"]), label["primary"]) for placement, label in judged]
    hits, said, wanted = (
        sum(len(a & b) for a, b, _ in given),
        sum(len(a) for a, _, _ in given),
        sum(len(b) for _, b, _ in given),
    )
    confusion: dict[str, Counter[str]] = defaultdict(Counter)
    for placement, label in judged:
        confusion[label["primary"]][placement.primary or "(none)"] += 1
    return {
        "works": len(judged),
        "agreement": ratio(len(judged) - len(wrong), len(judged)),
        "either reader's": ratio(
            sum(placement.primary in label["readers"] for placement, label in judged), len(judged)
        ),
        "primary or secondary": ratio(
            sum(placement.primary in (label["primary"], *label["secondary"]) for placement, label in judged),
            len(judged),
        ),
        "unsure": ratio(sum(placement.unsure for placement, _ in judged), len(judged)),
        "errors among the unsure": ratio(sum(placement.unsure for placement, _ in wrong), len(wrong)),
        "secondary precision": ratio(hits, said),
        "secondary recall": ratio(hits, wanted),
        "secondary also primary": ratio(sum(len(a & (b | {primary})) for a, b, primary in given), said),
        "confusion": {theme: dict(counts.most_common()) for theme, counts in sorted(confusion.items())},
    }


def ratio(part: int, whole: int) -> float | None:
    """`part` of `whole`, to three places; None of nothing."""
    return round(part / whole, 3) if whole else None


def plain_tfidf(works: Sequence[Work], taxonomy: Taxonomy, labels: Mapping[str, Label]) -> float | None:
    """Agreement of the usual way: TF-IDF of title and abstract against title and scope."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    judged = [work for work in works if work.identifier("arxiv") in labels]
    model = TfidfVectorizer(stop_words="english", ngram_range=(1, 2), sublinear_tf=True)
    model.fit([text_of(work) for work in works])
    near = (
        model.transform(map(text_of, judged))
        @ model.transform([f"{theme.title}. {theme.scope}" for theme in taxonomy.themes]).T
    )
    best = near.toarray().argmax(axis=1)
    right = sum(
        taxonomy.themes[theme].id == labels[work.identifier("arxiv") or ""]["primary"]
        for work, theme in zip(judged, best, strict=True)
    )
    return ratio(right, len(judged))


def thinned_agreement(works: Sequence[Work], taxonomy: Taxonomy, labels: Mapping[str, Label]) -> float:
    """Mean agreement with a random part of the terms: how far they were written for the works at hand."""
    found = []
    for seed in range(DRAWS):
        chance = random.Random(seed)
        kept = {
            theme.id: tuple(term for term in theme.terms if chance.random() < TERMS_KEPT) for theme in taxonomy.themes
        }
        thinned = [
            Section(s.title, tuple(replace(theme, terms=kept[theme.id]) for theme in s.themes))
            for s in taxonomy.sections
        ]
        found.append(agreement(works, Taxonomy(tuple(thinned)), labels)["agreement"])
    return round(sum(found) / len(found), 3)


def bare(taxonomy: Taxonomy) -> Taxonomy:
    """The taxonomy with titles and scopes only."""
    plain = [
        Section(s.title, tuple(replace(theme, terms=(), excludes=(), exemplars=()) for theme in s.themes))
        for s in taxonomy.sections
    ]
    return Taxonomy(tuple(plain))


def larger(works: Sequence[Work], size: int) -> list[Work]:
    """`size` works made from the survey's: each a mixture of the sentences of two, with some words replaced."""
    chance = random.Random(size)
    made = []
    for number in range(size):
        one, two = chance.choice(works), chance.choice(works)
        words = (one.abstract[: len(one.abstract) // 2] + two.abstract[len(two.abstract) // 2 :]).split()
        changed = [word if chance.random() > 0.05 else f"{word}{chance.randrange(1000)}" for word in words]
        made.append(replace(one, key=f"w{number}", abstract=" ".join(changed)))
    return made


def main() -> None:
    """Print the tables."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sizes", default="5000", help="numbers of works to time, comma-separated")
    options.add_argument("--no-discovery", action="store_true", help="leave out the comparison of found themes")
    options.add_argument("--json", action="store_true")
    chosen = options.parse_args()
    works = [work for _, work in sorted(survey_of(ROOT).works.items())]
    taxonomy = read_taxonomy(ROOT)
    if taxonomy is None:
        sys.exit("the survey has no bib/themes.yml")
    result: dict[str, Any] = {"assignment": {}, "discovery": {}, "seconds": {}}
    for half in HALVES:
        labels = read_labels(half)
        if labels:
            result["assignment"][half] = agreement(works, taxonomy, labels) | {
                "agreement from scopes alone": agreement(works, bare(taxonomy), labels)["agreement"],
                "with two terms in five": thinned_agreement(works, taxonomy, labels),
                "plain TF-IDF": plain_tfidf(works, taxonomy, labels),
            }
    for size in (len(works), *(int(size) for size in chosen.sizes.split(",") if size)):
        sample = works if size == len(works) else larger(works, size)
        start = time.perf_counter()
        themes.assign(sample, taxonomy)
        result["seconds"][f"{size} works"] = round(time.perf_counter() - start, 2)
    result["peak memory, MB"] = memory()
    if not chosen.no_discovery:
        count = how_many(len(works))
        methods: dict[str, Clustering] = {"this generator": by_ours, "k-means": by_kmeans, "NMF": by_nmf}
        for name, method in methods.items():
            labels, words_of_topics = method(works, count)
            result["discovery"][name] = {
                "themes": count,
                "coherence (NPMI) of its own top words": coherence(words_of_topics, works),
                "of its groups' telling words": coherence(telling_words(labels, works), works),
                "stability (ARI)": stability(method, works, count),
            }
    print(json.dumps(result, indent=2) if chosen.json else table(result))


def table(result: Mapping[str, Any]) -> str:
    """The result for reading."""
    lines = []
    for half, figures in result["assignment"].items():
        lines += [
            f"Assignment, {half} labels",
            *(f"  {name:28} {value}" for name, value in figures.items() if name != "confusion"),
            "  readers' theme: where the works went",
        ]
        lines += [
            f"    {theme:34} " + ", ".join(f"{found} {count}" for found, count in counts.items())
            for theme, counts in figures["confusion"].items()
        ]
    lines += [
        "Seconds",
        *(f"  {name:28} {value}" for name, value in result["seconds"].items()),
        f"  {'peak memory, MB':28} {result['peak memory, MB']}",
    ]
    lines += [
        "Discovery",
        *(
            f"  {name:28} " + ", ".join(f"{what} {value}" for what, value in row.items())
            for name, row in result["discovery"].items()
        ),
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
