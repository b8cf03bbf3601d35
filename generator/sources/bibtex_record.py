"""A BibTeX entry's fields, each put where `bibtex_fields` says, as the draft of a record."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.identifiers import identifiers_in, parse_doi
from generator.identifiers.preprint_servers import is_preprint_doi, is_server
from generator.kept_fields import KEPT
from generator.sources.bibtex_fields import EPRINTS, RECORD, VERBATIM
from generator.sources.bibtex_people import people
from generator.sources.bibtex_types import shown_type
from generator.sources.bibtex_values import unescaped
from generator.sources.draft import Draft
from generator.sources.field_names import Field
from generator.sources.journal_commands import journal_of
from generator.sources.kinds import kind_of
from generator.sources.latex import decode
from generator.sources.latex_notes import without_notes
from generator.sources.protected import protected

WHAT = "an entry"
Fields = Mapping[str, str]
_MAY_BE_PREPRINTS = ("article", "misc", "preprint", "techreport", None)
_VERIFIED = {"true": True, "yes": True, "false": False, "no": False}
_PLACES = {"journal", "journaltitle", "booktitle"}
_NOTED = {"title", "subtitle", "booktitle", "chapter"}
_SUBTITLES = {"title": "subtitle", "journaltitle": "journalsubtitle", "booktitle": "booksubtitle"}
_CONSUMED = frozenset(
    ("archiveprefix", "eprinttype", "crossref", "xdata", *_SUBTITLES.values(), "verified", "author", "editor")
)
_LINKED = re.compile(r"bdsk-url-\d+")  # where BibDesk keeps the addresses of an entry, in their order
_EARLY = ("early-access-date", "early access date", "earlyaccessdate")
# What a service or a program writes into `note` by itself, which says nothing of the publication.
_BY_ITSELF = re.compile(
    r"""
    (?:cited\ by|export\ date|times\ cited|cited\ references?)\b    # a database, of its counts and of the day
    | arxiv\s*:?\s*[\w./-]+                                         # the number of a preprint,
      (?:\s*\[[^\]]*\])?(?:\s*version:.*)?$                         # its category and its version
    """,
    re.IGNORECASE | re.VERBOSE,
)


def draft_of(key: str, kind: str, written_type: str, fields: Fields) -> Draft:
    """The draft of an entry of our kind `kind`, whose type is written `written_type` (in lower case)."""
    draft = Draft(full_stop=True)
    draft.add("id", key)
    draft.add("kind", "preprint" if _is_arxiv_preprint(written_type, fields) or _on_a_server(kind, fields) else kind)
    for role in ("author", "editor"):
        persons = people(fields.get(role, ""))
        for person in persons:
            draft.person(role, person, apart=len(persons) > 1)
    if not draft.authors and kind_of(kind) == "patent":
        for person in people(fields.get("holder", "")):
            draft.person("author", person)
    for name, raw in fields.items():
        _put(draft, name, raw, kind, fields)
    _identify_by_links(draft, fields)
    if not draft.texts.get("year") and not draft.texts.get("date"):
        draft.add("date", next((fields[name] for name in _EARLY if fields.get(name)), ""))
    if not draft.texts.get("venue"):
        draft.add("venue", decode(fields.get("eventtitle", "")))
    return draft


def is_verified(fields: Fields) -> bool | None:
    """What an enriching source says of a person's check."""
    return _VERIFIED.get(fields.get("verified", "").strip().lower())


def protected_in(fields: Fields) -> tuple[str, ...]:
    """The words of the title whose capitals braces protect."""
    return tuple(dict.fromkeys((*protected(fields.get("title", "")), *protected(fields.get("subtitle", "")))))


def _put(draft: Draft, name: str, raw: str, kind: str, fields: Fields) -> None:
    if name in _CONSUMED:
        return
    value = _value(name, _without_notes(draft, raw) if name in _NOTED else raw, fields)
    body = _field_of_body(name, kind, fields)
    if name == "eprint":
        _put_eprint(draft, value, fields)
    elif name == "note":
        draft.add("note", value)
        if is_verified(fields) is None and not _BY_ITSELF.match(value):
            draft.add_other("note", value)
    elif name == "type":
        draft.add_other("type", shown_type(kind, value))
    elif name == "reportnumber" and ("number" in fields or kind_of(kind) != "techreport"):
        draft.add_other("report number", value)  # INSPIRE has it beside the number of the issue
    elif name == "issue" and "number" in fields:
        draft.add_other("issue" if raw.strip().isdigit() else "season", value)
    elif body is not None:
        draft.add(body, value)
    elif name == "keywords" and "author_keywords" in fields:  # Scopus has both
        draft.add_other("index keywords", value)
    elif name in RECORD and not (name == "date" and not re.search(r"\d", value)):
        draft.add(RECORD[name], value)
    elif name in KEPT or value:
        draft.add_other(name, value)


def _identify_by_links(draft: Draft, fields: Fields) -> None:
    """Take from BibDesk's addresses the identifiers of schemes of which the entry has none."""
    for name in sorted(filter(_LINKED.fullmatch, fields), key=lambda name: int(name.rpartition("-")[2])):
        known = {one.scheme for one in draft.identifiers}
        draft.identifiers += [one for one in identifiers_in(unescaped(fields[name])) if one.scheme not in known]


def _without_notes(draft: Draft, raw: str) -> str:
    """A title without its footnotes, which become notes of the record."""
    raw, notes = without_notes(raw)
    for note in notes:
        draft.add_other("note", decode(note))
    return raw


def _value(name: str, raw: str, fields: Fields) -> str:
    """The text of a field, a journal's command and a subtitle resolved."""
    value = unescaped(raw) if name in VERBATIM else decode(raw)
    if name in _PLACES:
        value = journal_of(raw) or value
    if name in _SUBTITLES and fields.get(_SUBTITLES[name], "").strip():
        value = f"{value}: {decode(without_notes(fields[_SUBTITLES[name]])[0])}"
    return value


def _field_of_body(name: str, kind: str, fields: Fields) -> Field | None:
    """The field for the body that issued a report or a thesis; None for other fields and kinds."""
    if name in ("school", "institution", "organization") and kind_of(kind) == "techreport":
        return "publisher"
    if name in ("institution", "organization", "publisher") and kind_of(kind) in ("phdthesis", "mastersthesis"):
        return "school" if "school" not in fields and "university" not in fields else "publisher"
    return None


def _put_eprint(draft: Draft, value: str, fields: Fields) -> None:
    """An eprint of arXiv and PubMed is an identifier, any other is kept with the name of its archive."""
    scheme = _eprint_scheme(fields)
    if scheme in EPRINTS:
        draft.add(EPRINTS[scheme], value)
    else:
        draft.add_other("eprint", value)
        draft.add_other("eprinttype", fields.get("eprinttype") or fields.get("archiveprefix"))


def _eprint_scheme(fields: Fields) -> str:
    return (fields.get("eprinttype") or fields.get("archiveprefix") or "arxiv").strip().lower()


def _on_a_server(kind: str, fields: Fields) -> bool:
    """Whether the place of an entry is a preprint server: by its name, or by its DOI where no other place is given."""
    places = [
        decode(fields[name])
        for name in (*sorted(_PLACES), "publisher", "institution", "howpublished")
        if fields.get(name)
    ]
    if kind_of(kind) not in _MAY_BE_PREPRINTS:
        return False
    if places and is_server(places[0]):
        return True
    doi = parse_doi(fields.get("doi", ""))
    return kind_of(kind) != "article" and _PLACES.isdisjoint(fields) and doi is not None and is_preprint_doi(doi.value)


def _is_arxiv_preprint(written_type: str, fields: Fields) -> bool:
    placed = not _PLACES.isdisjoint(fields)
    return (
        written_type in ("online", "misc") and "eprint" in fields and _eprint_scheme(fields) == "arxiv" and not placed
    )
