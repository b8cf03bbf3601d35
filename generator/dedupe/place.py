"""Places compared: volume, number and pages. A work is printed in one place; small slips are common."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from generator.dedupe.profile import Profile
from generator.dedupe.verdict import Reason

FRONT = 2  # first pages of an issue: in many issues something begins there
DIGITS = 3  # digits of a page number from which one wrong digit is a slip and not another page
ANOTHER_ISSUE = -6.0  # differing volumes or numbers of a column
PAGES_AND_ISSUE_DIFFER = -7.0


@dataclass(frozen=True, slots=True)
class _Same:
    """Whether volume, number and first page are the same; None if either record does not say."""

    volume: bool | None
    number: bool | None
    venue: bool | None


def compare_places(left: Profile, right: Profile, *, venue: bool | None, alike: bool, column: bool) -> Iterator[Reason]:
    """What volume, number and pages show; for a title that recurs (`column`), another issue is another work."""
    same = _Same(
        left.volume == right.volume if left.volume and right.volume else None,
        left.number == right.number if left.number and right.number else None,
        venue,
    )
    pages = list(_pages(left, right, same, alike))
    page = next((found for _, found in pages), None)
    for reason, _ in pages:
        yield ("pages", f"{reason[1]}, as in any issue", 0.0) if column and reason[2] > 0 else reason
    if venue and _go_on_together(left, right):
        yield "volume", "goes on with the year: another issue", ANOTHER_ISSUE
    else:
        yield from _volume_and_number(same, page, column)
    if left.meeting != right.meeting and page is not True and left.issued and right.issued:
        apart = page is False or same.number is False
        found = "one appeared in a supplement, as meeting abstracts do"
        yield "supplement", found, PAGES_AND_ISSUE_DIFFER if apart else -2.0


def _go_on_together(left: Profile, right: Profile) -> bool:
    """Whether volumes differ by as much as the years: a slip would not affect both."""
    if not (left.year and right.year and left.volume.isdigit() and right.volume.isdigit()):
        return False
    return int(left.volume) - int(right.volume) == left.year - right.year != 0


def _volume_and_number(same: _Same, page: bool | None, column: bool) -> Iterator[Reason]:
    if same.volume is not None and page is not False:
        weight = 0.7 if same.volume else -0.5
        if same.volume is False and (column or not page):
            weight = ANOTHER_ISSUE
        yield "volume", "equal" if same.volume else "different", weight
    if same.number is not None and page is not False:
        if same.number:
            yield "number", "equal", 0.4
        elif column:
            yield "number", "different: another issue", ANOTHER_ISSUE
        elif page:
            yield "number", "different", -0.3
        else:
            yield "number", "different", -3.0 if same.venue and same.volume else -0.7


def _pages(left: Profile, right: Profile, same: _Same, alike: bool) -> Iterator[tuple[Reason, bool | None]]:
    """The reason that pages give, if any, and whether they are the same (None: unclear)."""
    if left.pages and right.pages:
        yield _page_numbers(left, right, same, alike)
    elif left.locator and right.locator:
        if left.locator == right.locator:
            yield ("pages", "equal", 3.0), None
        elif left.locator[:1].isdigit() == right.locator[:1].isdigit():
            elsewhere = same.volume is False or same.number is False
            yield ("pages", "different", PAGES_AND_ISSUE_DIFFER if elsewhere else -2.5), False


def _page_numbers(left: Profile, right: Profile, same: _Same, alike: bool) -> tuple[Reason, bool | None]:
    assert left.pages and right.pages
    (a, b), (c, d) = left.pages, right.pages
    if a == c and not (same.volume is False and ((b and d and b != d) or left.meeting != right.meeting)):
        both = bool(b and d and b == d)
        weight = 1.0
        if alike and both and a < b:
            weight = 3.0
        elif alike and a > FRONT:
            weight = 2.0
        return ("pages", "equal" if both else "start on one page", weight), True
    if _overlap(left.pages, right.pages, same) or _article_number(left.pages, right.pages):
        return ("pages", "overlap", 0.0), None
    if same.volume is False:
        return ("pages", "different, in another volume", -10.0), False
    years_differ = bool(left.year and right.year and left.year != right.year)
    another_venue = same.venue is False or bool(same.venue and not (same.volume and same.number))
    if same.number is False or years_differ or another_venue:
        return ("pages", "different", PAGES_AND_ISSUE_DIFFER), False
    return ("pages", "different", -5.0 if same.venue else -3.5), False


def _overlap(left: tuple[int, int], right: tuple[int, int], same: _Same) -> bool:
    """Whether one range lies within the other, or only one end differs by a slip: that is one place."""
    (a, b), (c, d) = left, right
    within = bool((b and d and b == d) or (b and a <= c <= b) or (d and c <= a <= d))
    return within or bool(same.volume is not False and not (b and d) and _slip(a, c))


def _article_number(left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether one gives the article number and the other the article's own pages, counted from 1."""
    (a, b), (c, d) = left, right
    return bool((a == 1 and b and not d and c > b) or (c == 1 and d and not b and a > d))


def _slip(left: int, right: int) -> bool:
    """Whether two page numbers of three digits or more differ by one digit."""
    a, b = str(left), str(right)
    return min(len(a), len(b)) >= DIGITS and DamerauLevenshtein.distance(a, b, score_cutoff=1) == 1
