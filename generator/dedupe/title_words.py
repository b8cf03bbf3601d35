"""Words of titles compared: slips, spellings and opposites, and how much agreement on words counts."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein
from snowballstemmer import stemmer

from generator.dedupe.slips import is_slip
from generator.dedupe.vocabulary import GREEK_NAMES, OPPOSED, STOP, word_set
from generator.text.english_words import is_english

_ONSETS = word_set("bl br ch cl cr dr fl fr gl gr ph pl pr sc sh sk sl sm sn sp st sw th tr")
_STEM = 3  # letters that are left of a word without its ending
_LONGEST_WORD = 100  # letters; what is longer is no word
_LONGEST_HEAD = max(len(head) for heads in OPPOSED for head in heads)
_ENDINGS = 4  # letters by which endings may differ
_ONE_SLIP, _TWO_SLIPS, _THREE_SLIPS = 4, 7, 11  # letters from which a word may have endings of such length
_COMMON_START = 5  # letters that long words with different endings share
_SHORT_WORD = 7  # letters below which replacing one may make another word
_SUBSTANCE = re.compile(r"(?:[aiy]te|ide|[aeioy]ne|[aio]ns?|ose|[aio]l)s?$")  # `nitrate`, `nitrite`
_RESPELT = (  # British and American spellings, and those that differ between journals
    (re.compile(r"(?<=[^aeiou])re(?=s?\b)"), "er"),
    (re.compile(r"(?:(?<=og)ue|(?<=am)me)(?=s?\b)"), ""),
    (re.compile(r"(?<=dg)e(?=m)|(?<=g)e(?=ing)"), ""),
    (re.compile(r"[zc](?=[aei])|y(?=[sz])"), "s"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"[ck]"), "k"),
    (re.compile(r"ou(?=l)"), "o"),
    (re.compile(r"(?<=gr)[ae]y"), "ey"),
    (re.compile(r"(?<=in)i(?=um)"), ""),
    (re.compile(r"(.)\1"), r"\1"),
)


@lru_cache(maxsize=50_000)
def title_weight(words: tuple[str, ...]) -> float:
    """How much agreement on these words counts, in log-odds: long titles are seldom shared by chance."""
    content = sum(word not in STOP for word in words)
    return (0.5, 1.5, 3.2, 4.6, 5.6, 6.4, 7.0)[min(content, 6)] + min(0.2 * max(content - 6, 0), 1.0)


def opposed(left: str, right: str) -> bool:
    """Whether two words are similar in letters but opposite in meaning: `supervised`, `unsupervised`; `hypo-`,
    `hyper-`.
    """
    end = 0
    while end < min(len(left), len(right)) and left[-1 - end] == right[-1 - end]:
        end += 1
    if end < _STEM:
        return False
    longest = max(len(left), len(right))
    for shared in range(end, max(2, longest - _LONGEST_HEAD - 1), -1):
        heads = tuple(sorted((left[: len(left) - shared], right[: len(right) - shared])))
        if heads in OPPOSED and (heads != ("", "a") or _begins_a_word(min(left, right, key=len))):
            return True
    return False


def _begins_a_word(stem: str) -> bool:
    """Whether a word can begin like this: `typical` in `atypical`, but not `rchives` in `archives`."""
    return stem[1] in "aeiouy" or stem[:2] in _ONSETS


@lru_cache(maxsize=100_000)  # family names are compared with many others
def transcribed(word: str) -> str:
    """A word without the letters that transcription and British spelling add: `mueller`, `tumour`, `oesophageal`."""
    return word.replace("ae", "e").replace("oe", "o").replace("ue", "u").replace("our", "or").replace("oe", "e")


def is_typo(left: str, right: str) -> bool:
    """Whether one word is the other with a slip or another ending, or one is a Greek letter and the other its name."""
    if max(len(left), len(right)) > _LONGEST_WORD or (left[0] != right[0] and left[-1] != right[-1]):
        return False
    if f" {max(left, right, key=len)} " in GREEK_NAMES:
        return min(left, right, key=len) == max(left, right, key=len)[0]
    if abs(len(left) - len(right)) > _ENDINGS or left.isdigit() or right.isdigit():
        return False
    shortest = min(len(left), len(right))
    if left[:-1] == right or right[:-1] == left:
        return shortest >= _STEM and not opposed(left, right)
    allowed = sum(shortest >= length for length in (_ONE_SLIP, _TWO_SLIPS, _THREE_SLIPS))
    if left[:_COMMON_START] == right[:_COMMON_START] and shortest > _COMMON_START:
        allowed += 1  # an ending: `analyse`, `analyzing`
    if DamerauLevenshtein.distance(left, right, score_cutoff=allowed) <= allowed:
        return not opposed(left, right)
    return _respelt(left) == _respelt(right)


def _plain_vowels(word: str) -> str:
    """A word with one vowel where an umlaut was written out as two: folding leaves `a` of `ä`."""
    return word.replace("ae", "a").replace("oe", "o").replace("ue", "u")


@lru_cache(maxsize=50_000)
def is_one_spelt_twice(left: str, right: str) -> bool:
    """Whether two words are spellings or forms of one: `tumour`, `tumors`; `gewasser`, `gewaesser`."""
    if _respelt(left) == _respelt(right) or _plain_vowels(left) == _plain_vowels(right):
        return True
    stem = stemmer("english").stemWord
    return bool(stem(left) == stem(right))


@lru_cache(maxsize=50_000)
def may_be_another(left: str, right: str) -> bool:
    """Whether what looks like a slip may be a different word.

    It may be where one letter of a short word is replaced (`cats`, `rats`), where both are words of English
    (`absorption`, `adsorption`), by the ending of another substance, or where the difference has not the form of a slip
    (`ferritin`, `ferritic`).
    """
    if left == right or _respelt(left) == _respelt(right) or _plain_vowels(left) == _plain_vowels(right):
        return False
    replaced = len(left) == len(right) and sum(a != b for a, b in zip(left, right, strict=True)) == 1
    if replaced and len(left) < _SHORT_WORD:
        return True
    if is_one_spelt_twice(left, right):
        return False
    known = sum(map(is_english, (left, right)))
    if known == len((left, right)) or _are_substances(left, right):
        return True
    return not is_slip(left, right, one_is_known=known == 1)


def _are_substances(left: str, right: str) -> bool:
    """Whether two long words differ only by endings of chemical names."""
    stems = {_SUBSTANCE.sub("", word) for word in (left, right)}
    return len(stems) == 1 and min(len(left), len(right)) >= _ONE_SLIP + _STEM and not stems & {left, right}


@lru_cache(maxsize=100_000)
def _respelt(word: str) -> str:
    """A word in one of its spellings, which need be none that is used."""
    for pattern, into in _RESPELT:
        word = pattern.sub(into, word)
    return transcribed(word)
