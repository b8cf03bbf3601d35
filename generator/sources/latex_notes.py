r"""Footnotes that stand in a title: `Sleep and memory\thanks{Supported by …}`. They are a note, not part of it."""

from __future__ import annotations

import re

_NOTE = re.compile(
    r"\s*\\(?:footnote|footnotetext|thanks|todo|marginpar|blfootnote|tnotetext)\s*(?:\[[^\[\]{}]*\])*\s*\{"
)


def without_notes(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without its footnotes, and these as they are written; one whose braces do not close stays."""
    notes: list[str] = []
    at = 0
    while (found := _NOTE.search(text, at)) is not None:
        end = _closing(text, found.end())
        at = found.end()
        if end is not None:
            notes.append(text[at : end - 1])
            text, at = text[: found.start()] + text[end:], found.start()
    return text, tuple(notes)


def _closing(text: str, at: int) -> int | None:
    """The place behind the brace that closes the one before `at`."""
    depth = 1
    while at < len(text):
        if text[at] == "\\":
            at += 1
        else:
            depth += {"{": 1, "}": -1}.get(text[at], 0)
            if not depth:
                return at + 1
        at += 1
    return None
