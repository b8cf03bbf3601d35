"""Languages as records write them (`eng`, `English`, `Englisch`, `en-GB`), as one code each."""

from __future__ import annotations

import re
from functools import cache

_NAMED_IN = ("en", "de", "fr", "es", "pt", "it", "nl", "zh", "ru")  # languages in which names of languages are known
_PARTED = re.compile(r" ?[;,/|] ?| (?:and|und|et|y|e) ")


def language_codes(text: str) -> tuple[str, ...]:
    """The languages that a text names, as codes of two letters where they have one; a name that is unknown stays."""
    parts = [part for part in _PARTED.split(" ".join(text.casefold().split())) if part]
    return tuple(dict.fromkeys(map(_code, parts)))


@cache
def _code(name: str) -> str:
    from babel.core import get_global  # importing takes time, and most surveys do without

    base = re.split(r"[-_]", name)[0]
    return str(get_global("language_aliases").get(base, "")) or _names().get(name, base)


@cache
def _names() -> dict[str, str]:
    """The code of each language's name, in several languages."""
    from babel import Locale

    found: dict[str, str] = {}
    for locale in _NAMED_IN:
        for code, name in Locale(locale).languages.items():
            if "_" not in code:
                found.setdefault(name.casefold(), code)
    return found
