"""The finished record of a draft: a pure function with the rules that need several fields at once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from generator.identifiers import Identifier
from generator.names import Name
from generator.printed_place import is_provisional
from generator.records import Kind, LeftOut, Origin, Record
from generator.sources.content import FIELD_LIMIT
from generator.sources.draft import Draft
from generator.sources.field_names import PLAIN, Field
from generator.sources.field_text import month_in, year_in
from generator.sources.kinds import kind_of, of_masters
from generator.sources.missing_values import MISSING
from generator.sources.notices import without_notices
from generator.sources.preprint_venue import without_arxiv_as_venue

_FINAL_STOP = re.compile(r"(?<=[^\W_]{3}|[\w)\]%]{2}[)\]%])(?<!\bspp|\bssp|\bInc|\bLtd|\betc|\bvol|\bvar)\.$")
# Google Scholar's marks for the form of a work, which Publish or Perish keeps: `[PDF][PDF]`, `[CITATION][C]`.
_FORM = re.compile(r"\[(?:PDF|HTML|BOOK|CITATION|DOC)\](?:\[(?:PDF|HTML|B|C|DOC)\])?\s+(?=\S)")
_BRACKETED = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])+)\]\.?")  # a translated title, as PubMed and Ovid write it
_OPEN_END = re.compile(r"-[&+]?$")  # Web of Science: `369-+`
_DASH = re.compile(r"\s*(?:--+|[\u2010-\u2015\u2212])\s*")
_WHOLE = ("book", "phdthesis", "mastersthesis")  # kinds of which no part is cited
# Under what programs keep the degree of a thesis: RIS, refer, Zotero, NoteExpress.
_OF_THESES = ("m3", "%9", "kind", "type", "thesis type", "genre", "type of work", "degree")
_CAPITALS = re.compile(r"[A-Z]{2,3}")


def finished(draft: Draft, origin: Origin, what: str, *, verified: bool | None = None) -> Record | LeftOut:
    """The record of a draft; if nothing in it identifies a work, `what` (`a reference`) left out, under its key."""
    title = title_of(draft)
    if not says_something(draft, title):
        return LeftOut(origin, nothing_in(what), origin.key or "")
    preprint = without_arxiv_as_venue(draft.texts)
    texts = preprint.texts
    pages, apart = _pages(texts)
    date = texts.get("date", "")
    kind = kind_of(texts.get("kind", ""))
    in_them = kind == "proceedings" and draft.authors and texts.get("venue")  # EndNote says it of a paper in them
    plain: dict[str, Any] = {name: texts.get(name, "") for name in PLAIN}
    plain["title"] = title
    _, notices = without_notices(texts.get("title", ""))
    alone = "start_page" in texts and not {"end_page", "pages"} & texts.keys()
    if kind in _WHOLE and alone and pages.isdecimal():  # RIS has there how many pages it has
        pages, apart = "", (*apart, ("pagetotal", pages))
    plain["number"] = plain["number"].removesuffix(", SI")  # Web of Science: a special issue
    place, provisional = _printed_place({"volume": plain["volume"], "number": plain["number"], "pages": pages})
    year = year_in(texts.get("year", "")) or year_in(date)
    undated = [(name, texts[name]) for name in ("year", "date") if name in texts and not year]
    return Record(
        origin,
        **(plain | place),
        authors=_in_one_order(draft.authors),
        editors=tuple(draft.editors),
        authors_truncated=draft.truncated,
        year=year,
        month=month_in(texts.get("month", "")) or month_in(date),
        kind="inproceedings" if in_them else _refined(kind, draft),
        url=texts.get("url", ""),
        primary_class=texts.get("primary_class", ""),
        identifiers=_with_preprints(draft.identifiers, preprint.identifiers),
        keywords=tuple(dict.fromkeys(draft.keywords)),
        id=texts.get("id") or None,
        verified=verified,
        extra=(*draft.extra, *preprint.kept, *apart, *provisional, *undated, *(("notice", text) for text in notices)),
    )


def _refined(kind: Kind | None, draft: Draft) -> Kind | None:
    """The kind, where other fields tell it more exactly: the degree of a thesis, a chapter of a book in a series."""
    said = draft.texts.get("kind", "")
    if kind == "phdthesis" and any(of_masters(text) for name, text in draft.extra if name.lower() in _OF_THESES):
        return "mastersthesis"
    series = draft.texts.get("series", "").casefold() not in ("", draft.texts.get("venue", "").casefold())
    if kind == "article" and "book chapter" in said.lower() and (series or draft.editors):  # Web of Science
        return "incollection"
    return kind


def says_something(draft: Draft, title: str) -> bool:
    """Whether there is anything that could identify a work: a title, an abstract or an identifier."""
    giant = len(draft.texts.get("note", "")) > FIELD_LIMIT  # left out by the caller, which names the field
    return bool(title or draft.texts.get("abstract") or draft.identifiers or giant)


def title_of(draft: Draft) -> str:
    """The title without the full stop that PubMed, DBLP and Ovid add; `NA` is a title if no other value is missing
    in that way.
    """
    title, _ = without_notices(draft.texts.get("title", ""))
    title = title[form.end() :] if (form := _FORM.match(title)) else title
    title = translated[1] if (translated := _BRACKETED.fullmatch(title)) else title
    if title.endswith(".") and not draft.full_stop:
        title = _FINAL_STOP.sub("", title)
    return "" if draft.lacks and title in MISSING else title


def nothing_in(what: str) -> str:
    """Why `what` (`a reference`), in which nothing could identify a work, is left out."""
    return f"{what} with neither title nor abstract nor identifier"


def _pages(texts: Mapping[Field, str]) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The pages, or the article number if there are none; an article number beside pages is kept separately."""
    start, end = texts.get("start_page", ""), texts.get("end_page", "")
    article = texts.get("article_number", "")
    is_range = bool(start and end and start != end and "-" not in start)
    pages = texts.get("pages", "") or start or article or end
    if not texts.get("pages") and is_range:
        pages = f"{start}-{end}"
    apart = (("article number", article),) if article not in pages else ()
    return _OPEN_END.sub("", _DASH.sub("-", pages)), apart


def _printed_place(place: Mapping[str, str]) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Volume, issue and pages of `place`, and apart from them what is there only until the work is printed.

    In a volume that is none (`ahead-of-print`, IEEE's `PP`) neither issue nor pages are those of the printed work.
    """
    if is_provisional(place["volume"]):
        return dict.fromkeys(place, ""), [(name, text) for name, text in place.items() if text]
    if is_provisional(place["number"]):
        return {**place, "number": ""}, [("number", place["number"])]
    return dict(place), []


def _with_preprints(stated: Sequence[Identifier], found: Sequence[Identifier]) -> tuple[Identifier, ...]:
    """The identifiers, once each; one found in place of a venue counts only if no arXiv id was stated."""
    known = any(one.scheme == "arxiv" for one in stated)
    return tuple(dict.fromkeys([*stated, *(() if known else found[:1])]))


def _in_one_order(names: list[Name]) -> tuple[Name, ...]:
    """Names in one list follow one order: beside `Smith BT`, `Dinshaw AW` is not Mr or Ms Aw, as `Yi XU` would be."""
    if not any(_CAPITALS.fullmatch(name.given) and not name.family.isupper() for name in names):
        return tuple(names)
    return tuple(_turned(name) for name in names)


def _turned(name: Name) -> Name:
    whole = name.particle or name.corporate
    initials_last = _CAPITALS.fullmatch(name.family) and not whole and name.given[-1:].islower()
    return Name(name.given, name.family) if initials_last else name
