"""Short forms and what they stand for, as texts define them: `chain of thought (CoT)`, `KV (key-value)`.

After Schwartz and Hearst (2003), "A simple algorithm for identifying abbreviation definitions in biomedical text": the
letters of the short form stand in the long one in their order, the first at the start of its first word.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.search.words import folded, folded_words

_DEFINED = re.compile(
    r"\((?P<short>[A-Z][\w-]{0,8}[A-Z0-9][\w-]{0,2}?)(?P<plural>s?)(?:[,;][^()]{0,60})?\)",
)
# Up to nine words before a bracket. They are read backwards: forwards, each letter might begin them.
_BEFORE = re.compile(r" ?(?P<words>[\w'’-]+(?: [\w'’-]+){0,8})")
_ROOM = 300  # characters before a bracket in which the long form stands
_REVERSED = re.compile(
    r"\b(?P<short>[A-Z][\w-]{0,8}[A-Z0-9][\w-]{0,2}) \((?P<long>[\w'’-]+(?: [\w'’-]+){0,7})\)",
)
_WRITTEN_SHORT = re.compile(r"[A-Z][\w-]*[A-Z0-9]")
_SIZES = frozenset({"large", "big", "deep", "very"})  # words that a title leaves out: a language model for a large one
_LONGER = 2  # words that a long form may have beyond the letters of the short one


def definitions(text: str) -> Iterator[tuple[str, str]]:
    """(short form, long form) of every definition in a text, as it is written there."""
    if "(" not in text:
        return
    for found in _DEFINED.finditer(text):
        before = _BEFORE.match(text[max(0, found.start() - _ROOM) : found.start()][::-1])
        long = long_form(found["short"], before["words"][::-1]) if before else ""
        if long:
            yield found["short"], long
    for found in _REVERSED.finditer(text):
        if long_form(found["short"], found["long"]) == found["long"]:
            yield found["short"], found["long"]


def long_form(short: str, before: str) -> str:
    """The end of `before` that a short form stands for; "" where its letters are not there."""
    letters = [letter.lower() for letter in short if letter.isalnum()]
    text, place = before.lower(), len(before)
    for number in range(len(letters) - 1, -1, -1):
        place -= 1
        while place >= 0 and (text[place] != letters[number] or (number == 0 and place and text[place - 1].isalnum())):
            place -= 1
        if place < 0:
            return ""
    long = before[place:]
    words = re.split(r"[ -]", long)
    fits = len(letters) > 1 and 1 < len(words) <= min(len(letters) + _LONGER, 2 * len(letters))
    return long if fits and short not in long.split() else ""


@dataclass(frozen=True)
class ShortForms:
    """What short forms stand for in some texts.

    Attributes:
        longs: long forms by short form, as they are written most often, the commonest first.
    """

    longs: Mapping[str, tuple[str, ...]]

    @cached_property
    def short(self) -> dict[str, str]:
        """The short form of each long one, which is folded and without a plural's s."""
        found: dict[str, str] = {}
        for short, longs in self.longs.items():
            for long in longs:
                found.setdefault(comparable(long), short)
        return found

    @cached_property
    def _without_size(self) -> dict[str, str]:
        """The short form of each long one that begins with a size, without that word."""
        found: dict[str, str] = {}
        for long, short in self.short.items():
            size, _, rest = long.partition(" ")
            if size in _SIZES and " " in rest:
                found.setdefault(rest, short)
        return found

    def without_size(self, title: str) -> list[str]:
        """Short forms for what a title names without its size, as `LLM` for `language models`: readers type them."""
        said = f" {folded(title)} "
        return [short for long, short in self._without_size.items() if f" {long} " in said or f" {long}s " in said]

    @cached_property
    def _lengths(self) -> dict[str, set[int]]:
        """How many words the long forms have that begin with a word."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        for long in self.short:
            words = long.split()
            found[words[0]].add(len(words))
        return dict(found)

    def counterparts(self, text: str) -> list[str]:
        """What the forms in a text stand for: the commonest long form of a short one, the short form of a long one."""
        found = [self.longs[word][0] for word in dict.fromkeys(_WRITTEN_SHORT.findall(text)) if word in self.longs]
        words, lengths = folded_words(text), self._lengths
        for start, word in enumerate(words):
            for length in sorted(lengths[word]) if word in lengths else ():
                short = self.short.get(comparable(" ".join(words[start : start + length])))
                if short:
                    found.append(short)
        return found


def comparable(long: str) -> str:
    """A long form without hyphens, case and a plural's s."""
    return folded(long).removesuffix("s")


def short_forms(texts: Iterable[str]) -> ShortForms:
    """The short forms that texts define. Long forms that differ in hyphens, case or a plural's s are one."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    written: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for text in texts:
        if "(" in text:
            for short, long in sorted(set(definitions(text))):
                counts[short][comparable(long)] += 1
                written[short, comparable(long)][long] += 1
    commonest = {names: min(forms, key=lambda form: (-forms[form], form)) for names, forms in written.items()}
    return ShortForms(
        {
            short: tuple(commonest[short, long] for long in sorted(longs, key=lambda long: (-longs[long], long)))
            for short, longs in sorted(counts.items())
        }
    )
