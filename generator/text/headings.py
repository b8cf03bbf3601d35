"""Headings of Markdown that begin with `#`: what of the line is the heading's text."""

from __future__ import annotations

_SPACE = " \t"


def heading_text(line: str) -> str:
    """The text of a heading's line without its marks at both ends and its attribute list: `# A # {#a}` gives `A`."""
    text = line.strip().lstrip("#").strip(_SPACE)
    if text.endswith("}"):
        before, brace, inside = text[:-1].rpartition("{")
        if brace and "}" not in inside:
            text = before.rstrip(_SPACE)
    return text.rstrip("#").rstrip(_SPACE)
