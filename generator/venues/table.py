"""The table of venues, the program's own corrected by the survey's, and which series a written venue means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from generator.config.yaml_file import Node, parse_yaml, read_yaml
from generator.project.paths import VENUES
from generator.text.compare import fold
from generator.venues.series import VenueSeries

NAME = VENUES
FIELDS = ("names", "title", "counted_from", "numbers", "publisher", "series", "volume", "journal")
_SHORT = 4  # letters of an acronym up to which its capitals count: `MM` is a conference, `mm` a length
_LONGEST = 400  # characters of a venue; what is longer is a reference that slipped
_CAPITALS = 2  # of an acronym
_FULL = 3  # words from which on a name is more than an acronym
_ORDINAL = r"\d+(?:st|nd|rd|th)?"
_SPELT = (
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\s)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
    r"|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ieth)"
)
# What tells one year's volume from another's and one host from another, and says nothing of the series.
_PASSING = re.compile(rf"\b(?:{_ORDINAL}|{_SPELT}|proceedings|proc|annual|in|the|of|and|ieee|acm|cvf|usenix)\b")
_DATED = re.compile(rf"\d|\b{_SPELT}\b")
_VOLUME = re.compile(
    r"""
    \s*[\[(](?:volume\s+\d+[^()]*|long[ ]papers|short[ ]papers|main|\d+)[\])]  # of the year's proceedings
    | ,?\s*conference[ ]track(?:[ ]proceedings)?$  # of ICLR, until 2017
    """,
    re.IGNORECASE | re.VERBOSE,
)
_PROCEEDINGS = re.compile(r"^(?:in:?\s+)?(?:proceedings|proc\.?)\s+(?:of\s+)?(?:the\s+)?", re.IGNORECASE)
# `…, ICML 2024, Vienna, Austria` (DBLP), `… (EMNLP 2020)`, `…: NeurIPS 2023`: the year in full, in short, or left out.
_CITED = re.compile(r"\s*[,(:]\s*(?P<acronym>[\w/&-]{2,20})[\s'’]*(?:\d{4}|\d\d)?\s*(?=[),]|$)")
_MEETING = re.compile(
    r"\b(?:proceedings|proc|conference|conf|meeting|symposium|advances|representations)\b", re.IGNORECASE
)
_NOT_ITSELF = re.compile(r"workshop|companion|findings|adjunct|extended abstract|demonstration|tutorial", re.IGNORECASE)


@dataclass(frozen=True)
class VenueTable:
    """All known series, each under its acronym."""

    known: Mapping[str, VenueSeries]

    def series_of(self, venue: str) -> VenueSeries | None:
        """The series that a source means by `venue`: an acronym, a name, or the title of one year's proceedings."""
        if venue not in self._found:
            self._found[venue] = self._series_of(venue) if len(venue) <= _LONGEST else None
        return self._found[venue]

    def _series_of(self, venue: str) -> VenueSeries | None:
        text = _VOLUME.sub("", " ".join(venue.split()))
        found = (
            self._by_acronym(_PROCEEDINGS.sub("", text))
            or self._by_name.get(_core(text))
            or self._by_name.get(_core(text.partition(", ")[0]))
        )
        if found or not text:
            return found
        for cited in _CITED.finditer(text):
            name = text[: cited.start()]
            named = self._by_name.get(_core(name))
            if named and cited["acronym"].casefold() == named.acronym.casefold():
                return named
            if _NOT_ITSELF.search(name):
                return None
            if sum(letter.isupper() for letter in cited["acronym"]) < _CAPITALS:
                continue
            series = named or self._by_acronym(cited["acronym"])
            if series and _MEETING.search(name):
                return series
        return None

    def _by_acronym(self, text: str) -> VenueSeries | None:
        bare = re.sub(r"[\s,'’-]*(?:\b(?:19|20)\d\d|['’]\d\d)$|^(?:19|20)\d\d\s+", "", text)
        series = self._acronyms.get(bare.casefold())
        if series is None:
            return None
        written = next(one for one in (series.acronym, *series.names) if one.casefold() == bare.casefold())
        return series if len(written) > _SHORT or written == bare else None

    @cached_property
    def _found(self) -> dict[str, VenueSeries | None]:
        """What was looked up: many works share a venue."""
        return {}

    @cached_property
    def _acronyms(self) -> dict[str, VenueSeries]:
        return {name.casefold(): series for series in self.known.values() for name in (*series.names, series.acronym)}

    @cached_property
    def _by_name(self) -> dict[str, VenueSeries]:
        named: dict[str, VenueSeries] = {}
        for series in self.known.values():
            titles = (re.sub(r"\{\w+\}", " ", title) for title in series.title.values())
            for name in (*titles, *series.names, series.acronym):
                if (series.journal or len(name.split()) >= _FULL) and (core := _core(name)):
                    named.setdefault(core, series)
        return named


def _core(name: str) -> str:
    """A name without the parts that change from year to year."""
    return " ".join(_PASSING.sub(" ", fold(_VOLUME.sub("", " ".join(name.split())))).split())


def is_full_name(venue: str, series: VenueSeries) -> bool:
    """Whether `venue` is the whole title of one year's proceedings, not the name of the series or a citation."""
    titles = {_core(re.sub(r"\{\w+\}", " ", title)): title for title in series.title.values()}
    title = titles.get(_core(venue))
    return title is not None and ("{" not in title.replace("{track}", "") or bool(_DATED.search(venue.casefold())))


def read_venues(project: Path) -> VenueTable:
    """The program's table, corrected and completed by `bib/venues.yml`. Raises InputError with file and line."""
    known = _of_the_program()
    own = read_yaml(project, NAME)
    return VenueTable(known if own is None else {**known, **{one.acronym: one for one in _read(own, known)}})


@cache
def _of_the_program() -> Mapping[str, VenueSeries]:
    text = (files("generator") / "venues" / "venues.yml").read_text(encoding="utf-8")
    return {series.acronym: series for series in _read(parse_yaml(text, "generator/venues/venues.yml"), {})}


def _read(top: Node, known: Mapping[str, VenueSeries]) -> Iterable[VenueSeries]:
    for acronym, node in top.mapping("venues.yml").items():
        before = known.get(acronym, VenueSeries(acronym))
        yield replace(before, **_values(node.mapping(acronym, FIELDS), acronym))


def _values(fields: Mapping[str, Node], acronym: str) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if "names" in fields:
        values["names"] = fields["names"].texts(f"{acronym}.names")
    for name in ("title", "publisher", "series"):
        if name in fields:
            values[name] = _by_year(fields[name], f"{acronym}.{name}")
    for pattern in values.get("title", {}).values():
        _check_pattern(pattern, fields["title"])
    if "counted_from" in fields:
        values["before_first"] = _year(fields["counted_from"], f"{acronym}.counted_from") - 1
    if "numbers" in fields:
        numbers = _by_year(fields["numbers"], f"{acronym}.numbers")
        if not all(number.isdigit() for number in numbers.values()):
            raise fields["numbers"].fault(f"{acronym}.numbers: each must be a number, such as 17")
        values["numbers"] = {year: int(number) for year, number in numbers.items()}
    if "volume" in fields:
        node = fields["volume"]
        if isinstance(node.value, dict):
            values["volumes"] = _by_year(node, f"{acronym}.volume")
        else:
            values["before_volume"] = _year(node, f"{acronym}.volume") - 1
    if "journal" in fields:
        if not isinstance(fields["journal"].value, bool):
            raise fields["journal"].fault(f"{acronym}.journal must be true or false")
        values["journal"] = fields["journal"].value
    return values


def _by_year(node: Node, what: str) -> dict[int, str]:
    """`{2013: …, 2022: …}`, each from that year on, "" where none is known; a text alone holds always."""
    if not isinstance(node.value, dict):
        return {0: node.text(what)}
    return {
        _year_of(key, one, what): one.text(what) if one.value != "" else "" for key, one in node.mapping(what).items()
    }


def _year_of(key: str, node: Node, what: str) -> int:
    if not re.fullmatch(r"(?:1[5-9]|20)\d\d", key):
        raise node.fault(f"{what}: `{key}` is not a year")
    return int(key)


def _year(node: Node, what: str) -> int:
    return _year_of(str(node.value), node, what)


def _check_pattern(pattern: str, node: Node) -> None:
    odd = [name for name in re.findall(r"\{([^{}]*)\}", pattern) if name not in _PLACES]
    if odd or re.search(r"[{}]", re.sub(r"\{\w+\}", "", pattern)):
        raise node.fault(
            f"`{pattern}` cannot be filled in", "it may hold " + ", ".join(f"{{{name}}}" for name in _PLACES)
        )


_PLACES = ("year", "ordinal", "Ordinal", "number", "track")
