"""Words of abstracts that lost the space between them, parted by the words of the survey's other abstracts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.text.parting import Texts, parted
from generator.works import Work


def with_spaces(works: Sequence[Work]) -> tuple[Work, ...]:
    """The works with the spaces put back into their abstracts; the rule of the abstract's choice says which words were
    parted, and its original is kept.
    """
    texts = Texts(f"{work.title} {work.abstract}" for work in works)
    return tuple(_with_spaces(work, texts) for work in works)


def _with_spaces(work: Work, texts: Texts) -> Work:
    text, words = parted(work.abstract, texts, work.title)
    if not words:
        return work
    choices = dict(work.choices)
    if "abstract" in choices:
        choice = choices["abstract"]
        parts = f"words parted that no other abstract runs together: {', '.join(words)}"
        said = f"{choice.rule}; {parts}" if choice.rule else parts
        original = choice.value if choice.original is None else choice.original
        choices["abstract"] = replace(choice, value=text, rule=said, original=original)
    return replace(work, abstract=text, choices=choices)
