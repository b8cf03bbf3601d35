"""`fetch`: ask services for the facts that works lack, and write them to `bib/fetched.bib` for the next build."""

from __future__ import annotations

import argparse
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from generator import pipeline
from generator.calling import program
from generator.cli import add_project
from generator.commands.asking import asked, only_fetch
from generator.commands.progress import progress
from generator.config.settings import read_settings
from generator.config.values import days_in
from generator.errors import at_fault
from generator.fetching.asking import Outcome
from generator.fetching.bib_file import read_fetched, written
from generator.fetching.candidates import Candidate, after, candidates_of, refused, written_candidates
from generator.fetching.combine import changes, combined
from generator.fetching.entry import Fetched, key_for, merged
from generator.fetching.plan import Wanted, lacking_or_old, works_of
from generator.fetching.wording import differences, stale, summary
from generator.project import box
from generator.project.journal import put_together
from generator.project.opening import alone, open_project
from generator.project.paths import CANDIDATES, FETCHED, REFRESHING
from generator.project.placing import place, remove
from generator.project.unmerged import read_merged

_DAY = timedelta(days=1).total_seconds()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `fetch`."""
    add_project(parser)
    parser.add_argument(
        "--refresh", action="store_true", help="ask about all works, also those that lack nothing, and again"
    )
    parser.add_argument(
        "--older-than",
        metavar="AGE",
        help="ask anew for what is as old (90d, 12w, 1y), with --refresh also for what was never fetched",
    )
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--dry-run", action="store_true", help="ask, and show what would change, field by field")
    either.add_argument(
        "--check", action="store_true", help="ask nobody: list what lacks facts or has old ones, and exit with 1"
    )


def run(arguments: argparse.Namespace) -> int:
    """Fetch. Returns 0, or 1 if `--check` found something; raises InputError if no service could be asked."""
    project: Path = arguments.project
    open_project(project)
    settings = read_settings(project).fetch
    days = age(arguments.older_than or settings.older_than)
    entries = entries_of(project)
    with progress() as stages:
        wanted = works_of(pipeline.survey_of(project, stages), entries)
    today = datetime.now(UTC).date()
    if arguments.check:
        return _report(wanted, today, days)
    whole = arguments.refresh and arguments.older_than is None
    chosen = wanted if whole else lacking_or_old(wanted, today, days, also_new=arguments.refresh)
    known = {one.key: one.entry for one in chosen}
    with only_fetch(project):
        since = _begun(project) if whole else time.time() - days * _DAY
        outcome, requests = asked(project, settings, chosen, since)
        candidates = _settled(project, chosen, outcome)
        found = {one.key: entry for one in chosen for entry in [_entry(one, outcome)] if entry}
        changed = {key: entry for key, entry in found.items() if changes(known.get(key), entry)}
        if arguments.dry_run:
            lines = [line for key, entry in changed.items() for line in differences(key, known.get(key), entry)]
            print("\n".join(lines) or "Nothing would change")
        else:
            _keep(project, {**_completed(entries, found), **_questions(project, candidates)})
            if not outcome.failed:
                remove(project, REFRESHING)
    print(
        "\n".join(
            summary(
                outcome,
                chosen,
                {key: len(changes(known.get(key), one)) for key, one in changed.items()},
                requests,
                would=arguments.dry_run,
            )
        )
    )
    open_questions = sum(not one.answer for one in candidates)
    if open_questions:
        print(f"Unsure   of {open_questions:,} answers: {program()} review --fetched")
    if not arguments.dry_run and changed:
        print(f"Wrote    {FETCHED}; `{program()} build` uses it")
    return 0


def entries_of(project: Path) -> dict[str, Fetched]:
    """What was fetched before, by the entry's key."""
    return read_fetched(read_merged(project, FETCHED))


def age(text: str) -> int:
    """An age in days. Raises InputError for anything else."""
    days = days_in(text)
    if days is None:
        raise at_fault(f"--older-than: `{text}` is not an age", hint="write a number and d, w, m or y: 90d")
    return days


def _entry(one: Wanted, outcome: Outcome) -> Fetched | None:
    new = combined(one.record, outcome.statements.get(one.key, ()), one.key)
    silent = {service for service, keys in outcome.failed.items() if one.key in keys}
    return merged(one.entry, new, silent) if new else None


def _with_known(entries: dict[str, Fetched], entry: Fetched) -> Fetched:
    """The entry with what is already under its key, even if that was found not to describe the work."""
    return merged(entries.get(entry.key), entry)


def _completed(entries: dict[str, Fetched], found: dict[str, Fetched]) -> dict[str, bytes]:
    """The file of facts with the new ones, by path; empty if nothing was found."""
    if not found:
        return {}
    now = {**entries, **{entry.key: _with_known(entries, entry) for entry in found.values()}}
    return {FETCHED: written(now.values()).encode()}


def _settled(project: Path, wanted: list[Wanted], outcome: Outcome) -> tuple[Candidate, ...]:
    """The candidates after the run; those that a person refused before are removed from the outcome's questions."""
    known = candidates_of(project)
    no = refused(known)
    for one in wanted:
        questions = outcome.questions.get(one.key, [])
        outcome.questions[one.key] = [
            (service, verdict)
            for service, verdict in questions
            if key_for(verdict.record.identifiers, one.key) not in no.get(one.place, frozenset())
        ]
    return after(known, wanted, outcome)


def _questions(project: Path, candidates: tuple[Candidate, ...]) -> dict[str, bytes]:
    """The file of questions for a person, by path; empty if there is none and never was."""
    if not candidates and not box.exists(project, CANDIDATES):
        return {}
    return {CANDIDATES: written_candidates(candidates).encode()}


def _keep(project: Path, files: dict[str, bytes]) -> None:
    """Replace the files, all or none. Raises InputError if that fails; the answers stay in the memory."""
    try:
        with alone(project):
            put_together(project, files)
    except OSError as error:
        hint = "check the disk and the permissions, and run it again: what was answered is kept, and asked for no more"
        path = next(iter(files))
        raise at_fault(f"cannot be written: {error.strerror or error}", path, hint=hint) from error


def _begun(project: Path) -> float:
    """When the refresh began: now, or with the run that was interrupted."""
    try:
        return float(box.read_text(project, REFRESHING) or "")
    except ValueError:
        now = time.time()
        place(project, REFRESHING, str(now).encode())
        return now


def _report(wanted: list[Wanted], today: date, days: int) -> int:
    lines = stale(wanted, today, days)
    print("\n".join([*lines, f"{len(lines):,} of {len(wanted):,} works to ask about: {program()} fetch"]))
    return 1 if lines else 0
