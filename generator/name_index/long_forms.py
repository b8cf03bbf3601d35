"""The long forms of names: what most works mean by a short one, how they spell it, and which works have only it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from generator.name_index.candidates import Candidate, Corpus, folded
from generator.name_index.phrases import Phrases, found_in
from generator.name_index.writing import is_strong

_PART = re.compile(r"[^\W_]+")


class LongForms:
    """Long forms by the key of the short one."""

    def __init__(
        self, corpus: Corpus, candidates: Mapping[str, Candidate], meanings: Sequence[Mapping[str, str]]
    ) -> None:
        self.corpus, self.meanings = corpus, meanings
        self.of = {key: _commonest(one.longs) for key, one in candidates.items() if one.longs}
        ways: dict[str, Counter[str]] = {}
        for meant in meanings:
            for key, long in meant.items():
                if self.of.get(key) == folded(long):
                    ways.setdefault(key, Counter())[long] += 1
        self.ways = ways
        self.lower = found_in(corpus.abstracts, {way.lower() for found in ways.values() for way in found})

    def agrees(self, work: int, key: str) -> bool:
        """Whether a work does not contradict what most works say the short form stands for."""
        meant = self.meanings[work].get(key)
        return meant is None or key not in self.of or folded(meant) == self.of[key]

    def spelled_out(self) -> dict[str, dict[int, tuple[int, int, int]]]:
        """By key, the works that contain the long form, each with (part, start, end) of its first place."""
        keys: dict[str, list[str]] = {}
        for key, found in self.ways.items():
            for way in {self.of[key], *(one.lower() for one in found)}:
                keys.setdefault(way, []).append(key)
        searched = Phrases(keys)
        places: dict[str, dict[int, tuple[int, int, int]]] = {}
        for work, (texts, words) in enumerate(zip(self.corpus.lowered, self.corpus.words, strict=True)):
            for part, text in enumerate(texts):
                for phrase, start in searched.within(text, words):
                    for key in keys[phrase]:
                        places.setdefault(key, {}).setdefault(work, (part, start, start + len(phrase)))
        return places

    def written(self, key: str) -> str:
        """How most works write the long form; in lower case if any work does. "" if there is none."""
        ways = self.ways.get(key)
        if not ways:
            return ""
        lower = [way for way in ways if way == way.lower()]
        best = min(lower or ways, key=lambda way: (-ways[way], -way.count("-"), len(way), way))
        if lower or any(map(is_strong, best.split())):
            return best
        ordinary = all(word.lower() in self.corpus.ordinary for word in _PART.findall(best))
        opens = best[1:] == best[1:].lower()  # the capital of a sentence's first word
        return best.lower() if ordinary and (opens or best.lower() in self.lower) else best


def _commonest(longs: Counter[str]) -> str:
    return min(longs, key=lambda long: (-longs[long], long))
