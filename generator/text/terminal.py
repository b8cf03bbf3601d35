"""Texts and paths as a terminal shows them: no name of a file can move its cursor, or hide or colour what is said."""

from __future__ import annotations

import os
import shlex
import unicodedata
from collections.abc import Sequence
from string import ascii_letters, digits

# What stands for itself between $' and '.
_PRINTED = frozenset(f'{ascii_letters}{digits} ._-+,:;=@%/()[]{{}}#&!?~*<>|$"')


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
