"""`bib/survey.yml`: the survey's title and how it is built. Every setting has a default.

A new setting is one annotated line in a dataclass below: `schema.py` reads and validates it, and `make reference` adds
it to the guide's table.
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
from generator.config.setting_groups import (
    CheckSettings,
    CitationSettings,
    DataSettings,
    FetchSettings,
    KeySettings,
    ProseSettings,
    ScreeningSettings,
    SearchSettings,
    ThemeSettings,
)
from generator.config.values import (
    Fields,
    read_address,
    read_date,
    read_encodings,
    read_fields,
    read_files,
    read_language,
    read_markdown,
    read_names,
    read_pages,
    read_site_address,
)
from generator.config.yaml_file import Node, read_yaml
from generator.errors import Place
from generator.language import ENGLISH, languages
from generator.names import Name
from generator.project.paths import FETCHED_SOURCE, SETTINGS

NAME = SETTINGS


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a survey, as in `bib/survey.yml`. `lines` gives the line of each value in that file."""

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
    language: Annotated[
        str,
        Setting(
            "the language in which the website speaks to its readers: "
            + ", ".join(f"`{code}`" for code in languages()),
            read_language,
        ),
    ] = ENGLISH
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
    engine: Annotated[
        Literal["auto", "mkdocs", "zensical"],
        Setting(
            "what builds the website of the pages: `mkdocs`, or `zensical` where that is installed (the pages are "
            "written for the one that is named); `auto` is MkDocs"
        ),
    ] = "auto"
    papers: Annotated[
        Literal["auto", "pages", "sections"],
        Setting(
            "whether every work has a page of its own (`pages`), or is a section of its theme's pages, 50 works on "
            "each (`sections`): `auto` does so above 3,000 works. Addresses of the other layout lead to the works, too"
        ),
    ] = "auto"
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
    encodings: Annotated[
        Mapping[str, str],
        Setting(
            "for a file that is not UTF-8 and whose letters are read wrongly, its encoding: "
            "`{mine.csv: windows-1250}`; a file's name may be a pattern (`*.csv`)",
            read_encodings,
        ),
    ] = field(default_factory=dict)
    keys: Annotated[KeySettings, Setting("citation keys")] = field(default_factory=KeySettings)
    citations: Annotated[CitationSettings, Setting("citations and references")] = field(
        default_factory=CitationSettings
    )
    search: Annotated[SearchSettings, Setting("the website's search")] = field(default_factory=SearchSettings)
    data: Annotated[DataSettings, Setting("the survey as data")] = field(default_factory=DataSettings)
    prose: Annotated[ProseSettings, Setting("overviews and pages")] = field(default_factory=ProseSettings)
    check: Annotated[CheckSettings, Setting("checks")] = field(default_factory=CheckSettings)
    fetch: Annotated[FetchSettings, Setting("what `fetch` and `add` ask")] = field(default_factory=FetchSettings)
    themes: Annotated[ThemeSettings, Setting("themes")] = field(default_factory=ThemeSettings)
    screening: Annotated[ScreeningSettings, Setting("screening")] = field(default_factory=ScreeningSettings)
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
        """Whether the HTML in overviews and pages reaches the site unchanged."""
        return self.prose.html == "trusted"

    def place(self, *names: str) -> Place:
        """Where a setting stands in the file: `place("search", "engine")`; only the file if it is not set."""
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
    """The line of every key in a mapping and in the mappings inside it."""
    yield names, node.line
    if isinstance(node.value, dict):
        for name, child in node.value.items():
            yield from _lines(child, (*names, name))
