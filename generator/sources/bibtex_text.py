"""The text that a BibTeX file is cut from: without what would hold the reading up and can be told without it."""

from __future__ import annotations

from generator.sources.content import FIELD_LIMIT, Content


def without_giant_lines(content: Content) -> tuple[str, list[int]]:
    """The text with lines above the limit emptied, and their numbers: one such line would hold up all the others."""
    if len(content.text) <= FIELD_LIMIT:
        return content.text, []
    giant = [number for number, line in enumerate(content.lines, 1) if len(line) > FIELD_LIMIT]
    if not giant:
        return content.text, []
    lines = list(content.lines)
    for number in giant:
        lines[number - 1] = ""
    return "\n".join(lines), giant
