"""Phrases that are one: `honey bees` and `honeybees`, and what keywords pair, as `honey bees (Apis mellifera)`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from generator.themes.phrases import ENGLISH, Stems, content_stems, is_known
from generator.themes.stems import stems
from generator.works import Work

_PAIRED = re.compile(
    r"""
    ^(?P<one>[^()/=]{3,50}?)
    \s* (?: \( (?P<inside>[^()/=]{3,50}) \)      # honey bees (Apis mellifera)
          | \s [/=] \s (?P<equated>[^()=]{3,90})  # honey bees / honeybees / Apis mellifera
        ) \s*$
    """,
    re.VERBOSE,
)
_IN_TITLE = re.compile(r"(?<![^\W\d_])(?P<one>[^\W\d_]++(?:[ -][^\W\d_]++)?) \((?P<other>[A-Z][a-z]{3,} [a-z]{4,})\)")
_BINOMIAL = re.compile(r"[A-Z][a-z]{3,} [a-z]{2,}(?:a|us|um|is|i|ae|ens|ans|ii|on|e|es|or|ix)")  # a species
_LEAST = 2  # works whose keywords hold a species and its common name
_MOST_OF = 0.6  # of the works with the species' name must have the other
_LONGEST = 3  # words
_SHORTEST = 3  # letters of a part of a compound


def synonyms(works: Sequence[Work], languages: Sequence[str], compounds: bool = True) -> dict[Stems, Stems]:
    """For each phrase (its stems) that is another's synonym, the one to take for all of them: the commonest.

    `compounds`: also words that are written together and apart. They make one label; works are not grouped by them,
    since that parts words which other works have in common.
    """
    counts: Counter[Stems] = Counter()
    for work, language in zip(works, languages, strict=True):
        phrases = {one for text in (work.title, *work.keywords) for one in _grams(words_of(text, language))}
        counts.update(phrases)
    groups: dict[Stems, Stems] = {}
    for one, other in (
        *_paired(works, languages),
        *_species(works, languages),
        *(_compounds(counts) if compounds else ()),
    ):
        if one and other and one != other and max(len(one), len(other)) <= _LONGEST:
            _join(groups, one, other, counts)
    return {phrase: _leader(groups, phrase) for phrase in groups if _leader(groups, phrase) != phrase}


def with_synonyms(found: Sequence[str], same: Mapping[Stems, Stems]) -> list[str]:
    """The stems of a text with every synonym replaced by the phrase that stands for it."""
    if not same:
        return list(found)
    result: list[str] = []
    place = 0
    while place < len(found):
        length = next((size for size in range(_LONGEST, 0, -1) if tuple(found[place : place + size]) in same), 0)
        result.extend(same[tuple(found[place : place + length])] if length else found[place : place + 1])
        place += max(length, 1)
    return result


def words_of(text: str, language: str) -> list[str]:
    """The stems of a text as works are compared by them."""
    return content_stems(text, language) if language != ENGLISH and is_known(language) else stems(text)


def _grams(words: Sequence[str]) -> Iterator[Stems]:
    for size in range(1, _LONGEST + 1):
        for start in range(len(words) - size + 1):
            yield tuple(words[start : start + size])


def _paired(works: Sequence[Work], languages: Sequence[str]) -> Iterator[tuple[Stems, Stems]]:
    """What one keyword, or a title in brackets, says is the same."""
    for work, language in zip(works, languages, strict=True):
        for keyword in work.keywords:
            match = _PAIRED.match(keyword.strip())
            if match:
                parts = [match["one"], *(part for part in (match["inside"], *_parts(match["equated"])) if part)]
                if not match["inside"] or _names_the_same(match["one"], match["inside"]):
                    yield from pairwise(tuple(words_of(part, language)) for part in parts)
        for match in _IN_TITLE.finditer(work.title):
            if _BINOMIAL.fullmatch(match["other"]):
                yield tuple(words_of(match["one"], language)), tuple(words_of(match["other"], language))


def _names_the_same(one: str, inside: str) -> bool:
    """Whether brackets hold another name, a species or an abbreviation, rather than the field that a word is of."""
    if _BINOMIAL.fullmatch(one.strip()) or _BINOMIAL.fullmatch(inside.strip()):
        return True
    initials = "".join(word[0] for word in re.split(r"[\s-]+", one) if word)
    return inside.isupper() and inside.casefold() == initials.casefold()


def _parts(text: str | None) -> list[str]:
    return [part.strip() for part in re.split(r"\s[/=]\s", text)] if text else []


def _species(works: Sequence[Work], languages: Sequence[str]) -> Iterator[tuple[Stems, Stems]]:
    """A species among the keywords and the keyword that nearly always stands beside it, and mostly beside it alone."""
    lists = [
        {tuple(words_of(one, language)): one.strip() for one in work.keywords}
        for work, language in zip(works, languages, strict=True)
    ]
    counts = Counter(one for keywords in lists for one in keywords)
    species = {one for keywords in lists for one, text in keywords.items() if _BINOMIAL.fullmatch(text)}
    companions: dict[Stems, Counter[Stems]] = {}
    for keywords in lists:
        for one in species & keywords.keys():
            companions.setdefault(one, Counter()).update(keywords.keys() - species)
    for one in sorted(companions):
        other, both = min(companions[one].items(), key=lambda item: (-item[1], item[0]), default=((), 0))
        rivals = [name for name, number in companions[one].items() if number == both]
        if both >= _LEAST and both >= _MOST_OF * max(counts[one], counts[other]) and len(rivals) == 1:
            yield one, other


def _compounds(counts: Counter[Stems]) -> Iterator[tuple[Stems, Stems]]:
    """Words that are written together and apart: `honeybees` and `honey bees`."""
    alone = {_closed(one[0]): one for one in counts if len(one) == 1 and one[0].isascii()}
    for one in sorted(counts):
        if len(one) > 1 and _closed("".join(one)) in alone and min(map(len, one)) >= _SHORTEST:
            yield one, alone[_closed("".join(one))]


def _closed(word: str) -> str:
    return word.replace("y", "i").rstrip("e")


def _join(groups: dict[Stems, Stems], one: Stems, other: Stems, counts: Counter[Stems]) -> None:
    first, second = _leader(groups, one), _leader(groups, other)
    best, rest = sorted((first, second), key=lambda phrase: (-counts[phrase], phrase))
    groups.setdefault(best, best)
    groups[rest] = best


def _leader(groups: Mapping[Stems, Stems], phrase: Stems) -> Stems:
    while groups.get(phrase, phrase) != phrase:
        phrase = groups[phrase]
    return phrase
