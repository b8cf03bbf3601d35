"""The questions of `review --fetched`: is what a service gave the work that was asked about?"""

from __future__ import annotations

import csv
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

from generator.commands.answers import END, Answer, Ask, answer_to, keep
from generator.commands.review_records import shown, side_by_side, terminal_width, wrapped
from generator.config.decisions import NAME
from generator.errors import at_fault
from generator.fetching.candidates import NO, Candidate, candidates_of, written_candidates
from generator.project.paths import CANDIDATES
from generator.records import Record
from generator.survey import Survey
from generator.text.counting import counted

COLUMNS = (
    "answer", "work", "candidate", "because", "work_title", "candidate_title", "work_authors", "candidate_authors",
    "work_year", "candidate_year", "identifiers",
)  # fmt: skip
NEEDED = {"answer", "work", "candidate"}
WRITTEN = {"yes": True, "y": True, "same": True, "no": False, "n": False, "not-same": False}
NOTHING = "Nothing that was fetched is uncertain."
# The references by which a decision can name a work.
_TELLING = (
    "doi",
    "arxiv",
    "pmid",
    "acl",
    "pmcid",
    "openreview",
)
_NAMELESS = (
    "No identifier of it is known that a decision could name, so the yes cannot be kept and the question stays open: "
    "give the work its DOI, or what else names it, under `fields:` in {file}."
)


def run(project: Path, survey: Survey, ask: Ask, is_terminal: Callable[[], bool]) -> int:
    """Ask, and save each answer at once: a yes gives the work the identifier (`decisions.yml`), a no is kept with the
    candidate.
    """
    known = candidates_of(project)
    records = {str(record.origin): record for work in survey.works.values() for record in work.records}
    questions = [one for one in known if not one.answer and one.work in records]
    if not questions:
        print(NOTHING)
        return 0
    added = refused = 0
    for number, one in enumerate(questions, 1):
        print("\n".join(question(one, records[one.work], f"{number} of {len(questions)}")))
        if not is_terminal():
            continue
        given = answer_to("The same work? [y]es, [n]o, Enter to leave it open, [q]uit: ", ask)[:1]
        if given == END:
            break
        if given == "y":
            answers = _yes(one)
            _keep(project, answers, ())
            added += len(answers)
        elif given == "n":
            _keep(project, (), [one.name])
            refused += 1
    if not is_terminal():
        print("Answer on a terminal.")
        return 0
    _tell(added, refused)
    return 0


def rows(project: Path, survey: Survey) -> list[dict[str, str]]:
    """The open questions as rows of a table."""
    records = {str(record.origin): record for work in survey.works.values() for record in work.records}
    found = []
    for one in candidates_of(project):
        if one.answer or one.work not in records:
            continue
        row = {"answer": "", "work": one.work, "candidate": one.entry.key, "because": one.because}
        for side, record in (("work", records[one.work]), ("candidate", one.entry.record)):
            row |= {f"{side}_{name}": shown(record, name) for name in ("title", "authors", "year")}
        found.append(row | {"identifiers": " ".join(f"{i.scheme}:{i.value}" for i in one.entry.identifiers)})
    return found


def taken(project: Path, table: csv.DictReader[str], file: Path) -> int:
    """Save the answers in a filled-in table. Returns 0; raises InputError with the line."""
    if not NEEDED.issubset(table.fieldnames or ()):
        raise at_fault("is not a table of this command", str(file), 1, "make one with --export")
    known = {one.name: one for one in candidates_of(project)}
    yes: list[Candidate] = []
    no: set[tuple[str, str]] = set()
    for row in table:
        given = (row["answer"] or "").strip().lower()
        name = ((row["work"] or "").strip(), (row["candidate"] or "").strip())
        if not given:
            continue
        if given not in WRITTEN:
            raise at_fault(f"`{given}` is not an answer", str(file), table.line_num, "write yes, no, or nothing")
        if name not in known:
            hint = "export the questions again: others have come since, or it is answered"
            raise at_fault(f"nothing is asked about {name[0]} and {name[1]}", str(file), table.line_num, hint)
        if WRITTEN[given]:
            yes.append(known[name])
        else:
            no.add(name)
    answers = [answer for one in yes for answer in _yes(one)]
    _keep(project, answers, no)
    _tell(len(answers), len(no))
    return 0


def _keep(project: Path, answers: Sequence[Answer], no: Collection[tuple[str, str]]) -> None:
    """A yes gives the work the identifier (`decisions.yml`), a no is kept with the candidate."""
    known = candidates_of(project)
    text = written_candidates(replace(one, answer=NO) if one.name in no else one for one in known)
    keep(project, answers, {CANDIDATES: text.encode()} if no else {})


def _tell(added: int, refused: int) -> None:
    print(f"{counted(added, 'decision')} added to {NAME}, {refused} refused; `python -m generator fetch` goes on")


def question(one: Candidate, record: Record, number: str) -> list[str]:
    """What is known of both works, side by side."""
    found = one.entry.record
    width = terminal_width()
    lines = [f"\n{number}: {one.work}", *side_by_side(record, found, width)]
    return [*lines, *(wrapped(one.because, width, "  ") if one.because else [""])]


def _yes(one: Candidate) -> list[Answer]:
    """The decision that keeps a yes; none, and a note about it, for a candidate that no reference names."""
    identifier = _identifier(one)
    if not identifier:
        print(_NAMELESS.format(file=NAME))
        return []
    return [Answer("fields", {"ref": one.work, "set": identifier, "why": "reviewed: a service found it"})]


def _identifier(one: Candidate) -> dict[str, object]:
    """The identifier by which a work can be looked up from now on."""
    known: dict[str, str] = {identifier.scheme: identifier.value for identifier in one.entry.identifiers}
    scheme = next((scheme for scheme in _TELLING if scheme in known), None)
    return {scheme: known[scheme]} if scheme else {}
