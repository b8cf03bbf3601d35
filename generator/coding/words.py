"""The words of codes: how a cell lists several, which are the same value, and in which order they are shown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from generator.file_names import file_name
from generator.text.compare import ascii_letters

_LONGEST_ID = 60  # characters


def bare(text: str) -> str:
    """A name or value as it is compared: regardless of case, spaces, hyphens, underscores and forms of apostrophes."""
    return " ".join(re.split(r"[\s_-]+", text.strip())).casefold().replace("’", "'")


def several(text: str) -> list[str]:
    """The values in a cell, each once: `adults; children` are two."""
    parts = (" ".join(part.split()) for part in text.split(";"))
    return list(dict.fromkeys(part for part in parts if part))


def one_spelling(values_of_works: Iterable[Iterable[str]], listed: Sequence[str]) -> dict[str, str]:
    """For each value of a work, the spelling to show: the codebook's, else the most common of its spellings."""
    counts = Counter(value for values in values_of_works for value in values)
    best = {bare(value): value for value in listed}
    for value in sorted(counts, key=lambda value: (-counts[value], value)):
        best.setdefault(bare(value), value)
    return {value: best[bare(value)] for value in counts}


def in_order(values: Iterable[str], listed: Sequence[str]) -> tuple[str, ...]:
    """The codebook's values in its order, then the others: numbers by size, words alphabetically."""
    others = {value for value in values if value not in listed}
    return (*listed, *sorted(others, key=lambda value: (*_number(value), value.casefold(), value)))


def _number(value: str) -> tuple[int, float]:
    match = re.match(r"[-+]?\d+(?:\.\d+)?", value)
    return (0, float(match[0])) if match else (1, 0.0)


def distinct_ids(names: Iterable[str]) -> Mapping[str, str]:
    """A distinct id for each name, for addresses: `code-risk-of-bias`."""
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        slug = re.sub(r"[^a-z0-9]+", "-", ascii_letters(name).lower()).strip("-")[:_LONGEST_ID]
        base = f"code-{slug or file_name(name).replace('=', '-')[:_LONGEST_ID]}"
        ids[name] = base
        number = 1
        while ids[name] in taken:
            number += 1
            ids[name] = f"{base}-{number}"
        taken.add(ids[name])
    return ids
