"""`explain`: the whole story of a work: its records, the pairs that joined them, where every field and theme is
from.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from generator.calling import program
from generator.cli import add_project
from generator.commands.knowing import survey_for
from generator.commands.pair_lines import pair_lines
from generator.commands.progress import progress
from generator.config.decisions import NAME, Decisions, read_decisions
from generator.errors import InputError, at_fault
from generator.names import Name
from generator.project.box import as_on_disk, read, read_text
from generator.project.opening import open_project
from generator.project.paths import BIBLIOGRAPHY, GENERATED_LIMIT, SOURCE_LIMIT, SOURCES
from generator.records import Record
from generator.references import resolver, spellings
from generator.text.compare import SUGGESTED, did_you_mean, fold
from generator.text.counting import counted
from generator.works import Work

if TYPE_CHECKING:
    from generator.survey import Survey

SHOWN = 3  # records listed for one identifier
_PARTS = 6  # entries of a list that are shown
_WIDE = 160  # characters shown of a text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `explain`."""
    add_project(parser)
    parser.add_argument(
        "reference",
        metavar="KEY",
        help="a citation key, an identifier (arxiv:2201.12288), FILE:LINE of a record, or a title",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the story. Returns 0; raises InputError for a reference that leads to no work."""
    open_project(arguments.project)
    with progress() as stages:
        survey = survey_for(arguments.project, stages)
    decisions = read_decisions(arguments.project)
    key = find(survey, arguments.project, arguments.reference, decisions)
    print("\n".join(story(survey, survey.works[key], decisions)))
    return 0


def find(survey: Survey, project: Path, reference: str, decisions: Decisions) -> str:
    """The citation key that a reference leads to. A line inside a record counts as its first line."""
    key = resolver(tuple(survey.works.values()))(reference)
    if key:
        return key
    source, _, line = reference.rpartition(":")
    source = source.removeprefix("bib/").removeprefix("sources/")
    if source and line.isdigit():
        found = [(r.origin, work.key, "") for work in survey.works.values() for r in work.records]
        found += [(piece.origin, "", piece.message) for piece in survey.left_out]
        here = [
            one for one in found if one[0].source.removeprefix("sources/") == source and (one[0].line or 0) <= int(line)
        ]
        if here and int(line) <= _lines(project, f"{SOURCES}/{source}"):
            origin, key, reason = max(here, key=lambda one: one[0].order)
            if not key:
                raise at_fault(f"was left out: {reason}", origin.place.path, origin.line)
            return key
    forms = set(spellings(reference))
    several = [
        work.key
        for work in survey.works.values()
        if any(f"{one.scheme}:{one.value}" in forms for one in work.identifiers)
    ]
    if several:
        raise at_fault(f"`{reference}` leads to several works: {', '.join(several)}", hint="name one of them")
    for one in decisions.leave_out:
        if one.ref.removeprefix("key:").casefold() == reference.removeprefix("key:").casefold():
            raise at_fault(f"`{reference}` was left out: {one.why}", NAME, one.line)
    titled = _titled(survey, reference)
    if len(titled) == 1:
        return titled[0]
    if titled:
        raise at_fault(f"`{reference}` is the title of several works: {', '.join(titled)}", hint="name one of them")
    entries = [
        record.origin for work in survey.works.values() for record in work.records if _has_key(record, reference)
    ]
    if entries:
        shown = " and ".join(str(origin.place) for origin in sorted(entries, key=lambda origin: origin.order))
        raise at_fault(f"`{reference}` is the key of several entries: {shown}", hint="name one of them by FILE:LINE")
    former = _former(survey, project, reference)
    if former:
        raise former
    raise at_fault(
        f"`{reference}` leads to no work of this survey",
        hint=did_you_mean(reference, survey.works, "the keys are in bib/survey.bib", SUGGESTED, str),
    )


def _former(survey: Survey, project: Path, reference: str) -> InputError | None:
    """What became of a published key whose work is gone: what it stood for and since when; None for any other key."""
    from generator.bibliography.published import read_published  # which takes a while to load

    name = reference.strip().removeprefix("@").removeprefix("key:").casefold()
    published = read_published(read_text(project, BIBLIOGRAPHY, GENERATED_LIMIT) or "")
    entry = next((entry for entry in published.entries if entry.key.casefold() == name), None)
    dates = [version.date for version in survey.history for key in version.removed if key.casefold() == name]
    if entry is None and not dates:
        return None
    was = entry.descriptions[0] if entry and entry.descriptions else None
    stood_for = f", which stood for “{was.title}”{f' ({was.year})' if was.year else ''}," if was and was.title else ""
    since = f" since the version of {dates[-1]}" if dates and dates[-1] else ""
    hint = "put its source back into bib/sources, or a work with its identifier or title: the key comes back with it"
    return at_fault(f"`{reference}` is a key that was published{stood_for} and its work is gone{since}", hint=hint)


def _titled(survey: Survey, title: str) -> list[str]:
    """Keys of the works that have this title, or whose records do."""
    folded = fold(title)
    return [
        work.key
        for work in survey.works.values()
        if folded and folded in map(fold, (work.title, *(record.title for record in work.records)))
    ]


def _has_key(record: Record, reference: str) -> bool:
    names = {record.origin.key, record.id} - {None, ""}
    forms = {form.casefold() for form in spellings(reference)}
    return any(name.casefold() in forms for key in names for name in (str(key), f"{record.origin.source}:{key}"))


def _lines(project: Path, path: str) -> int:
    content = read(project, as_on_disk(project, path), SOURCE_LIMIT)
    return content.count(b"\n") + 1 if content else 0


def story(survey: Survey, work: Work, decisions: Decisions) -> Iterator[str]:
    """The lines of a work's story."""
    yield f"{work.key}: {work.title}"
    if work.aliases:
        yield f"  formerly {', '.join(work.aliases)}"
    yield from ("", f"Records ({len(work.records)})")
    yield from (f"  {_record(record)}" for record in work.records)
    if work.enriched_by:
        yield f"Completed from ({len(work.enriched_by)})"
        yield from (f"  {_record(record)}" for record in work.enriched_by)
    yield ""
    if work.evidence:
        yield f"Why they are one work ({counted(len(work.evidence), 'pair')})"
        for evidence in work.evidence:
            yield from pair_lines(evidence)
    else:
        yield "No other record was found to be the same work."
    yield from _doubts(survey, work)
    yield from _decided(survey, work, decisions)
    yield from ("", "Fields")
    for name, choice in sorted(work.choices.items()):
        yield f"  {name}: {_value(choice.value)}"
        yield f"      from {choice.origin}: {choice.rule}" + (
            "; mended, the original is kept in survey.json" if choice.original is not None else ""
        )
        yield from (f"      {_value(value)}, says {origin}" for value, origin in choice.others)
    yield from _identifiers(work)
    yield ""
    yield from _kind(survey, work)
    yield from _themes(survey, work)


def _identifiers(work: Work) -> Iterator[str]:
    """The work's identifiers, each with the records that give it; one that a person set is listed among the fields."""
    for identifier in work.identifiers:
        if identifier.scheme not in work.choices:
            named = (identifier.scheme, identifier.value)
            origins = [
                str(r.origin)
                for r in (*work.records, *work.enriched_by)
                if named in [(one.scheme, one.value) for one in r.identifiers]
            ]
            yield f"  {identifier.scheme}: {identifier.value}"
            yield f"      from {', '.join(origins[:SHOWN])}" + (
                f" and {len(origins) - SHOWN} more" if len(origins) > SHOWN else ""
            )


def _doubts(survey: Survey, work: Work) -> Iterator[str]:
    """The pairs with one of the work's records that a person should look at."""
    own = {record.origin for record in work.records}
    unsure = [evidence for evidence in survey.uncertain if not own.isdisjoint((evidence.left, evidence.right))]
    if unsure:
        yield from ("", f"What a person should look at ({counted(len(unsure), 'pair')}; {program()} review)")
        for evidence in unsure:
            yield from pair_lines(evidence)


def _decided(survey: Survey, work: Work, decisions: Decisions) -> Iterator[str]:
    """What people decided about the work, with the lines where they wrote it."""
    leads_to = resolver(tuple(survey.works.values()))
    entries = [
        (one.line, "same" if one.same else "not-same", one.refs, ", ".join(one.refs), one.why)
        for one in decisions.pairings
    ]
    entries += [(one.line, "fields", (one.ref,), ", ".join(one.values), one.why) for one in decisions.corrections]
    for one in decisions.themes:
        themes = [theme for theme in (one.primary, *(one.secondary or ())) if theme]
        entries.append((one.line, "themes", (one.ref,), ", ".join(themes), one.why))
    entries += [(one.line, "kinds", (one.ref,), one.kind, one.why) for one in decisions.kinds]
    rulings = [
        (line, f"{what}: {values}{f' ({why})' if why else ''}")
        for line, what, refs, values, why in entries
        if work.key in map(leads_to, refs)
    ]
    if rulings:
        yield from (
            "",
            f"What people decided ({len(rulings)})",
            *(f"  {NAME}:{line}  {what}" for line, what in sorted(rulings)),
        )


def _kind(survey: Survey, work: Work) -> Iterator[str]:
    kind = survey.kinds.get(work.key)
    if kind is None:
        yield "Kind: title and abstract show none"
        return
    yield f"Kind: {kind.name}"
    if kind.source == "decision":
        yield f"  a person decided{f': {kind.evidence}' if kind.evidence else ''}"
    elif kind.score:
        yield f"  the {kind.source} says “{kind.evidence}” ({kind.score:.1f}; the next kind has {kind.second:.1f})"
    else:
        yield f"  the {kind.source} says “{kind.evidence}”"


def _themes(survey: Survey, work: Work) -> Iterator[str]:
    placement = survey.placements[work.key]
    yield f"Theme: {placement.primary or 'none'}" + (
        f"; also {', '.join(placement.secondary)}" if placement.secondary else ""
    )
    if placement.is_reassigned:
        yield f"  a person decided{f': {placement.why}' if placement.why else ''}"
    elif placement.why:
        yield f"  {placement.why}"
    if placement.terms:
        yield "  spoke for it: " + ", ".join(f"{term} ({weight:.1f})" for term, weight in placement.terms)
    if placement.scores:
        yield "  scores: " + ", ".join(f"{theme} {score:.2f}" for theme, score in placement.scores)
    if placement.runner_up:
        yield f"  runner-up: {placement.runner_up}" + ("; the method is unsure" if placement.unsure else "")


def _record(record: Record) -> str:
    title = record.title or " ".join(record.abstract.split())[:70] + "…"
    return f"bib/{record.origin}" + (f" [{record.id}]" if record.id else "") + f"  {title}"


def _value(value: object) -> str:
    if isinstance(value, tuple):
        parts = [item.as_first_last if isinstance(item, Name) else str(item) for item in value]
        return "; ".join(parts[:_PARTS]) + (f"; and {len(parts) - _PARTS} more" if len(parts) > _PARTS else "")
    text = " ".join(str(value).split())
    return text if len(text) <= _WIDE else f"{text[: _WIDE - 3]}…"
