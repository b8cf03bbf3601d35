"""Two titles compared: equal, shortened, misspelt, or those of two works."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.fuzz import ratio

from generator.dedupe.title_evidence import Comparison, Says
from generator.dedupe.title_words import is_typo, may_be_another, opposed, title_weight
from generator.dedupe.titles import TitleForm, serial_numbers
from generator.dedupe.vocabulary import CARDINALS, NARROWING, NEGATION, PART, POPULATION, ROMAN, SEQUEL, STOP

ALIKE, LITTLE, HALF, NEARLY = 0.7, 0.6, 0.5, 0.8  # shares of letters that two titles have in common, in order
BEGINNING = 12  # letters that a title needs before another can begin with it
CUT = 20  # letters from which a title that a source cut off is recognised
SAME_BEGINNING = 95  # per cent
FEW = 3  # words that differ: among more than these, opposites are chance
HEAD = 3  # letters of a name before a colon
LONG = 60  # letters from which programs cut titles; a longer form of a shorter title narrows its subject
REORDERED = 4  # words with a meaning that two titles in different word order must share
SHARED = 0.85  # their share among all such words
LONG_SLIP = 25  # letters of a title in which one letter too many or too few is a slip
RESPELT = 85  # per cent of letters that two spellings of one word have in common
RESPELT_LETTERS = 6
NUMBERS = -7.0  # parts, years and editions
YEAR_DIGITS = 4
RESPELT_TITLE = "equal but for spelling"  # what is told of titles that differ by slips
_FEW_MORE = 3  # words by which a numbered title may be longer


def compare_titles(left: TitleForm, right: TitleForm) -> Comparison:
    """What two titles say about whether they are one work; the same in either order.

    Of titles in two languages those count that agree most. If both records have two, and only one of them agrees, a
    person is asked: what stands in brackets may as well be the subject.
    """
    if not left.bracketed and not right.bracketed:
        return _compare_two(left, right)
    if not left.bracketed or not right.bracketed:
        forms = ((one, other) for one in _both(left) for other in _both(right))
        return max((_compare_two(*pair) for pair in forms), key=lambda one: one.weight)
    arrangements = ((left, right, left.bracketed, right.bracketed), (left, right.bracketed, left.bracketed, right))
    compared = [(_compare_two(a, b), _compare_two(c, d)) for a, b, c, d in arrangements]
    best, second = max(
        (sorted(both, key=lambda one: -one.weight) for both in compared), key=lambda both: both[0].weight
    )
    if second.weight >= 0 or best.weight < 0:
        return best
    return Comparison(f"{best.found}, but its other title not", best.weight, "word")


def _both(title: TitleForm) -> tuple[TitleForm, ...]:
    return (title, title.bracketed) if title.bracketed else (title,)


def _compare_two(left: TitleForm, right: TitleForm) -> Comparison:
    if left.mark != right.mark:
        other = f"a {right.mark}" if left.mark and right.mark else "is not"
        return Comparison(f"one is a {left.mark or right.mark}, the other {other}", -10.0, "contradiction")
    if left.compact == right.compact:
        return _equal(left)
    in_order = (len(left.compact), left.compact) < (len(right.compact), right.compact)
    short, long = (left, right) if in_order else (right, left)
    alike = ratio(left.compact, right.compact) / 100
    serials = left.serial, right.serial
    if all(serials) and left.serial[: len(right.serial)] != right.serial[: len(left.serial)] and alike >= ALIKE:
        return _numbers(left, right)
    later = _sequel(short, long)
    if later:
        return later
    if _begins(short, long) or (len(short.compact) >= HEAD and long.head == short.compact):
        return _shortened(short, long)
    if left.serial != right.serial and alike >= ALIKE:
        return _numbers(left, right)
    return _other_words(left, right, alike) if alike < LITTLE else _word_by_word(left, right, alike)


def _equal(title: TitleForm) -> Comparison:
    if title.generic:
        return Comparison("equal, but the name of a column", 0.5)
    # A whole short title is worth more than the same words inside a longer one.
    content = sum(word not in STOP for word in title.words)
    whole = (0.0, 0.5, 1.2, 0.6)
    return Comparison(
        "equal after folding", title_weight(title.words) + (whole[content] if content < len(whole) else 0.0)
    )


def _numbers(left: TitleForm, right: TitleForm) -> Comparison:
    shown = " / ".join(" ".join(title.serial) or "none" for title in (left, right))
    return Comparison(
        f"numbers differ ({shown})", NUMBERS, "opposite" if _one_year_or_letter(left, right) else "contradiction"
    )


def _one_year_or_letter(left: TitleForm, right: TitleForm) -> bool:
    """Whether two titles differ only in one year or letter (`influenza A`) that is not the number of a part."""
    if len(left.words) != len(right.words):
        return False
    differ = [at for at, (one, other) in enumerate(zip(left.words, right.words, strict=True)) if one != other]
    if len(differ) != 1 or (differ[0] and left.words[differ[0] - 1] in PART):
        return False
    pair = left.words[differ[0]], right.words[differ[0]]
    years = all(len(word) == YEAR_DIGITS and word.isdigit() for word in pair)
    return years or all(len(word) == 1 and word.isalpha() for word in pair)


def _sequel(short: TitleForm, long: TitleForm) -> Comparison | None:
    """A later work that adds `revisited` or `an update` to the title of an earlier one."""
    if SEQUEL.isdisjoint(long.words):
        return None
    fewer, all_words = Counter(short.words), Counter(long.words)
    more = [word for word in long.words if word not in STOP and all_words[word] > fewer[word]]
    if fewer - all_words or not more or not SEQUEL.issuperset(more):
        return None
    return Comparison(f"one adds “{' '.join(more)}”, as a later work does", -4.0, "another")


def _begins(short: TitleForm, long: TitleForm) -> bool:
    if len(short.compact) >= BEGINNING and _rest(short, long) is not None:
        return True
    if not short.cut or len(short.compact) < CUT:
        return False
    return ratio(short.compact, long.compact[: len(short.compact)]) >= SAME_BEGINNING


def _rest(short: TitleForm, long: TitleForm) -> tuple[str, ...] | None:
    """The words after `short` in `long`, None if `long` does not begin with it (spacing aside)."""
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
    numbered = (len(extra) <= _FEW_MORE and not subtitle) or any(
        word in PART and serial_numbers((word, after)) for word, after in pairwise(extra)
    )
    if short.serial != long.serial and not short.cut and numbered:
        return Comparison(f"one goes on “{' '.join(extra)}”", -4.0, "contradiction")
    if short.generic:
        return Comparison("one begins with the other, a column's name", -2.0)
    more = [word for word in extra if word not in STOP]
    at_subtitle = short.cut or long.head == short.compact or len(short.compact) >= LONG
    says: Says = "word" if len(more) == 1 and not at_subtitle else ""
    narrower = not POPULATION.isdisjoint(extra) and POPULATION.isdisjoint(short.words)
    if extra and extra[0] in NARROWING and not short.cut and (narrower or len(short.compact) < LONG):
        return Comparison(f"one goes on “{' '.join(extra)}”, as a narrower subject does", -1.5, says)
    weight = max(0.5, title_weight(short.words) - (1.0 if at_subtitle else 2.5))
    return Comparison(("one without the subtitle" if at_subtitle else "one begins with the other"), weight, says)


def _other_words(left: TitleForm, right: TitleForm, alike: float) -> Comparison:
    a, b = left.content, right.content
    fewest = min(len(a), len(b))
    if fewest >= REORDERED and left.serial == right.serial and (shared := len(a & b)) / fewest >= SHARED:
        more = max(len(a), len(b)) - shared
        if more > 1 and bool(left.head) == bool(right.head):  # not a subtitle that one of them omits
            return Comparison(f"the words of one are all in the other, which has {more} more", -3.0)
        return Comparison(
            "the words of one are all in the other", title_weight(tuple(sorted(a & b))) - 3.0 - 1.5 * more
        )
    if left.head and left.head == right.head:
        return Comparison("only the part before the colon is equal", -3.0)
    return Comparison(f"different ({alike:.0%} alike)", -6.0 if alike < HALF else -5.0)


@dataclass(frozen=True, slots=True)
class _Differing:
    """The words that each of two titles has alone, slips aside.

    Attributes:
        ours, theirs: those with a meaning.
        typos: how many words are the same apart from a slip.
        unsure: whether one of these slips may be a different word (`cats`, `rats`).
        slip: whether the titles are equal apart from one letter or the spacing.
    """

    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    typos: int
    unsure: bool
    slip: bool


def _word_by_word(left: TitleForm, right: TitleForm, alike: float) -> Comparison:
    ours, theirs = _own_words(left, right)
    if min(len(ours), len(theirs)) > max(2.0, 0.4 * min(len(left.words), len(right.words))) and alike < NEARLY:
        return _other_words(left, right, alike)
    lettered = tuple(sorted(word for word in (*ours, *theirs) if len(word) == 1))
    if len(ours) == len(theirs) == 1 and len(lettered) == len(ours) + len(theirs):
        return Comparison(f"letters differ ({lettered[0]} / {lettered[1]})", -3.0, "another")
    if left.serial == right.serial:  # `five-year` is `5-year`
        ours, theirs = (
            [word for word in rest if not word.isdigit() and word not in CARDINALS and word not in ROMAN]
            for rest in (ours, theirs)
        )
    differing = _without_slips(ours, theirs, _one_slip(left.compact, right.compact))
    base = title_weight(left.words if len(left.words) <= len(right.words) else right.words)
    return _judged(differing, base, max(len(left.content), len(right.content), 1))


def _own_words(left: TitleForm, right: TitleForm) -> tuple[list[str], list[str]]:
    ours, theirs = list(left.words), list(right.words)
    for word in left.words:
        if word in theirs:
            theirs.remove(word)
            ours.remove(word)
    return ours, theirs


def respelt_words(left: TitleForm, right: TitleForm) -> tuple[str, str] | None:
    """The one word of each title that the other spells differently, None if there is none or more than one."""
    ours, theirs = _own_words(left, right)
    return (ours[0], theirs[0]) if len(ours) == len(theirs) == 1 else None


def _without_slips(ours: list[str], theirs: list[str], one_slip: bool) -> _Differing:
    slip = "".join(ours) == "".join(theirs) or (one_slip and not _clash(ours, theirs))
    if slip:
        unsure = len(ours) == len(theirs) == 1 and may_be_another(ours[0], theirs[0])
        return _Differing((), (), 0, unsure, True)
    typos, unsure = 0, False
    for word in tuple(ours):
        twin = next((other for other in theirs if is_typo(word, other)), None)
        if twin is not None:
            typos += 1
            unsure = unsure or may_be_another(word, twin)
            ours.remove(word)
            theirs.remove(twin)
    ours, theirs = ([word for word in rest if word not in STOP] for rest in (ours, theirs))
    return _Differing(tuple(ours), tuple(theirs), typos, unsure, False)


def _judged(differing: _Differing, base: float, total: int) -> Comparison:
    """The comparison of two titles whose agreement is worth `base`; `total` is the number of telling words in the
    longer.
    """
    ours, theirs, typos = differing.ours, differing.theirs, differing.typos
    says: Says = "word" if differing.unsure else ""
    if not ours and not theirs:
        found = RESPELT_TITLE if typos or differing.slip else "the same words"
        return Comparison(found, base - 0.4 - 0.5 * typos, says)
    if _clash(ours, theirs):
        alone = len(ours) == len(theirs) == 1
        return Comparison(
            f"opposite words (“{ours[0]}” / “{theirs[0]}”)", -5.0, "opposite" if alone else "contradiction"
        )
    if NEGATION.isdisjoint(ours) != NEGATION.isdisjoint(theirs):
        negated = next(word for word in (*ours, *theirs) if word in NEGATION)
        return Comparison(f"one is “{negated}” something", -4.0, "another")
    glued = "".join(ours), "".join(theirs)
    if all(glued) and ratio(*glued) >= RESPELT and len(glued[0]) >= RESPELT_LETTERS:
        says = "word" if len(ours) == len(theirs) == 1 and may_be_another(ours[0], theirs[0]) else says
        return Comparison(RESPELT_TITLE, base - 1.0 - 0.5 * typos, says)
    if not ours or not theirs:
        extra = ours or theirs
        says = "word" if len(extra) == 1 else says
        if not POPULATION.isdisjoint(extra):
            return Comparison(f"one has “{' '.join(extra)}” more, as a study of others does", -1.0, says)
        return Comparison(f"one has “{' '.join(extra)}” more", base - 1.5 - 1.5 * len(extra) - 0.5 * typos, says)
    swapped = max(len(ours), len(theirs))
    # One word replaced makes another subject, but less so the longer the title is.
    longer = 0.3 * min(max(total - 3, 0), 5)
    weight = -6.0 if 2 * swapped >= total else -4.0 + longer - 1.5 * (swapped - 1) - 0.5 * typos
    return Comparison(
        f"“{' '.join(ours)}” against “{' '.join(theirs)}”", max(weight, -6.0), "another" if swapped == 1 else says
    )


def _clash(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    return max(len(ours), len(theirs)) <= FEW and any(opposed(a, b) for a in ours for b in theirs)


def _one_slip(left: str, right: str) -> bool:
    """Whether a letter of a long title was lost, doubled or swapped; a replaced letter may make another word."""
    if min(len(left), len(right)) < LONG_SLIP or abs(len(left) - len(right)) > 1:
        return False
    return DamerauLevenshtein.distance(left, right, score_cutoff=1) == 1 and (
        len(left) != len(right) or sorted(left) == sorted(right)
    )
