"""References for reading, in this survey's own author–year style, and the labels that point to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from generator.bibliography.entry import address_of, doi_of, pages, status_note
from generator.identifiers import Identifier
from generator.text.compare import fold
from generator.text.escape import visible
from generator.text.math import plain
from generator.works import Work

Role = Literal["authors", "year", "title", "venue", "details", "link"]
MOST_AUTHORS = 20  # authors named in full; longer lists keep the first nineteen and the last (APA 7, section 9.8)
_ALPHABET = 26
_SHOWN_WORDS, _SHOWN_LETTERS = 4, 60  # words of a title that stand in for authors
_COUPLE = 2  # authors that are both named


@dataclass(frozen=True, slots=True)
class Part:
    """Part of a reference: unescaped text, its type, and for a link its address."""

    text: str
    role: Role
    href: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A formatted reference: parts that follow one another with nothing in between."""

    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """The reference as plain text."""
        return "".join(part.text for part in self.parts)


def reference(work: Work, letter: str = "") -> Reference:
    """The reference of a work: authors (year). title. venue, details. link; without authors, title. (year). venue …

    `letter` distinguishes works of one year.
    """
    parts: list[Part] = []
    people = work.authors or work.editors
    if people:
        named = [visible(name.as_first_last) for name in people]
        if work.authors_truncated:
            authors = ", ".join(named[:MOST_AUTHORS]) + " et al."
        elif len(named) > MOST_AUTHORS:
            authors = ", ".join([*named[: MOST_AUTHORS - 1], "…", named[-1]])
        else:
            authors = " and ".join(part for part in (", ".join(named[:-1]), named[-1]) if part)
        if not work.authors:
            authors += " (ed.)" if len(named) == 1 else " (eds.)"
        parts.append(Part(f"{authors} ", "authors"))
    year, title = f"({work.year or 'n.d.'}{letter}).", _titled(work)
    # A reference begins with the title where nobody is named (APA 7, section 9.12).
    parts += [Part(f"{year} ", "year"), *title] if people else [*title, Part(f" {year}", "year")]
    venue = visible(work.cited_venue) if not work.is_thesis else ""
    if venue:
        parts.append(Part(" In " if work.kind in ("inproceedings", "incollection") else " ", "details"))
        parts.append(Part(venue, "venue"))
    details = _details(work)
    if details:
        parts.append(Part((", " if venue else " ") + details, "details"))
    if (venue or details) and not (details or venue).endswith("."):  # "Curran Associates, Inc." has its own
        parts.append(Part(".", "details"))
    return Reference((*parts, *_links(work)))


def _titled(work: Work) -> list[Part]:
    """The title with its full stop, and what became of the work since."""
    title = plain(visible(work.shown_title)) or "Untitled"
    note = status_note(work)
    ended = Part(title if title.endswith((".", "?", "!")) else f"{title}.", "title")
    return [ended, *([Part(f" [{note}]", "details")] if note else [])]


def labels(works: Iterable[Work]) -> dict[str, str]:
    """The author–year label of every work by key: `Vinyals et al., 2016`, `Rae & Razavi, 2020a`."""
    works = list(works)
    added = letters(works)
    return {work.key: f"{label_authors(work)}, {_year(work, added[work.key])}" for work in works}


def letters(works: Iterable[Work]) -> dict[str, str]:
    """The letter of every work by key: "" where authors and year are enough, else a, b, c in title order over all
    works.
    """
    alike: dict[str, list[Work]] = {}
    for work in works:
        alike.setdefault(f"{label_authors(work)}, {_year(work, '')}".casefold(), []).append(work)
    found: dict[str, str] = {}
    for group in alike.values():
        for number, work in enumerate(sorted(group, key=lambda work: (fold(work.shown_title), work.key))):
            found[work.key] = _letter(number) if len(group) > 1 else ""
    return found


def label_authors(work: Work) -> str:
    """The authors as a label names them; without authors, the start of the title."""
    people = work.authors or work.editors
    last = [visible(name.last or name.given) for name in people[:3]]
    if not last:
        words = plain(visible(work.shown_title)).split()
        return (" ".join(words[:_SHOWN_WORDS]) + ("…" if len(words) > _SHOWN_WORDS else ""))[
            :_SHOWN_LETTERS
        ] or "Untitled"
    if len(people) == 1 and not work.authors_truncated:
        return last[0]
    return f"{last[0]} & {last[1]}" if len(people) == _COUPLE and not work.authors_truncated else f"{last[0]} et al."


def _year(work: Work, letter: str) -> str:
    if work.year:
        return f"{work.year}{letter}"
    return f"n.d.-{letter}" if letter else "n.d."


def _letter(number: int) -> str:
    letter = chr(ord("a") + number % 26)
    return letter if number < _ALPHABET else _letter(number // _ALPHABET - 1) + letter


def _details(work: Work) -> str:
    page = pages(visible(work.pages)).replace("--", "–")
    if work.kind == "article":
        volume = visible(work.volume) + (f"({visible(work.number)})" if work.number else "")
        return volume + (f":{page}" if volume and page else page)
    details = [
        visible(work.series),
        f"volume {visible(work.volume)}" if work.volume else "",
        f"pages {page}" if page else "",
    ]
    publisher = visible(work.publisher)
    if work.is_thesis:
        degree = "PhD thesis" if work.kind == "phdthesis" else "Master’s thesis"
        institution = visible(work.institution or work.cited_venue)
        details = [degree, institution, *details]
        publisher = publisher if publisher != institution else ""
    return ", ".join(part for part in [*details, publisher, visible(work.address)] if part)


def _links(work: Work) -> tuple[Part, ...]:
    parts: list[Part] = []
    arxiv, doi, address = work.identifier("arxiv"), doi_of(work), address_of(work)
    if arxiv:
        parts += [Part(" ", "details"), Part(f"arXiv:{visible(arxiv)}", "link", Identifier("arxiv", arxiv).url)]
    if doi:
        parts += [Part(" ", "details"), Part(f"https://doi.org/{visible(doi)}", "link", address)]
    elif address and not (arxiv and address == Identifier("arxiv", arxiv).url):
        parts += [Part(" ", "details"), Part(address, "link", address)]
    return tuple(parts)
