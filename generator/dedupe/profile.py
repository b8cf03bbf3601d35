"""The profile of a record: everything that is compared, in comparable form, computed once."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

import numpy as np

from generator.dedupe.people import Person, person
from generator.dedupe.titles import TitleForm, title_form
from generator.dedupe.venues import VenueForm, venue_form
from generator.identifiers import parse_identifier
from generator.printed_place import is_provisional
from generator.records import Record
from generator.text.compare import fold, folded_bytes

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Shingles = NDArray[np.uint32]

_PREPRINT_DOI = (
    "10.1101/",
    "10.2139/ssrn",
    "10.31234/",
    "10.31219/",
    "10.26434/",
    "10.21203/rs",
    "10.20944/preprints",
    "10.36227/techrxiv",
    "10.48550/",
)
_ANTHOLOGY = ("10.18653/v1/", "10.3115/v1/")  # DOIs of the ACL Anthology, which end in its own ids
_RIGHTS = re.compile(
    r"(?:\bcopyright of .{1,200}?\bis the property of\b|(?:©|\(c\)|\bcopyright\b)[\s(c)©]*(?:19|20)\d\d\b).*$",
    re.IGNORECASE | re.DOTALL,
)
_COCHRANE = re.compile(r"cd\d{6}")
_SUPPLEMENT = re.compile(r"suppl|abstract|\bS\d", re.IGNORECASE)
_SUPPLEMENT_PAGE = re.compile(r"\s*[SA]\d")
_NUMBER_OF_PAGES = re.compile(r"\s+\d+p$")  # CINAHL adds it: `12-19 8p`
_RANGE = re.compile(
    r"""
    (?:pp?\.?|pages?|seiten?|s\.)?\s*  # the word for pages
    (?P<prefix>[a-z]?)(?P<first>\d{1,7})[a-z]?  # the first page
    (?:\s*(?:-{1,3}|–|—|‐|to|\+)\s*[a-z]?(?P<last>\d{0,7})[a-z]?)?  # the last one
    [.;]?(?:\s*[,;(].*)?  # what else is said
    """,
    re.VERBOSE,
)
_LANDING_PAGE = re.compile(r"/(?:full|abstract|pdf|epdf|meta|html)$")
_DIGITS = re.compile(r"\d+")
_MULTIPLIER = 2654435761
_ABSTRACT_LETTERS = 60  # words of an abstract that can be compared
_ABSTRACT_WORDS = 12
_PAGE_DIGITS = 6  # digits of a page number; longer ones are article numbers


@dataclass(frozen=True, slots=True)
class Profile:
    """One record ready for comparison; a field is None or empty if the record lacks it.

    Attributes:
        ids: identifiers by scheme, with the versions of one identifier made equal.
        pages: first and last page (last is 0 if unknown); `locator` an article number or Cochrane number.
        preprint: whether this version is a preprint.
        figures: the numbers in the abstract.
        repeated: the words of the title that also stand in the abstract.
        shingles: hashes of all runs of three words of the abstract, sorted; None under 12 words.
        meeting: whether it appeared as a meeting abstract or in a supplement.
        issued: whether the record names the issue.
        imprint: the words of its publisher, its place and its school.
    """

    title: TitleForm | None
    people: tuple[Person, ...]
    cut: bool
    year: int | None
    ids: dict[str, frozenset[str]]
    pages: tuple[int, int] | None
    locator: str
    volume: str
    number: str
    venue: VenueForm | None
    preprint: bool
    kind: str
    shingles: Shingles | None
    figures: frozenset[bytes]
    repeated: tuple[str, ...]
    meeting: bool
    issued: bool
    source: str
    imprint: frozenset[str] = frozenset()


def profile(record: Record) -> Profile:
    """The comparable form of a record."""
    ids: dict[str, set[str]] = {}
    for identifier in record.identifiers:
        value = _one_work(identifier.value) if identifier.scheme == "doi" else identifier.value
        ids.setdefault(identifier.scheme, set()).add(value)
        if value.startswith(_ANTHOLOGY) and (paper := parse_identifier(value.split("/v1/")[1], "acl")):
            ids.setdefault("acl", set()).add(paper.value)
    if is_provisional(record.volume):  # IEEE's early access has volume PP, number 99 and pages from 1
        record = replace(record, volume="", number="", pages="")
    venue = venue_form(record.venue)
    first, last, locator = _pages(record.pages)
    if (
        venue is not None
        and venue.continued
        and (found := _COCHRANE.search(f"{record.pages} {' '.join(ids.get('doi', ()))} {record.number}".lower()))
    ):
        locator = found[0]
    preprint = (
        record.kind == "preprint" or (venue is not None and venue.kind == "preprint") or _is_preprint(record, ids)
    )
    abstract = folded_abstract(record.abstract) if len(record.abstract) >= _ABSTRACT_LETTERS else b""
    words = abstract.split()
    title = _title(record, first)
    return Profile(
        title=title,
        people=tuple(
            one
            for one in map(person, record.authors)
            if one is not None and one.family not in ("anonymous", "anon", "others", "etal", "unknown", "noauthor")
        ),
        cut=record.authors_truncated,
        year=record.year,
        ids={scheme: frozenset(values) for scheme, values in ids.items()},
        pages=(first, last) if first else None,
        locator=locator,
        volume=_number(record.volume),
        number=_number(record.number),
        venue=venue,
        preprint=preprint,
        kind=record.kind or ("book" if record.identifier("isbn") and not record.venue else ""),
        shingles=shingles(words),
        figures=frozenset(filter(bytes.isdigit if abstract.isascii() else _is_number, words)),
        repeated=_standing_in(abstract, title) if title and words else (),
        meeting=bool(_SUPPLEMENT.search(f"{record.volume} {record.number} {record.venue}"))
        or bool(_SUPPLEMENT_PAGE.match(record.pages))
        or record.volume.count(")") > record.volume.count("("),  # what remains of `31(Suppl. 1)`
        issued=bool(record.number or record.volume),
        source=record.origin.source,
        imprint=_imprint(record.publisher, record.address, record.school),
    )


@lru_cache(maxsize=10_000)
def _imprint(*parts: str) -> frozenset[str]:
    return frozenset(fold(" ".join(parts)).split()) if any(parts) else frozenset()


def _title(record: Record, first_page: int) -> TitleForm | None:
    """The title; if it cites another place than the record's own, it announces a comment on what stands there."""
    title = title_form(record.title) if record.title else None
    if title is None or not title.cited or title.mark or not first_page:
        return title
    elsewhere = str(first_page) not in _DIGITS.findall(title.cited)
    return replace(title, mark="comment") if elsewhere else title


def _is_preprint(record: Record, ids: dict[str, set[str]]) -> bool:
    if record.venue or record.pages or record.volume:
        return False
    dois = ids.get("doi", set())
    return any(doi.startswith(_PREPRINT_DOI) for doi in dois) if dois else "arxiv" in ids


def _one_work(doi: str) -> str:
    """A DOI without the part that tells versions apart: Cochrane's `.pub3`, bioRxiv's `v2`, F1000's `.2`, a page's
    `/full`.
    """
    doi = _LANDING_PAGE.sub("", doi)
    if doi.startswith("10.1002/14651858."):
        return re.sub(r"\.pub\d+$", "", doi)
    if doi.startswith("10.1101/"):
        return re.sub(r"v\d+$", "", doi)
    if doi.startswith(("10.12688/", "10.21203/", "10.20944/")):
        return re.sub(r"(?:\.|/?v)\d+$", "", doi)
    return doi


def _number(text: str) -> str:
    """`12` from `Vol. 12`, `012`; the letters if there is no number. `1)`, left over from `31(Suppl. 1)`, means
    nothing.
    """
    if text.count(")") > text.count("("):
        return ""
    match = _DIGITS.search(text)
    return match[0].lstrip("0") or "0" if match else fold(text)


def _pages(text: str) -> tuple[int, int, str]:
    """(first, last, article number) from `123-9`, `pp. 123–129`, `S12-S15`, `e1004`, `CD001234.pub2`."""
    text = text.strip().lower()
    if not text:
        return 0, 0, ""
    text = _NUMBER_OF_PAGES.sub("", text)
    match = _RANGE.fullmatch(text)
    if not match or match["prefix"] == "e" or len(match["first"]) > _PAGE_DIGITS:
        return 0, 0, re.sub(r"^e?0*(?=\d)", "", re.sub(r"[^a-z0-9]", "", re.sub(r"\.pub\d+", "", text)))[:24]
    first, last = match["first"], match["last"] or ""
    if last and len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return int(first), int(last or 0), ""


def folded_abstract(text: str) -> bytes:
    """The folded words of an abstract without what is said of rights."""
    if any(sign in text for sign in ("opyright", "©", "(c)", "(C)")):  # cheaper than the search
        text = _RIGHTS.sub("", text)
    return folded_bytes(text)


def _is_number(word: bytes) -> bool:
    """Whether a word consists of digits of any script."""
    return word.decode("utf-8").isdigit()


def _standing_in(abstract: bytes, title: TitleForm) -> tuple[str, ...]:
    """The telling words of a title that stand in the abstract."""
    text = b" " + abstract + b" "
    return tuple(sorted(word for word in title.content if b" %b " % word.encode("utf-8") in text))


def shingles(words: list[bytes]) -> Shingles | None:
    """Sorted hashes of the runs of three of `words`, each once; None if there are too few words."""
    if len(words) < _ABSTRACT_WORDS:
        return None
    hashes = np.fromiter(map(zlib.crc32, words), np.uint32, len(words))
    multiplier = np.uint32(_MULTIPLIER)
    mixed = (hashes[:-2] * multiplier + hashes[1:-1]) * multiplier + hashes[2:]
    mixed ^= mixed >> np.uint32(15)
    mixed.sort()  # several times faster than `np.unique` for so few
    first = np.ones(len(mixed), dtype=np.bool_)
    np.not_equal(mixed[1:], mixed[:-1], out=first[1:])
    return mixed[first]


def overlap(left: Shingles, right: Shingles) -> float:
    """0 to 1: the share of the shorter abstract's word runs that the other has too."""
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    found = long.take(long.searchsorted(short), mode="clip") == short
    return float(np.count_nonzero(found)) / len(short)


_CONTENT = attrgetter(*(field.name for field in fields(Record) if field.name != "origin"))


def signature(record: Record) -> object:
    """Everything that a record says, without where it stands: records with one signature are copies."""
    return _CONTENT(record)
