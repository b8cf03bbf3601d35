"""One series of proceedings or one journal, and what it is called in a given year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

ByYear = Mapping[int, str]  # value by the first year from which it holds

_UNITS = (
    "", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh",
    "Twelfth", "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth", "Eighteenth", "Nineteenth",
)  # fmt: skip
_TENS = ("", "", "Twent", "Thirt", "Fort", "Fift", "Sixt", "Sevent", "Eight", "Ninet")
_TEENS = range(11, 14)  # 11th, 12th, 13th
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_LARGEST_SPELT = 100  # ordinals are written out below this
# What the volumes of one year's ACL Anthology are called; the word stands in the paper's Anthology id.
_TRACKS = {
    "long": " (Volume 1: Long Papers)",
    "short": " (Volume 2: Short Papers)",
    "1": " (Volume 1: Long Papers)",
    "2": " (Volume 2: Short Papers)",
}


@dataclass(frozen=True, slots=True)
class VenueSeries:
    """A series of proceedings, or a journal.

    Attributes:
        acronym: as readers call it, and as pages show it; of a journal its name.
        names: other ways in which sources write it, without year and number.
        title: full name by year, with `{year}`,
            `{ordinal}` (41st), `{Ordinal}` (Forty-First), `{number}` (41), `{track}`.
        numbers: the number of each year's meeting.
        before_first: the year before the first meeting, where there was one every year since.
        publisher, series: by year.
        volumes: volume of the series by year.
        before_volume: the year before that of the first volume, where there was one every year since.
        journal: whether it is a journal.
    """

    acronym: str
    names: tuple[str, ...] = ()
    title: ByYear = field(default_factory=dict)
    numbers: Mapping[int, int] = field(default_factory=dict)
    before_first: int | None = None
    publisher: ByYear = field(default_factory=dict)
    series: ByYear = field(default_factory=dict)
    volumes: Mapping[int, str] = field(default_factory=dict)
    before_volume: int | None = None
    journal: bool = False

    def full_name(self, year: int | None, anthology_id: str = "") -> str:
        """The name of a year's proceedings, with the acronym in brackets; "" if the table does not know it.

        `anthology_id` is the work's id in the ACL Anthology, which tells long papers from short ones.
        """
        pattern = held(self.title, year)
        number = self.number(year)
        if not pattern or ("{year}" in pattern and year is None) or (number is None and _NUMBERED.search(pattern)):
            return ""
        values = {"year": str(year), "track": track(anthology_id)}
        if number is not None:
            values |= {"number": str(number), "ordinal": ordinal(number), "Ordinal": spelt(number)}
        return with_acronym(pattern.format_map(values), self.acronym, self.journal)

    def number(self, year: int | None) -> int | None:
        """Which meeting that of a year was: 41 for the forty-first; None if it is unknown or none was counted."""
        if year is None:
            return None
        if year in self.numbers:
            return self.numbers[year]
        return year - self.before_first if self.before_first is not None and year > self.before_first else None

    def volume(self, year: int | None) -> str:
        """The volume of the series in which the proceedings of a year stand, or ""."""
        if year is None:
            return ""
        if year in self.volumes:
            return self.volumes[year]
        return str(year - self.before_volume) if self.before_volume is not None and year > self.before_volume else ""


_NUMBERED = re.compile(r"\{(?:number|ordinal|Ordinal)\}")


def held(values: ByYear, year: int | None) -> str:
    """The value that holds in a year: that of the latest first year; without a year one that always holds."""
    if year is None:
        return values.get(0, "") if len(values) == 1 else ""
    first = max((known for known in values if known <= year), default=None)
    return values[first] if first is not None else ""


def with_acronym(name: str, acronym: str, journal: bool = False) -> str:
    """A full name and the acronym in brackets, unless the name holds it already, is a journal's, or there is none."""
    if " " in acronym:
        return name
    known = re.search(rf"(?<!\w){re.escape(acronym)}(?![^\W\d])", name, re.IGNORECASE)
    return name if journal or known else f"{name} ({acronym})"


def track(anthology_id: str) -> str:
    """` (Volume 1: Long Papers)` for `2023.acl-long.12` and `P18-1001`; "" where the id tells of no such volume."""
    match = re.search(r"-(long|short)\.", anthology_id) or re.match(r"[PN]\d\d-([12])", anthology_id)
    return _TRACKS[match[1]] if match else ""


def ordinal(number: int) -> str:
    """`1st`, `22nd`, `13th`."""
    if number % 100 in _TEENS:
        return f"{number}th"
    return f"{number}{_ENDINGS.get(number % 10, 'th')}"


def spelt(number: int) -> str:
    """`First`, `Thirty-Ninth`; from a hundred on in figures."""
    if number < len(_UNITS):
        return _UNITS[number]
    if number >= _LARGEST_SPELT:
        return ordinal(number)
    tens, unit = _TENS[number // 10], _UNITS[number % 10]
    return f"{tens}y-{unit}" if unit else f"{tens}ieth"
