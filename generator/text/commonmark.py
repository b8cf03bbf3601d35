"""Text from records as Markdown for programs: CommonMark, and Pandoc's Markdown, which has more marks."""

from __future__ import annotations

import re

from generator.text.escape import visible
from generator.text.math import segments

# What is markup anywhere in a line (the last of them in Pandoc's Markdown alone), and what is so at its start.
_MARKS = re.compile(r"[\\`*_\[\]<>&@^~{}$|]")
_START = re.compile(r"^(?=[#+=:%!-])|^(\d+|\(?[A-Za-z@]+)(?=[.)])")
_IN_MATHEMATICS = re.compile(r"[<>`]")


def literal(text: str) -> str:
    """`text` as Markdown that shows exactly it, on one line. Mathematics stays as it is, between `$` signs."""
    written = "".join(
        f"${_IN_MATHEMATICS.sub(_escaped, piece)}$" if is_math else _MARKS.sub(_escaped, piece)
        for is_math, piece in segments(visible(text))
    )
    return _START.sub(lambda start: f"{start[1]}\\" if start[1] else "\\", written)


def _escaped(mark: re.Match[str]) -> str:
    return f"\\{mark[0]}"
