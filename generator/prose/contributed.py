"""Overviews and pages as contributors wrote them, made safe for the site unless the survey trusts their HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.errors import Place, Problem
from generator.project.unmerged import unmerged
from generator.prose import front_matter
from generator.prose.cleaning import cleaned
from generator.prose.edits import TRUSTED
from generator.prose.sources import Written
from generator.text.conflict import lone_mark_line


def conflicts(text: str, source: str, first_line: int = 1) -> tuple[Problem, ...]:
    """An error, with its line, where git left both versions of a piece of the text; a warning about a mark alone, since
    Markdown reads it as a quotation, while it may be left from a conflict of which only a part was removed.
    """
    problem = unmerged(text, source, first_line=first_line, is_free_text=True)
    if problem:
        return (problem,)
    line = lone_mark_line(text)
    if line is None:
        return ()
    message = "this line looks like what git leaves of two versions that it could not merge"
    hint = "remove it, or begin it with a backslash where it is meant"
    return (Problem(message, Place(source, line + first_line - 1), hint),)


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
