"""What is spelt like a name in a text: `GSM8K`, `scRNA-seq`, `Hubble Space Telescope`, `Court of Justice`, `Gaia`.

Only the spelling counts here. Whether something is a name is decided over all works (`collect`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from generator.name_index.words import NOT_NAMES, NUMBERED
from generator.text.sentences import spans

_WORD = r"(?:[a-z]{0,5}\d?)?[A-Z][A-Za-z0-9]*(?:[-+&][A-Za-z0-9]+|\.\d+)*\+{0,2}"
_NUMBER = r"v?\d(?:\.\d+)?(?![\w.%×,/])"
_RUN = re.compile(
    rf"(?<![\w@$\\/.-]){_WORD}(?:[ ~](?:(?:of|for|de|of\ the|[A-Z]\.)[ ])?{_WORD})*(?:[ ~]{_NUMBER})?(?![\w@/]|\.\w)"
)
_JOINS = frozenset(("of", "for", "the", "de"))  # and an initial: `Vera C. Rubin Observatory`
_ARTICLES = frozenset(("The", "A", "An"))
_PLURAL = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Za-z0-9&-]*[A-Z]s|[A-Z]{2,}[A-Z0-9-]*s")  # `LLMs`, `MoEs`
_TAIL = re.compile(r"-(?:[a-z]{4,}|like)$")  # `BERT-based`
_PART = re.compile(r"\A[^A-Za-z]*[A-Za-z].*[A-Z]|[A-Za-z]\d|\d[A-Za-z]|\+$", re.DOTALL)
_LONGEST = 70  # characters
_SHORT = 2  # letters of what may mean anything
_SPACING = re.compile(r"[-\s~_]+")


@dataclass(frozen=True, slots=True)
class Written:
    """What a text spells like a name: `form` stands at `start` to `end`.

    Attributes:
        key: the same for every spelling of one name (`GPT-3`, `GPT3`, `GPT 3`).
        strong: whether its letters alone distinguish it from words (`GSM8K`, `TCGA`); `Gaia` is weak.
        inner: whether it is part of a longer run (`UK` in `UK Biobank`).
        opening: whether it is a lone weak word at the start of a sentence, where every word has a capital.
    """

    key: str
    form: str
    start: int
    end: int
    strong: bool
    inner: bool = False
    opening: bool = False


@lru_cache(maxsize=100_000)
def key_of(form: str) -> str:
    """The comparable form of a name: regardless of case, spaces, hyphens and an abbreviation's plural."""
    bare = form[:-1] if _PLURAL.fullmatch(form) else form
    return _SPACING.sub("", bare).casefold()


@lru_cache(maxsize=100_000)
def is_strong(token: str) -> bool:
    """Whether capitals and digits distinguish `token` from every ordinary word, even a capitalised one."""
    return any(len(part) > 1 and _PART.search(part) for part in token.split("-")) or bool(
        re.fullmatch(r"[A-Z][A-Za-z]*-\d[\w.]*", token)
    )


def written(text: str, ordinary: Set[str], is_title: bool) -> Iterator[Written]:
    """Everything that `text` spells like a name. `ordinary` has the words that some work writes in lower case.

    In titles, whose capitals are a matter of style, only what is strong counts.
    """
    openings: frozenset[int] | None = None
    for run in _RUN.finditer(text):
        start, end = run.span()
        if is_title:
            yield from _strong_pieces(text, start, end, False)
            continue
        first = text[start:end].split(" ", 1)[0]
        if not is_strong(first) and (start == 0 or text[start - 2] in ".!?:;\"“”'’()*" or first in _ARTICLES):
            openings = frozenset(begin for begin, _ in spans(text)) if openings is None else openings
            if first in _ARTICLES or (start in openings and first.lower() in ordinary):
                start = _after_first(text, start, end)
            elif start in openings and " " not in text[start:end]:
                yield Written(key_of(first), first, start, end, strong=False, opening=True)
                continue
        if start < end:
            yield from _of_run(text, start, end)


def _after_first(text: str, start: int, end: int) -> int:
    """Where the second word of a run begins that is not a joining word; `end` if there is none."""
    words = text[start:end].split(" ")
    at = start + len(words[0]) + 1
    for word in words[1:]:
        if word not in _JOINS:
            return at
        at += len(word) + 1
    return end


def _of_run(text: str, start: int, end: int) -> Iterator[Written]:
    run = text[start:end]
    if " " not in run and "~" not in run:
        yield from _single(text, start, end, False)
        return
    words = run.replace("~", " ").split(" ")
    if words[-1].removeprefix("v")[:1].isdigit() and words[-2].lower() in NUMBERED:
        return
    apart = any(is_strong(one) and two in _JOINS for one, two in pairwise(words))  # `TCGA for TP53`, `GB of RAM`
    if len(run) <= _LONGEST and words[0].lower() not in NUMBERED and not apart:
        yield Written(key_of(run), run.replace("~", " "), start, end, any(map(is_strong, words)))
    yield from _strong_pieces(text, start, end, True)


def _strong_pieces(text: str, start: int, end: int, inner: bool) -> Iterator[Written]:
    at = start
    for word in re.split(r"[ ~]", text[start:end]):
        if is_strong(word):
            yield from _single(text, at, at + len(word), inner)
        at += len(word) + 1


def _single(text: str, start: int, end: int, inner: bool) -> Iterator[Written]:
    form = text[start:end]
    tail = _TAIL.search(form)
    if tail and tail.start() > 1:
        form, end = form[: tail.start()], start + tail.start()
    if len(form) < _SHORT or form.lower() in NOT_NAMES or (form[0].isdigit() and len(form) <= _SHORT + 1):
        return
    if form.rstrip("s").lower() in NOT_NAMES:
        return
    yield Written(key_of(form), form, start, end, is_strong(form), inner)
