"""LaTeX mathematics inside a text: where it stands, and how it reads without a renderer."""

from __future__ import annotations

import re

from generator.text.plain_math import as_unicode

# Pandoc's rule for `$…$` (User's Guide, "tex_math_dollars"), so that prices stay prices: no space just inside, no
# digit right after, unless what stands inside is plainly mathematics (`$\sim$0.6`). A backslash makes a plain dollar.
_MATH = re.compile(r"(?<![\\$])\$(?![\s$])((?:\\.|[^$\\]){1,300}?)(?<!\s)\$(?!\$)", re.DOTALL)
_PLAINLY = re.compile(r"[\\^_]")


def segments(text: str) -> list[tuple[bool, str]]:
    """`text` cut into (is mathematics, piece); mathematics without its dollar signs. Empty pieces are left out."""
    pieces: list[tuple[bool, str]] = []
    end = 0
    for match in _MATH.finditer(text):
        if text[match.end() : match.end() + 1].isdigit() and not _PLAINLY.search(match[1]):
            continue
        if match.start() > end:
            pieces.append((False, text[end : match.start()]))
        pieces.append((True, match[1]))
        end = match.end()
    if end < len(text):
        pieces.append((False, text[end:]))
    return pieces


def plain(text: str) -> str:
    """`text` with its mathematics as Unicode: `H$_2$O` gives `H₂O`. For headings, titles and lists."""
    if "$" not in text:
        return text
    return "".join(as_unicode(piece) if is_math else piece for is_math, piece in segments(text))
