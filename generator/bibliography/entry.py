"""Entries: what a bibliography says about a work, as data. All formats of BibTeX's kind are written from them.

Types and fields are those of "BibTeXing" (O. Patashnik, 1988), those for arXiv as arXiv itself recommends (`eprint`,
`archiveprefix`, `primaryclass`), aliases are BibLaTeX's `ids`. Where a field that its type requires is unknown, the
work becomes the nearest type that does not need it; styles would otherwise complain and print a gap.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from generator.bibliography.proper_nouns import proper_nouns
from generator.bibliography.publishers import place_of
from generator.identifiers import Identifier, parse_arxiv, parse_isbn
from generator.identifiers.preprint_servers import is_preprint_doi
from generator.kept_fields import KEPT
from generator.kept_fields import VERBATIM as KEPT_VERBATIM
from generator.names import Name
from generator.text.escape import safe_url, visible
from generator.works import Work

ORDER = (
    "author", "editor", "key", "title", "booktitle", "journal", "school", "institution", "howpublished", "series",
    "volume", "number", "issue", "pages", "publisher", "address", "year", "month", "doi", "isbn", "url", "eprint",
    "eprinttype", "archiveprefix", "primaryclass", "language",
    *(name for name in KEPT if name not in ("howpublished", "eprint", "eprinttype")), "abstract", "ids",
)  # fmt: skip
# Never escaped; nothing in them can break a field.
VERBATIM = frozenset({"doi", "isbn", "url", "eprint", "archiveprefix", "ids"}) | KEPT_VERBATIM
_WITH_ISBN = ("book", "proceedings", "incollection", "inproceedings", "inbook", "misc", "techreport", "phdthesis")
_DECEMBER = 12
_RANGE = re.compile(r"([^\s\-–—]+)\s*[-–—]+\s*([^\s\-–—]+)")


@dataclass(frozen=True, slots=True)
class Names:
    """A list of people; `truncated` where the source ended it in "and others"."""

    people: tuple[Name, ...]
    truncated: bool = False


Value = str | int | Names


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a bibliography.

    Attributes:
        type: `article`, `inproceedings`, … (lower case).
        key: citation key.
        protected: words of the title in whose braces (`{B}ayesian`) capitals are protected.
        fields: (name, value) in the order of ORDER; text unescaped, `month` 1 to 12, `author` and `editor` as Names.
    """

    type: str
    key: str
    fields: tuple[tuple[str, Value], ...]
    protected: tuple[str, ...] = ()

    def __getitem__(self, name: str) -> Value | None:
        """The value of a field, or None."""
        return next((value for field, value in self.fields if field == name), None)


def entry_of(work: Work, abstracts: bool = False, classic: bool = False) -> Entry:
    """The entry of a work.

    Args:
        work: with its key.
        abstracts: whether to include the abstract; many programs choke on abstracts, and few print them.
        classic: for BibTeX's styles, most of which print no `eprint`: an unpublished preprint says in `howpublished`
        where
            it is. BibLaTeX would print it twice.
    """
    kind = entry_type(work)
    fields: dict[str, Value | None] = {
        "author": _names(work.authors, work.authors_truncated),
        "editor": _names(work.editors, False) if kind != "misc" or not work.authors else None,
        "title": work.title,
        "year": work.year,
        "month": work.month if work.month and 1 <= work.month <= _DECEMBER else None,
        "address": work.address,
        "doi": _percent(doi_of(work)),
        "url": "" if doi_of(work) else address_of(work),  # where styles print both, the DOI would stand twice
        "language": work.language if work.language.casefold() not in ("en", "eng", "english") else "",
        "abstract": work.abstract if abstracts else "",
        "ids": ",".join(sorted(work.aliases)),
    }
    if not fields["author"] and not fields["editor"]:
        fields["key"] = work.shown_title  # what styles sort and label by where no author is named
    fields |= dict(work.extra)
    own = str(fields.get("note") or "")
    notes = [note for note in (status_note(work), preprint_note(work)) if note and note not in own]
    fields["note"] = ". ".join([*notes, own] if own else notes)
    if not work.title and not fields.get("note"):
        fields["note"] = work.shown_title  # titles are never invented; styles print a note instead
    arxiv = work.identifier("arxiv")
    if arxiv:
        fields |= {"eprint": arxiv, "eprinttype": "arxiv", "archiveprefix": "arXiv", "primaryclass": work.primary_class}
    fields |= _of_type(work, kind, classic)
    protected = tuple(dict.fromkeys((*work.protected, *proper_nouns(work.title, work.abstract))))
    named = ((name, _clean(fields.get(name))) for name in ORDER)
    return Entry(kind, work.key, tuple((name, value) for name, value in named if value), protected)


def _of_type(work: Work, kind: str, classic: bool) -> dict[str, Value | None]:
    """The fields that only some types have."""
    arxiv = work.identifier("arxiv")
    isbn = parse_isbn(work.identifier("isbn") or "")  # biber refuses an ISBN with a wrong check digit
    fields: dict[str, Value | None] = {"isbn": isbn.value} if isbn and kind in _WITH_ISBN else {}
    if kind == "article":
        fields |= {
            "journal": work.cited_venue,
            "series": work.series,
            "volume": work.volume,
            "pages": pages(work.pages),
        }
        fields["number" if work.volume else "issue"] = work.number  # a number without a volume is BibLaTeX's `issue`
    elif kind in ("inproceedings", "incollection", "inbook", "book", "proceedings"):
        fields |= {
            "series": work.series,
            "volume": work.volume,
            "publisher": work.publisher,
            "address": work.address or place_of(work.publisher, work.year),
            "pages": pages(work.pages),
        }
        if work.series and not work.volume:  # BibTeX takes one of the two, and a number only with a series
            fields["number"] = work.number
        if kind in ("inproceedings", "incollection"):
            fields["booktitle"] = work.cited_venue
    elif kind in ("phdthesis", "mastersthesis"):
        fields |= {"school": _institution(work), "pages": pages(work.pages)}
    elif kind == "techreport":
        fields |= {"institution": _institution(work), "number": work.number, "pages": pages(work.pages)}
    elif not arxiv or work.published:
        fields |= _of_misc(work)
    elif classic:
        fields["howpublished"] = f"arXiv:{arxiv}"
    return fields


def _of_misc(work: Work) -> dict[str, Value | None]:
    """What is printed of a work that classic BibTeX has no type for: how it appeared, and its number."""
    named = {
        "phdthesis": "PhD thesis",
        "mastersthesis": "Master's thesis",
        "techreport": "Technical report",
        "patent": "Patent",
    }
    where = work.kept("howpublished") or named.get(work.kind) or work.cited_venue or work.publisher
    fields: dict[str, Value | None] = {
        "howpublished": where,
        "number": work.number,
        "volume": work.volume,
        "pages": pages(work.pages),
    }
    others = {"publisher": work.publisher, "booktitle": work.cited_venue, "school": work.school, "series": work.series}
    return fields | {name: value for name, value in others.items() if value != where}


def status_note(work: Work) -> str:
    """What anyone citing the work must know, as a note: `Retracted`, `Withdrawn`, or ""."""
    return work.status.capitalize() if work.status in ("retracted", "withdrawn") else ""


def preprint_note(work: Work) -> str:
    """Where to find the preprint of a published work, as a note: `Preprint: https://doi.org/10.1101/…`; "" for arXiv.

    arXiv preprints have fields of their own.
    """
    preprint = work.preprint
    return (
        f"Preprint: {preprint.url}" if preprint and preprint.scheme == "doi" and preprint.value != doi_of(work) else ""
    )


def doi_of(work: Work) -> str | None:
    """The DOI to cite: the published version's before a preprint server's, never arXiv's own (the eprint says it)."""
    dois = [i.value for i in work.identifiers if i.scheme == "doi" and not i.value.startswith("10.48550/arxiv.")]
    return min(dois, key=lambda doi: (work.published and is_preprint_doi(doi), dois.index(doi)), default=None)


def registered_doi(work: Work) -> str:
    """The DOI to cite, or the one that arXiv registers for every preprint, for reference managers to look up; or ""."""
    arxiv = work.identifier("arxiv")
    return doi_of(work) or (f"10.48550/arXiv.{arxiv}" if arxiv and work.kind == "preprint" else "")


def address_of(work: Work) -> str:
    """The one address to cite: by DOI, in an anthology, the work's own, or in a repository. "" if there is none."""
    found = {identifier.scheme: identifier.url for identifier in reversed(work.identifiers)}
    own = safe_url(work.url)
    if parse_arxiv(own):
        own = ""
    doi = doi_of(work)
    if doi:
        return Identifier("doi", doi).url
    places = (
        found.get("acl"),
        found.get("openreview"),
        own,
        found.get("pmcid"),
        found.get("pmid"),
        found.get("arxiv"),
        safe_url(work.url),
    )
    return safe_url(next((place for place in places if place), ""))


def pages(text: str) -> str:
    """A page range with BibTeX's two hyphens (`12--20`); anything that is not clearly one range stays as it is."""
    match = _RANGE.fullmatch(visible(text))
    return f"{match[1]}--{match[2]}" if match else text


def page_range(text: str) -> tuple[str, str]:
    """(first, last) page; (the text, "") where it is not clearly one range."""
    first, _, last = pages(visible(text)).partition("--")
    return first, last


def _percent(doi: str | None) -> str | None:
    """A DOI with unusual characters percent-encoded, as the DOI Handbook allows, so that they cannot break a field."""
    return re.sub(r"[^!-~]|[{}\\\x22]", lambda odd: quote(odd[0], safe=""), visible(doi)) if doi else None


def entry_type(work: Work) -> str:
    """The type of the entry of a work."""
    if not work.year and work.kind != "proceedings":
        return "misc"
    if work.kind == "article" and work.cited_venue and (work.volume or work.pages):
        return "article"  # an erratum has a venue but often no author; `key` stands in for one
    if not work.authors and not (work.editors and work.kind in ("book", "proceedings")):
        return "misc" if work.kind != "proceedings" else "proceedings"
    if work.kind == "incollection" and work.cited_venue and not work.publisher:
        return "inproceedings"  # prints the same, and does not ask for a publisher
    if work.kind == "incollection" and not work.venue and work.publisher and (work.pages or work.kept("chapter")):
        return "inbook"  # whose title is the book's
    complete = {
        "article": work.cited_venue, "inproceedings": work.cited_venue, "incollection": work.cited_venue,
        "book": work.publisher, "proceedings": work.year, "phdthesis": _institution(work),
        "mastersthesis": _institution(work), "techreport": _institution(work),
    }  # fmt: skip
    return work.kind if complete.get(work.kind) else "misc"


def _institution(work: Work) -> str:
    return work.institution or work.cited_venue


def _names(people: tuple[Name, ...], truncated: bool) -> Names | None:
    named = tuple(name for name in people if visible(name.family + name.given + name.particle))
    return Names(named, truncated) if named else None


def _clean(value: Value | None) -> Value | None:
    return visible(value) if isinstance(value, str) else value
