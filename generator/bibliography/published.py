"""What an earlier build published in `bib/survey.bib`: the keys that people cite, and which work each stands for.

The file is read in the plain way in which `bibtex.py` writes it (a field is one line), line by line, so that nothing
in it, a half-merged git conflict included, can keep the rest from being read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.bibliography.latex import unescape
from generator.errors import Problem
from generator.identifiers import Identifier, identifiers_in, parse_arxiv, parse_doi
from generator.text.compare import fold
from generator.text.escape import visible
from generator.works import Work

_START = re.compile(r"@(\w+)\s*\{\s*([^\s,{}\"]+)\s*,?\s*$")
_FIELD = re.compile(r"\s*(\w+)\s*=\s*[{\"]?(.*?)[}\"]?\s*,?\s*$")


@dataclass(frozen=True, slots=True)
class PublishedEntry:
    """One published key: its work's identifiers, folded title and first author's folded family name, year, former keys."""

    key: str
    identifiers: frozenset[Identifier]
    title: str
    author: str
    year: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Published:
    """The published entries, by key, each key once (without regard to case)."""

    entries: tuple[PublishedEntry, ...] = ()

    @property
    def keys(self) -> frozenset[str]:
        """All published keys, former ones not counted."""
        return frozenset(entry.key for entry in self.entries)


def read_published(text: str) -> Published:
    """Read an existing `bib/survey.bib`; an empty text has published nothing. Never raises."""
    found: dict[str, PublishedEntry] = {}
    key, fields = "", dict[str, str]()
    for line in [*text.removeprefix("\ufeff").splitlines(), "}"]:
        start = _START.match(line)
        if start or line.rstrip() == "}":
            if key and key.casefold() not in found:
                found[key.casefold()] = _entry(key, fields)
            key, fields = (start[2] if start else ""), {}
        elif key:
            field = _FIELD.match(line)
            if field and field[1].lower() not in fields:
                fields[field[1].lower()] = field[2]
    return Published(tuple(sorted(found.values(), key=lambda entry: entry.key)))


def claims(works: Sequence[Work], published: Published) -> tuple[dict[int, list[PublishedEntry]], tuple[Problem, ...]]:
    """Which published entries each work (by its place) is, smallest key first; and a note on every key left without.

    An identifier in common decides, unless a DOI, which can be wrong or shared, is all they have in common while
    titles and arXiv ids differ. Else title and first author decide, unless year and identifiers say it is another.
    """
    by_identifier: dict[object, list[int]] = {}
    by_title: dict[tuple[str, str], list[int]] = {}
    for index, work in enumerate(works):
        for identifier in work.identifiers:
            if identifier.scheme != "isbn":  # the chapters of a book share its ISBN
                by_identifier.setdefault(identifier, []).append(index)
        by_title.setdefault((fold(visible(work.title)), _first_author(work)), []).append(index)
    found: dict[int, list[PublishedEntry]] = {}
    problems = []
    for entry in sorted(published.entries, key=lambda entry: entry.key):
        titled = by_title.get((entry.title, entry.author), [])
        scores: dict[int, tuple[bool, int]] = {}
        for identifier in entry.identifiers:
            for index in by_identifier.get(identifier, []):
                if index in titled or not _contradicts(entry, works[index], "arxiv"):
                    scores[index] = (index in titled, scores.get(index, (False, 0))[1] + 1)
        if not scores:
            scores = {index: (True, 0) for index in titled if _same_year(entry, works[index]) or not _contradicts(entry, works[index], "arxiv", "doi")}
        if scores:
            best = max(scores, key=lambda index: (*scores[index], index not in found, _same_year(entry, works[index]), -index))
            found.setdefault(best, []).append(entry)
        else:
            hint = "links and citations that use it lead nowhere; put the work back, or let the key go"
            problems.append(Problem(f"the published key `{entry.key}` belongs to no work any more", hint=hint, level="note"))
    return found, tuple(problems)


def _contradicts(entry: PublishedEntry, work: Work, *schemes: str) -> bool:
    """Whether both have identifiers of one of these schemes and none of it in common."""
    for scheme in schemes:
        there = {i.value for i in entry.identifiers if i.scheme == scheme}
        here = {i.value for i in work.identifiers if i.scheme == scheme}
        if there and here and not there & here:
            return True
    return False


def _same_year(entry: PublishedEntry, work: Work) -> bool:
    return str(work.year or "") == entry.year


def _first_author(work: Work) -> str:
    people = work.authors or work.editors
    return _family(visible(people[0].family or people[0].given)) if people else ""


def _entry(key: str, fields: dict[str, str]) -> PublishedEntry:
    identifiers = [parse_doi(fields.get("doi", "")), parse_arxiv(fields.get("eprint", "")), *identifiers_in(fields.get("url", ""))]
    aliases = tuple(alias for part in fields.get("ids", "").split(",") if (alias := part.strip()))
    first = re.split(r"\s+and\s+", fields.get("author", "") or fields.get("editor", ""))[0]
    plain = frozenset(Identifier(i.scheme, i.value) for i in identifiers if i)
    return PublishedEntry(key, plain, fold(unescape(fields.get("title", ""))), _author(first), fields.get("year", ""), aliases)


def _author(written: str) -> str:
    """Folded family name (without particle) of `von Family, Jr., Given` or `{A group}`."""
    family = written if written.startswith("{") and written.endswith("}") else written.partition(",")[0]
    return _family(unescape(family))


def _family(family: str) -> str:
    """The comparable form of a family name: its last folded word, so that a particle makes no difference."""
    return (fold(family).split() or [""])[-1]
