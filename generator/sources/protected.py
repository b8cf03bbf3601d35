r"""Words of a BibTeX title whose capitals braces protect: `{Gibbs} sampling`, `{B}ayesian`, `the {Monte Carlo} method`.

BibTeX keeps the case of letters in braces, except behind a backslash that follows the brace at once (`{\"u}` is one
letter). Braces around the whole title protect nothing in particular: a style must be able to re-case it ("Designing
BibTeX Styles", O. Patashnik).
"""

from __future__ import annotations

import re

from generator.sources.latex import decode
from generator.sources.latex_commands import CASES, QUOTES, SETTING

_OPEN, _CLOSE = "\ue000", "\ue001"  # private-use characters in place of the braces, which decoding takes away
_KEEPING = SETTING | QUOTES.keys() | CASES.keys()  # BibTeX keeps the case in their argument, as in any braces
_MARK = re.compile(r"\\(?:[A-Za-z]+\*?|.)|[{}]|\$(?:[^$\\]|\\.)+\$", re.DOTALL)
_LETTER = r"[^\W\ue000-\uf8ff]"
_LETTERS = f"{_LETTER}*+"
_PIECE = re.compile(rf"(?<!{_LETTER}){_LETTERS}(?:{_OPEN}[^{_CLOSE}]*{_CLOSE}{_LETTERS})+")


def protected(raw: str) -> tuple[str, ...]:
    """The words with the braces that protect a capital in them, decoded; none where the braces hold the whole title."""
    if "{" not in raw:
        return ()
    found = []
    for piece in _PIECE.findall(decode(_marked(raw))):
        inner = re.findall(rf"{_OPEN}([^{_CLOSE}]*){_CLOSE}", piece)
        if any(character.isupper() for part in inner for character in part) and "$" not in piece:
            found.append(piece.replace(_OPEN, "{").replace(_CLOSE, "}"))
    whole = " ".join(decode(raw).split())
    return tuple(
        dict.fromkeys(one for one in found if one.replace("{", "").replace("}", "") != whole or " " not in whole)
    )


def _marked(raw: str) -> str:
    """The title with marks inside the outermost braces that protect."""
    written: list[str] = []
    end = depth = 0
    opened: int | None = None  # the depth of the braces that are marked
    command = ""
    for mark in _MARK.finditer(raw):
        between = raw[end : mark.start()]
        written.append(between)
        end = mark.end()
        command = "" if between.strip() else command
        if mark[0] == "{":
            depth += 1
            special = raw.startswith("\\", mark.end())
            if opened is None and not special and (not command or command in _KEEPING):
                opened = depth
                written.append("{" + _OPEN)
            else:
                written.append("{")
            command = ""
        elif mark[0] == "}":
            written.append(_CLOSE + "}" if opened == depth else "}")
            opened = None if opened == depth else opened
            depth -= 1
        else:
            command = mark[0][1:].rstrip("*") if mark[0][0] == "\\" else ""
            written.append(mark[0])
    return "".join([*written, raw[end:]])
