"""Two records side by side for a person to compare: every field of both, with the differences marked."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence

from rich.cells import cell_len, chop_cells, set_cell_size

from generator.records import Record
from generator.text.compare import fold

FIELDS = (
    "title", "authors", "editors", "year", "month", "kind", "venue", "series", "volume", "number", "pages", "publisher",
    "address", "school", "language", "url", "identifiers", "keywords", "note", "abstract",
)  # fmt: skip
NAME_WIDTH, WIDEST = 12, 60  # cells of the terminal for a field's name, and at most for each of the two columns
BETWEEN = 3  # cells between the columns
NARROWEST = 28  # cells of a column; where they do not fit, the records stand below each other
UNKNOWN = 110  # cells of an output that is no terminal
SAME, DIFFERENT, ALONE = "=", "≠", " "  # between the columns: both agree, they differ, only one has a value
LEGEND = "(= agrees, ≠ differs; ‹words› stand on one side only)"
LEGEND_BELOW = "(= both agree, 1 and 2 differ; ‹words› stand in one only)"
# The pieces of a text: a sign of a script that is written without spaces, or what stands between spaces.
_PIECES = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]|[^\s\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+|\s+"
)


def shown(record: Record, name: str) -> str:
    """The value of a field as a person reads it, "" if the record lacks it."""
    value = getattr(record, name)
    if name in ("authors", "editors"):
        more = "; …" if name == "authors" and record.authors_truncated else ""
        return "; ".join(author.as_last_first for author in value) + more
    if name == "identifiers":
        return ", ".join(f"{one.scheme}:{one.value}" for one in value)
    if name == "keywords":
        return "; ".join(value)
    return " ".join(str(value or "").split())


def terminal_width() -> int:
    """The cells of a line: those of the terminal, or UNKNOWN."""
    return shutil.get_terminal_size((UNKNOWN, 24)).columns


def side_by_side(left: Record, right: Record, width: int | None = None) -> Iterator[str]:
    """Lines of a table: the records' places, then every field that either has; none is longer than `width` cells.

    In a narrow terminal the two records stand below each other, field by field.
    """
    width = width or terminal_width()
    column = min((width - 2 - NAME_WIDTH - BETWEEN) // 2, WIDEST)
    is_wide = column >= NARROWEST
    column = column if is_wide else max(width - 2 - NAME_WIDTH - BETWEEN + 1, NARROWEST)
    rows = _abreast if is_wide else _below
    yield from rows("", str(left.origin), ALONE, str(right.origin), column)
    for name in FIELDS:
        one, other = shown(left, name), shown(right, name)
        if one or other:
            mark = ALONE
            if one and other:
                mark = SAME if fold(one) == fold(other) else DIFFERENT
            if mark == DIFFERENT:
                one, other = _marked(one, other), _marked(other, one)
            yield from rows(name, one, mark, other, column)
    yield from wrapped(LEGEND if is_wide else LEGEND_BELOW, width, "  ")


def wrapped(text: str, width: int, indent: str, further: str = "") -> Iterator[str]:
    """The lines of a text, each after `indent` and all but the first after `further` too, of at most `width` cells."""
    for at, line in enumerate(_lines(text, max(width - cell_len(indent + further), 1))):
        yield f"{indent}{further if at else ''}{line}"


def _abreast(name: str, one: str, mark: str, other: str, column: int) -> Iterator[str]:
    ones, others = _lines(one, column), _lines(other, column)
    for index in range(max(len(ones), len(others))):
        first, second = (lines[index] if index < len(lines) else "" for lines in (ones, others))
        between = mark if index == 0 else " "
        head = f"{name if index == 0 else '':<{NAME_WIDTH}}"
        yield f"  {head}{set_cell_size(first, column)} {between} {second}".rstrip()


def _below(name: str, one: str, mark: str, other: str, column: int) -> Iterator[str]:
    """Both values below each other, the second after the mark; one that both have in the same form is shown once."""
    texts = [("1" if mark != SAME else SAME, one), ("2" if mark != SAME else "", other)]
    for index, (sign, text) in enumerate(texts):
        if sign and text:
            for at, line in enumerate(_lines(text, column)):
                head = name if (index == 0 and at == 0) or (not one and at == 0) else ""
                yield f"  {head:<{NAME_WIDTH}}{sign if at == 0 else ' '} {line}".rstrip()


def _lines(text: str, width: int) -> Sequence[str]:
    """A text in lines of at most `width` cells, broken between words, and within what is longer than a line."""
    lines = [""]
    for piece in _PIECES.findall(text):
        if cell_len(lines[-1].rstrip() + piece) > width or cell_len(lines[-1] + piece) > width:
            *full, rest = chop_cells(piece.strip(), width) or [""]
            lines[-1:] = [line for line in (lines[-1].rstrip(),) if line] + [*full, rest]
        else:
            lines[-1] += piece
    return [line.rstrip() for line in lines]


def _marked(text: str, other: str) -> str:
    """`text` with the words, or signs of a script without spaces, that `other` lacks between ‹ and ›."""
    known = {folded for piece in _PIECES.findall(other) for folded in fold(piece).split()}
    parts = [(piece, piece.isspace() or set(fold(piece).split()) <= known) for piece in _PIECES.findall(text)]
    marked = "".join(piece if same else f"‹{piece}›" for piece, same in parts)
    return marked.replace("›‹", "")
