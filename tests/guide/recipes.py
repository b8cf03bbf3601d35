"""A page of the guide as the steps that it tells a person to do: commands to type, and files to write, in their order.

A block of `sh` is typed, line by line; a block after a line that says ``In `path`:`` is written to that file of the
project. Whatever else the page shows is prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_BLOCK = re.compile(
    r"(?:^In `(?P<path>[^`]+)`:\n\n)?^```(?P<language>\w+)\n(?P<text>.*?)^```", re.MULTILINE | re.DOTALL
)
_KEY = re.compile(r"^([\w-]+):.*\n(?:[ \t#-].*\n|\n)*", re.MULTILINE)


@dataclass(frozen=True)
class Typed:
    """A line of the shell."""

    line: str


@dataclass(frozen=True)
class Put:
    """A text for a file; settings join those that are there."""

    path: str
    text: str


def steps(page: Path) -> Iterator[Typed | Put]:
    """What the page tells to do."""
    for block in _BLOCK.finditer(page.read_text(encoding="utf-8")):
        if block["path"]:
            yield Put(block["path"], block["text"])
        elif block["language"] == "sh":
            yield from (Typed(line) for line in block["text"].splitlines() if line.strip())


def joined(before: str, text: str) -> str:
    """YAML with the keys of `text` in place of those of the same names."""
    names = {found[1] for found in _KEY.finditer(text)}
    return _KEY.sub(lambda found: "" if found[1] in names else found[0], before) + text
