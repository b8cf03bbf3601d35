"""What to do about YAML that cannot be read: the most common mistakes, each with its remedy."""

from __future__ import annotations

import re

import yaml

_GLUED = re.compile(r"\s*(?:- )?[\w-]+:[^\s/:]")  # `title:Flies`
_SHOWN = 2  # columns of earlier lines that are named


def remedy(text: str, error: yaml.MarkedYAMLError) -> str:
    """What to write at the place of the error instead, or "" if nothing certain can be said."""
    mark, problem = error.problem_mark or error.context_mark, error.problem or ""
    lines = text.split("\n")
    if mark is None or mark.line >= len(lines):
        return _opened(error)
    line, above = lines[mark.line], [one for one in lines[: mark.line] if _is_content(one)]
    at_start = mark.column <= _indent(line)
    if "\t" in line[: _indent(line)] and ("start any token" in problem or "tab" in problem):
        return "use spaces, not a tab"
    if "mapping values are not allowed" in problem:
        return _unexpected_colon(line, above, mark.column)
    if "start any token" in problem:
        return "put the text in quotes"
    if re.search(r"expected ',' or|end of stream", problem) and (error.context_mark or mark).line != mark.line:
        return _opened(error)
    if re.search(r"expected (?:key|'-' indicator|<(?:block end|document start)>)", problem):
        return _indentation(line, above) if at_start else "put the whole text in quotes"
    return "put the text in quotes" if ": " in line.partition(": ")[2] else ""


def _unexpected_colon(line: str, above: list[str], column: int) -> str:
    """A second colon in a text, a colon without its space in the line before, or a line that is indented too far."""
    if above and _GLUED.match(above[-1]) and line.count(": ") <= 1:
        return "put a space after the colon of the line before"
    is_first_colon = ":" not in line[:column]
    if above and is_first_colon and _indent(line) > _indent(above[-1]):
        return _indentation(line, above)
    return "put the text in quotes"


def _opened(error: yaml.MarkedYAMLError) -> str:
    """What was opened but not closed: a bracket, a brace or a quotation mark."""
    mark = error.context_mark
    if mark is None:
        return ""
    what = "quote" if "quoted" in (error.context or "") else "bracket"
    return f"close the {what} that opens in line {mark.line + 1}"


def _indentation(line: str, above: list[str]) -> str:
    """A line that begins in another column than the lines it belongs with."""
    here = _indent(line)
    columns = sorted({_indent(one) for one in above} | {_column_of_key(one) for one in above})
    near = sorted(sorted(columns, key=lambda column: (abs(column - here), column))[:_SHOWN])
    rule = "lines that belong together begin in the same column"
    if here in columns or not near:
        return f"the line is indented too far or too little: {rule}"
    return f"the line is indented by {here} spaces, those before it by {' or '.join(map(str, near))}: {rule}"


def _is_content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _column_of_key(line: str) -> int:
    """The column of the first key in a list entry, after its `- `."""
    return _indent(line) + (2 if line.lstrip().startswith("- ") else 0)
