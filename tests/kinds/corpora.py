"""Works of other fields than the shipped survey's, and what a reader took works of both for."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from generator.records import Origin, Record
from generator.text.compare import fold
from generator.works import Work

DATA = Path(__file__).parents[1] / "data"
_SHORT = {"data": "benchmark or data set"}


def other_fields() -> list[Work]:
    """The works of genetics, astronomy, law and archives."""
    return [
        Work(
            title=row["title"],
            records=(Record(Origin("other-fields.yml", number, row["key"])),),
            key=row["key"],
            abstract=row["abstract"],
            year=row["year"],
        )
        for number, row in enumerate(_rows(), 1)
    ]


def neuroscience() -> list[Work]:
    """Real works of cognitive neuroscience."""
    rows = yaml.safe_load((DATA / "neuroscience.yml").read_text(encoding="utf-8"))
    return [
        Work(
            title=row["title"],
            records=(Record(Origin("neuroscience.yml", number, row["key"])),),
            key=row["key"],
            abstract=row["abstract"],
        )
        for number, row in enumerate(rows, 1)
    ]


def open_articles() -> list[Work]:
    """Real works of many fields, from journals that anyone may reprint."""
    rows = yaml.safe_load((DATA / "open-articles.yml").read_text(encoding="utf-8"))
    return [
        Work(
            title=row["title"],
            records=(Record(Origin("open-articles.yml", number, row["key"])),),
            key=row["key"],
            abstract=row["abstract"],
            year=row["year"],
        )
        for number, row in enumerate(rows, 1)
    ]


def open_article_labels() -> list[dict[str, str]]:
    """What a reader said of the passages and kinds of these: half, work, what, right, begins."""
    with (DATA / "open-article-labels.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def shipped_passage_labels() -> list[dict[str, str]]:
    """What a reader said of passages of this survey's works: reading, work, what, blind, right, begins. `blind` is what was
    said of the passage as it was before the rules were mended by that reading, `right` of the one that begins so.
    """
    with (DATA / "shipped-passage-labels.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def field_passages() -> list[dict[str, Any]]:
    """Invented abstracts of many fields: key, half (development, held-out or blind), field, title, sentences, and by what
    is shown (gist, proposal, result) the numbers of the sentences that a reader accepts.
    """
    rows: list[dict[str, Any]] = []
    for name in ("field-passages.yml", "field-passages-2.yml"):
        rows += yaml.safe_load((DATA / name).read_text(encoding="utf-8"))
    return rows


def sentence_shown(shown: str, sentences: Sequence[str]) -> int:
    """The number of the sentence that a passage is taken from, as the one with most of its words."""
    words = set(fold(shown).split())
    shares = [len(words & set(fold(sentence).split())) for sentence in sentences]
    return 1 + shares.index(max(shares))


def labelled_kinds() -> list[tuple[str, str, frozenset[str]]]:
    """(half, key, kinds that a reader accepts) of the labelled works of both corpora."""
    with (DATA / "kind-labels.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["half"], row["work"], row["kind"].split("|")) for row in csv.DictReader(file)]
    rows += [(row["half"], row["key"], [row["kind"]]) for row in _rows()]
    return [(half, key, frozenset(_SHORT.get(kind, kind) for kind in accepted)) for half, key, accepted in rows]


def _rows() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.safe_load((DATA / "other-fields.yml").read_text(encoding="utf-8"))
    return rows
