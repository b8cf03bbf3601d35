"""Evidence for one pair: what speaks for and against two records being one work; fields count only if both have them.

Weights are log-odds (natural logarithm), added up with a prior for a candidate pair, in the manner of Fellegi and
Sunter ("A theory for record linkage", 1969). They were set by judgement and checked on the development half of the
labelled pairs (`tests/data/duplicates*.yml`); `benchmarks/duplicates.py` reports both halves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.dedupe.abstracts import compare_abstracts
from generator.dedupe.at_most import both_continued, rest_at_most
from generator.dedupe.circumstances import compare_circumstances
from generator.dedupe.compare_titles import RESPELT_TITLE, compare_titles, respelt_words
from generator.dedupe.identity import compare_identifiers, shares_identifier
from generator.dedupe.people import ALL, NOTHING, compare_authors, named_alike
from generator.dedupe.profile import Profile
from generator.dedupe.remains import without_rest
from generator.dedupe.title_evidence import CONTRADICTS, Says
from generator.dedupe.title_words import is_one_spelt_twice
from generator.dedupe.titles import TitleForm
from generator.dedupe.verdict import ASKED, CERTAIN, UNSURE, Known, Reason, Verdict

PRIOR = -4.0  # of the candidate pairs, one in fifty is one work before anything is compared
STUDY = 8.0  # limit for title, authors and abstract, which distinguish studies but not two printings of one study
ANOTHER_PLACE = -4.0  # from this weight, pages, volume or supplement show that a study was printed twice
COLUMN = 0.5  # weight of an agreement on a column's name, which only shows that both belong to that column
HOPELESS = -4.0  # titles this strongly against a pair are outweighed only by identifier, abstract or place
AGAINST = -2.0  # below this a title speaks against a pair
SAME_PEOPLE, ALL_THE_PEOPLE = 2.0, 4.0  # author lists that agree in part, and wholly
GROUP = 1.5  # limit for authors under titles that speak against the pair: a group writes many papers
LONG_TITLE = 6.4  # titles of five telling words or more
GARBLED = -3.5  # weight of author lists with nothing in common under such a title: a list can be lost or wrong
SPELLING = 4  # letters by which two spellings of one title may differ in length
YEARS_APART = -4.0  # beyond this weight the years differ by more than a slip
_OF_AN_ISSUE = ("venue", "volume", "number", "issue")  # shared by everything in an issue
NEAR: frozenset[Says] = frozenset(("word", "another", "opposite"))  # titles a word, a year or a letter apart
ALL_AT_MOST = max(ALL)  # weight of author lists that agree wholly
SHORT_PIECES = 2  # many issues open on a page up to this one


class _Titles(NamedTuple):
    """What the titles of a pair say: weight in log-odds, in words, and whether they name a column or recur."""

    weight: float = 0.0
    found: str = ""
    says: Says = ""
    column: bool = False
    recurring: bool = False


class _First(NamedTuple):
    """What is compared of a pair before anything else: its titles, its abstracts, and whether a place or an identifier
    is shared.
    """

    titles: _Titles
    abstracts: str
    text: float
    one_place: bool
    shared: bool


def compare(left: Profile, right: Profile, known: Known, *, wholly: bool = False) -> Verdict:
    """The evidence of two profiles; the same in either order.

    `wholly` compares everything even if the titles leave no hope.
    """
    titles = _titles(left, right, known)
    return _weighed(left, right, known, _first(left, right, titles), wholly)


def compare_unless_apart(left: Profile, right: Profile, known: Known) -> Verdict | None:
    """The evidence as `compare` gives it; None for two works by titles and abstracts, so far apart that nothing else
    could join them or have a person asked.
    """
    first = _first(left, right, _titles(left, right, known))
    return None if _is_apart(left, right, first) else _weighed(left, right, known, first, False)


def _weighed(left: Profile, right: Profile, known: Known, first: _First, wholly: bool) -> Verdict:
    titles = first.titles
    reasons = list(_evidence(left, right, known, first, wholly))
    study = sum(weight for aspect, _, weight in reasons if aspect in ("title", "authors", "abstract") and weight > 0)
    if len(reasons) > 1 and study > STUDY and _printed_twice(reasons):
        # Meeting abstract and paper, serial reports, reprinted papers: one title, one team, different places.
        reasons.append(("place", "two places: a study can be printed twice", STUDY - study))
    total = PRIOR + sum(weight for *_, weight in reasons)
    word = titles.says in NEAR and not _settled(reasons)
    if word and total > ASKED and _complete(left) and _complete(right):
        found = "the titles differ by a word, and only authors, venue and year agree"
        reasons.append(("one word", found, round(ASKED - total, 4)))
        total = ASKED
    form = _form(left, right) if titles.weight > 0 else ""
    shown = bool(form) and not _is_one_print(reasons)
    if shown and total > ASKED:
        found = f"one is marked “{form}”, and neither identifier nor pages say that both are one"
        reasons.append(("form", found, round(ASKED - total, 4)))
        total = ASKED
    certain = sum(weight for aspect, _, weight in reasons if weight < 0 and _is_certain(aspect, weight))
    another = titles.says in CONTRADICTS
    asked = word and certain > -1.0 and _complete(left) and _complete(right) and _all_but_the_title(reasons)
    return Verdict(
        round(total, 4),
        tuple(reasons),
        round(certain, 4),
        titles.found,
        another,
        word or shown,
        asked or (shown and certain > -1.0),
    )


def _form(left: Profile, right: Profile) -> str:
    """The form that only one title names in brackets: a poster of a paper is another work."""
    forms = {one.title.form for one in (left, right) if one.title}
    return max(forms) if len(forms) > 1 else ""


def _is_one_print(reasons: Sequence[Reason]) -> bool:
    """Whether an identifier, or the place where both were printed, is the same."""
    return any(
        (aspect in CERTAIN or aspect == "place") and aspect not in _OF_AN_ISSUE and weight > 1.0
        for aspect, _, weight in reasons
    )


def _all_but_the_title(reasons: Sequence[Reason]) -> bool:
    """Whether authors, venue and year agree, and no abstract speaks against the pair."""
    weights = {aspect: weight for aspect, _, weight in reasons}
    agree = weights.get("authors", 0.0) >= GROUP and weights.get("venue", 0.0) > 0 and weights.get("year", 0.0) > 0
    return agree and weights.get("abstract", 0.0) >= 0


def _is_certain(aspect: str, weight: float) -> bool:
    return aspect in CERTAIN or (aspect == "year" and weight <= YEARS_APART)


def _printed_twice(reasons: Sequence[Reason]) -> bool:
    return any(aspect in ("pages", "volume", "supplement") and weight <= ANOTHER_PLACE for aspect, _, weight in reasons)


def _settled(reasons: Sequence[Reason]) -> bool:
    """Whether more than authors, venue and year agrees: an identifier, the abstract, the pages."""
    return any(
        (aspect in CERTAIN or aspect in ("abstract", "place")) and aspect not in _OF_AN_ISSUE and weight > 1.0
        for aspect, _, weight in reasons
    )


def _complete(one: Profile) -> bool:
    """Whether a record says enough about its work to distinguish it from others by the same authors."""
    return bool(one.people and one.year and one.venue) and not one.cut


def _titles(left: Profile, right: Profile, known: Known) -> _Titles:
    if left.title is None or right.title is None:
        return _Titles()
    cited = without_rest(left, right)
    if cited is not None and left.title.mark == right.title.mark:
        return _Titles(cited[1], cited[0])
    found, weight, says = compare_titles(left.title, right.title)
    if not says and found == RESPELT_TITLE and _both_are_words(left.title, right.title, known):
        says = "word"
    column = left.title.generic or left.title.compact in known.columns or right.title.compact in known.columns
    recurring = column or left.title.recurring or right.title.recurring
    if column and weight > COLUMN:
        return _Titles(COLUMN, f"{found}, but a title that comes back", "", column, recurring)
    return _Titles(weight, found, says, column, recurring)


def _first(left: Profile, right: Profile, titles: _Titles) -> _First:
    found, text = "", 0.0
    if left.shingles is not None and right.shingles is not None:
        found, text = compare_abstracts(left, right, bool(titles.found), titles.weight, titles.says)
    one_place = not titles.recurring and _one_place(left, right)
    return _First(titles, found, text, one_place, shares_identifier(left, right))


def _is_apart(left: Profile, right: Profile, first: _First) -> bool:
    """Whether a pair is two works whatever else agrees, and nobody is asked about it."""
    titles = first.titles
    so_far = PRIOR + titles.weight + first.text
    if so_far > 0 or first.shared or both_continued(left, right):
        return False
    if titles.weight > 0 and _form(left, right):
        return False
    if titles.says in NEAR and first.text >= 0 and left.year == right.year:
        return False  # with the same authors and venue it is asked
    people = GROUP if titles.weight < AGAINST and not first.one_place else ALL_AT_MOST
    rest = rest_at_most(left, right, people, one_place=first.one_place, recurring=titles.recurring)
    return so_far + rest < -UNSURE


def _both_are_words(left: TitleForm, right: TitleForm, known: Known) -> bool:
    """Whether two titles differ by a word of which both spellings stand elsewhere too, so that neither is a slip."""
    words = respelt_words(left, right)
    return words is not None and known.words.issuperset(words) and not is_one_spelt_twice(*words)


def _evidence(left: Profile, right: Profile, known: Known, first: _First, wholly: bool) -> Iterator[Reason]:
    titles, text, one_place, shared = first.titles, first.text, first.one_place, first.shared
    title, says = titles.weight, titles.says
    if titles.found:
        yield "title", titles.found, title
    if text:
        yield "abstract", first.abstracts, text
    if title <= HOPELESS and text <= 0 and not (shared or one_place or says in NEAR or wholly):
        return  # nothing left to compare could outweigh it
    people, alike = 0.0, title >= 0
    if left.people and right.people:
        found, people = compare_authors(left.people, right.people, left.cut or right.cut)
        alike = alike or _reworded(left, right, titles, people, one_place)
        if title < AGAINST and people > 0 and not shared and not one_place:
            people = min(people, GROUP)
        if left.title and left.title.compact in known.crowded and not named_alike(left.people, right.people):
            people = min(people, 0.0)  # of so many authors some have similar names
        if title >= LONG_TITLE and found == NOTHING:
            people = max(people, GARBLED)
        yield "authors", found, people
    contradicts = says in CONTRADICTS
    doubtful = contradicts or (title <= HOPELESS and text <= 0 and people < SAME_PEOPLE)
    # Titles that differ by so many letters differ by more than spelling.
    retitled = title < 0 or (not titles.found.startswith("equal") and _lengths_differ(left, right))
    yield from compare_identifiers(
        left, right, retitled=retitled, doubtful=doubtful, contradicts=contradicts, column=titles.column
    )
    if one_place and alike:
        yield "place", "the same volume and pages", 2.0
    yield from compare_circumstances(left, right, known, column=titles.recurring, alike=alike)


def _one_place(left: Profile, right: Profile) -> bool:
    """Whether both give one page range in one volume or year; several letters or abstracts can share a page."""
    if not left.pages or left.pages != right.pages or not SHORT_PIECES < left.pages[0] < left.pages[1]:
        return False
    if left.volume and right.volume:
        return left.volume == right.volume
    return bool(left.year and left.year == right.year)


def _reworded(left: Profile, right: Profile, titles: _Titles, people: float, one_place: bool) -> bool:
    """Different titles in one place: a slip or a translation if the same people wrote them, else two short pieces."""
    translated = bool(left.title and right.title and left.title.translated != right.title.translated)
    hopeless = titles.weight <= HOPELESS
    enough = SAME_PEOPLE if not hopeless or translated else ALL_THE_PEOPLE
    return people >= enough and (not hopeless or (one_place and not titles.says))


def _lengths_differ(left: Profile, right: Profile) -> bool:
    return bool(left.title and right.title and abs(len(left.title.compact) - len(right.title.compact)) > SPELLING)
