r"""Titles and abstracts cleaned: the damage done by web dumps and exports is repaired where that is certain.

Every rule is a small function from text to text with a name; what a rule cannot be sure of stays as it was.
Mathematics that can be restored becomes `$…$` with real LaTeX. Cleaning twice changes nothing more.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.text.dumped_latex import (
    accents,
    dashes,
    escapes,
    formulas,
    quotes,
    simple_scripts,
    symbols,
    ties,
    unopened_braces,
)
from generator.text.glued_words import (
    author_notes,
    bare_macros,
    dangling_end,
    footnotes,
    glued_commas,
    glued_genitives,
    glued_names,
    glued_sentences,
    name_of,
    placeholders,
    space_before_punctuation,
)

_PROTECTED = re.compile(r"https?://\S+|(?<!\\)\$(?![\s\d])[^$]{0,300}?(?<!\s)\$|(?<!\\)\$\d[^$\s]{0,40}\$")
_MASKED = re.compile("[\U000f0000-\U0010ffff]")
# Not seen; but a joiner of no width parts letters of Persian and Indic words as a hyphen does.
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]|(?<![\u0600-\u06ff\u0900-\u0dff])\u200c")
_MASK = 0xF0000  # private-use characters stand for addresses and mathematics while the prose around them is mended


def clean_title(text: str) -> str:
    """A title ready to be shown: one line, LaTeX as characters, sub- and superscripts as `$…$`."""
    return _apply(_visible(text), (escapes, accents), (simple_scripts, symbols), (dashes, quotes))


def clean_abstract(text: str, title: str = "") -> str:
    """An abstract ready to be shown, on one line.

    The title, if given, says what the names in the abstract are (`Math-Shepherd: …`), which settles what a bare macro
    (`\\methodname`) or a glued name stands for.
    """
    name = name_of(title)
    prose: tuple[Callable[[str], str], ...] = (
        placeholders, unopened_braces, dashes, quotes, ties, author_notes, footnotes, lambda t: bare_macros(t, name),
        space_before_punctuation, glued_sentences, glued_commas, lambda t: glued_names(t, name), glued_genitives,
        dangling_end,
    )  # fmt: skip
    return _apply(_visible(text), (escapes, accents), (formulas, simple_scripts, symbols), prose)


_Rules = tuple[Callable[[str], str], ...]


def _apply(text: str, escapes: _Rules, mathematics: _Rules, prose: _Rules) -> str:
    """The text after all rules, applied until none finds anything (one repaired piece may expose the next)."""
    if not text.isascii() and _MASKED.search(text):
        return text
    for _ in range(10):
        mended = _once(text, escapes, mathematics, prose)
        if "$$" in mended and "$$" not in text:  # two formulas side by side would become one displayed formula
            mended = _once(text, escapes, (), prose)
        if mended == text:
            break
        text = mended
    return text


def _once(text: str, escapes: _Rules, mathematics: _Rules, prose: _Rules) -> str:
    kept: list[str] = []
    given = text

    def mask(match: re.Match[str]) -> str:
        kept.append(match[0])
        return chr(_MASK + len(kept) - 1)

    for rules in (escapes, *((rule,) for rule in mathematics), prose):
        if "$" in text or "://" in text:
            text = _PROTECTED.sub(mask, text)
        for rule in rules:
            text = rule(text)
    if "$" in text or "://" in text:
        text = _PROTECTED.sub(mask, text)
    if text == given:  # the one line that it was
        return text
    text = " ".join(text.split())
    while kept and _MASKED.search(text):
        text = _MASKED.sub(lambda character: kept[ord(character[0]) - _MASK], text)
    return text


def _visible(text: str) -> str:
    """One line without soft hyphens, zero-width characters and a table's last bar."""
    if not text.isascii():
        text = _UNSEEN.sub("", text)
    text = " ".join(text.split())
    end = len(text)
    while text.endswith(" |", 0, end):
        end -= 2
    return text[:end]
