"""The parts of an overview: its opening, its threads (lines of work) and its open questions.

One opening paragraph, or several.

**Draft and verify.** A thread: a paragraph that starts with a bold label and a full stop. Paragraphs without a label
continue the thread before them.

## Several tokens per pass

A heading also starts a thread: longer overviews are easier to read with headings.

## Open questions

- What do these works leave open [@key]?
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import zip_longest

from generator.prose.blocks import CODE_INDENT, Block, blocks
from generator.prose.citations import read_markup
from generator.text.headings import heading_text

QUESTIONS = "open questions"
_LABEL = re.compile(
    r"(\*\*|__)(?=\S)(?P<label>(?:(?!\1).){1,120}?)(?P<inside>[.:]?)\1(?P<outside>[.:]?)(?=\s|$)", re.DOTALL
)

_INDENTATION = re.compile(r"^ {1,4}|^\t")

Resolve = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Thread:
    """A line of work: its label without the full stop, its Markdown after the label, the keys cited there, its line."""

    label: str
    text: str
    keys: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Question:
    """An open question: its Markdown, the keys cited there, its line in the overview."""

    text: str
    keys: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The parts of an overview, as Markdown with its citations still as written.

    Attributes:
        opening: what stands before the first thread and the first heading.
        threads, questions: in order.
        rest: everything else: sections after the questions, and text beside their list.
    """

    opening: str = ""
    threads: tuple[Thread, ...] = ()
    questions: tuple[Question, ...] = ()
    rest: str = ""


def parse_overview(text: str, resolve: Resolve, first_line: int = 1) -> Overview:
    """The parts of the overview `text`; keys are resolved, unknown ones left to `cite`. Never raises."""
    parts, _ = blocks(text)
    opening: list[str] = []
    rest: list[str] = []
    threads: list[tuple[int, str, list[str]]] = []
    questions: list[tuple[int, list[str]]] = []
    place = "opening"
    line, counted = first_line, 0
    for start, end, first in _pieces(text, parts):
        piece = text[start:end].strip("\n")
        label = _LABEL.match(text, first.lead, end) if first.kind == "text" and first.indent < CODE_INDENT else None
        line, counted = line + text.count("\n", counted, start), start
        if first.kind == "heading":
            heading = heading_text(text[first.start : first.end].lstrip("> \t"))
            if heading.casefold() == QUESTIONS:
                place = "questions"
            elif place == "questions" or not heading:
                place = "rest"
                rest.append(piece)
            else:
                place = "thread"
                threads.append((line, heading, []))
        elif place == "questions" and first.kind == "item" and first.indent < CODE_INDENT:
            questions.append((line, [_dedented(text[first.lead : end])]))
        elif place == "questions" and questions and first.indent > 1:
            questions[-1][1].append(_unindented(piece))
        elif place in ("opening", "thread") and label and (label["inside"] or label["outside"]):
            place = "thread"
            threads.append((line, " ".join(label["label"].split()), [text[label.end() : end].strip()]))
        elif place == "thread":
            threads[-1][2].append(piece)
        else:
            (opening if place == "opening" else rest).append(piece)
    return Overview(
        "\n\n".join(opening),
        tuple(
            Thread(label, body, cited_keys(body, resolve), line)
            for line, label, pieces in threads
            for body in ("\n\n".join(pieces),)
        ),
        tuple(
            Question(body, cited_keys(body, resolve), line)
            for line, pieces in questions
            for body in ("\n\n".join(pieces),)
        ),
        "\n\n".join(rest),
    )


def cited_keys(text: str, resolve: Resolve) -> tuple[str, ...]:
    """The works that `text` cites, in order of their first citation."""
    found = (resolve(item.key) for citation in read_markup(text).citations for item in citation.items)
    return tuple(dict.fromkeys(key for key in found if key is not None))


def by_thread(
    overview: Overview, keys: Iterable[str]
) -> tuple[tuple[tuple[Thread, tuple[str, ...]], ...], tuple[str, ...]]:
    """`keys` (a theme's works) grouped by the first thread that cites each, and those that none cites.

    Within a thread they come in the order of the text, else in the order given. Threads without a work are left out.
    """
    left = dict.fromkeys(keys)
    groups: list[tuple[Thread, tuple[str, ...]]] = []
    for thread in overview.threads:
        mine = tuple(key for key in thread.keys if key in left)
        for key in mine:
            del left[key]
        if mine:
            groups.append((thread, mine))
    return tuple(groups), tuple(left)


def _pieces(text: str, parts: tuple[Block, ...]) -> list[tuple[int, int, Block]]:
    """(start, end, first block) of each paragraph, heading, list item or run of code, with comments between them."""
    starts = [
        block for nth, block in enumerate(parts) if not (nth and block.kind == "code" and parts[nth - 1].kind == "code")
    ]
    return [
        (block.start, after.start if after else len(text), block)
        for block, after in zip_longest(starts, starts[1:])
        if block
    ]


def _dedented(text: str) -> str:
    """The text of a list item, without the indentation of its continuation lines."""
    first, *others = text.strip("\n").split("\n")
    return "\n".join([first.strip(), _unindented("\n".join(others))]).strip()


def _unindented(text: str) -> str:
    """`text` without the indentation of the list item that it stands in; code keeps what it has beyond that."""
    return "\n".join(_INDENTATION.sub("", line).rstrip() for line in text.split("\n"))
