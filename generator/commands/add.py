"""`add`: one work by its identifier, address, title or PDF, fetched and put among the sources."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from generator import pipeline
from generator.calling import program
from generator.cli import add_project
from generator.commands.asking import asked, only_fetch
from generator.commands.progress import progress
from generator.config.settings import read_settings
from generator.config.values import days_in
from generator.dedupe import explain_pair
from generator.errors import at_fault
from generator.fetching.asking import Outcome
from generator.fetching.bib_file import entry_text
from generator.fetching.combine import combined
from generator.fetching.entry import Fetched
from generator.fetching.matching import SURE
from generator.fetching.plan import Wanted, as_record
from generator.fetching.reference import Named, named
from generator.identifiers.schemes import ABOUT
from generator.project.opening import alone, open_project
from generator.project.paths import ADDED
from generator.project.placing import place
from generator.project.unmerged import read_merged
from generator.records import Origin, Record
from generator.services import SERVICES
from generator.survey import Survey

_DAY = 86_400.0  # seconds


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `add`."""
    add_project(parser)
    parser.add_argument(
        "reference", metavar="WORK", help="a DOI, arXiv id, PubMed or ACL id, an address, a title in quotes, or a PDF"
    )
    parser.add_argument("--why", default="", help="why it belongs in the survey; kept beside the entry")


def run(arguments: argparse.Namespace) -> int:
    """Add the work. Returns 0, even if the survey has it already; raises InputError if no service knows it."""
    project: Path = arguments.project
    open_project(project)
    settings = read_settings(project).fetch
    work = named(arguments.reference)
    wanted = Wanted("added", Record(Origin("added"), work.title, identifiers=work.identifiers))
    with progress() as stages:
        survey = pipeline.survey_of(project, stages)
    if known := _known(survey, wanted.record):
        return _has_it(known)
    since = datetime.now(UTC).timestamp() - (days_in(settings.older_than) or 0) * _DAY
    with only_fetch(project):
        outcome, _ = asked(project, settings, [wanted], since)
    entry = combined(wanted.record, outcome.statements.get(wanted.key, ()), "added")
    if entry is None:
        raise _unknown(arguments.reference, work, outcome)
    if known := _known(survey, entry.record):
        return _has_it(known)
    _keep(project, entry, arguments.why)
    names = ", ".join(name.as_first_last for name in entry.record.authors[:3]) or "nobody named"
    print(f"Added “{entry.record.title}” ({names}, {entry.record.year or 'no year'}) to {ADDED}")
    if status := entry.facts.get("status"):
        print(f"note: it is {status}")
    print(f"`{program()} build` brings it into the survey")
    return 0


def _known(survey: Survey, record: Record) -> str:
    """The citation key of the survey's work that a record describes, or ""."""
    own = {(one.scheme, one.value) for one in record.identifiers}
    for key, work in survey.works.items():
        if own & {(one.scheme, one.value) for one in work.identifiers if one.scheme != "isbn"}:
            return key
    for key, work in survey.works.items():
        if record.title and work.title and explain_pair(as_record(work), record).probability >= SURE:
            return key
    return ""


def _has_it(key: str) -> int:
    print(f"The survey has it already: {key}; `{program()} explain {key}` tells its story")
    return 0


def _unknown(text: str, work: Named, outcome: Outcome) -> Exception:
    """Why nothing was added."""
    candidates = [verdict.record for _, verdict in outcome.questions.get("added", ())]
    if candidates:
        shown = "; ".join(
            f"“{one.title}” ({one.year}) {one.identifiers[0].scheme}:{one.identifiers[0].value}"
            for one in candidates
            if one.identifiers
        )
        return at_fault(f"`{text}` may be one of several works: {shown}", hint="name one of them by its identifier")
    for _, identifier, verdict in outcome.wrong.get("added", ()):
        what = f"{identifier.reference} is “{verdict.record.title}”, and `{text}` is “{work.title}”"
        return at_fault(what, hint="name it by its own identifier, or by its title in quotes")
    if not outcome.asked:
        nouns = " or ".join(dict.fromkeys(ABOUT[one.scheme].noun for one in work.identifiers))
        return at_fault(f"no service can be asked by {nouns}", hint="name it by its DOI, its arXiv id or its title")
    failed = ", ".join(SERVICES[name].label for name in outcome.failed)
    hint = "name it by its DOI or arXiv id" if not work.identifiers else "check the identifier"
    return at_fault(f"no service knows `{text}`" + (f" ({failed} did not answer)" if failed else ""), hint=hint)


def _keep(project: Path, entry: Fetched, why: str) -> None:
    """Put the entry at the end of the file, with the day and the reason."""
    day = datetime.now(UTC).date().isoformat()
    text = entry_text(entry, {"added": day, **({"why": " ".join(why.split())} if why.strip() else {})})
    with alone(project):
        before = read_merged(project, ADDED).rstrip()  # as bytes: what is not UTF-8 stays as it is
        place(project, ADDED, b"%b\n\n%b" % (before, text.encode()) if before else text.encode())
