"""Overviews and pages as contributors wrote them, made safe for the site unless the survey trusts their HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.errors import Place, Problem
from generator.prose import front_matter
from generator.prose.cleaning import TRUSTED, cleaned
from generator.prose.sources import Written

_CONFLICT = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?=[ \n]|\Z)", re.MULTILINE)
_SIDES = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)


def conflicts(text: str, source: str, first_line: int = 1) -> tuple[Problem, ...]:
    """An error where version control left both sides of a conflict in the text: the line of the first mark."""
    if not _SIDES.search(text):  # `=======` alone underlines a heading
        return ()
    first = next(mark for mark in _CONFLICT.finditer(text) if mark[0][0] in "<>")
    line = text.count("\n", 0, first.start()) + first_line
    told = f"the line `{first[0]}` marks a conflict between two versions"
    return (Problem(told, Place(source, line), "keep what is right of both and delete the marks", "error"),)


def safe_overviews(
    overviews: Mapping[str, str], folder: str, trusted: bool
) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The overviews by name, cleaned unless `trusted`, and what was found wrong with them."""
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for name, text in overviews.items():
        source = f"{folder}/{name}.md"
        problems += conflicts(text, source)
        texts[name], removed = (text, ()) if trusted else cleaned(text, source)
        problems += removed
    return texts, tuple(problems)


def safe_pages(pages: Iterable[Written], trusted: bool) -> tuple[tuple[Written, ...], tuple[Problem, ...]]:
    """The contributors' pages, cleaned unless `trusted`, and what was found wrong with them."""
    kept: list[Written] = []
    problems: list[Problem] = []
    for page in pages:
        problems += conflicts(page.text, page.source, page.line)
        if trusted:
            kept.append(page)
            continue
        text, removed = cleaned(page.text, page.source, page.line)
        meta, dropped = front_matter.known(page.meta)
        problems += [
            Problem(
                f"`{key}` in the front matter does not reach the page", Place(page.source, _line(page, key)), TRUSTED
            )
            for key in dropped
        ]
        problems += removed
        kept.append(replace(page, text=text, meta=meta, front=front_matter.written(meta)))
    return tuple(kept), tuple(problems)


def _line(page: Written, key: str) -> int:
    found = re.search(rf"^{re.escape(key)}\b", page.front, re.MULTILINE)
    return page.front.count("\n", 0, found.start()) + 2 if found else 2
