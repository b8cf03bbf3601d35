"""How authors speak of themselves, as a pattern for the cue phrases of abstracts."""

from __future__ import annotations


def _ourselves(word: str, pattern: str) -> str:
    """The word for the authors as a pattern, at its own start, and not behind a word that opens a clause. Its letters
    stand first: they are found faster than what must not stand before them.
    """
    opening = "".join(rf"(?<!\b{before} {word})" for before in ("as", "if", "when", "once", "while", "how"))
    return rf"{pattern}(?<!\w{word}){opening}"


WE = rf"(?:{_ourselves('we', 'we')}|{_ourselves('I', '(?-i:I)')})"
