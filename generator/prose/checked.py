"""Contributors' prose as it appears on the pages, with its citations linked, checked against what is allowed in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from generator.errors import Problem
from generator.prose.blocks import lowered
from generator.prose.library import Library
from generator.prose.overview import Overview
from generator.prose.render import cite
from generator.prose.result import EXTENSIONS, faults, has_markup
from generator.prose.sources import Written


def checked(
    prose: Iterable[Written],
    library: Library,
    overviews: Iterable[tuple[str, Overview]] = (),
    extensions: Collection[str] = EXTENSIONS,
) -> tuple[Problem, ...]:
    """An error for what is not allowed in pages made of `prose` and of the questions of `overviews` (source, parts).

    References are left out: they are not prose, but data of records in HTML of our own. Nor is a text made into a page
    of which a person wrote nothing but words: the links of its citations are made here, and nothing can come of them.
    """
    shelf = replace(library, reference=lambda key: "")
    problems: list[Problem] = []
    for written in prose:
        if not has_markup(written.text):
            continue
        text = cite(lowered(written.text), written.page, shelf, references=False).text
        problems += faults(text, written.source, written.line, extensions)
    for source, overview in overviews:
        for question in overview.questions:
            if not has_markup(question.text):
                continue
            text = cite(listed(question.text), "questions.md", shelf, references=False).text
            problems += faults(text, source, question.line, extensions)
    return tuple(dict.fromkeys(problems))


def listed(text: str) -> str:
    """A text of several paragraphs as an item of a list."""
    return "- " + text.replace("\n", "\n    ")
