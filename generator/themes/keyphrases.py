"""Key phrases: what a group of works is about, in the words that its authors write."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.text.function_words import ELSEWHERE, PARTICLES, UNSPACED
from generator.text.sentences import sentences
from generator.themes.plain_words import OF_PUBLICATIONS, VAGUE_WORDS
from generator.themes.stems import STOP, stem, tokens
from generator.works import Work

_SPAN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_INNER = re.compile(r".[^\Wa-z_]")  # a capital or digit after the first letter: `LoRA`, `GPT-4`
_BREAK = re.compile(r"[^\w\s'’-]+")
# Endings of words that open or close no name of a subject: adverbs, finite verbs.
_NO_START = re.compile(r"(?:ly|ed)$", re.IGNORECASE)
_NO_END = re.compile(r"(?:ly|ed|ive|able|ible|ful|ous|less|ual|ical)$", re.IGNORECASE)
LONGEST = 3
LONGEST_RUN = 6  # overlapping pairs of characters
BY_LENGTH = (1.0, 1.6, 1.5)  # worth of a phrase of one, two, three words
PART_OF = 0.7  # of a phrase's works; if so many have it in one longer phrase, it is only a piece of that
TELLING = 1.5  # times as often as elsewhere must a group use a phrase that tells it from the rest
NAME_BY_LENGTH = (1.0, 2.0, 1.8)  # a phrase of two words that is half as telling as a word is a better name
HYPHENATED = 0.85  # of a name's worth: `few-shot` says of what kind something is, and not what
VAGUE = 0.4  # of a name's worth: `learning` and `texts` are what every work is about
TITLE_WORTH, TEXT_WORTH = 1.0, 0.3  # of a work that has the name in its title or only in its text
NAMES = 8  # of the strongest phrases may name a group
FEW_WORKS = 3  # in so small a corpus a phrase may stand in one work only

Stems = tuple[str, ...]


class KeyPhrases:
    """The phrases of a corpus: in which works each stands, and how it is usually written.

    A phrase is one to three words within a sentence without a function word among them. Of the single words only those
    are kept that stand in a title: titles name things, sentences also say what happens to them.
    """

    def __init__(self, works: Sequence[Work]) -> None:
        found: dict[Stems, list[int]] = {}
        self.in_titles: dict[Stems, set[int]] = {}
        self.forms: dict[Stems, Counter[str]] = {}
        self.size = len(works)
        for row, work in enumerate(works):
            for place, text in enumerate((work.title, *work.keywords, *sentences(work.abstract))):
                for phrase, form in _phrases(text, heading=place == 0):
                    self.forms.setdefault(phrase, Counter())[form] += 1
                    rows = found.setdefault(phrase, [])
                    if not rows or rows[-1] != row:
                        rows.append(row)
                    if place == 0:
                        self.in_titles.setdefault(phrase, set()).add(row)
        least = 2 if len(works) > FEW_WORKS else 1
        kept = {
            phrase: rows
            for phrase, rows in found.items()
            if len(rows) >= least and (len(phrase) > 1 or phrase in self.in_titles)
        }
        for phrase in [phrase for phrase in kept if len(phrase) > 1]:
            for part in {phrase[:-1], phrase[1:]} & kept.keys():
                if len(found[phrase]) >= PART_OF * len(found[part]):
                    del kept[part]
        self.works = kept

    def of(self, rows: Iterable[int], count: int) -> list[Stems]:
        """The `count` phrases that best tell these works from the others, best first; no two share a word.

        The score is the part of the group that uses a phrase (in titles: twice) times the logarithm of how much more
        often it does so than the rest, and more for a name of two or three words than for a single word: a bag of words
        is no label.
        """
        inside = set(rows)
        here: Counter[Stems] = Counter()
        for phrase, found in self.works.items():
            common = len(inside.intersection(found))
            if common > 1 or (common and self.size <= FEW_WORKS):
                here[phrase] = common
        score: dict[Stems, float] = {}
        for phrase, common in here.items():
            share, rest = common / len(inside), (len(self.works[phrase]) - common + 0.5) / (self.size - len(inside) + 1)
            if share > TELLING * rest:
                titles = len(inside & self.in_titles.get(phrase, set())) / len(inside)
                score[phrase] = (share + titles) * math.log(share / rest) * BY_LENGTH[min(len(phrase), LONGEST) - 1]
        chosen: list[Stems] = []
        for phrase in sorted(score, key=lambda name: (-score[name], name)):
            if not any(set(phrase) & set(other) for other in chosen):
                chosen.append(phrase)
            if len(chosen) == count:
                break
        return chosen

    def name(self, best: Sequence[Stems], rows: Iterable[int]) -> Stems | None:
        """Of the phrases that tell these works best, the one that names most of them and few others, rather one of
        several words.
        """
        inside = set(rows)

        def worth(phrase: Stems) -> float:
            found = self.works[phrase]
            titles, common = len(inside & self.in_titles.get(phrase, set())), len(inside.intersection(found))
            form = self.written(phrase).split()
            kind = NAME_BY_LENGTH[len(form) - 1] * (HYPHENATED if "-" in form[-1] else 1.0)
            kind *= VAGUE if self.is_vague(phrase) else 1.0
            return kind * (TITLE_WORTH * titles + TEXT_WORTH * (common - titles)) * math.sqrt(common / len(found))

        return max(best[:NAMES], key=worth, default=None)

    def is_vague(self, phrase: Stems) -> bool:
        """Whether the phrase is one word that names a subject only beside another."""
        return len(phrase) == 1 and self.written(phrase).lower() in VAGUE_WORDS

    def written(self, phrase: Stems) -> str:
        """The form in which the corpus writes a phrase most often."""
        return min(self.forms[phrase].items(), key=lambda item: (-item[1], item[0]))[0]

    def title(self, phrase: Stems) -> str:
        """The phrase as a heading: words with inner capitals or digits stay as they are (`LoRA`, `GPT-4`)."""
        return " ".join(
            word if any(letter.isupper() for letter in word[1:]) else word[:1].upper() + word[1:]
            for word in self.written(phrase).split()
        )


def _phrases(text: str, heading: bool) -> Iterable[tuple[Stems, str]]:
    """(stems, form as written) of the phrases of a sentence; a capital that only opens it, or belongs to a heading, is
    not kept.
    """
    opening = True
    for stretch in _BREAK.split(text):
        run: list[_Word] = []
        for written in _SPAN.findall(stretch):
            if UNSPACED.fullmatch(written):
                yield from _windows(written)
                continue
            word = _word(written if not (heading or opening) or _INNER.search(written) else written.lower())
            opening = False
            if word is None:
                yield from _runs(run)
                run = []
            else:
                run.append(word)
        yield from _runs(run)


def _windows(written: str) -> Iterable[tuple[Stems, str]]:
    """Every run of two to seven characters that no particle opens or closes, as overlapping pairs."""
    pairs = [written[place : place + 2] for place in range(len(written) - 1)]
    for length in range(1, LONGEST_RUN + 1):
        for start in range(len(pairs) - length + 1):
            if written[start] not in PARTICLES and written[start + length] not in PARTICLES:
                yield tuple(pairs[start : start + length]), written[start : start + length + 1]


class _Word(NamedTuple):
    stems: Stems
    form: str
    opens: bool
    closes: bool


@lru_cache(maxsize=100_000)
def _word(written: str) -> _Word | None:
    """A word as part of a phrase; None where it can be part of none."""
    parts = [part for part in tokens(written) if len(part) > 1]
    if not parts or all(part in STOP or part in ELSEWHERE or part.isdigit() for part in parts):
        return None
    if written.lower() in OF_PUBLICATIONS:
        return _Word(tuple(stem(part) for part in parts), written, opens=False, closes=False)
    opens, closes = not _NO_START.search(written), len(written) > 2 and not _NO_END.search(written)
    return _Word(tuple(stem(part) for part in parts), written, opens, closes)


def _runs(run: Sequence[_Word]) -> Iterable[tuple[Stems, str]]:
    for start, first in enumerate(run):
        if not first.opens:
            continue
        phrase: Stems = ()
        for end in range(start, len(run)):
            phrase += run[end].stems
            if len(phrase) > LONGEST:
                break
            if run[end].closes:
                yield phrase, " ".join(word.form for word in run[start : end + 1])
