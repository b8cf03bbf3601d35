"""A RIS record of given lines, and fields as tests compare them."""

from __future__ import annotations

from generator.records import Record


def ids(record: Record) -> set[str]:
    return {f"{one.scheme}:{one.value}" for one in record.identifiers}


def names(record: Record) -> list[str]:
    return [name.as_last_first for name in record.authors]


def ris(*lines: str) -> str:
    return "\n".join(("TY  - JOUR", "TI  - Otters at sea", *lines, "ER  - ", ""))
