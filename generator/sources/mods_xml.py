"""Reader of MODS XML, in which libraries, repositories and Zotero describe publications: one `<mods>` a record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.errors import Problem
from generator.records import LeftOut, Record
from generator.sources.column_names import field_of
from generator.sources.content import Content
from generator.sources.draft import Draft
from generator.sources.field_names import Field
from generator.sources.xml_entries import records, text_of, texts_of

NAME = "MODS XML"
_START = re.compile(r"<(?:(\w+):)?mods[\s>]")
_FIELDS: tuple[tuple[Field, str], ...] = (
    ("abstract", "abstract"), ("publisher", "originInfo/publisher"), ("address", "originInfo/place/placeTerm"),
    ("language", "language/languageTerm"), ("url", "location/url"),
    ("note", "note"), ("id", "recordInfo/recordIdentifier"),
)  # fmt: skip
_DATES = ("dateIssued", "copyrightDate", "dateCreated", "date")
_KINDS = {  # what a genre is in words that our kinds know
    "conference publication": "inproceedings", "theses": "thesis", "bookitem": "incollection",
    "academic journal": "", "periodical": "",
}  # fmt: skip
_IN_ISSUES = frozenset(("academic journal", "periodical", "journal"))  # genres of a host whose part is an article
_EDITORS = frozenset(("edt", "editor"))
_PUBLISHERS = frozenset(("pbl", "publisher"))
_WRITERS = frozenset(("aut", "author"))
_AUTHORS = _WRITERS | {"cre", "creator", "dis", "dissertant", "ctb", "contributor"}
_SCHEMES: dict[str, Field] = {
    "doi": "doi", "isbn": "isbn", "pmid": "pmid", "pubmed": "pmid", "arxiv": "arxiv", "uri": "url",
}  # fmt: skip
_DEGREE = frozenset(("dgg", "degree grantor", "degree granting institution"))


def recognises(content: Content) -> bool:
    """Whether it holds records of MODS."""
    return content.start.startswith("<") and bool(_START.search(content.start))


def read(content: Content) -> Iterator[Record | LeftOut | Problem]:
    """One record a `<mods>`."""
    start = _START.search(content.text)
    prefix = f"{start[1]}:" if start and start[1] else ""
    return records(content, f"{prefix}mods", "a record", _fill)


def _fill(mods: Any, draft: Draft) -> None:
    draft.add("id", mods.get("ID"))
    draft.add("title", _title(mods))
    for name, path in _FIELDS:
        for value in texts_of(mods, path):
            draft.add(name, value)
    _add_people(mods, draft)
    host = next((item for item in mods.findall("relatedItem") if item.get("type") == "host"), None)
    if host is not None:
        _add_host(host, draft)
    for item in mods.findall("relatedItem"):
        draft.add("series", _title(item) if item.get("type") == "series" else "")
    for part in mods.findall("part"):
        _add_part(part, draft)
    _add_meeting(mods, draft)
    _add_date(mods, draft)
    for subject in mods.findall("subject"):
        for topic in texts_of(subject, "topic"):
            draft.add("keyword", topic)
    draft.add_other("edition", text_of(mods, "originInfo/edition"))
    _add_identifiers(mods, draft)
    _add_kind(mods, host, draft)


def _title(element: Any) -> str:
    """The title with its article and subtitle; not an abbreviated or translated one if there is another."""
    infos = element.findall("titleInfo")
    info = next((one for one in infos if not one.get("type")), infos[0] if infos else None)
    if info is None:
        return ""
    main = f"{text_of(info, 'nonSort')} {text_of(info, 'title')}".strip()
    return ": ".join(part for part in (main, text_of(info, "subTitle")) if part)


def _add_people(mods: Any, draft: Draft) -> None:
    """Whoever has no role is an author; supervisors, reviewers and illustrators are kept under what they did."""
    for name in mods.findall("name"):
        roles = [role.casefold() for role in texts_of(name, "role/roleTerm")]
        person = _person(name)
        whole = person.strip("{}")
        if name.get("type") == "conference":
            continue  # which may be the venue
        if _DEGREE.intersection(roles):
            draft.add("school", whole)
        elif _is(roles, _EDITORS, "editors") and not _WRITERS.intersection(roles):
            draft.person("editor", person)
        elif not roles or _is(roles, _AUTHORS, "authors"):
            draft.person("author", person)
        elif _PUBLISHERS.intersection(roles):
            draft.add("publisher", whole)
        else:
            draft.add_other(roles[0], whole)


def _is(roles: list[str], codes: frozenset[str], field: Field) -> bool:
    """Whether one of the roles is in the codes, or is a word of some language for the field ("Verfasser")."""
    return not codes.isdisjoint(roles) or any(field_of(role) == field for role in roles)


def _person(name: Any) -> str:
    """A name as `parse_name` reads it; one in a single piece of a body is in braces."""
    parts: dict[str, list[str]] = {}  # a second given name may have an element of its own
    for part in name.findall("namePart"):
        parts.setdefault(part.get("type") or "", []).extend("".join(part.itertext()).split())
    family, suffix, given, whole = (" ".join(parts.get(kind, ())) for kind in ("family", "termsOfAddress", "given", ""))
    if family:
        return ", ".join(filter(None, (family, suffix, given)))
    whole = whole or given or text_of(name, "displayForm")
    return f"{{{whole}}}" if whole and name.get("type") in ("corporate", "conference") else whole


def _add_host(host: Any, draft: Draft) -> None:
    draft.add("venue", _title(host))
    for part in host.findall("part"):
        _add_part(part, draft)
    for name in host.findall("name"):
        if {role.casefold() for role in texts_of(name, "role/roleTerm")} & _EDITORS:
            draft.person("editor", _person(name))
    draft.add("publisher", text_of(host, "originInfo/publisher"))
    for identifier in host.findall("identifier"):
        scheme = (identifier.get("type") or "").casefold()
        if scheme in ("issn", "isbn") and identifier.get("invalid") != "yes":
            draft.add_other(scheme, "".join(identifier.itertext()))
    _add_date(host, draft)


def _add_meeting(mods: Any, draft: Draft) -> None:
    """A conference among the names is the venue where nothing else is, and no author."""
    for name in mods.findall("name"):
        if name.get("type") == "conference":
            meeting = _person(name).strip("{}")
            if "venue" in draft.texts:
                draft.add_other("conference", meeting)
            else:
                draft.add("venue", meeting)


def _add_part(part: Any, draft: Draft) -> None:
    for detail in part.findall("detail"):
        kind = detail.get("type")
        number = text_of(detail, "number") or text_of(detail, "caption")
        if kind in ("volume", "issue", "number"):
            draft.add("volume" if kind == "volume" else "number", number)
    for extent in part.findall("extent"):
        if extent.get("unit") in ("pages", "page", None):
            draft.add("start_page", text_of(extent, "start"))
            draft.add("end_page", text_of(extent, "end"))
            draft.add("pages", text_of(extent, "list"))
    if "date" not in draft.texts:
        draft.add("date", text_of(part, "date"))


def _add_date(element: Any, draft: Draft) -> None:
    for name in _DATES:
        if "date" not in draft.texts:
            draft.add("date", text_of(element, f"originInfo/{name}"))


def _add_identifiers(mods: Any, draft: Draft) -> None:
    for identifier in mods.findall("identifier"):
        scheme = (identifier.get("type") or "").casefold()
        value = "".join(identifier.itertext()).strip()
        if identifier.get("invalid") == "yes":  # cancelled, or that of another work
            draft.add_other(f"invalid {scheme or 'identifier'}", value)
        elif scheme in _SCHEMES:
            draft.add(_SCHEMES[scheme], value)
        else:
            draft.add_other(scheme or "identifier", value)


def _add_kind(mods: Any, host: Any, draft: Draft) -> None:
    genres = [genre.casefold() for genre in texts_of(mods, "genre")]
    for genre in genres:
        draft.add("kind", _KINDS.get(genre, genre))
    if host is not None and "kind" not in draft.texts:
        around = {*genres, *(genre.casefold() for genre in texts_of(host, "genre"))}
        draft.add("kind", "article" if around & _IN_ISSUES else "")
