"""The way of the data, from the files of a project to the survey: the table of contents of the program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from generator import coding, dedupe, kinds, links, name_index, screening, themes
from generator.bibliography.keys import assign_keys
from generator.bibliography.published import changed_keys, reminders
from generator.bibliography.standing import published_references
from generator.cache.later import Later
from generator.cache.tasks import Job, Tasks
from generator.citations import cites
from generator.config import history
from generator.config.decisions import Decisions
from generator.config.settings import Settings
from generator.config.taxonomy import Taxonomy
from generator.dedupe.values import Deduplication
from generator.errors import InputError, Problem
from generator.flow import count_flow
from generator.inputs import Inputs, read_inputs, with_prose
from generator.kinds.values import WorkKind
from generator.lineage import Lineage, lineage
from generator.links.values import Mention, Related
from generator.name_index.values import Named
from generator.reading_path import Known, Step, reading_paths
from generator.records import LeftOut
from generator.references import gone_references, record_references, resolver, work_references
from generator.screening import Verdict, place_of
from generator.stages import UNWATCHED, Stages
from generator.survey import Survey
from generator.text.counting import counted
from generator.text.remarks import without_remarks
from generator.themes.values import Placement
from generator.two_processes import MANY
from generator.venues import with_full_venue, with_one_spelling
from generator.works import Work


def survey_of(project: Path, stages: Stages = UNWATCHED, tasks: Tasks | None = None) -> Survey:
    """Read a project and decide everything; writes nothing. Raises InputError where the settings are at fault.

    `tasks` are those of this build: what the last one remembered, and what this one notes.
    """
    tasks = tasks or Tasks()
    inputs = read_inputs(project, stages, tasks)
    watched = tasks.watch(inputs, {Inputs: "inputs", Settings: "settings", Decisions: "decisions"})
    selection = tasks.value("selection", lambda: select_works(watched, stages))
    selected = tasks.watch(selection, {Selection: "selection"})
    themed = give_themes(watched, selected, tasks, stages)
    inputs = with_prose(inputs, project, themed.taxonomy)
    seen = tasks.watch(themed, {Themed: "themed"})
    stages.begin("Describing works")
    shown_kinds = tasks.value("kinds", lambda: kinds.kinds(selected.texts))
    described = tasks.value("described", lambda: describe(watched, selected, seen, shown_kinds), shown_kinds)
    authors = tasks.value("authors", lambda: links.author_entries(selected.works))
    upcoming = tasks.value("reminders", lambda: reminders(selected.works, watched.published))
    return replace(_survey(inputs, selection, themed, described), authors=authors, reminders=upcoming)


@dataclass(frozen=True)
class Selection:
    """The works of the survey, with keys and verdicts, and what became of every other record."""

    works: tuple[Work, ...]
    verdicts: Mapping[str, Verdict]
    deduplication: Deduplication
    screened_out: tuple[tuple[Work, Verdict], ...]
    excluded: tuple[LeftOut, ...]
    published: Mapping[str, str]
    problems: tuple[Problem, ...]

    @cached_property
    def by_key(self) -> dict[str, Work]:
        """The works by citation key."""
        return {work.key: work for work in self.works}

    @cached_property
    def texts(self) -> tuple[Work, ...]:
        """The works with nothing but what is read to tell what they are about, so that another fact about one does not
        require reading texts again; their abstracts without what publishers added.
        """
        abstracts = without_remarks([work.abstract for work in self.works])
        return tuple(
            Work(
                work.title,
                (),
                work.key,
                abstract,
                year=work.year,
                kind=work.kind,
                identifiers=tuple(one for one in work.identifiers if one.scheme == "arxiv"),
                keywords=work.keywords,
            )
            for work, abstract in zip(self.works, abstracts, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Themed:
    """The themes, where each work stands, and its links by content."""

    taxonomy: Taxonomy
    placements: Mapping[str, Placement]
    related: Mapping[str, tuple[Related, ...]]
    mentions: Mapping[str, tuple[Mention, ...]]
    names: tuple[Named, ...]
    problems: tuple[Problem, ...]


def select_works(inputs: Inputs, stages: Stages = UNWATCHED) -> Selection:
    """Records become works: duplicates merged, excluded works set aside, citation keys given."""
    stages.begin("Merging duplicates")
    known = (*inputs.records, *inputs.facts)
    published = published_references(inputs.published, known)
    kept = screening.set_aside(inputs.records, [one.source for one in inputs.readings], inputs.decisions)
    deduplication = dedupe.find_works(kept.records, inputs.facts, kept.decisions, published)
    stages.found(counted(len(deduplication.works), "work"))

    stages.begin("Reading marks")
    names = record_references(known, published)
    screened = screening.screen(
        deduplication.works,
        inputs.settings.screening,
        inputs.team,
        lambda reference: [known[at].origin for at in names.find(reference).targets],
        inputs.decisions,
    )

    stages.begin("Giving keys")
    named = with_one_spelling([with_full_venue(work, inputs.venues) for work in dedupe.with_spaces(screened.works)])
    left_out = (*kept.left_out, *deduplication.left_out, *screened.left_out)
    is_gone = gone_references(inputs.records, left_out, published)
    works, key_problems = assign_keys(named, inputs.published, inputs.settings.keys, is_gone)
    return Selection(
        works=works,
        verdicts={work.key: screened.verdicts[place_of(work)] for work in works},
        deduplication=deduplication,
        screened_out=screened.gone,
        excluded=left_out,
        published=published,
        problems=(*deduplication.problems, *screened.problems, *key_problems),
    )


def give_themes(inputs: Inputs, selection: Selection, tasks: Tasks, stages: Stages = UNWATCHED) -> Themed:
    """Works get their themes and are linked to those that are near in content.

    What texts say is read separately from what people decide, so that a decision does not require reading texts again.
    """
    stages.begin("Giving themes")
    classified, taxonomy = tasks.value("taxonomy of works", lambda: taxonomy_of(inputs, selection))
    heard, (near, mentions, names) = tasks.both(
        Job("heard", lambda: Later(themes.hear(selection.texts, taxonomy)), taxonomy),
        Job("content", lambda: content_of(selection.texts)),
        len(selection.works) >= MANY,
    )
    assignment = tasks.value(
        "themes",
        lambda: assigned(inputs, selection, taxonomy, classified, heard.value),
        (taxonomy, classified, heard),
    )

    stages.begin("Linking works")
    primary = {key: placement.primary for key, placement in assignment.placements.items()}
    evidence = {key: placement.scores for key, placement in assignment.placements.items()}
    connected = tasks.keyed("connections", selection.texts, links.Known)
    related = tasks.value(
        "related",
        lambda: links.related(selection.works, primary, near.value, evidence, mentions, connected),
        (primary, evidence, near, mentions),
    )
    stages.found(counted(sum(map(len, related.values())) // 2, "related pair"))
    problems = (*(classified.problems if classified else ()), *assignment.problems)
    return Themed(taxonomy, assignment.placements, related, mentions, names, problems)


def taxonomy_of(inputs: Inputs, selection: Selection) -> tuple[themes.Classification | None, Taxonomy]:
    """How the sources classify the works, and the themes: the author's, those of the sources, or found ones."""
    labels = {key: verdict.labels for key, verdict in selection.verdicts.items()}
    classified = themes.classify(selection.works, inputs.settings.themes, inputs.taxonomy, labels)
    taxonomy = classified.taxonomy if classified else inputs.taxonomy
    return classified, taxonomy or themes.discover(selection.works)


def assigned(
    inputs: Inputs,
    selection: Selection,
    taxonomy: Taxonomy,
    classified: themes.Classification | None,
    heard: themes.Heard | None,
) -> themes.Assignment:
    """The themes of each work, from the evidence in its text and from people's decisions."""
    is_gone = gone_references(inputs.records, selection.excluded, selection.published)
    references, rulings = work_references(selection.works), classified.rulings if classified else None
    return themes.assign(selection.works, taxonomy, inputs.decisions.themes, references, is_gone, rulings, heard=heard)


def content_of(
    works: Sequence[Work],
) -> tuple[Later[links.Neighbourhood], dict[str, tuple[Mention, ...]], tuple[Named, ...]]:
    """What is near in content, what abstracts name that another work introduced, and all that several works name."""
    owners = links.introduced(works)
    return Later(links.nearby(works)), links.mentions(works, owners), name_index.names(works, owners)


@dataclass(frozen=True, slots=True)
class Described:
    """What kind of work each is, which follows on which, and where to start reading."""

    kinds: Mapping[str, WorkKind]
    lineage: Lineage
    start: Mapping[str, tuple[Step, ...]]
    problems: tuple[Problem, ...]


def describe(inputs: Inputs, selection: Selection, themed: Themed, shown_kinds: Mapping[str, WorkKind]) -> Described:
    """Works get their kinds, as texts tell or people decided, links their reasons, and themes a path to start."""
    is_gone = gone_references(inputs.records, selection.excluded, selection.published)
    by_key, resolve = selection.by_key, resolver(selection.works)
    of_kinds, problems = kinds.decided(shown_kinds, inputs.decisions.kinds, resolve, is_gone)
    cited = cites(by_key)
    drawn = lineage(by_key, themed.related, of_kinds, themed.names, themed.mentions, cited)
    known = Known(
        works=by_key,
        themes={key: placement.primary for key, placement in themed.placements.items()},
        kinds=of_kinds,
        names=themed.names,
        related=themed.related,
        mentions=themed.mentions,
        cites=cited,
    )
    start, start_problems = reading_paths(themed.taxonomy, known, resolve, is_gone)
    return Described(of_kinds, drawn, start, (*problems, *start_problems))


def _survey(inputs: Inputs, selection: Selection, themed: Themed, described: Described) -> Survey:
    """All of it as one value. Raises InputError where a problem is an error."""
    works, published, by_key = selection.works, inputs.published, selection.by_key
    is_gone = gone_references(inputs.records, selection.excluded, selection.published)
    codes = coding.code(works, inputs.settings, inputs.codes, is_gone)
    problems = (*inputs.problems, *selection.problems, *themed.problems, *codes.problems, *described.problems)
    errors = [problem for problem in problems if problem.level == "error"]
    if errors:
        raise InputError(*errors)
    resolvable = {key for work in works for key in (work.key, *work.aliases)}
    kept_keys = published.keys | (published.former & by_key.keys())
    return Survey(
        settings=inputs.settings,
        taxonomy=themed.taxonomy,
        works=by_key,
        placements=themed.placements,
        verdicts=selection.verdicts,
        screened_out=selection.screened_out,
        coding=codes,
        kinds=described.kinds,
        lineage=described.lineage,
        start=described.start,
        names=themed.names,
        related=themed.related,
        versions=dedupe.versions(works),
        mentions=themed.mentions,
        siblings=links.siblings(themed.taxonomy, themed.placements, themed.related, themed.mentions),
        readings=inputs.readings,
        enriching=inputs.enriching,
        unmatched=selection.deduplication.unmatched,
        left_out=(*inputs.unreadable, *selection.excluded),
        uncertain=selection.deduplication.uncertain,
        searches=inputs.searches,
        flow=count_flow(inputs.readings, works, selection.excluded),
        overviews=inputs.overviews,
        pages=inputs.pages,
        previous=published.keys,
        lost=tuple(key for key in sorted(published.unclaimed(resolvable)) if not is_gone(key)),
        changed=changed_keys(works, published),
        history=history.continued(inputs.history, inputs.settings.date, kept_keys, by_key, resolvable),
        editions=inputs.editions,
        problems=problems,
    )
