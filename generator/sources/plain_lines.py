"""Lines of plain text, one thing a line, without the numbers, bullets and quotation marks that people put before
them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.sources.content import Content

_LEAD = re.compile(r"^\s*(?:[-*+•·–—▪‣]\s+|\(?\d{1,4}[.):]\s+|\[\d{1,4}\]\s*)?")
_QUOTES = "\"“”'‘’ \t"
_COMMENT = re.compile(r"^\s*(?:#|//|%)\s")


def plain_lines(content: Content) -> Iterator[tuple[int, str]]:
    """(line number, text) of each line that is neither blank nor a comment."""
    for number, line in enumerate(content.lines, 1):
        text = (
            _LEAD.sub("", line, count=1).strip(_QUOTES).rstrip(_QUOTES + ",;")
            if line.strip() and not _COMMENT.match(line)
            else ""
        )
        if text:
            yield number, text
