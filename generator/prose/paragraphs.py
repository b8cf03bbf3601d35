"""Paragraphs longer than any that people write are parted: Markdown's time grows with the square of a paragraph."""

from __future__ import annotations

import re

from generator.prose.blocks import blocks

LONGEST = 10_000  # characters; people's longest paragraphs have some 2,000
_LONGEST_WORD = 1_000  # characters in which a space is looked for
_SPACE = re.compile(r"\s+")


def parted(text: str) -> tuple[str, tuple[int, ...]]:
    """The text with a blank line in every paragraph after so many characters, and where those begin that had too many.

    It is parted between words where there are any. Code stays as it is: nothing in it is looked for.
    """
    if len(text) <= LONGEST:
        return text, ()
    parts: list[str] = []
    found: list[int] = []
    position = 0
    for block in blocks(text)[0]:
        if block.kind == "code" or block.end - block.start <= LONGEST:
            continue
        found.append(block.start)
        latest = block.start + LONGEST
        while latest < block.end:
            space = _SPACE.search(text, latest - _LONGEST_WORD, latest)
            cut = space.end() if space else latest
            parts += [text[position:cut].rstrip("\n"), "\n\n"]
            position, latest = cut, cut + LONGEST
    return "".join([*parts, text[position:]]), tuple(found)
