"""Changes to contributors' prose: what is replaced by what, and what is reported about it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from generator.errors import Place, Problem
from generator.text.escape import visible

TRUSTED = "`prose: {html: trusted}` in bib/survey.yml would keep it"
PICTURE_HINT = "put the picture into docs/ and write its path"
_SHOWN = 60  # characters of an address shown in a message


@dataclass(frozen=True, slots=True)
class Edit:
    """A piece of the text, from `start` to `end`, with its replacement and the message about it."""

    start: int
    end: int
    new: str
    message: str = ""
    hint: str = TRUSTED


def applied(edits: Iterable[Edit], text: str, source: str, first_line: int) -> tuple[str, tuple[Problem, ...]]:
    """The text with its changes made, and a warning for each change with a message. Lines keep their numbers."""
    breaks = [found.start() for found in re.finditer("\n", text)]
    parts: list[str] = []
    problems: list[Problem] = []
    position = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start < position:  # inside something that was removed
            continue
        old = text[edit.start : edit.end]
        parts += [text[position : edit.start], edit.new, "\n" * (old.count("\n") - edit.new.count("\n"))]
        position = edit.end
        if edit.message:
            line = bisect_left(breaks, edit.start) + first_line
            problems.append(Problem(edit.message, Place(source, line), edit.hint))
    return "".join([*parts, text[position:]]), tuple(problems)


def picture_elsewhere(address: str) -> str:
    """The message about a picture from another host."""
    return f"the picture {shortened(address)} is on another host and is a link now"


def shortened(text: str) -> str:
    """Text for a message: invisible characters made visible, and cut if it is long."""
    shown = visible(text)
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"


def listed(what: str, names: list[str], whose: str = "") -> str:
    """Names with what they are and a verb, one or several: `the attributes a, b are`."""
    shown = ", ".join(shortened(name) for name in dict.fromkeys(names))
    return f"the {what} {shown}{whose} is" if len(set(names)) == 1 else f"the {what}s {shown}{whose} are"


def inert(text: str) -> str:
    """Text for the place of markup: no Markdown or HTML mark is left in it, only entities."""
    return "".join(mark if mark.isalnum() or mark in " ,./-" else f"&#{ord(mark)};" for mark in visible(text))
