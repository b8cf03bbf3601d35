"""Where the pages of a site and their parts stand, as paths relative to `docs/`, with or without an anchor."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.addresses import address
from generator.config.taxonomy import Section
from generator.file_names import file_name
from generator.links.values import AuthorEntry
from generator.names import Name
from generator.pages.compressed import ENDING
from generator.records import source_name
from generator.survey import Survey
from generator.text import escape
from generator.text.compare import ascii_letters
from generator.works import Work

_OWN_ANCHOR = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)*\.[a-z0-9]+")  # names of which no two give the same anchor
# A work with more authors gives none of them a page: n authors would need n pages and downloads that name all n.
MOST_AUTHORS = 200
LONG_LIST = 40  # entries of a page of lists from which a telephone shows each list on request
PART = 50  # works on a page of a theme, where works are sections
MOST_AUTHOR_PAGES = 3_000  # authors who have pages of their own where works are sections
AUTHORS_TOGETHER = 150  # authors on a page, where they are sections
_LONGEST_BEGINNING = 24  # letters of names by which they are told apart
UNTHEMED = "unthemed"  # what stands in the place of a theme's id for works without one
MOST_PAGES = 3_000  # works that have pages of their own unless the settings say otherwise
_LONGEST, _MARK = 60, 8  # characters of an anchor's words and of the checksum after them


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a theme, and the keys of its works."""

    page: str
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Places:
    """Where every page and part is.

    Attributes:
        flat: whether the website's pages are `x.html` instead of `x/`, as mkdocs.yml says.
    """

    survey: Survey
    flat: bool = False

    @cached_property
    def slugs(self) -> dict[str, str]:
        """File name (without ending) of each citation key."""
        return {key: file_name(key) for key in self.survey.works}

    @cached_property
    def from_source(self) -> bool:
        """Whether the engine completes the addresses in raw HTML, as Zensical does for pages that are folders."""
        return self.survey.settings.engine == "zensical" and not self.flat

    @cached_property
    def in_sections(self) -> bool:
        """Whether works are sections of their themes' pages and have no pages of their own."""
        wanted = self.survey.settings.papers
        return wanted == "sections" or (wanted == "auto" and len(self.survey.works) > MOST_PAGES)

    @cached_property
    def is_large(self) -> bool:
        """Whether works are sections and so many that the browser makes most files of parts of the survey."""
        return self.in_sections and len(self.survey.works) > MOST_PAGES

    def whole_file(self, path: str) -> str:
        """Where a file about the whole survey is that few readers take: compressed, if the survey is large."""
        return f"{path}{ENDING}" if self.is_large else path

    def paper(self, key: str) -> str:
        """Where a work is: its page, or its section of a theme's page."""
        return self.sections[key] if self.in_sections else self.own_page(key)

    @cached_property
    def papers(self) -> dict[str, str]:
        """Where each work is, by key."""
        return {key: self.paper(key) for key in self.survey.works}

    def own_page(self, key: str) -> str:
        """The page of a work in a survey where each has one; its address leads to the work in every survey."""
        return f"papers/{self.slugs[key]}.md"

    def script_page(self, key: str) -> str:
        """The same place as scripts put it into addresses: without `.md`."""
        return for_scripts(self.paper(key))

    @cached_property
    def sections(self) -> dict[str, str]:
        """The section of each work, by key, if works are sections."""
        return {
            key: f"{part.page}#{escape.identifier(key)}"
            for parts in self.parts.values()
            for part in parts
            for key in part.keys
        }

    @cached_property
    def parts(self) -> dict[str, tuple[Part, ...]]:
        """The pages of each theme, by its id, with the works on each; the last is that of works without a theme.

        The first is the theme's own page, with the newest works. The others are numbered from the oldest works upwards,
        so that new works move none of them.
        """
        groups = {theme.id: self.survey.by_theme[theme.id] for theme in self.survey.taxonomy.themes}
        groups[UNTHEMED] = self.survey.unthemed
        return {theme_id: self._cut(theme_id, [work.key for work in works]) for theme_id, works in groups.items()}

    def _cut(self, theme_id: str, keys: Sequence[str]) -> tuple[Part, ...]:
        behind = max(len(keys) - PART // 2, 0) // PART if self.in_sections else 0  # pages after the first
        first = len(keys) - behind * PART
        parts = [Part(self.theme(theme_id), tuple(keys[:first]))]
        for number in range(behind, 0, -1):
            start = len(keys) - number * PART
            parts.append(Part(f"themes/{theme_id}/{number}.md", tuple(keys[start : start + PART])))
        return tuple(parts)

    def theme(self, theme_id: str) -> str:
        """The page of a theme; the first if it has several."""
        return f"themes/{theme_id}.md"

    def links_of(self, theme_id: str) -> str:
        """The page with the links from a theme to the others."""
        return f"theme-links/{theme_id}.md"

    def pair(self, theme_id: str, other: str) -> str:
        """Where the linked pairs of works between two themes are, as seen from the first."""
        return f"{self.links_of(theme_id)}#{pair_anchor(other)}"

    @cached_property
    def authors(self) -> dict[str, AuthorEntry]:
        """Each author with two or more works that have at most MOST_AUTHORS authors, by slug."""
        return {
            entry.slug: entry for entry in self.survey.authors if len(entry.keys) > 1 and len(self.works_of(entry)) > 1
        }

    def works_of(self, entry: AuthorEntry) -> list[Work]:
        """The works of an author that have at most MOST_AUTHORS authors, newest first."""
        return [work for work in self._all_of(entry) if len(work.authors) <= MOST_AUTHORS]

    def works_of_many(self, entry: AuthorEntry) -> list[Work]:
        """The works of an author that have more authors than that, newest first."""
        return [work for work in self._all_of(entry) if len(work.authors) > MOST_AUTHORS]

    def _all_of(self, entry: AuthorEntry) -> list[Work]:
        return [self.survey.works[key] for key in entry.keys]

    @cached_property
    def author_pages(self) -> dict[str, str]:
        """Where each author of several works stands, by slug: a page, or a section of one of `author_lists`."""
        if not self.author_lists:
            return {slug: f"authors/{slug}.md" for slug in self.authors}
        return {slug: f"{page}#{author_anchor(slug)}" for page, slugs in self.author_lists.items() for slug in slugs}

    @cached_property
    def author_lists(self) -> dict[str, tuple[str, ...]]:
        """The pages of several authors each, with their slugs, where works are sections and authors many; else none.

        A page holds those whose names begin with the same letters, so that others who come move none of them.
        """
        if not self.in_sections or len(self.authors) <= MOST_AUTHOR_PAGES:
            return {}
        return {
            f"authors/of-{start}.md": tuple(slugs)
            for start, slugs in by_beginning({slug: entry.name for slug, entry in self.authors.items()}).items()
        }

    @cached_property
    def author_entries(self) -> dict[Name, AuthorEntry]:
        """Each author, by every form of the name that the works carry."""
        return {name: entry for entry in self.survey.authors for name in entry.variants}

    @cached_property
    def author_slugs(self) -> dict[Name, str]:
        """Slug of each author with a page, by every form of the name that the works carry."""
        return {
            name: entry.slug
            for entry in self.survey.authors
            if entry.slug in self.author_pages
            for name in entry.variants
        }

    def name(self, name_id: str) -> str:
        """Page of a name that several works use."""
        return f"names/{name_id}.md"

    def section_anchor(self, section: Section) -> str:
        """Anchor of a section on the index of themes and on the front page."""
        return f"section-{self.survey.taxonomy.sections.index(section) + 1}"

    def section(self, section: Section) -> str:
        """Where a section starts on the index of themes."""
        return f"themes/index.md#{self.section_anchor(section)}"

    def web_address(self, path: str) -> str:
        """The published address of a page, or "" if `survey.yml` gives none."""
        return self.survey.settings.url + address(path) if self.survey.settings.url else ""


def for_scripts(place: str) -> str:
    """A place as scripts put it into addresses: without `.md`."""
    page, mark, anchor = place.partition("#")
    return f"{page.removesuffix('.md')}{mark}{anchor}"


def author_anchor(slug: str) -> str:
    """Anchor of an author on a page of several."""
    return f"author-{slug}"


def by_beginning(names: Mapping[str, Name]) -> dict[str, list[str]]:
    """Slugs by the letters with which the names begin, family name first: as few letters as keep a group readable."""
    letters = {slug: _beginning(name) for slug, name in names.items()}
    groups: dict[str, list[str]] = {}
    waiting = [("", list(names))]
    while waiting:
        start, slugs = waiting.pop()
        further: dict[str, list[str]] = {}
        for slug in slugs:
            further.setdefault(letters[slug][: len(start) + 1], []).append(slug)
        if (start and len(slugs) <= AUTHORS_TOGETHER) or list(further) == [start]:
            groups[start] = slugs
        else:
            waiting += further.items()
    return dict(sorted(groups.items()))


def _beginning(name: Name) -> str:
    """The first letters of a name in ASCII; those of another alphabet as their numbers."""
    spelt = ascii_letters(name.as_last_first).lower()
    letters = (one if one.isascii() else f"{ord(one):05x}" for one in spelt if one.isalnum())
    return "".join(letters)[:_LONGEST_BEGINNING] or "0"


def pair_anchor(theme_id: str) -> str:
    """Anchor, on a theme's page of links, of its pairs with that theme."""
    return f"with-{theme_id}"


def source_anchor(source: str) -> str:
    """Anchor of a source on the page of records: its name, with a checksum if another source would have the same
    anchor.
    """
    name = source_name(source)
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    if _OWN_ANCHOR.fullmatch(name):
        return f"source-{plain}"
    return f"source-{plain[:_LONGEST]}-{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:_MARK]}"
