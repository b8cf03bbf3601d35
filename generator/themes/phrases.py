"""Phrases: the runs of words in a text that may name a subject, in the language that the text is written in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.text.compare import ascii_letters
from generator.text.function_words import ELSEWHERE, PARTICLES, UNSPACED
from generator.themes.languages import ENGLISH
from generator.themes.other_words import (
    CHINESE_PLAIN,
    ELIDED,
    is_adjective,
    is_known,
    links,
    stem_of,
    stop_words,
)
from generator.themes.plain_words import OF_PUBLICATIONS
from generator.themes.stems import STOP, stem, stems, tokens

_SPAN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*['’]?")
_INNER = re.compile(r".[^\Wa-z_]")  # a capital or digit after the first letter: `LoRA`, `GPT-4`
_BREAK = re.compile(r"[^\w\s'’-]+")
# Endings of words that open or close no name of a subject: adverbs, finite verbs.
_NO_START = re.compile(r"(?:ly|ed)$", re.IGNORECASE)
_NO_END = re.compile(r"(?:ly|ed|ive|able|ible|ful|ous|less|ual|ical)$", re.IGNORECASE)
_DECLINED = re.compile(r"(?:e|er|en|es|em)$")  # endings of German adjectives
LONGEST = 3
_SHORTEST = 3  # letters of a word that says something
LONGEST_RUN = 6  # overlapping pairs of characters

Stems = tuple[str, ...]


class _Word(NamedTuple):
    stems: Stems
    form: str
    opens: bool
    closes: bool
    alone: bool = True
    joins: bool = True  # whether a phrase may go on after it


def phrases(text: str, heading: bool, language: str = ENGLISH) -> Iterable[tuple[Stems, str]]:
    """(stems, form as written) of the phrases of a sentence; a capital that only opens it, or belongs to an English
    heading, is not kept.
    """
    if language in ("fr", "it"):
        text = ELIDED.sub(r"\1' ", text)
    opening = True
    for stretch in _BREAK.split(text):
        run: list[_Word] = []
        for written in _SPAN.findall(stretch):
            if UNSPACED.fullmatch(written):
                yield from _windows(written, language)
                continue
            keeps = language == "de" or not ((heading and language == ENGLISH) or opening) or _INNER.search(written)
            begins = opening or not run
            word = _word(written if keeps else written.lower(), language, begins)
            opening = False
            if word is None:
                yield from _runs(run)
                run = []
            else:
                run.append(word)
        yield from _runs(run)


def _windows(written: str, language: str) -> Iterable[tuple[Stems, str]]:
    """Every run of two to seven characters that no particle opens or closes, as overlapping pairs."""
    parts = CHINESE_PLAIN.split(written) if language == "zh" else [written]
    for part in parts:
        pairs = [part[place : place + 2] for place in range(len(part) - 1)]
        for length in range(1, LONGEST_RUN + 1):
            for start in range(len(pairs) - length + 1):
                if part[start] not in PARTICLES and part[start + length] not in PARTICLES:
                    yield tuple(pairs[start : start + length]), part[start : start + length + 1]


def _word(written: str, language: str, first: bool) -> _Word | None:
    """A word as part of a phrase; None where it can be part of none. `first`: nothing of a phrase stands before it."""
    if not is_known(language) or not _is_latin(written):
        return _english(written.rstrip("'’"))
    bare = written.rstrip("'’")
    plain = ascii_letters(bare).lower()
    if bare.lower() in links(language) and not first:
        return _Word((), written, opens=False, closes=False)
    if plain in stop_words(language) or (len(plain) < _SHORTEST and not bare.isupper()) or plain.isdigit():
        return None
    return _foreign(bare, language, first)


@lru_cache(maxsize=100_000)
def _english(written: str) -> _Word | None:
    parts = [part for part in tokens(written) if len(part) > 1]
    if not parts or all(part in STOP or part in ELSEWHERE or part.isdigit() for part in parts):
        return None
    if written.lower() in OF_PUBLICATIONS:
        return _Word(tuple(stem(part) for part in parts), written, opens=False, closes=False)
    opens, closes = not _NO_START.search(written), len(written) >= _SHORTEST and not _NO_END.search(written)
    return _Word(tuple(stem(part) for part in parts), written, opens, closes)


@lru_cache(maxsize=100_000)
def _foreign(written: str, language: str, first: bool) -> _Word | None:
    parts = [part for part in re.split(r"[-'’]", written) if len(part) > 1]
    if not parts:
        return None
    adjective = is_adjective(written, language)
    lower = language == "de" and written[:1].islower()  # German nouns have a capital, and are written as one
    return _Word(
        tuple(stem_of(part.lower(), language) for part in parts),
        written,
        opens=first or not adjective,
        closes=not lower,
        alone=not adjective,
        joins=language != "de" or lower or (first and bool(_DECLINED.search(written))),
    )


def _is_latin(written: str) -> bool:
    return ascii_letters(written).isascii() or not written[:1].isalpha()


def _runs(run: Sequence[_Word]) -> Iterable[tuple[Stems, str]]:
    for start, first in enumerate(run):
        if not first.opens:
            continue
        phrase: Stems = ()
        for end in range(start, len(run)):
            phrase += run[end].stems
            if len(phrase) > LONGEST:
                break
            if run[end].closes and (end > start or first.alone):
                yield phrase, re.sub(r"(['’]) ", r"\1", " ".join(word.form for word in run[start : end + 1]))
            if not run[end].joins:
                break


def content_stems(text: str, language: str = ENGLISH) -> list[str]:
    """The stems of the words of a text that say something, in their order, by which works are grouped."""
    if language in ("fr", "it"):
        text = ELIDED.sub(r"\1' ", text)
    found: list[str] = []
    for written in re.findall(r"[^\W_]+", text):
        if UNSPACED.fullmatch(written):
            for part in CHINESE_PLAIN.split(written) if language == "zh" else [written]:
                found.extend(part[place : place + 2] for place in range(len(part) - 1))
            continue
        if is_known(language) and _is_latin(written):
            word = _foreign_stem(written, language)
            found.extend([word] if word else [])
        else:
            found.extend(stems(written))
    return found


@lru_cache(maxsize=100_000)
def _foreign_stem(written: str, language: str) -> str:
    plain = ascii_letters(written).lower()
    if plain in stop_words(language) or len(plain) < _SHORTEST or plain.isdigit():
        return ""
    return stem_of(written.lower(), language)


__all__ = ["ENGLISH", "LONGEST", "Stems", "content_stems", "is_known", "phrases"]
