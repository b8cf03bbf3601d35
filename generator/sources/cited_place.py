"""A publication's place in one cell, as people and databases of several languages write it.

`Zeitschrift für Pädagogik 65 (2019), H. 3, S. 345-367`, `Pflege 2019;32(4):189-197`, `Revue française de sociologie,
vol. 61, n° 2, 2020, p. 215-247`, `中国护理管理, 2019, 19(3): 345-350`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.sources.field_names import Field

_YEAR = r"(?:1[89]|20)\d\d"
_NUMBER = r"\d{1,5}(?:\s?[-–/]\s?\d{1,3})?"
_PAGE = r"[A-Za-z]{0,2}\d+"
_RANGE = rf"{_PAGE}\s?[-–—]+\s?{_PAGE}"
_PART = re.compile(
    rf"""
    (?<!\w)(?:S|Seiten?|pp?|pages?|págs?|С)\.?\s*(?P<labelled_pages>{_RANGE}|{_PAGE})(?!\w)
  | (?P<counted_pages>{_RANGE})[頁页]
  | (?<!\w)(?:Jg|Jahrg(?:ang)?|Bd|Band|vol(?:ume|umen)?|v|t(?:om[eo])?|Том|Т)\b\.?\s*(?P<volume>{_NUMBER})(?![\w-])
  | (?P<ordinal_volume>\d{{1,4}})(?:\s*[巻卷]|(?:e|ème)\ année|\.\s*(?:Jg\.|Jahrgang))
  | (?<!\w)(?:H|Heft|Nr|No|Núm|N[°ºo.]|№|Iss(?:ue)?|Fasc)\.?\s*(?P<number>{_NUMBER})(?![\w-])
  | (?P<counted_number>\d{{1,4}})\s*[期号號]
  | (?P<year_of_issue>{_YEAR})/(?P<issue_of_year>\d{{1,3}})(?!\d)
  | (?<!\d)(?P<issue_before>\d{{1,2}})/(?P<year_after>{_YEAR})(?!\d)
  | (?<=:)\s*(?P<pages_after_colon>{_RANGE}|{_PAGE})(?!\w)
  | (?<!\d)(?P<year>{_YEAR})[a-z]?年?(?!\s?[-–]\s?\d{{3}})(?!\w)
  | \((?!{_YEAR}\))(?P<bracketed_number>{_NUMBER}|(?:Suppl|Sonderh)[^()]{{0,20}})\)
  | (?P<range>{_RANGE})(?!\w)
  | (?P<article>e\d{{3,}})(?!\w)
  | (?<!\w)(?P<bare>\d{{1,5}})(?![\w.]\d|\w)
  | (?P<month>\b(?:Jan|Feb|Mar|Mär|Apr|May|Mai|Jun|Jul|Aug|Sep|Oct|Okt|Nov|Dec|Dez)[a-zé]*\b)
    (?:\s\d{{1,2}}(?=\s*[;.:]))?                                # and its day
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s,;.:()]*")
_CUT = re.compile(r"(?<=[\w)])[\s,;.:]+(?=[\w(№])")  # where the journal's name may end
_AFTER = re.compile(r"[\s.;,]*(?:\bdoi:|https?://|Epub\b|eCollection\b|PMID\b).*$", re.IGNORECASE)
_BEFORE = re.compile(r"^In\s*:\s*")
_LONGEST = 300  # characters of such a cell
_TO = re.compile(r"\s?[-–—]+\s?")
# Of a number that stands alone beside a year; a longer one may be a page, a paper's number, anything.
_VOLUME_DIGITS = 3
_DAYS = 31  # of a month at most
_OF_A_VOLUME = frozenset(("volume", "ordinal_volume", "number", "counted_number", "bracketed_number", "bare"))
_IN_ORDER: tuple[Field, ...] = ("volume", "number")  # of numbers without a word
_MEANINGS: dict[str, Field] = {
    "labelled_pages": "pages", "counted_pages": "pages", "pages_after_colon": "pages", "range": "pages",
    "article": "pages",
    "volume": "volume", "ordinal_volume": "volume",
    "number": "number", "counted_number": "number", "issue_of_year": "number", "issue_before": "number",
    "bracketed_number": "number",
    "year": "year", "year_of_issue": "year", "year_after": "year",
    "month": "month",
}  # fmt: skip


def cited_place(text: str) -> dict[Field, str]:
    """Venue, year, volume, number and pages of a cell that holds them all; nothing where any of it is anything else.

    A year with a volume or pages, or a volume with pages, must stand beside the name: `ICML 2019` is a name.
    """
    text = " ".join(text.split())
    if len(text) > _LONGEST or not re.search(r"\d", text):
        return {}
    text = _BEFORE.sub("", _AFTER.sub("", text))
    for cut in _CUT.finditer(text):
        venue = text[: cut.start()].strip(" ,;:")
        found = _parts(text, cut.end()) if re.search(r"[^\W\d_]", venue) else {}
        if len(found.keys() & {"year", "volume", "pages"}) > 1:
            return {"venue": venue, **found}
    return {}


def _parts(text: str, start: int) -> dict[Field, str]:
    """The parts of `text` from `start` on; nothing if any of it is none of them, two are the same, or it is a date."""
    found: dict[Field, str] = {}
    bare: list[str] = []
    pieces = list(_pieces(text, start))
    if _are_days(dict(pieces)):
        return {}
    for name, value in pieces:
        field = _MEANINGS.get(name)
        if name == "" or field in found:
            return {}
        if field is None:
            bare.append(value)
        else:
            found[field] = value
    found.pop("month", None)
    lone = len(bare) == 1 and not found.keys() & {"volume", "number", "pages"}  # `NeurIPS 2020, 33`: the volume
    if lone and len(bare[0]) > _VOLUME_DIGITS:
        return {}
    is_volume = lone or (len(bare) == 1 and "bracketed_number" in dict(pieces))  # `363 (6429)`
    last: tuple[Field, ...] = () if "pages" in found or is_volume else ("pages",)
    free = [field for field in _IN_ORDER if field not in found][: len(bare) - len(last)] + list(last)
    if len(bare) > len(free):
        return {}
    return found | dict(zip(free, bare, strict=False))


def _are_days(pieces: Mapping[str, str]) -> bool:
    """Whether a range beside a month is of days, as of a conference (`Interspeech 2020, 25-29 October`)."""
    if "range" not in pieces or "month" not in pieces or pieces.keys() & _OF_A_VOLUME:
        return False
    return all(day.isdecimal() and 0 < int(day) <= _DAYS for day in _TO.split(pieces["range"]))


def _pieces(text: str, at: int) -> Iterator[tuple[str, str]]:
    """(the group of `_PART`, its text) one after the other; ("", rest) where there is anything else."""
    while at < len(text):
        at = _BETWEEN.match(text, at).end()  # type: ignore[union-attr]  # it matches the empty text too
        in_brackets = _PART.match(text, at - 1) if text[at - 1] == "(" else None
        part = in_brackets or _PART.match(text, at)
        if part is None:
            if at < len(text):
                yield "", text[at:]
            return
        yield from ((name, value) for name, value in part.groupdict().items() if value)
        at = part.end()
