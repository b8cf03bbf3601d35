"""The survey: everything that a page, a download or a figure shows, as one value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator import citations, service_facts
from generator.coding import Coding
from generator.config.history import Version
from generator.config.searches import Search
from generator.config.settings import Settings
from generator.config.taxonomy import Taxonomy, Theme
from generator.editions.edition import Edition
from generator.errors import Problem
from generator.fates import flow_of
from generator.flow import Flow, SourceFlow
from generator.kinds.values import WorkKind
from generator.lineage import Follow, Lineage
from generator.links.values import AuthorEntry, Mention, Related, Sibling
from generator.name_index.values import LEAST, Named
from generator.prose.sources import Written
from generator.reading_path import Step
from generator.records import LeftOut, Record, SourceReading
from generator.screening.values import Verdict
from generator.themes.values import Placement
from generator.works import Evidence, Work


@dataclass(frozen=True)
class Survey:
    """Works with keys, themes and links, the taxonomy, and the flow counts.

    Attributes:
        works: by citation key, in key order.
        placements: themes of each work, by key; a work that fits no theme has primary None.
        verdicts: what became of each work in the screening, by key; `unscreened` for all where nobody screened.
        screened_out: works that the screening left out, without keys, each with its verdict.
        coding: what reviewers coded the works with.
        kinds: what kind of work each is, by key; a work whose text tells none is absent.
        lineage: which works follow on which, and what the links by content are.
        start: where to start reading, by theme id, and by "" for the whole survey.
        names: what two works or more name (data sets, methods, genes …), in the order of their letters.
        related, mentions: by key of the work they start from.
        versions: keys of the works that are other versions of a work (the meeting's paper, the journal's), by its key.
        siblings: by theme id, nearest first.
        authors: people and groups with at least one work, in name order.
        readings: what each source gave; `enriching` those of the completing sources.
        unmatched: enriching records that describe none of the works.
        searches: the search strategy, as far as it is stated.
        flow: what became of each source's records; `passage` has the fate of every record.
        uncertain: pairs that a person should look at, most uncertain first.
        overviews: Markdown text by theme id, as written by a person.
        pages: pages that authors wrote in `bib/pages/`.
        previous: citation keys of the last published `bib/survey.bib`.
        changed: published keys that lead to another now, which nobody has answered yet, by the key that they lead to.
        lost: keys published now or earlier whose works are gone, though nobody left them out; sorted.
        reminders: what `bib/survey.bib` says besides its entries, so that keys stay with their works.
        history: what came and went since the first version, this build's own changes included, oldest first.
        editions: what was released, oldest first.
    """

    settings: Settings
    taxonomy: Taxonomy
    works: Mapping[str, Work]
    placements: Mapping[str, Placement]
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    screened_out: tuple[tuple[Work, Verdict], ...] = ()
    coding: Coding = field(default_factory=Coding)
    kinds: Mapping[str, WorkKind] = field(default_factory=dict)
    lineage: Lineage = field(default_factory=Lineage)
    start: Mapping[str, tuple[Step, ...]] = field(default_factory=dict)
    names: tuple[Named, ...] = ()
    related: Mapping[str, tuple[Related, ...]] = field(default_factory=dict)
    versions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    mentions: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)
    siblings: Mapping[str, tuple[Sibling, ...]] = field(default_factory=dict)
    authors: tuple[AuthorEntry, ...] = ()
    readings: tuple[SourceReading, ...] = ()
    enriching: tuple[SourceReading, ...] = ()
    unmatched: tuple[Record, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    uncertain: tuple[Evidence, ...] = ()
    searches: tuple[Search, ...] = ()
    flow: tuple[SourceFlow, ...] = ()
    overviews: Mapping[str, str] = field(default_factory=dict)
    pages: tuple[Written, ...] = ()
    changed: Mapping[str, str] = field(default_factory=dict)
    lost: tuple[str, ...] = ()
    previous: frozenset[str] = frozenset()
    reminders: str = ""
    history: tuple[Version, ...] = ()
    editions: tuple[Edition, ...] = ()
    problems: tuple[Problem, ...] = ()

    @cached_property
    def by_theme(self) -> dict[str, tuple[Work, ...]]:
        """Works whose primary theme it is, newest first, for every theme id."""
        return {
            theme.id: self._sorted(k for k, p in self.placements.items() if p.primary == theme.id)
            for theme in self.taxonomy.themes
        }

    @cached_property
    def by_section(self) -> dict[int, tuple[Work, ...]]:
        """Works whose primary theme is in it, newest first, for the number of every section, from 0."""
        return {
            number: self._sorted(work.key for theme in section.themes for work in self.by_theme[theme.id])
            for number, section in enumerate(self.taxonomy.sections)
        }

    @cached_property
    def by_year(self) -> dict[int, tuple[Work, ...]]:
        """Works by their year, 0 where it is unknown, in the order of the survey."""
        found: dict[int, list[Work]] = {}
        for work in self.works.values():
            found.setdefault(work.year or 0, []).append(work)
        return {year: tuple(works) for year, works in found.items()}

    # What follows gives a placement and a link without their scores, which only the data hold: a decision on one work
    # moves those of many others a little, and their pages need not be made again for it.

    @cached_property
    def primary(self) -> dict[str, str | None]:
        """The id of each work's primary theme, by key."""
        return {key: placement.primary for key, placement in self.placements.items()}

    @cached_property
    def standing(self) -> dict[str, Placement]:
        """The placement of each work as pages show it, by key: without scores."""
        return {key: replace(placement, scores=()) for key, placement in self.placements.items()}

    @cached_property
    def neighbours(self) -> dict[str, tuple[Sibling, ...]]:
        """The neighbouring themes of each theme as pages show them, by id: without scores."""
        return {name: tuple(replace(one, score=0.0) for one in found) for name, found in self.siblings.items()}

    @cached_property
    def near(self) -> dict[str, tuple[Related, ...]]:
        """The related works of each work as pages show them, by key: without scores."""
        return {key: tuple(replace(link, score=0.0) for link in found) for key, found in self.related.items()}

    @cached_property
    def joined(self) -> dict[str, str]:
        """The ISO date of the version that brought a work, by key; works of the first version are absent."""
        dates = {key: version.date for version in reversed(self.history) if version.date for key in version.added}
        found = {
            work.key: [dates[key] for key in (work.key, *work.aliases) if key in dates] for work in self.works.values()
        }
        return {key: min(known) for key, known in found.items() if known}

    @cached_property
    def newest_version(self) -> str:
        """The ISO date of the newest version that brought works; "" where none did since the first."""
        return max((version.date for version in self.history if version.date and version.added), default="")

    @cached_property
    def by_secondary_theme(self) -> dict[str, tuple[Work, ...]]:
        """Works that belong there too, newest first, for every theme id."""
        return {
            theme.id: self._sorted(k for k, p in self.placements.items() if theme.id in p.secondary)
            for theme in self.taxonomy.themes
        }

    @cached_property
    def unthemed(self) -> tuple[Work, ...]:
        """Works that fit no theme."""
        return self._sorted(key for key, placement in self.placements.items() if placement.primary is None)

    @cached_property
    def unreadable(self) -> tuple[LeftOut, ...]:
        """The pieces of the sources that did not become records."""
        return tuple(piece for reading in self.readings for piece in reading.left_out)

    @cached_property
    def excluded(self) -> tuple[LeftOut, ...]:
        """The records that a decision leaves out, with their duplicates."""
        pieces = set(self.unreadable)
        return tuple(piece for piece in self.left_out if piece not in pieces)

    @cached_property
    def passage(self) -> Flow:
        """The fate of every record, for the flow diagram and its lists."""
        kept = [(work, self.verdicts.get(key)) for key, work in self.works.items()]
        judged = [*kept, *self.screened_out]
        placed = {record.origin for work, _ in judged for record in work.records}
        others = [piece for piece in self.excluded if piece.origin not in placed]
        return flow_of(self.readings, judged, others, self.searches, self.history)

    @cached_property
    def columns(self) -> dict[str, dict[str, str]]:
        """For spreadsheets, by header and key: what reviewers coded, and what services say of licence and citations."""
        return {**self.coding.columns, **service_facts.columns(self.works.values())}

    @cached_property
    def headers(self) -> tuple[str, ...]:
        """The headers of `columns`."""
        return tuple(self.columns)

    @cached_property
    def cells(self) -> dict[str, dict[str, str]]:
        """The text that a work has in `columns`, by key and header, for what is about a few works."""
        found: dict[str, dict[str, str]] = {}
        for header, column in self.columns.items():
            for key, text in column.items():
                found.setdefault(key, {})[header] = text
        return found

    @cached_property
    def cites(self) -> dict[str, tuple[str, ...]]:
        """Keys of the works of the survey that a work cites, as services say, by that work's key."""
        return citations.cites(self.works)

    @cached_property
    def followers(self) -> dict[str, tuple[Follow, ...]]:
        """The works that follow on from each, by its key."""
        return self.lineage.followers()

    @cached_property
    def names_with_pages(self) -> tuple[Named, ...]:
        """The names that enough works use for a page of their own."""
        return tuple(one for one in self.names if len(one.uses) >= LEAST)

    @cached_property
    def names_of(self) -> dict[str, tuple[Named, ...]]:
        """The names with a page that a work uses, by its key."""
        found: dict[str, list[Named]] = {}
        for one in self.names_with_pages:
            for use in one.uses:
                found.setdefault(use.key, []).append(one)
        return {key: tuple(found[key]) for key in sorted(found)}

    @cached_property
    def is_screened(self) -> bool:
        """Whether a team screened; if none did, no page mentions screening."""
        verdicts = (*self.verdicts.values(), *(verdict for _, verdict in self.screened_out))
        return any(verdict.marks for verdict in verdicts)

    @cached_property
    def undecided(self) -> tuple[Work, ...]:
        """Works that await a screening decision, or on which reviewers disagree."""
        if not self.is_screened:
            return ()
        return self._sorted(key for key, verdict in self.verdicts.items() if verdict.is_open)

    def theme_of(self, key: str) -> Theme | None:
        """The primary theme of a work."""
        primary = self.primary[key]
        return self.taxonomy.by_id[primary] if primary else None

    def _sorted(self, keys: Iterable[str]) -> tuple[Work, ...]:
        works = [self.works[key] for key in keys]
        return tuple(sorted(works, key=lambda work: (-(work.year or 0), work.key)))
