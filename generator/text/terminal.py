"""Texts and paths as a terminal shows them: no name of a file can move its cursor, or hide or colour what is said."""

from __future__ import annotations

import io
import os
import re
import shlex
import unicodedata
from collections.abc import Sequence
from string import ascii_letters, digits
from typing import TextIO

# What stands for itself between $' and '.
_PRINTED = frozenset(f'{ascii_letters}{digits} ._-+,:;=@%/()[]{{}}#&!?~*<>|$"')
# What a terminal obeys and no text needs: control signs but tab and line end, and what turns the direction of a line.
_OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Inert(io.TextIOBase):
    """A stream that hands everything on to another, made inert."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self._stream = stream

    def write(self, text: str) -> int:
        """Write the text; gives its length."""
        self._stream.write(inert(text))
        return len(text)

    def flush(self) -> None:
        """Have the other stream write what it holds back."""
        self._stream.flush()

    def fileno(self) -> int:
        """The other stream's file, by which `input` knows a terminal."""
        return self._stream.fileno()

    def isatty(self) -> bool:
        """Whether the other stream is a terminal."""
        return self._stream.isatty()

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """Of the other stream."""
        return self._stream.encoding

    @property
    def errors(self) -> str | None:  # type: ignore[override]
        """Of the other stream."""
        return self._stream.errors


def inert(text: str) -> str:
    r"""`text` with each sign that a terminal would obey as an escape such as `\u001b`, which JSON reads too.

    Its lines and tabs stay, and so do the marks between the letters of a word that Persian has.
    """
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def on_terminal(text: str) -> str:
    r"""`text` with every control sign, bidirectional mark, line end and lone surrogate as an escape such as `\x1b`."""
    if text.isprintable():
        return text
    return "".join(letter if _is_plain(letter) else _escaped(letter) for letter in text)


def quoted_path(path: str) -> str:
    """A path as a word of a command line: quoted where a shell would read it otherwise, never as an option."""
    if not all(map(_is_plain, path)):
        return f"$'{_within_quotes(os.fsencode(path))}'"
    return shlex.quote(path)


def change_folder(path: str) -> str:
    """The command that enters a folder."""
    return f"cd -- {quoted_path(path)}" if path.startswith("-") else f"cd {quoted_path(path)}"


def _within_quotes(content: Sequence[int]) -> str:
    return "".join(chr(one) if chr(one) in _PRINTED else f"\\x{one:02x}" for one in content)


def _is_plain(letter: str) -> bool:
    return letter.isprintable() or unicodedata.category(letter) == "Zs"


def _escaped(letter: str) -> str:
    return letter.encode("unicode_escape").decode("ascii")
