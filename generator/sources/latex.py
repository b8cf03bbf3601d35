r"""LaTeX of a BibTeX value to Unicode: accents, symbols and text commands; `$…$` stays as it is, braces go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

_MATH = re.compile(r"((?<!\\)\$\$?(?:[^$\\]|\\.)+\$\$?|\\\((?:(?!\\\)).)*\\\)|\\\[(?:(?!\\\]).)*\\\])", re.DOTALL)
_MARKUP = re.compile(r"[\\{}~]|--|``|''")
_ESCAPED = re.compile(r"\\([%&#_$])")
_MARK = re.compile(r"\\.|[{}]|\s+", re.DOTALL)
_BARE = re.compile(r"(?<!\\)[%&]")  # BibTeX has no comments and no tables inside a value: these are signs as any other


def decode(text: str) -> str:
    r"""`text` in Unicode on one line: `Sch{\"o}lkopf` → `Schölkopf`, `{BERT}` → `BERT`, `$O(n)$` stays."""
    if not _MARKUP.search(text):
        return " ".join(text.split())
    if "$" not in text and "\\(" not in text and "\\[" not in text:
        return " ".join(_prose(text).split())
    pieces = _MATH.split(text)
    return " ".join("".join(piece if index % 2 else _prose(piece) for index, piece in enumerate(pieces)).split())


def _prose(text: str) -> str:
    if not _MARKUP.search(text):
        return text
    if "\\" in text:
        try:
            text = "".join(
                _decoder().latex_to_text(_BARE.sub(r"\\\g<0>", piece)) if commands else _ESCAPED.sub(r"\1", piece)
                for piece, commands in _pieces(text)
            )
        except (
            LookupError,
            TypeError,
            ValueError,
            AttributeError,
        ):  # its rules fail where a macro misses its arguments
            return text
    text = text.replace("{", "").replace("}", "").replace("~", " ")
    return text.replace("---", "—").replace("--", "–").replace("``", "“").replace("''", "”")


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The text cut at spaces outside braces into what holds commands, each with the word after it (which may be its argument), and what holds none.

    The decoder needs milliseconds for a page of plain words.
    """
    start, word, depth, commands, pending = 0, 0, 0, False, False
    for mark in _MARK.finditer(text):
        if _ESCAPED.match(mark[0]):
            continue
        if mark[0][0] == "\\":
            if not (commands or pending):
                yield text[start:word], False
                start = word
            commands = True
        elif mark[0] in "{}":
            depth = max(0, depth + (1 if mark[0] == "{" else -1))
        elif depth == 0:
            if pending and not commands:
                yield text[start : mark.start()], True
                start = mark.start()
            commands, pending, word = False, commands, mark.start()
    yield text[start:], commands or pending


@lru_cache(maxsize=1)
def _decoder() -> Any:
    from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

    context = get_default_latex_context_db()
    context.add_context_category(
        "addresses",
        prepend=True,
        macros=[MacroTextSpec("url", simplify_repl="%s"), MacroTextSpec("href", simplify_repl="%(2)s")],
    )
    context.set_unknown_macro_spec(MacroTextSpec("", simplify_repl=_keep))
    return LatexNodes2Text(latex_context=context, math_mode="verbatim", strict_latex_spaces=True, keep_comments=True)


def _keep(node: Any, **_: Any) -> str:
    """An unknown command is kept as written: it may be the name of a method."""
    known = {"textless": "<", "textgreater": ">", "textbar": "|", "textquotesingle": "'"}.get(node.macroname)
    return known or f"\\{node.macroname}{node.macro_post_space or ' '}"
