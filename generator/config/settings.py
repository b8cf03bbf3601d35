"""`bib/survey.yml`: what the survey is called and how it is built. Every setting has a default.

A new setting is one annotated line in a dataclass below: `schema.py` reads and validates it, and `make reference`
brings it into the README's table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Literal

from generator.config.codebook import Codebook, read_codebook
from generator.config.program_version import check_not_newer, read_generator
from generator.config.schema import Setting, read_group
from generator.config.searches import Search, searches_in
from generator.config.values import (
    SERVICE_NAMES,
    Fields,
    ServiceAddress,
    read_address,
    read_addresses,
    read_age,
    read_classification,
    read_date,
    read_email,
    read_fields,
    read_files,
    read_markdown,
    read_names,
    read_pages,
    read_services,
    read_site_address,
    read_words,
)
from generator.config.yaml_file import Node, read_yaml
from generator.errors import Place
from generator.names import Name
from generator.project.paths import FETCHED_SOURCE, SETTINGS

NAME = SETTINGS


@dataclass(frozen=True, slots=True)
class KeySettings:
    """How citation keys are made."""

    pattern: Annotated[
        str,
        Setting(
            "what citation keys are made of: text and the tokens `[auth]`, `[year]`, `[yy]`, `[shorttitle]`, "
            "`[title]`, `[venue]`"
        ),
    ] = "[auth][year][shorttitle]"
    mode: Annotated[
        Literal["pattern", "keep"],
        Setting(
            "`keep` takes the keys of imported BibTeX where there are any; `keys: keep` is short for it", short=True
        ),
    ] = "pattern"


@dataclass(frozen=True, slots=True)
class CitationSettings:
    """How works are cited and listed."""

    style: Annotated[
        str,
        Setting(
            "`author-year`, `numbered`, or a CSL style: `apa`, `ieee`, `acm`, `chicago` or any other by its name. "
            "The first build with a CSL style takes some seconds more",
            short=True,
        ),
    ] = "author-year"


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """The website's search."""

    engine: Annotated[
        Literal["auto", "material", "pagefind"],
        Setting("which search the website has; `auto` takes Pagefind for large surveys", short=True),
    ] = "auto"


@dataclass(frozen=True, slots=True)
class DataSettings:
    """The survey as data, for other programs."""

    sqlite: Annotated[
        Literal["auto", "always", "never"],
        Setting("whether the website offers an SQLite database; `auto` does so for at most 1,000 works"),
    ] = "auto"


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """The checks of `python -m generator check`."""

    ignore: Annotated[tuple[str, ...], Setting("names of checks that are not made")] = ()


@dataclass(frozen=True, slots=True)
class ProseSettings:
    """The overviews and pages that people write."""

    html: Annotated[
        Literal["safe", "trusted"],
        Setting(
            "what HTML in overviews and pages reaches the site: `safe` takes out scripts, styles, event handlers, "
            "addresses other than http, https and mailto, and pictures from other hosts; `trusted` leaves all of it, "
            "where nobody else can write"
        ),
    ] = "safe"


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """How `fetch` and `add` ask services."""

    email: Annotated[
        str,
        Setting(
            "your address, which Crossref, OpenAlex and PubMed ask for, so that they can write to you; "
            "needed unless `fetch.order` leaves them out",
            read_email,
        ),
    ] = ""
    order: Annotated[
        tuple[str, ...],
        Setting("the services to ask, in the order in which their values are preferred", read_services),
    ] = SERVICE_NAMES
    older_than: Annotated[
        str, Setting("the age at which facts and answers are asked for anew: `90d`, `12w`, `1y`", read_age)
    ] = "90d"
    services: Annotated[
        Mapping[str, ServiceAddress],
        Setting(
            "other addresses, of mirrors: `{crossref: {url: https://mirror.example.org, pause: 1}}`", read_addresses
        ),
    ] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ThemeSettings:
    """Where the themes come from, where the sources classify their records already."""

    from_: Annotated[
        str,
        Setting(
            "what your sources classify by: `groups` (JabRef, Mendeley), `collections`, `keywords`, `headings` of a "
            "list, `labels` of a screening, or `column:NAME`; a group with a theme's name in `themes.yml` fills it",
            read_classification,
        ),
    ] = ""
    depth: Annotated[
        int, Setting("of nested groups: `1` makes a theme of each group at the top, `2` a section of it")
    ] = 1


@dataclass(frozen=True, slots=True)
class ScreeningSettings:
    """Which marks of a review team count, and which rules leave works out."""

    column: Annotated[
        str, Setting("the column, field or `tags` that holds your team's decision; marks of services need none")
    ] = ""
    include: Annotated[
        tuple[str, ...],
        Setting(
            "words of that column that include, and rules that every work has to meet: `[yes, year>=2010]`", read_words
        ),
    ] = ()
    exclude: Annotated[
        tuple[str, ...],
        Setting("words that exclude, and rules that leave a work out: `[no, type=book, language=German]`", read_words),
    ] = ()
    maybe: Annotated[tuple[str, ...], Setting("words that leave it open", read_words)] = ()
    reason: Annotated[str, Setting("the column that says why a work was excluded")] = ""
    reviewer: Annotated[str, Setting("the column that says who decided")] = ""
    stage: Annotated[
        Literal["title and abstract", "full text"], Setting("the step of the review at which it was decided")
    ] = "title and abstract"
    undecided: Annotated[
        Literal["show", "hide"],
        Setting("whether works that wait for a decision, or on which reviewers disagree, are shown (with a mark)"),
    ] = "show"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a survey, as `bib/survey.yml` gives them. `lines` says where each value stands there."""

    title: Annotated[str, Setting("what the survey is called")] = "A literature survey"
    subtitle: Annotated[str, Setting("one line below the title")] = ""
    description: Annotated[str, Setting("what the survey covers, for search engines, feeds and `CITATION.cff`")] = ""
    authors: Annotated[
        tuple[Name, ...],
        Setting('who made it, for “how to cite” and `CITATION.cff`; a group in braces: `"{The curators}"`', read_names),
    ] = ()
    url: Annotated[
        str,
        Setting("where the site is published; feeds, sitemap and `citation_*` addresses need it", read_site_address),
    ] = ""
    repository: Annotated[
        str, Setting("its repository; “suggest a paper” and “correct this record” need it", read_address)
    ] = ""
    license: Annotated[str, Setting("the licence of its texts, by its SPDX name (`CC-BY-4.0`)")] = ""
    version: Annotated[str, Setting("the survey's own version, for its citation")] = ""
    date: Annotated[
        str,
        Setting(
            "the day of that version, `YYYY-MM-DD`, for its citation, feeds and history; never the clock's", read_date
        ),
    ] = ""
    doi: Annotated[str, Setting("the survey's own DOI")] = ""
    generator: Annotated[
        str,
        Setting(
            "the version of the program that the project is written for; older ones stop, newer ones name `upgrade`",
            read_generator,
        ),
    ] = ""
    enrich: Annotated[tuple[str, ...], Setting("files in `bib/` that complete works and never add one", read_files)] = (
        "metadata.bib",
        FETCHED_SOURCE,
    )
    fields: Annotated[
        Fields,
        Setting(
            "for a table that is not recognised, its columns: "
            "`{sources/mine.csv: {title: Titel, authors: Verfasser, year: Jahr}}`; "
            "a file's name may be a pattern (`*.csv`)",
            read_fields,
        ),
    ] = field(default_factory=dict)
    keys: Annotated[KeySettings, Setting("citation keys")] = KeySettings()
    citations: Annotated[CitationSettings, Setting("citations and references")] = CitationSettings()
    search: Annotated[SearchSettings, Setting("the website's search")] = SearchSettings()
    data: Annotated[DataSettings, Setting("the survey as data")] = DataSettings()
    prose: Annotated[ProseSettings, Setting("overviews and pages")] = ProseSettings()
    check: Annotated[CheckSettings, Setting("checks")] = CheckSettings()
    fetch: Annotated[FetchSettings, Setting("what `fetch` and `add` ask")] = FetchSettings()
    themes: Annotated[ThemeSettings, Setting("themes")] = ThemeSettings()
    screening: Annotated[ScreeningSettings, Setting("screening")] = ScreeningSettings()
    pages: Annotated[
        tuple[tuple[str, str], ...],
        Setting(
            "the order of your own pages in the navigation, and other titles for it: `[about, {notes/first: First}]`; "
            "the rest follows by `order` in the front matter, then by title",
            read_pages,
        ),
    ] = ()
    codes: Annotated[
        Codebook,
        Setting(
            "the codebook of what reviewers code in `bib/codes.csv` (one row a work, its key or an identifier first): "
            "`{population: {title: Population, values: [adults, children], multiple: true}}`; `column:` takes a code "
            "from a column of the sources",
            read_codebook,
        ),
    ] = field(default_factory=dict)
    scope: Annotated[
        str, Setting("Markdown: what the survey covers and what it does not; the method page shows it", read_markdown)
    ] = ""
    criteria: Annotated[
        str,
        Setting("Markdown: by which criteria works were included or left out; the method page shows it", read_markdown),
    ] = ""
    searches: Annotated[
        tuple[Search, ...],
        Setting(
            "the search behind each source: `[{source: sources/a.csv, database: Scopus, platform: Elsevier, "
            "kind: database, query: …, date: 2026-03-01, filters: [English], hits: 214}]`; "
            "`bib/searches.yml` may hold the same list",
            searches_in,
        ),
    ] = ()
    lines: Mapping[tuple[str, ...], int] = field(default_factory=dict, compare=False)

    @property
    def trusts_html(self) -> bool:
        """Whether overviews and pages reach the site with whatever HTML they hold."""
        return self.prose.html == "trusted"

    def place(self, *names: str) -> Place:
        """Where a setting stands in the file: `place("search", "engine")`; the file alone where it is not given."""
        return Place(NAME, self.lines.get(names))


def read_settings(project: Path) -> Settings:
    """Read `bib/survey.yml` of a project; a missing file gives the defaults. Raises InputError with file and line."""
    top = read_yaml(project, NAME)
    if top is None:
        return Settings()
    check_not_newer(top)
    settings = read_group(Settings, top)
    lines = {names: line for names, line in _lines(top) if names}
    return replace(settings, lines=lines)


def _lines(node: Node, names: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], int]]:
    """The line of every key of a mapping and of the mappings in it."""
    yield names, node.line
    if isinstance(node.value, dict):
        for name, child in node.value.items():
            yield from _lines(child, (*names, name))
