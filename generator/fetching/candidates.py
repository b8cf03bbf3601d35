"""`bib/candidates.bib`: works from services that are probably, but not certainly, those asked about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.fetching.asking import Outcome
from generator.fetching.bib_file import entry_text, fetched_of
from generator.fetching.combine import Statement, combined
from generator.fetching.entry import Fetched
from generator.fetching.plan import Wanted
from generator.project.paths import CANDIDATES
from generator.project.unmerged import read_merged
from generator.records import Record
from generator.sources import bibtex
from generator.sources.content import Content

NO = "no"
_HEAD = "% Perhaps these are works of this survey, perhaps not: `python -m generator review --fetched` asks.\n"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A work that a service returned for another.

    Attributes:
        work: the place of the work's first record (`sources/list.csv:7`).
        entry: what the service said.
        because: why it may not be that work.
        answer: `no` if a person said that it is not, else "".
    """

    work: str
    entry: Fetched
    because: str = ""
    answer: str = ""

    @property
    def name(self) -> tuple[str, str]:
        """What distinguishes it from the others."""
        return self.work, self.entry.key


def read_candidates(data: bytes) -> tuple[Candidate, ...]:
    """The candidates of a file, in its order."""
    found = []
    for item in bibtex.read(Content("candidates.bib", data)):
        if isinstance(item, Record):
            more = dict(item.extra)
            entry = fetched_of(item, more.get("candidate", ""))
            found.append(Candidate(more.get("for", ""), entry, more.get("because", ""), more.get("answer", "")))
    return tuple(found)


def written_candidates(candidates: Iterable[Candidate]) -> str:
    """The file's text, sorted by the work's place."""
    ordered = sorted(candidates, key=lambda one: one.name)
    return "\n".join([_HEAD, *(_text(number, one) for number, one in enumerate(ordered, 1))])


def after(known: Iterable[Candidate], wanted: Iterable[Wanted], outcome: Outcome) -> tuple[Candidate, ...]:
    """The candidates after a fetch: with new questions, without those that an answer or another service has settled."""
    before = {one.name: one for one in known}
    for one in wanted:
        place = one.place
        if one.key in outcome.statements:
            before = {name: old for name, old in before.items() if old.work != place}
            continue
        for service, verdict in outcome.questions.get(one.key, ()):
            entry = combined(Record(one.record.origin), [Statement(service, outcome.day, verdict.record)], one.key)
            if entry:
                new = Candidate(place, entry, verdict.reason)
                before.setdefault(new.name, new)
    return tuple(before.values())


def refused(known: Iterable[Candidate]) -> Mapping[str, frozenset[str]]:
    """The keys of the candidates that a person refused, by the work's place."""
    found: dict[str, set[str]] = {}
    for one in known:
        if one.answer == NO:
            found.setdefault(one.work, set()).add(one.entry.key)
    return {work: frozenset(keys) for work, keys in found.items()}


def _text(number: int, one: Candidate) -> str:
    more = {"for": one.work, "candidate": one.entry.key, "because": one.because, "answer": one.answer}
    numbered = replace(one.entry, key=f"candidate-{number}")
    return entry_text(numbered, {name: value for name, value in more.items() if value})


def candidates_of(project: Path) -> tuple[Candidate, ...]:
    """The candidates of a project, including refused ones."""
    return read_candidates(read_merged(project, CANDIDATES))
