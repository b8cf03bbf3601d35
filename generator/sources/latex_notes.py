r"""Footnotes that stand in a title: `Sleep and memory\thanks{Supported by …}`. They are a note, not part of it."""

from __future__ import annotations

import re

_NOTE = re.compile(
    r"\\(?:footnote|footnotetext|thanks|todo|marginpar|blfootnote|tnotetext)\s?(?:\[[^\[\]{}]{0,40}\])?\{"
)
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)


def without_notes(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without its footnotes, and these as they are written; one whose braces do not close stays."""
    if "\\" not in text or not _NOTE.search(text):
        return text, ()
    closing = _closing_braces(text)
    kept: list[str] = []
    notes: list[str] = []
    at = 0
    for found in _NOTE.finditer(text):
        end = closing.get(found.end() - 1)
        if found.start() >= at and end is not None:
            kept.append(text[at : found.start()].rstrip())
            notes.append(text[found.end() : end])
            at = end + 1
    return "".join([*kept, text[at:]]), tuple(notes)


def _closing_braces(text: str) -> dict[int, int]:
    """The place of the brace that closes each open one."""
    closing: dict[int, int] = {}
    opened: list[int] = []
    for found in _BRACE.finditer(text):
        if found[0] == "{":
            opened.append(found.start())
        elif found[0] == "}" and opened:
            closing[opened.pop()] = found.start()
    return closing
