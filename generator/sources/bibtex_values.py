"""A BibTeX value without braces or quotes, the names of `@string` replaced and pieces joined by `#` put together."""

from __future__ import annotations

import re
from collections.abc import Mapping

_URL_COMMAND = re.compile(r"^\\(?:url|path|nolinkurl)\s*\{(.*)\}$")
_ESCAPED = re.compile(r"\\([_%&#$~{}])")


def value_of(raw: str, macros: Mapping[str, str]) -> str:
    """The text of a value as written; macros are known by their names in lower case."""
    text = raw.strip()
    if text[:1] + text[-1:] in ("{}", '""') and "#" not in text and len(text) > 1:
        return text[1:-1]
    pieces = []
    for part in _concatenated(text):
        delimited = part[:1] + part[-1:] in ("{}", '""') and len(part) > 1
        pieces.append(part[1:-1] if delimited else macros.get(part.lower(), part))
    return "".join(pieces)


def unescaped(text: str) -> str:
    """An address or identifier as it is meant: `\\_` and `\\%` without backslash, `\\url{…}` without the command."""
    return _ESCAPED.sub(r"\1", _URL_COMMAND.sub(r"\1", text.strip())).replace("{", "").replace("}", "")


def _concatenated(text: str) -> list[str]:
    """The pieces of `jan # "~1"`: cut at each `#` outside braces and quotes."""
    parts, depth, quoted, start = [], 0, False, 0
    for index, character in enumerate(text):
        if character in "{}" and text[index - 1 : index] != "\\":
            depth += 1 if character == "{" else -1
        elif character == '"' and depth == 0:
            quoted = not quoted
        elif character == "#" and depth == 0 and not quoted:
            parts.append(text[start:index].strip())
            start = index + 1
    return [*parts, text[start:].strip()]
