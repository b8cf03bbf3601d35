"""LaTeX's commands without arguments that stand for a character."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=1)
def symbols() -> dict[str, str]:
    """The character by the command's name without its backslash: those that pylatexenc knows."""
    from pylatexenc.latex2text import get_default_latex_context_db

    found: dict[str, str] = {}
    database = get_default_latex_context_db()
    for category in database.categories():
        for name, spec in database.d[category]["macros"].items():
            shown = spec.simplify_repl
            if isinstance(shown, str) and shown and "%" not in shown and not shown.isspace():
                found.setdefault(name, shown)
    return found
