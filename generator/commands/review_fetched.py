"""The questions of `review --fetched`: is what a service gave the work that was asked about?"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from generator.calling import program
from generator.commands.answers import END, Answer, Ask, answer_to, keep
from generator.config.decisions import NAME
from generator.fetching.candidates import NO, Candidate, candidates_of, written_candidates
from generator.project.opening import alone
from generator.project.paths import CANDIDATES
from generator.project.placing import place
from generator.records import Record
from generator.survey import Survey
from generator.text.counting import counted

NOTHING = "Nothing that was fetched is uncertain."
_TELLING = (
    "doi",
    "arxiv",
    "pmid",
    "acl",
    "pmcid",
    "openreview",
)  # what a decision can name a work by
_NAMELESS = (
    "No identifier of it is known that a decision could name, so the yes cannot be kept and the question stays open: "
    "give the work its DOI, or what else names it, under `fields:` in {file}."
)


def run(project: Path, survey: Survey, ask: Ask = input, is_terminal: Callable[[], bool] = sys.stdin.isatty) -> int:
    """Ask, and write down: a yes gives the work the identifier (`decisions.yml`), a no is kept with the candidate."""
    known = candidates_of(project)
    records = {str(record.origin): record for work in survey.works.values() for record in work.records}
    questions = [one for one in known if not one.answer and one.work in records]
    if not questions:
        print(NOTHING)
        return 0
    answers: list[Answer] = []
    refused: set[tuple[str, str]] = set()
    for number, one in enumerate(questions, 1):
        print("\n".join(question(one, records[one.work], f"{number} of {len(questions)}")))
        if not is_terminal():
            continue
        given = answer_to("The same work? [y]es, [n]o, Enter to leave it open, [q]uit: ", ask)[:1]
        if given == END:
            break
        if given == "y":
            answers += _yes(one)
        elif given == "n":
            refused.add(one.name)
    if not is_terminal():
        print("Answer on a terminal.")
        return 0
    keep(project, answers)
    if refused:
        with alone(project):
            text = written_candidates(replace(one, answer=NO) if one.name in refused else one for one in known)
            place(project, CANDIDATES, text.encode())
    print(f"{counted(len(answers), 'decision')} added to {NAME}, {len(refused)} refused; `{program()} fetch` goes on")
    return 0


def question(one: Candidate, record: Record, number: str) -> list[str]:
    """What is known of both, side by side."""
    found = one.entry.record
    lines = [f"\n{number}: {one.work}"]
    for name in ("title", "year", "venue"):
        ours, theirs = (str(getattr(each, name) or "–")[:60] for each in (record, found))
        lines.append(f"  {name:<8}{ours:<62}{theirs}")
    ours, theirs = ("; ".join(name.as_last_first for name in each.authors[:4])[:60] or "–" for each in (record, found))
    lines.append(f"  {'authors':<8}{ours:<62}{theirs}")
    lines.append("  " + ", ".join(f"{i.scheme}:{i.value}" for i in one.entry.identifiers))
    return [*lines, f"  {one.because}" if one.because else ""]


def _yes(one: Candidate) -> list[Answer]:
    """The decision that keeps a yes; none, and a word about it, for a candidate that nothing names."""
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
