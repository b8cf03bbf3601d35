"""The words of a text as the search keeps them: what `scripts/words.js` does with what is typed, by the same tables.

A *form* is a word as it is written, in lower case and without accents. Its *root* (`~` before it) is the stem of its
American spelling, so that `colours` and `color` meet. A word with a joint (`GPT-3`, `FlashAttention`, `T5`) is there
whole (`gpt3`) and in its parts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from generator.search.rules import (
    GREEK,
    GREEK_LETTER,
    JOINED,
    MARKS,
    SHORT,
    SPELLINGS,
    STEMMERS,
    STOP,
    UNCERTAIN,
    UNSPACED,
)
from generator.search.simplified import simplified
from generator.text.compare import LETTERS

ROOT = "~"  # before a root, so that no form is taken for one
_GREEK = re.compile(GREEK_LETTER)
_MARKS = re.compile(MARKS)
_UNSPACED = re.compile(f"{UNSPACED}+")
_LETTER = rf"(?:[^\W_]|[{JOINED}])"
_THOUSANDS = r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))"  # the comma of 1,000, which is read as 1000
# Words with what joins them: `GPT-3.5`, `l_2`, `x^2`, `don't`, `n/a`.
_CHUNK = re.compile(rf"{_LETTER}+(?:(?:[-_'/.^+]|{_THOUSANDS}){_LETTER}+)*")
_PIECES = re.compile(r"[-_'/^+]|\.(?!\d)|(?<!\d)\.")  # 3.5 and 2303.09752 stay whole
_SEAM = re.compile(
    r"""
    (?<=[a-z0-9])(?=[A-Z][a-z])     # Flash|Attention
  | (?<=[A-Z]{2})(?=[A-Z](?!s(?![a-z]))[a-z])     # BERT|Score, but LLMs
  | (?<=[A-Za-z])(?=\d)             # GPT|3
  | (?<=\d)(?=[A-Za-z])             # 3|D
    """,
    re.VERBOSE,
)


def plain(text: str) -> str:
    """`text` without accents, Greek letters by name, Chinese characters in their simplified form; its case stays."""
    if text.isascii():
        return text
    decomposed = _MARKS.sub("", unicodedata.normalize("NFKD", text.translate(_letters())))
    return unicodedata.normalize("NFC", _GREEK.sub(lambda found: GREEK[found[0].lower()], decomposed))


@cache
def _letters() -> dict[int, str]:
    return {**simplified(), **LETTERS}


def folded(text: str) -> str:
    """The words of `text` in lower case, without accents and punctuation, by single spaces: to compare whole texts."""
    return " ".join(folded_words(text))


def folded_words(text: str) -> list[str]:
    """The same words one by one; of a joined word its parts."""
    return [part for chunk in _CHUNK.findall(plain(text)) for part in _parts_of_chunk(chunk)]


@lru_cache(maxsize=200_000)
def _parts_of_chunk(chunk: str) -> tuple[str, ...]:
    return tuple(part for word in words_of_chunk(chunk) for part in word[1:] or word)


def words(text: str) -> Iterator[tuple[str, ...]]:
    """The words of `text` as forms: one alone, or the whole of a joined word and then its parts."""
    for chunk in _CHUNK.findall(plain(text)):
        yield from words_of_chunk(chunk)


@lru_cache(maxsize=200_000)
def words_of_chunk(chunk: str) -> tuple[tuple[str, ...], ...]:
    """The words of what stands between spaces and punctuation: several where a script without spaces is in it."""
    found: list[tuple[str, ...]] = []
    chunk = chunk.replace(",", "")
    runs = re.split(f"({UNSPACED}+)", chunk) if _UNSPACED.search(chunk) else [chunk]
    for run in runs:
        if _UNSPACED.match(run):
            found += ((run[start : start + 2],) for start in range(max(1, len(run) - 1)))
            continue
        pieces = [piece for piece in _PIECES.split(run) if piece]
        parts = [part.lower() for piece in pieces for part in _SEAM.split(piece)]
        if len(parts) > 1:
            found.append(("".join(parts), *parts))
        elif parts:
            found.append((parts[0],))
    return tuple(found)


@lru_cache(maxsize=200_000)
def root(form: str, language: str) -> str:
    """The root of a form in a language, with its mark; "" for numbers, short words and pairs of characters."""
    if len(form) < SHORT or not form.isalpha() or _UNSPACED.match(form):
        return ""
    if language == "en":
        form = spelt(form)
    for pattern, replacement in _UNCERTAIN:
        cut = pattern.sub(replacement, form)
        if cut != form or pattern.match(form):
            return ROOT + cut
    algorithm = STEMMERS.get(language)
    return ROOT + (str(_stemmer(algorithm).stemWord(form)) if algorithm else form)


def spelt(form: str) -> str:
    """An English form in American spelling, or what stands for it here."""
    if not _SPELT_OTHERWISE.search(form):
        return form
    for pattern, replacement in _SPELLINGS:
        form = pattern.sub(replacement, form)
    return form


_SPELLINGS = tuple((re.compile(pattern), replacement) for pattern, replacement in SPELLINGS)
_SPELT_OTHERWISE = re.compile("|".join(f"(?:{pattern})" for pattern, _ in SPELLINGS))
_UNCERTAIN = tuple((re.compile(pattern), replacement) for pattern, replacement in UNCERTAIN)


@cache
def _stemmer(algorithm: str) -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer(algorithm)


def forms(text: str) -> list[str]:
    """All forms of a text, with repetitions: of names, years and the like, which have no roots."""
    return [form for word in words(text) for form in word]


def terms(text: str, language: str) -> list[str]:
    """All forms of a text and their roots: of a title, which is found by the start of a word, too."""
    found = forms(text)
    return [*found, *filter(None, (root(form, language) for form in found))]


def roots(text: str, language: str) -> list[str]:
    """The roots of a long text, and the forms that have none; without the words that say nothing."""
    return [term for chunk in _CHUNK.findall(plain(text)) for term in _roots_of_chunk(chunk, language)]


@lru_cache(maxsize=200_000)
def _roots_of_chunk(chunk: str, language: str) -> tuple[str, ...]:
    found = (form for word in words_of_chunk(chunk) for form in word if form not in STOP)
    return tuple(root(form, language) or form for form in found)
