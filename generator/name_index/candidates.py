"""What the works spell like a name, and what they say short forms stand for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator.name_index.phrases import words_of
from generator.name_index.writing import key_of, written
from generator.text.abbreviations import abbreviations
from generator.text.compare import fold
from generator.text.headed import is_heading
from generator.works import Work

_LOWER = re.compile(r"(?<![\w./-])[a-z]+(?![\w/])")
_OF = re.compile(r"\bof\b")
TITLE, ABSTRACT = 0, 1


@dataclass(frozen=True)
class Corpus:
    """The works by position, and their texts."""

    works: Sequence[Work]

    @cached_property
    def texts(self) -> list[tuple[str, str]]:
        """Title and abstract of each work."""
        return [(work.title, work.abstract) for work in self.works]

    @cached_property
    def lowered(self) -> list[tuple[str, str]]:
        """The same in lower case."""
        return [(title.lower(), abstract.lower()) for title, abstract in self.texts]

    @cached_property
    def words(self) -> list[frozenset[str]]:
        """The words of title and abstract, in lower case."""
        return [words_of(f"{title}\n{abstract}") for title, abstract in self.lowered]

    @cached_property
    def ordinary(self) -> frozenset[str]:
        """Words that some work writes in lower case."""
        return frozenset(word for work in self.texts for text in work for word in _LOWER.findall(text))

    @cached_property
    def abstracts(self) -> list[tuple[str, frozenset[str]]]:
        """Each abstract as written, with the work's words in lower case."""
        return [(abstract, words) for (_, abstract), words in zip(self.texts, self.words, strict=True)]


@dataclass(frozen=True, slots=True)
class Place:
    """One place where a work has a name: in its title or its abstract (`part`)."""

    work: int
    part: int
    start: int
    end: int
    form: str
    strong: bool
    inner: bool
    opening: bool


@dataclass(slots=True)
class Candidate:
    """What may be a name: where it stands, and the long forms that works give it, once per work."""

    places: list[Place] = field(default_factory=list)
    longs: Counter[str] = field(default_factory=Counter)

    @property
    def works(self) -> set[int]:
        """The works that contain it."""
        return {place.work for place in self.places}


def read(corpus: Corpus) -> tuple[dict[str, Candidate], list[dict[str, str]]]:
    """The candidates by key; and for each work, the long forms that it gives, by the key of the short one."""
    candidates: dict[str, Candidate] = {}
    meanings: list[dict[str, str]] = []
    for number, texts in enumerate(corpus.texts):
        meant: dict[str, str] = {}
        for part, text in enumerate(texts):
            for short, long in abbreviations(text):
                is_plural = short.endswith("s") and key_of(short) == key_of(short[:-1])
                takes_s = is_plural and long.endswith("s") and not _OF.search(long)  # `mixture of experts (MoEs)`
                meant.setdefault(key_of(short), long[:-1] if takes_s else long)
            for one in written(text, corpus.ordinary, is_title=part == TITLE):
                if one.form.isupper() and is_heading(one.form):
                    continue
                place = Place(number, part, one.start, one.end, one.form, one.strong, one.inner, one.opening)
                candidates.setdefault(one.key, Candidate()).places.append(place)
        for key, long in meant.items():
            candidates.setdefault(key, Candidate()).longs[folded(long)] += 1
        meanings.append(meant)
    return candidates, meanings


def folded(long: str) -> str:
    """A long form in its comparable form: regardless of case, hyphens and number."""
    plain = " ".join(fold(long).split()).lower()
    return plain if plain.endswith("ss") else plain.removesuffix("s")
