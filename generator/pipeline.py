"""The way of the data, from the files of a project to the survey: the table of contents of the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator import dedupe, links, screening, sources, themes
from generator.beside import MANY, beside
from generator.bibliography.keys import assign_keys
from generator.bibliography.published import read_published, reminders
from generator.bibliography.standing import published_references
from generator.bibliography.survey_bib import damage
from generator.config import decisions, history, overviews, screening_files, settings, taxonomy
from generator.errors import InputError, Problem
from generator.flow import count_flow
from generator.project.box import read_text
from generator.project.paths import BIB, BIBLIOGRAPHY, GENERATED_LIMIT, SOURCES
from generator.prose.contributed import safe_overviews, safe_pages
from generator.prose.sources import read_pages
from generator.references import gone_references, record_references, work_references
from generator.survey import Survey
from generator.venues import read_venues, with_full_venue

Tell = Callable[[str], None]


def survey_of(project: Path, tell: Tell = lambda stage: None) -> Survey:
    """Read a project and decide everything; writes nothing. Raises InputError where the settings are at fault."""
    chosen = settings.read_settings(project)
    given = taxonomy.read_taxonomy(project)
    decided = decisions.read_decisions(project)
    noted = history.read_history(project)
    venues = read_venues(project)
    published = read_published(_published_text(project))

    tell("Reading sources")
    readings = sources.read_sources(project / SOURCES, chosen)
    enriching = sources.read_enriching(project / BIB, chosen.enrich, chosen)

    tell("Merging duplicates")
    records = [record for reading in readings for record in reading.records]
    facts = [record for reading in enriching for record in reading.records]
    named = published_references(published, [*records, *facts])
    kept = screening.set_aside(records, [reading.source for reading in readings], decided)
    deduplication = dedupe.find_works(kept.records, facts, kept.decisions, named)

    tell("Reading marks")
    team, team_problems = screening_files.read_screening(project)
    known = [*records, *facts]
    names = record_references(known, named)
    screened = screening.screen(
        deduplication.works,
        chosen.screening,
        team,
        lambda reference: [known[at].origin for at in names.find(reference).targets],
        decided,
    )
    excluded = (*kept.left_out, *deduplication.left_out, *screened.left_out)

    tell("Giving keys")
    named_works = tuple(with_full_venue(work, venues) for work in screened.works)
    works, key_problems = assign_keys(named_works, published, chosen.keys)
    by_key = {work.key: work for work in works}
    resolvable = {key for work in works for key in (work.key, *work.aliases)}

    tell("Giving themes")
    themed_by = given or themes.discover(works)
    is_gone = gone_references(records, excluded, named)
    assignment, (near, mentions) = beside(
        lambda: themes.assign(works, themed_by, decided.themes, work_references(works), is_gone),
        lambda: (links.nearby(works), links.mentions(works)),
        len(works) >= MANY,
    )
    primary = {key: placement.primary for key, placement in assignment.placements.items()}

    tell("Linking works")
    related = links.related(works, primary, near)
    siblings = links.siblings(themed_by, assignment.placements, related, mentions)

    prose, prose_problems = overviews.read_overviews(project, themed_by)
    own_pages, page_problems = read_pages(project)
    prose, removed = safe_overviews(prose, overviews.FOLDER, chosen.trusts_html)
    own_pages, removed_of_pages = safe_pages(own_pages, chosen.trusts_html)
    left_out = tuple(piece for reading in readings for piece in reading.left_out) + excluded
    unreadable = [
        Problem(piece.told, piece.origin.place) for reading in (*readings, *enriching) for piece in reading.left_out
    ]
    read_with = [problem for reading in (*readings, *enriching) for problem in reading.problems]
    problems = (
        *sources.missing_folder(project / SOURCES),
        *unreadable,
        *read_with,
        *deduplication.problems,
        *team_problems,
        *screened.problems,
        *key_problems,
        *assignment.problems,
        *prose_problems,
        *page_problems,
        *removed,
        *removed_of_pages,
    )
    errors = [problem for problem in problems if problem.level == "error"]
    if errors:
        raise InputError(*errors)
    return Survey(
        settings=chosen,
        taxonomy=themed_by,
        works=by_key,
        placements=assignment.placements,
        verdicts={work.key: screened.verdicts[screening.place_of(work)] for work in works},
        screened_out=screened.gone,
        related=related,
        mentions=mentions,
        siblings=siblings,
        authors=links.author_entries(works),
        readings=readings,
        enriching=enriching,
        unmatched=deduplication.unmatched,
        left_out=left_out,
        uncertain=deduplication.uncertain,
        flow=count_flow(readings, works, excluded),
        overviews=prose,
        pages=own_pages,
        previous=published.keys,
        lost=tuple(key for key in sorted(published.unclaimed(resolvable)) if not is_gone(key)),
        reminders=reminders(works, published),
        history=history.continued(
            noted, chosen.date, published.keys | (published.former & by_key.keys()), by_key, resolvable
        ),
        problems=problems,
    )


def _published_text(project: Path) -> str:
    """What was published. Raises InputError if it is damaged: keys would change without a word."""
    text = read_text(project, BIBLIOGRAPHY, GENERATED_LIMIT)
    problems = damage(text)
    if problems:
        raise InputError(*problems)
    return text or ""
