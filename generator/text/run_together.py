"""Words that lost the space between them: found by the words that many abstracts use, and those of the text itself."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from importlib.resources import files

from generator.text.english_words import english_words

_INNER_CAPITAL = re.compile(r"[A-Z](?<=[a-z]{5}[A-Z])")
_CAPITAL_INSIDE = re.compile(r"\b([a-z]{5,30})(?=[A-Z][a-z]{2})\w+")  # `retrieverContriever`
_WORD = re.compile(r"[A-Z]?[a-z]+")
# Function words that may have lost their space before or behind another word (`thatparaphrasing`, `postsand`), and how
# many letters the other one has at least, so that no word of its own is meant (`theory`, `online`, `comparison`).
_BEFORE = {
    "that": 4, "this": 4, "which": 4, "where": 4, "though": 4, "against": 4, "using": 4, "from": 4, "with": 4, "the": 5,
    "and": 4, "of": 4, "on": 4,
    "by": 4, "a": 7, "to": 5, "without": 4, "define": 4,
}  # fmt: skip
_BEHIND = {
    "and": 4,
    "the": 4,
    "with": 4,
    "that": 4,
    "from": 4,
    "which": 4,
    "after": 4,
    "also": 4,
    "as": 6,
    "on": 6,
    "to": 6,
    "is": 6,
    "of": 6,
}
_BETWEEN = re.compile(r"(?<=[a-z]{4})(?:and|with|from|that|which)(?=[a-z]{4})")  # `dataandreduce`
_SURE = 10  # letters of an English word that opens no name (`commissionGrade`)
_HALF = 6  # letters of each of two common words that nothing joins (`pointsdifference`)
# Words that begin with these are words of their own.
JOINING_BEGINNINGS = frozenset(
    ["counter", "straight", "further", "through", "spread", "nearest", "middle", "double", "single"]
)
PART_ENDINGS = frozenset(["ability", "abilities", "worthy", "function", "bearing"])  # end words of their own
_LONGEST_WORD = 60  # letters; what is longer is not a word
# What may join two other words of a glued one (`onshorttexts`, `appliedafterthe`), and the letters that these have.
_LINKS = frozenset(
    ["and", "the", "of", "on", "by", "a", "to", "with", "from", "that", "this", "for", "in", "our", "after", "though"]
)
_SHORTEST_PART = 4
_NO_WORDS = frozenset(["able", "ability", "less", "wise", "like", "ever", "upon"])  # where they end a longer word
_THREE = 11  # letters of a word from which on it may be three
# A name (`Source2Synth`), and verbs that stand behind one where markup around it is lost (`Source2Synthtakes`).
_NAME = re.compile(r"\b(?=\w*[a-z])[A-Z]\w*[A-Z0-9]\w*")
_BEHIND_NAME = re.compile(
    r"(?:takes|enables|improves|learns|generates|provides|uses|is|can|allows|reduces|shows|and|with|on|for)$"
)
# Words that are compounds all the same.
WHOLE_WORDS = frozenset(
    [
        "another",
        "together",
        "withdraw",
        "withdrawal",
        "onboard",
        *"bycatch onboarding onscreen onlooker onlookers onsets onloading confirmand".split(),
        "ongoing",
        "online",
        "offline",
        "bypass",
        "android",
        "wherever",
        "everywhere",
        "withstand",
        "withhold",
        "thereof",
        "whereof",
        "asymmetric",
        "asymmetry",
        "asynchronous",
        "atypical",
        "aperiodic",
        "amoral",
        "ahistorical",
        "acyclic",
        "asymptomatic",
        "understand",
        "stand",
        "offset",
        "onset",
        "oncoming",
        "onsite",
        "onshore",
        "bystander",
        "byproduct",
        "bylaw",
        "offspring",
        "theorem",
        "theory",
        "thesis",
        "thereby",
        "therefore",
        "themes",
        "withdrawn",
        "whereby",
        "wherein",
        "ontology",
        "ontologies",
        "topology",
        *"whichever hereafter thereafter hereinafter nonetheless nevertheless notwithstanding whereupon".split(),
        *"atheoretical acausal atemporal apolitical acellular avascular asexual".split(),
        *"pseudorandom straightforward interchangeably indistinguishably inasmuch insofar heretofore".split(),
    ]
)


def run_together(text: str) -> Iterator[tuple[int, int]]:
    """Where words are really two: a function word attached to one that is common or occurs elsewhere in the text."""
    common = common_words()
    own = {word.lower() for word in _WORD.findall(text)}
    odd = {word for word in own - common if word not in WHOLE_WORDS and _is_glued(word, own)}
    for match in _WORD.finditer(text) if odd else ():
        if match[0].lower() in odd and not _inside_name(text, match):
            yield match.span()
    for match in _CAPITAL_INSIDE.finditer(text) if _INNER_CAPITAL.search(text) else ():
        if match[1] in common or (len(match[1]) >= _SURE and match[1] in english_words()):
            yield match.span()
    yield from _glued_to_names(text)


def _is_glued(word: str, own: Collection[str]) -> bool:
    """Whether a word is two: a function word before, behind or between others, or two long common words."""
    return any(all(part in own for part in rare) for rare in _splits(word))


@lru_cache(maxsize=100_000)  # abstracts share most of their words
def _splits(word: str) -> tuple[tuple[str, ...], ...]:
    """The ways in which a word could be two, each as those of its parts that are not common words."""
    if len(word) > _LONGEST_WORD:
        return ()
    found: list[tuple[str, ...]] = [
        (word[len(one) :],) for one, least in _BEFORE.items() if word.startswith(one) and len(word) - len(one) >= least
    ]
    found += [
        (word[: -len(one)],) for one, least in _BEHIND.items() if word.endswith(one) and len(word) - len(one) >= least
    ]
    if len(word) >= _THREE and _is_three(word):
        found.append(())
    halves = [(word[: link.start()], word[link.end() :]) for link in _BETWEEN.finditer(word)]
    cuts = ((word[:cut], word[cut:]) for cut in range(_HALF, len(word) - _HALF + 1))
    halves += [(left, right) for left, right in cuts if left not in JOINING_BEGINNINGS and right not in PART_ENDINGS]
    common = common_words()
    return tuple(tuple(part for part in parts if part not in common) for parts in (*found, *halves))


def _is_three(word: str) -> bool:
    """Whether a word is three common ones (`onshorttexts`, `similarrealdocuments`, `appliedafterthe`)."""
    length = len(word)
    for first in range(1, length - 1):
        if not _is_part(word[:first]):
            continue
        for second in range(first + 1, length):
            last = word[second:]
            if last in _NO_WORDS or not _is_part(last) or not _is_part(word[first:second]):
                continue
            if any(part not in _LINKS for part in (word[:first], word[first:second], last)):
                return True
    return False


def _is_part(part: str) -> bool:
    """Whether letters can be one of three words: a common word that is long enough, or one that joins two others."""
    return part in _LINKS or (len(part) >= _SHORTEST_PART and part in common_words())


def _glued_to_names(text: str) -> Iterator[tuple[int, int]]:
    """Verbs and small words attached to a name that occurs elsewhere in the text."""
    names = {match[0]: match for match in _NAME.finditer(text)}
    for name, match in names.items():
        end = _BEHIND_NAME.search(name)
        if end and end.start() >= _SHORTEST_PART and name[: end.start()] in names:
            yield match.span()


def _inside_name(text: str, match: re.Match[str]) -> bool:
    """Whether the letters are a part of a longer word or name (`GPT-neo`, `McDonald`)."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return before.isalnum() or after.isalnum() or before in ("_", "\\", "/", "@", "$")


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Words that many abstracts use (`common_words.txt`)."""
    return frozenset((files("generator") / "text" / "common_words.txt").read_text(encoding="utf-8").split())
