"""Titles as they are compared: words, a form without spaces, serial numbers, and what kind of text a title announces."""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.fuzz import ratio

from generator.dedupe.vocabulary import (
    CARDINALS,
    GENERIC,
    GREEK,
    GREEK_NAMES,
    LETTERED,
    NARROWING,
    OPPOSED,
    ORDINALS,
    PART,
    POPULATION,
    ROMAN,
    SEQUEL,
    STOP,
    mark_of,
)
from generator.text.compare import fold

_RETRACTED = re.compile(
    r"^\W*(?:retracted(?: article)?|withdrawn|removed|retraction in|reprint of)\s*[:.\]-]\s*", re.IGNORECASE
)
_NOTE = re.compile(
    r"\s*[\[(](?:see comments?|comments?|reviews?|letter|editorial|abstract|extended abstract|poster|demo(?:nstration)?|short paper|"
    r"(?:invited|panel|tutorial|keynote|industrial)(?: (?:talk|paper|session|abstract|address))?|"
    r"(?<=\[)\d{1,2}(?=\])|multiple letters|\d+ ref(?:erence)?s?|erratum appears in[^\])]*|published erratum[^\])]*|"
    r"corrected(?: and republished)?[^\])]*|in [a-z]+|article in [a-z]+|(?:isrctn|nct|actrn|eudract|chictr)[\w /:-]*\d|"
    r"clinical trial|meta-analysis|preprint|with discussion|v\d+|corrected|retracted)[.;]?[\])]\s*\.?\s*$",
    re.IGNORECASE,
)
_GREEK_WORD = re.compile("[\u0370-\u03ff]{3}")  # Greek text, as against a letter that is a symbol
_WRAPPED = re.compile(r"^\s*\[(?P<title>[^\[\]]+)\]\s*\.?\s*$")
# What titles say by themselves: two works, whatever else agrees; two works, unless an identifier or the whole abstract agrees.
Says = Literal["", "another", "contradiction"]
Comparison = tuple[str, float, Says]  # what was found, its weight in log-odds, and that


@dataclass(frozen=True, slots=True)
class TitleForm:
    """One title ready for comparison.

    Attributes:
        words: folded words, `content` those that carry meaning; `compact` is the same without spaces (spacing and hyphens differ between sources).
        head: compact form of what stands before the first colon or dash, "" if the title has none.
        serial: all numbers of the title in order (`part ii`, `third`, `3rd` and `3` are one number).
        mark: what the title announces itself as (`correction`, `reply`, `comment`, …), or "".
        generic: whether it is the name of a column rather than of a work.
        cut: whether the source cut it off.
        translated: whether it stands in square brackets, as databases write a title that they translated.
    """

    words: tuple[str, ...]
    content: frozenset[str]
    compact: str
    head: str
    serial: tuple[str, ...]
    mark: str
    generic: bool
    cut: bool
    translated: bool


def _bare(text: str) -> str:
    """`text` without the notes that databases add: brackets of a translated title, `[see comment]`, `RETRACTED:`."""
    text = _RETRACTED.sub("", text.strip())
    while True:
        shorter = _NOTE.sub("", text)
        if shorter == text or not shorter:
            break
        text = shorter
    wrapped = _WRAPPED.match(text)
    return wrapped["title"] if wrapped else text


def _serial(words: tuple[str, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for index, word in enumerate(words):
        before = words[index - 1] if index else ""
        if any(character.isdigit() for character in word):
            found.extend(run.lstrip("0") or "0" for run in re.findall(r"\d+", word))
        elif word in ORDINALS:
            found.append(ORDINALS[word])
        elif word in CARDINALS and (word != "one" or before in PART):
            found.append(CARDINALS[word])
        elif word in ROMAN and (
            len(word) > 1 or before in PART or (word == "i" and index == len(words) - 1 and index > 1)
        ):
            found.append(ROMAN[word])
        elif len(word) == 1 and word.isalpha() and before in LETTERED:
            found.append(word)
    return tuple(found)


def title_form(text: str) -> TitleForm | None:
    """The comparable form of a title, or None if nothing is left of it."""
    bare = _bare(text)
    spelt = html.unescape(bare)
    if not _GREEK_WORD.search(spelt):
        spelt = spelt.translate(GREEK)
    folded = fold(spelt) or fold(text)
    if not folded:
        return None
    words = tuple("versus" if word == "vs" else word for word in folded.split())
    head = ""
    match = re.match(r"(.{2,80}?)(?::\s|\s[-–—]\s|\?\s)", bare)
    if match:
        head = fold(match[1]).replace(" ", "")
    mark = mark_of(bare, folded)
    generic = all(word in GENERIC or word.isdigit() or word in ROMAN for word in words)
    cut = bool(re.search(r"(?:\.\.\.|…)\s*$", text))
    return TitleForm(
        words,
        frozenset(words) - STOP,
        "".join(words),
        head,
        _serial(words),
        mark,
        generic,
        cut,
        bool(_WRAPPED.match(text)),
    )


def title_weight(words: tuple[str, ...]) -> float:
    """What agreement on these words is worth, in log-odds: long titles are seldom shared by chance."""
    content = sum(word not in STOP for word in words)
    return (0.5, 1.5, 3.2, 4.6, 5.6, 6.4, 7.0)[min(content, 6)] + min(0.2 * max(content - 6, 0), 1.0)


def opposed(left: str, right: str) -> bool:
    """Whether two words are alike in letters and opposite in sense: `supervised`, `unsupervised`; `hypo-`, `hyper-`."""
    end = 0
    while end < min(len(left), len(right)) and left[-1 - end] == right[-1 - end]:
        end += 1
    if end < 3:
        return False
    for shared in range(end, 2, -1):
        heads = tuple(sorted((left[: len(left) - shared], right[: len(right) - shared])))
        if heads in OPPOSED:
            return True
    return False


def transcribed(word: str) -> str:
    """A word without the letters that transcription and British spelling add: `mueller`, `tumour`, `oesophageal`."""
    return word.replace("ae", "e").replace("oe", "o").replace("ue", "u").replace("our", "or").replace("oe", "e")


def is_typo(left: str, right: str) -> bool:
    """Whether one word is the other with a slip or an ending changed, or a Greek letter and the Latin one that stands for it."""
    if f" {max(left, right, key=len)} " in GREEK_NAMES:
        return min(left, right, key=len) == max(left, right, key=len)[0]
    if (
        abs(len(left) - len(right)) > 4
        or (left[0] != right[0] and left[-1] != right[-1])
        or left.isdigit()
        or right.isdigit()
    ):
        return False
    shortest = min(len(left), len(right))
    if left[:-1] == right or right[:-1] == left:
        return shortest >= 3 and not opposed(left, right)
    allowed = 0 if shortest < 4 else 1 if shortest < 7 else 2 if shortest < 11 else 3
    if left[:5] == right[:5] and shortest >= 6:
        allowed += 1  # an ending: analyse, analyzing
    if DamerauLevenshtein.distance(left, right, score_cutoff=allowed) <= allowed:
        return not opposed(left, right)
    return transcribed(left) == transcribed(right)


def compare_titles(left: TitleForm, right: TitleForm) -> Comparison:
    """What two titles say of their works' being one; the same in either order."""
    if left.mark != right.mark:
        return (
            f"one is a {left.mark or right.mark}, the other {'a ' + right.mark if left.mark and right.mark else 'is not'}",
            -10.0,
            "contradiction",
        )
    if left.compact == right.compact:
        if left.generic:
            return "equal, but the name of a column", 0.5, ""
        # A whole short title is worth more than the same words within another.
        content = sum(word not in STOP for word in left.words)
        return (
            "equal after folding",
            title_weight(left.words) + (0.0, 0.5, 1.2, 0.6)[content if content <= 3 else 0],
            "",
        )
    short, long = (
        (left, right) if (len(left.compact), left.compact) <= (len(right.compact), right.compact) else (right, left)
    )
    alike = ratio(left.compact, right.compact) / 100
    begins = len(short.compact) >= 12 and _rest(short, long) is not None
    if not begins and short.cut and len(short.compact) >= 20:
        begins = ratio(short.compact, long.compact[: len(short.compact)]) >= 95
    if (
        left.serial
        and right.serial
        and left.serial[: len(right.serial)] != right.serial[: len(left.serial)]
        and alike >= 0.7
    ):
        return f"numbers differ ({' '.join(left.serial)} / {' '.join(right.serial)})", -7.0, "contradiction"
    if not SEQUEL.isdisjoint(long.words) and not (added := Counter(short.words)) - (whole := Counter(long.words)):
        more = [word for word in long.words if word not in STOP and whole[word] > added[word]]
        if more and SEQUEL.issuperset(more):
            return f"one adds “{' '.join(more)}”, as a later work does", -4.0, "another"
    if begins or (len(short.compact) >= 3 and long.head == short.compact):
        return _shortened(short, long)
    if left.serial != right.serial and alike >= 0.7:
        return (
            f"numbers differ ({' '.join(left.serial) or 'none'} / {' '.join(right.serial) or 'none'})",
            -7.0,
            "contradiction",
        )
    if alike < 0.6:
        return _other_words(left, right, alike)
    return _word_by_word(left, right, alike)


def _rest(short: TitleForm, long: TitleForm) -> tuple[str, ...] | None:
    """The words with which `long` goes on after `short`, None if it does not begin with it (the spacing of words aside)."""
    if not long.compact.startswith(short.compact):
        return None
    length = 0
    for index, word in enumerate(long.words):
        if length == len(short.compact):
            return long.words[index:]
        length += len(word)
    return None


def _shortened(short: TitleForm, long: TitleForm) -> Comparison:
    extra = _rest(short, long) or long.words[len(short.words) :]
    subtitle = long.head == short.compact and len(extra) > 1 and extra[0] not in PART
    numbered = (len(extra) <= 3 and not subtitle) or any(
        word in PART and _serial((word, after)) for word, after in pairwise(extra)
    )
    if short.serial != long.serial and not short.cut and numbered:
        return f"one goes on “{' '.join(extra)}”", -4.0, "contradiction"
    if short.generic:
        return "one begins with the other, a column's name", -2.0, ""
    narrower = not POPULATION.isdisjoint(extra) and POPULATION.isdisjoint(short.words)
    if extra and extra[0] in NARROWING and not short.cut and (narrower or len(short.compact) < 60):
        return f"one goes on “{' '.join(extra)}”, as a narrower subject does", -1.5, ""
    at_subtitle = short.cut or long.head == short.compact or len(short.compact) >= 60
    weight = max(0.5, title_weight(short.words) - (1.0 if at_subtitle else 2.5))
    return ("one without the subtitle" if at_subtitle else "one begins with the other"), weight, ""


def _other_words(left: TitleForm, right: TitleForm, alike: float) -> Comparison:
    a, b = left.content, right.content
    fewest = min(len(a), len(b))
    if fewest >= 4 and left.serial == right.serial and len(a & b) / fewest >= 0.85:
        return "the words of one are all in the other", title_weight(tuple(sorted(a & b))) - 3.0, ""
    if left.head and left.head == right.head:
        return "only the part before the colon is equal", -3.0, ""
    return f"different ({alike:.0%} alike)", -6.0 if alike < 0.5 else -5.0, ""


def _word_by_word(left: TitleForm, right: TitleForm, alike: float) -> Comparison:
    ours, theirs = list(left.words), list(right.words)
    for word in left.words:
        if word in theirs:
            theirs.remove(word)
            ours.remove(word)
    if min(len(ours), len(theirs)) > max(2.0, 0.4 * min(len(left.words), len(right.words))) and alike < 0.8:
        return _other_words(left, right, alike)
    if left.serial == right.serial:  # `five-year` is `5-year`
        ours, theirs = (
            [word for word in rest if not word.isdigit() and word not in CARDINALS and word not in ROMAN]
            for rest in (ours, theirs)
        )
    slip = "".join(ours) == "".join(theirs) or (_one_slip(left.compact, right.compact) and not _clash(ours, theirs))
    if slip:
        ours, theirs = [], []
    typos = 0
    for word in tuple(ours):
        twin = next((other for other in theirs if is_typo(word, other)), None)
        if twin is not None:
            typos += 1
            ours.remove(word)
            theirs.remove(twin)
    ours, theirs = ([word for word in rest if word not in STOP] for rest in (ours, theirs))
    base = title_weight(left.words if len(left.words) <= len(right.words) else right.words)
    clash = _clash(ours, theirs)
    if not ours and not theirs:
        return ("equal but for spelling" if typos or slip else "the same words"), base - 0.4 - 0.5 * typos, ""
    if clash:
        return f"opposite words (“{ours[0]}” / “{theirs[0]}”)", -5.0, "contradiction"
    if "".join(ours) and "".join(theirs) and ratio("".join(ours), "".join(theirs)) >= 85 and len("".join(ours)) >= 6:
        return "equal but for spelling", base - 1.0 - 0.5 * typos, ""
    if not ours or not theirs:
        extra = ours or theirs
        if not POPULATION.isdisjoint(extra):
            return f"one has “{' '.join(extra)}” more, as a study of others does", -1.0, ""
        return f"one has “{' '.join(extra)}” more", base - 1.5 - 1.5 * len(extra) - 0.5 * typos, ""
    swapped = max(len(ours), len(theirs))
    total = max(len(left.content), len(right.content), 1)
    # One word exchanged makes another subject, the less so the longer the title is.
    weight = (
        -6.0 if 2 * swapped >= total else -4.0 + 0.3 * min(max(total - 3, 0), 5) - 1.5 * (swapped - 1) - 0.5 * typos
    )
    return f"“{' '.join(ours)}” against “{' '.join(theirs)}”", max(weight, -6.0), "another" if swapped == 1 else ""


def _clash(ours: list[str], theirs: list[str]) -> bool:
    return len(ours) <= 3 and len(theirs) <= 3 and any(opposed(a, b) for a in ours for b in theirs)


def _one_slip(left: str, right: str) -> bool:
    """Whether one letter was left out, doubled or changed places in a long title. An exchanged letter may be another word."""
    if min(len(left), len(right)) < 25 or abs(len(left) - len(right)) > 1:
        return False
    return DamerauLevenshtein.distance(left, right, score_cutoff=1) == 1 and (
        len(left) != len(right) or sorted(left) == sorted(right)
    )
