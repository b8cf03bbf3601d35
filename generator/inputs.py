"""What a survey is made of: everything that people put into a project, read once, before anything is decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from generator import sources
from generator.bibliography.published import Published, read_published
from generator.bibliography.survey_bib import damage
from generator.cache.tasks import Tasks
from generator.config import decisions, history, overviews, screening_files, searches, settings, taxonomy
from generator.config.codes_file import CodeTable, read_codes
from generator.config.decisions import Decisions
from generator.config.history import Version
from generator.config.program_version import older_version_problem
from generator.config.screening_files import TeamMark
from generator.config.searches import Search
from generator.config.settings import Settings
from generator.config.taxonomy import Taxonomy
from generator.editions.edition import Edition
from generator.editions.file import read_editions
from generator.errors import InputError, Problem
from generator.project.box import read, read_text
from generator.project.paths import (
    BIB,
    BIBLIOGRAPHY,
    CANDIDATES,
    GENERATED_LIMIT,
    SETTINGS,
    SOURCES,
    TEXT_LIMIT,
    THEMES,
    VENUES,
)
from generator.project.unmerged import read_merged
from generator.prose.cleaning import cleaned
from generator.prose.contributed import safe_overviews, safe_pages
from generator.prose.sources import Written, read_pages
from generator.records import LeftOut, Record, SourceReading
from generator.search_strategy import search_problems
from generator.stages import UNWATCHED, Stages
from generator.text.counting import counted
from generator.venues import VenueTable, read_venues


@dataclass(frozen=True)
class Inputs:
    """What a project holds.

    Attributes:
        taxonomy: of `themes.yml`; None if there is none, so that themes must be found.
        history: the versions so far.
        published: the last `bib/survey.bib`.
        readings, enriching: what the sources gave, and those that only complete works.
        team: reviewers' decisions in `bib/screening/`.
        codes: what reviewers coded in `bib/codes.csv`; None if there is none.
        searches: the search strategy, of `bib/searches.yml` and `survey.yml`.
        overviews, pages: prose, cleaned of anything that may not reach a page.
        editions: the released editions, oldest first.
        problems: what could not be read, or was removed.
    """

    settings: Settings
    taxonomy: Taxonomy | None
    decisions: Decisions
    history: tuple[Version, ...]
    venues: VenueTable
    published: Published
    readings: tuple[SourceReading, ...]
    enriching: tuple[SourceReading, ...]
    team: tuple[TeamMark, ...]
    codes: CodeTable | None
    searches: tuple[Search, ...]
    overviews: Mapping[str, str]
    pages: tuple[Written, ...]
    editions: tuple[Edition, ...]
    problems: tuple[Problem, ...]

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """The records of all sources, in the sources' order."""
        return tuple(record for reading in self.readings for record in reading.records)

    @cached_property
    def facts(self) -> tuple[Record, ...]:
        """The records of all enriching sources."""
        return tuple(record for reading in self.enriching for record in reading.records)

    @cached_property
    def unreadable(self) -> tuple[LeftOut, ...]:
        """The pieces of the sources that did not become records."""
        return tuple(piece for reading in self.readings for piece in reading.left_out)


def read_inputs(project: Path, stages: Stages = UNWATCHED, tasks: Tasks | None = None) -> Inputs:
    """Read a project; writes nothing. Raises InputError if a file of settings or decisions cannot be followed.

    A source that `tasks` remember is not read again.
    """
    keyed = (tasks or Tasks()).keyed
    written = read(project, THEMES, TEXT_LIMIT)
    published = _published_text(project)
    survey_settings = settings.read_settings(project)
    inputs = Inputs(
        settings=survey_settings,
        taxonomy=keyed("taxonomy", written, lambda: taxonomy.read_taxonomy(project)),
        decisions=decisions.read_decisions(project),
        history=history.read_history(project),
        venues=keyed("venues", read(project, VENUES, TEXT_LIMIT), lambda: read_venues(project)),
        published=keyed("published", published, lambda: read_published(published)),
        readings=(),
        enriching=(),
        team=(),
        codes=None,
        searches=(*searches.read_searches(project), *survey_settings.searches),
        overviews={},
        pages=(),
        editions=read_editions(project),
        problems=(),
    )
    # A build uses nothing of the candidates, but marks of a conflict in them are told all the same.
    read_merged(project, CANDIDATES)
    stages.begin("Reading sources")
    readings = sources.read_sources(project / SOURCES, survey_settings, keyed)
    enriching = sources.read_enriching(project / BIB, survey_settings.enrich, survey_settings, keyed)
    stages.found(counted(sum(len(reading.records) for reading in (*readings, *enriching)), "record"))
    team, team_problems = screening_files.read_screening(project)
    codes, code_problems = read_codes(project)
    return replace(
        inputs,
        readings=readings,
        enriching=enriching,
        team=team,
        codes=codes,
        problems=(
            *older_version_problem(survey_settings.generator, survey_settings.place("generator")),
            *sources.missing_folder(project / SOURCES),
            *_problems_of(readings, enriching),
            *keyed("columns", (readings, survey_settings), lambda: _unread_column_problems(readings, survey_settings)),
            *team_problems,
            *code_problems,
            *search_problems(inputs.searches, readings),
        ),
    )


def with_prose(inputs: Inputs, project: Path, themes: Taxonomy) -> Inputs:
    """The inputs with the overviews of its themes, scope and criteria, and the pages that people wrote, cleaned."""
    prose, prose_problems = overviews.read_overviews(project, themes)
    pages, page_problems = read_pages(project)
    inputs, removed_of_settings = _with_statements(inputs)
    prose, removed = safe_overviews(prose, overviews.FOLDER, inputs.settings.trusts_html)
    pages, removed_of_pages = safe_pages(pages, inputs.settings.trusts_html)
    problems = (*inputs.problems, *prose_problems, *page_problems, *removed, *removed_of_settings, *removed_of_pages)
    return replace(inputs, overviews=prose, pages=pages, problems=problems)


def _with_statements(inputs: Inputs) -> tuple[Inputs, tuple[Problem, ...]]:
    """The inputs with its scope and criteria cleaned unless the survey trusts HTML, and what was removed."""
    survey_settings = inputs.settings
    if survey_settings.trusts_html:
        return inputs, ()
    # A block starts below its name.
    first = {name: (survey_settings.place(name).line or 0) + 1 for name in ("scope", "criteria")}
    scope, of_scope = cleaned(survey_settings.scope, SETTINGS, first["scope"])
    criteria, of_criteria = cleaned(survey_settings.criteria, SETTINGS, first["criteria"])
    settings_shown = replace(survey_settings, scope=scope, criteria=criteria)
    return replace(inputs, settings=settings_shown), (*of_scope, *of_criteria)


def _problems_of(*groups: tuple[SourceReading, ...]) -> tuple[Problem, ...]:
    """What could not be read in the sources, then what the author should know about what was."""
    readings = [reading for group in groups for reading in group]
    unreadable = [Problem(piece.message, piece.origin.place) for reading in readings for piece in reading.left_out]
    return (*unreadable, *(problem for reading in readings for problem in reading.problems))


def _unread_column_problems(readings: tuple[SourceReading, ...], survey_settings: Settings) -> tuple[Problem, ...]:
    from generator.unused_columns import unread_column_problems  # which imports the readers of tables

    return unread_column_problems(readings, survey_settings)


def _published_text(project: Path) -> str:
    """What was published. Raises InputError if it is damaged, because keys would silently change."""
    text = read_text(project, BIBLIOGRAPHY, GENERATED_LIMIT)
    problems = damage(text)
    if problems:
        raise InputError(*problems)
    return text or ""
