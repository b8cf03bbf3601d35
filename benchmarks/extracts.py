"""Gists, proposals, results and kinds of 102 real works of many fields: how many of those read are right.

Run from the repository: `python -m benchmarks.extracts`. `tests/data/open-article-labels.csv` holds how each passage began
that one reader saw beside the abstract, and whether it says what the work does, what it proposes or what it found to
someone who saw only the title; of kinds, those that the reader accepts. A passage that begins otherwise today is counted
as unread; one where there was none is not counted. The rules were mended by the development half; then the other half was
read, once: 45 of 56 gists, 39 of 47 proposals, 46 of 50 results and 41 of 56 kinds were right. What that showed of all
such works (an act in the perfect tense, a step of a larger whole, a title's "novel") was mended after.
"""

from __future__ import annotations

from collections import Counter

from generator.kinds import kinds
from generator.text.findings import headline_result
from generator.text.passages import gist
from generator.text.proposals import proposal
from tests.kinds.corpora import open_article_labels, open_articles


def report() -> dict[tuple[str, str], Counter[str]]:
    """By half and what is shown, how many are right, wrong and unread."""
    works = {work.key: work for work in open_articles()}
    told = kinds(list(works.values()))
    found: dict[tuple[str, str], Counter[str]] = {}
    for label in open_article_labels():
        work = works[label["work"]]
        counts = found.setdefault((label["half"], label["what"]), Counter())
        if label["what"] == "kind":
            is_right = work.key in told and told[work.key].name in label["right"].split("|")
            counts["right" if is_right else "wrong"] += 1
            continue
        shown = {
            "gist": gist(work.abstract, work.title),
            "proposal": proposal(work.abstract, work.title),
            "result": headline_result(work.abstract),
        }[label["what"]]
        verdict = "right" if label["right"] == "yes" else "wrong"
        counts[verdict if shown.startswith(label["begins"]) else "unread"] += 1
    return found


def main() -> None:
    """Print a line for each half and what is shown."""
    for (half, what), verdicts in sorted(report().items()):
        read = verdicts["right"] + verdicts["wrong"]
        print(f"{half}, {what}: {verdicts['right']} of {read} are right, {verdicts['unread']} unread")


if __name__ == "__main__":
    main()
