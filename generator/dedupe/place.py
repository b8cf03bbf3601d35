"""Places compared: volume, number and pages. A work is printed in one place; single slips are common."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import DamerauLevenshtein

from generator.dedupe.profile import Profile
from generator.dedupe.verdict import Reason


def compare_places(left: Profile, right: Profile, *, venue: bool | None, alike: bool, column: bool) -> Iterator[Reason]:
    """Volume, number and pages. A work is printed in one place, so two places are two works; single slips are common."""
    volume = left.volume == right.volume if left.volume and right.volume else None
    number = left.number == right.number if left.number and right.number else None
    page: bool | None = None
    if left.pages and right.pages:
        (a, b), (c, d) = left.pages, right.pages
        page = a == c and not (volume is False and ((b and d and b != d) or left.meeting != right.meeting))
        # A range within the other, or one end mistyped, is one place.
        loose = not page and (
            (b and d and b == d)
            or (b and a <= c <= b)
            or (d and c <= a <= d)
            or (volume is not False and not (b and d) and _slip(a, c))
        )
        if page:
            both = bool(b and d and b == d)
            small = a <= 2
            yield (
                "pages",
                "equal" if both else "start on one page",
                1.0 if not alike else 3.0 if both and a < b else 1.0 if small else 2.0,
            )
        elif loose:
            yield "pages", "overlap", 0.0
            page = None
        elif volume is False:
            yield "pages", "different, in another volume", -10.0
        else:
            another = (
                number is False
                or venue is False
                or (left.year and right.year and left.year != right.year)
                or (venue and not (volume and number))
            )
            yield "pages", "different", -7.0 if another else -5.0 if venue else -3.5
    elif left.locator and right.locator:
        same = left.locator == right.locator
        if same:
            yield "pages", "equal", 3.0
        elif left.locator[:1] == right.locator[:1]:
            page = False
            yield "pages", "different", -2.5
    if volume is not None and page is not False:
        yield "volume", "equal" if volume else "different", 0.7 if volume else -0.5 if page and not column else -6.0
    if number is not None and page is not False:
        yield (
            "number",
            "equal" if number else "different",
            0.4 if number else -0.3 if page else -3.0 if venue and volume else -0.7,
        )
    if left.meeting != right.meeting and page is not True and left.issued and right.issued:
        yield (
            "supplement",
            "one appeared in a supplement, as meeting abstracts do",
            -7.0 if page is False or number is False else -2.0,
        )


def _slip(left: int, right: int) -> bool:
    """Whether two page numbers of three digits or more differ by one keystroke."""
    a, b = str(left), str(right)
    return min(len(a), len(b)) >= 3 and DamerauLevenshtein.distance(a, b, score_cutoff=1) == 1
