"""How much of a file is written in the syntax of a format: the share of its text, blank space aside.

No single line decides the format of a file: of several readers that recognise something in it, the one whose format
accounts for most of it takes it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from generator.sources.content import Content

_FOLDED = (
    12  # lines without a tag for each line with one, above which an entry is not an entry but a text around a few tags
)
_LEAST_TAGS = 2  # of an entry whose other lines count as its own
_BIBTEX_HEAD = re.compile(r"^[ \t]*@\s*(?:\[[^\]{}@]{0,200}\]|[A-Za-z][\w -]{0,40})\s*(?P<open>[{(])", re.MULTILINE)
_BIBTEX_FIELD = re.compile(r"^[ \t]*[A-Za-z][\w-]*[ \t]*=", re.MULTILINE)
_BRACE = re.compile(r"(?<!\\)[{}]")


def share_of_entries(content: Content, tag: re.Pattern[str], start: str, end: str = "") -> float:
    """The share of lines that belong to entries of tagged lines: from the first tag to the tag `end` or the last tag.

    A tagged line's continuations belong to it, unless an entry is made of almost nothing else.
    """
    ours = 0
    entry: list[tuple[bool, int]] = []  # (whether tagged, length) of the lines of the open entry
    for line in content.lines:
        text = line.strip()
        found = tag.match(line) if text else None
        if found and found[1] == start and any(tagged for tagged, _ in entry):
            ours += _length_of(entry)
            entry = []
        if text and (found or entry):
            entry.append((found is not None, len(text)))
        if found and found[1] == end:
            ours += _length_of(entry)
            entry = []
    return (ours + _length_of(entry)) / max(1, _length(content))


def share_of_bibtex(content: Content) -> float:
    """The share of the text in entries, strings, preambles and comments of BibTeX, or in lines that start with `%`."""
    text = content.text
    heads = list(_BIBTEX_HEAD.finditer(text))
    starts = [head.start() for head in heads]
    ours = 0
    for head, following in zip(heads, [*starts[1:], len(text)], strict=True):
        closer = "}" if head["open"] == "{" else ")"
        is_last = following == len(text) and closer == "}"
        end = _end_of_last(text, head.start()) if is_last else text.rfind(closer, head.start(), following) + 1
        ours += _printed(text[head.start() : max(head.start(), end)])
    if starts:
        before = text[: starts[0]].split("\n")
        ours += sum(len(line.strip()) for line in before if line.lstrip().startswith("%"))
    return ours / max(1, _printed(text))


def share_of_lines(lines: Sequence[str], is_ours: Callable[[str], bool]) -> float:
    """The share of the lines' text that stands in lines of a format.

    Blank space at both ends of a line does not count, and `is_ours` gets the line without it.
    """
    texts = [line.strip() for line in lines]
    return sum(len(text) for text in texts if text and is_ours(text)) / max(1, sum(map(len, texts)))


def _length_of(entry: list[tuple[bool, int]]) -> int:
    tagged = [length for is_tagged, length in entry if is_tagged]
    whole = len(tagged) >= _LEAST_TAGS and len(entry) <= _FOLDED * len(tagged)
    return sum(length for _, length in entry) if whole else sum(tagged)


def _length(content: Content) -> int:
    return sum(len(line.strip()) for line in content.lines)


def _printed(text: str) -> int:
    """The number of characters that are not blank space, line by line."""
    return sum(len(line.strip()) for line in text.split("\n"))


def _end_of_last(text: str, start: int) -> int:
    """Where the braces of the last entry end; where they never do, the end of the last line that starts a field."""
    depth = 0
    for brace in _BRACE.finditer(text, start):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.end()
    fields = list(_BIBTEX_FIELD.finditer(text, start))
    return text.find("\n", fields[-1].start()) % (len(text) + 1) if fields else start
