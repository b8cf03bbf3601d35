"""A pair of records, explained as `explain` and `review` print it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.works import Evidence

INDENT = "      "  # before each reason


def pair_lines(evidence: Evidence) -> Iterator[str]:
    """The lines that explain one pair of records."""
    verdict = {True: "one work", False: "two works", None: "uncertain"}[evidence.same]
    deciding = {"decision": "a person decided", "source": "the column `cluster` of a source says so"}
    by = deciding.get(evidence.decided_by, f"probability {evidence.probability:.3f}")
    yield f"  {evidence.left} and {evidence.right}: {verdict} ({by})"
    for what, found, weight in evidence.reasons:
        yield f"{INDENT}{weight:+5.1f}  {what}: {found}"
