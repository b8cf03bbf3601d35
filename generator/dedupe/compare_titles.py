"""Two titles compared: equal, shortened, misspelt, or of two works."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Literal

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.fuzz import ratio

from generator.dedupe.title_words import is_typo, opposed, title_weight
from generator.dedupe.titles import TitleForm, serial_numbers
from generator.dedupe.vocabulary import CARDINALS, NARROWING, PART, POPULATION, ROMAN, SEQUEL, STOP

# What titles say by themselves: two works, whatever else agrees; two works, unless an identifier or the whole abstract agrees.
Says = Literal["", "another", "contradiction"]
Comparison = tuple[str, float, Says]  # what was found, its weight in log-odds, and that


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
        word in PART and serial_numbers((word, after)) for word, after in pairwise(extra)
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
