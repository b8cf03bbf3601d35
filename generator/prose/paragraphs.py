"""Paragraphs longer than any that people write are parted: Markdown's time grows with the square of a paragraph."""

from __future__ import annotations

import re

from generator.prose.blocks import CODE_INDENT, Block, blocks

LONGEST = 10_000  # characters; people's longest paragraphs have some 2,000
_ROOM = 1_000  # characters in which a place to part it is looked for
_MARGIN = 100  # characters before a line's text; more would make the parts of a long quotation longer than itself
# Where it is parted: at the end of a line, as quotations begin each with a mark, or of a sentence, or of a word.
_PLACES = (
    re.compile(r".*\n", re.DOTALL),
    re.compile(r".*[.!?]\s+(?=[A-ZÀ-Þ])", re.DOTALL),
    re.compile(r".*?\s+", re.DOTALL),
)
_RULE = re.compile(r"\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)++\|?[ \t]*+")  # below the heads of a table


def parted(text: str) -> tuple[str, tuple[int, ...]]:
    """The text with a blank line in every paragraph after so many characters, and where those begin that had too many.

    It is parted between lines, sentences or words where there are any. Code stays as it is, for nothing in it is looked
    for, and so does a table, whose rows are read one by one.
    """
    if len(text) <= LONGEST:
        return text, ()
    parts: list[str] = []
    found: list[int] = []
    position = 0
    for block in blocks(text)[0]:
        is_short = block.end - block.start <= LONGEST
        if is_short or block.kind == "code" or _is_table(text[block.start : block.end]):
            continue
        found.append(block.start)
        latest = block.start + LONGEST
        margin = _margin(text, block)
        while latest < block.end:
            before = (place.match(text, latest - _ROOM, latest) for place in _PLACES)
            cut = next((match.end() for match in before if match), latest)
            parts += [text[position:cut].rstrip("\n"), "\n\n"]
            position, latest = cut, cut + LONGEST
            if margin and not _has_mark(text, cut):
                parts.append(margin)
                position += len(text[cut:latest]) - len(text[cut:latest].lstrip(" \t"))
        if margin:
            parts += [text[position : block.end], "\n"]  # or else what follows would go on with the last paragraph
            position = block.end
    return "".join([*parts, text[position:]]), tuple(found)


def _margin(text: str, block: Block) -> str:
    """What a line begins with that goes on with the block's list item, note or quotation after a blank line."""
    before = text[block.start : block.lead]
    quoted = before[: before.rfind(">") + 1]
    columns = block.indent + (CODE_INDENT if block.kind == "item" else 0)
    return f"{quoted[:_MARGIN]} " * bool(quoted) + " " * min(columns, _MARGIN)


def _has_mark(text: str, place: int) -> bool:
    """Whether a line begins at the place, with the mark of a quotation."""
    return text[place - 1 : place] == "\n" and text[place : place + 20].lstrip(" ").startswith(">")


def _is_table(block: str) -> bool:
    """Whether a block is a table without a mark before each row; with one, each row is a block."""
    lines = block.split("\n")
    return len(lines) > 1 and _RULE.fullmatch(lines[1].strip()) is not None and max(map(len, lines)) <= LONGEST
