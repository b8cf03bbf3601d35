"""Labelled pairs of records, `tests/data/duplicates*.yml`: their halves, and how well the program tells them apart."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.config.decisions import Decisions
from generator.dedupe import find_works
from generator.identifiers import parse_identifier
from generator.names import parse_name
from generator.records import Origin, Record

DATA = Path(__file__).resolve().parents[2] / "tests/data"
SCHEMES = ("doi", "arxiv", "pmid", "pmcid", "acl", "openreview", "isbn")
HALVES = ("development", "held-out")
# `31(Suppl. 1): 12-19`: volume, number in brackets, pages after a colon; each may be missing.
_PLACE = re.compile(r"(?P<volume>[^(:]*?(?:^1\))?)\s*(?:\((?P<number>[^)]*)\))?\s*(?::\s*(?P<pages>.*))?")


@dataclass(frozen=True)
class LabelledPair:
    """Two records with the truth about them."""

    kind: str
    half: str
    same: bool
    why: str
    left: Record
    right: Record


def read_labelled() -> list[LabelledPair]:
    """The pairs of `duplicates.yml` and of `duplicates-kinds.yml` and its continuations."""
    return [*_written_out(), *_by_kind()]


def _written_out() -> Iterator[LabelledPair]:
    for n, c in enumerate(yaml.safe_load((DATA / "duplicates.yml").read_text(encoding="utf-8")), 1):
        left, right = record_of(c["left"], "a.yml", n), record_of(c["right"], "b.yml", n)
        yield LabelledPair(c["kind"], c["half"], c["same"], c["why"], left, right)


def _by_kind() -> Iterator[LabelledPair]:
    files = (
        "duplicates-kinds.yml",
        "duplicates-kinds-2.yml",
        "duplicates-kinds-3.yml",
        "duplicates-kinds-4.yml",
        "duplicates-kinds-5.yml",
        "duplicates-words.yml",
    )
    kinds = [one for name in files for one in yaml.safe_load((DATA / name).read_text(encoding="utf-8"))]
    for at, one in enumerate(kinds):
        for place, (same, (why, left, right)) in enumerate(
            [(True, pair) for pair in one["same"]] + [(False, pair) for pair in one["different"]]
        ):
            line = 1000 * (at + 1) + place
            records = record_of(_fields(left), "a.yml", line), record_of(_fields(right), "b.yml", line)
            yield LabelledPair(one["kind"], half_of(one["kind"], why), same, why, *records)


def read_triples() -> Iterator[tuple[bool, str, str, tuple[Record, ...]]]:
    """(whether the second and third are one work with the first, half, why, three records) of `duplicates-triples.yml`."""
    groups = yaml.safe_load((DATA / "duplicates-triples.yml").read_text(encoding="utf-8"))
    for same, triples in ((True, groups["same"]), (False, groups["different"])):
        for why, *lines in triples:
            records = tuple(record_of(_fields(line), f"{name}.yml", 1) for name, line in zip("abc", lines, strict=True))
            yield same, half_of("triples", why), why, records


def read_collections() -> dict[str, list[tuple[Record, int]]]:
    """The records of each small collection of `duplicates-collections.yml`, by its name, each with its work's number."""
    collections = yaml.safe_load((DATA / "duplicates-collections.yml").read_text(encoding="utf-8"))
    return {
        name: [
            (record_of(_fields(line), f"{'ab'[(at + nth) % 2]}.yml", 100 * at + nth + 1), at)
            for at, lines in enumerate(works)
            for nth, line in enumerate(lines)
        ]
        for name, works in collections.items()
    }


def half_of(kind: str, why: str) -> str:
    """The half of a pair, by a hash of what names it, so that nobody chooses."""
    return HALVES[hashlib.sha256(f"{kind}: {why}".encode()).digest()[0] % 2]


def _fields(line: str) -> dict[str, Any]:
    """The fields of `title | authors | year | venue | volume(number): pages | identifiers | abstract`."""
    parts = [part.strip() for part in line.split("|")] + [""] * 7
    fields: dict[str, Any] = {"title": parts[0], "venue": parts[3], "abstract": parts[6]}
    fields["authors"] = parts[1].replace(" and ", "; ")
    if parts[2]:
        fields["year"] = int(parts[2])
    place = parts[4]
    if place.startswith("1):"):  # what a program leaves of `31(Suppl. 1)`
        fields |= {"volume": "1)", "pages": place.removeprefix("1):").strip()}
    elif (found := _PLACE.fullmatch(place)) is not None:
        fields |= {name: value.strip() for name, value in found.groupdict().items() if value and value.strip()}
    for identifier in parts[5].split():
        scheme, _, value = identifier.partition(":")
        fields[scheme] = value
    return {name: value for name, value in fields.items() if value}


def record_of(fields: dict[str, Any], source: str, line: int) -> Record:
    """A record of plain values; names as an index writes them, also `Smith JA`."""
    values: dict[str, Any] = {
        name: str(value) if name not in ("year",) else value
        for name, value in fields.items()
        if name not in (*SCHEMES, "authors", "abstract")
    }
    found = [parse_identifier(str(fields[scheme]), scheme) for scheme in SCHEMES if scheme in fields]
    names = [part.strip() for part in fields.get("authors", "").split(";") if part.strip()]
    return Record(
        Origin(source, line),
        abstract=fields.get("abstract", ""),
        authors=tuple(parse_name(name) for name in names if name != "others"),
        authors_truncated="others" in names,
        identifiers=tuple(i for i in found if i),
        **values,
    )


def judge_labelled() -> dict[str, dict[str, Any]]:
    """Precision, recall, F1, the wrong cases, and the doubtful joins and partings that are asked, for each half."""
    result: dict[str, dict[str, Any]] = {}
    for half in HALVES:
        counts: Counter[str] = Counter()
        wrong = []
        for pair in read_labelled():
            if pair.half != half:
                continue
            found = find_works([pair.left, pair.right], [], Decisions())
            said = len(found.works) == 1
            counts[("true" if said == pair.same else "false") + (" positive" if said else " negative")] += 1
            if said != pair.same:
                asked = ", asked" if found.uncertain else ""
                wrong.append(f"{'joined' if said else 'parted'}{asked}: {pair.kind}: {pair.why}")
        result[half] = {
            **scores(counts["true positive"], counts["false positive"], counts["false negative"]),
            "pairs": sum(counts.values()),
            "wrong": wrong,
        }
    return result


def scores(true_positive: int, false_positive: int, false_negative: int) -> dict[str, float]:
    """Precision, recall and F1 of pairs."""
    precision = true_positive / max(1, true_positive + false_positive)
    recall = true_positive / max(1, true_positive + false_negative)
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / max(1e-9, precision + recall), 4),
    }
