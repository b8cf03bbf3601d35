"""Marks of Rayyan, which writes them into each record's notes (CSV `notes`, RIS `N1`, BibTeX `note`):

RAYYAN-INCLUSION: {"Ana"=>"Included", "Ben"=>"Excluded"} | RAYYAN-LABELS: pilot,rct
| RAYYAN-EXCLUSION-REASONS: wrong population,foreign language | USER-NOTES: {"Ana"=>["check"]}
"""

from __future__ import annotations

import re

from generator.errors import Problem
from generator.records import Record
from generator.screening.texts import notes_of, split_list
from generator.screening.values import Decision, Mark, RecordMarks

NAME = "Rayyan"

_FIELD = re.compile(
    r"""
    \b(?P<name>RAYYAN-INCLUSION|RAYYAN-LABELS|RAYYAN-EXCLUSION-REASONS|USER-NOTES)
    \s*:\s*
    (?P<value>(?:\{[^{}]*\}|(?!\|\s*(?:RAYYAN|USER)-|\b(?:RAYYAN|USER)-)[^\n])*)  # up to the next field
    """,
    re.VERBOSE,
)
_PAIR = re.compile(
    r"""
    "(?P<reviewer>[^"]*)" \s* (?:=>|:) \s* "(?P<word>[^"]*)"   # a Ruby hash, or JSON in newer exports
    """,
    re.VERBOSE,
)
_WORDS: dict[str, Decision] = {
    "included": "include",
    "include": "include",
    "excluded": "exclude",
    "exclude": "exclude",
    "maybe": "undecided",
    "undecided": "undecided",
}


def read_marks(record: Record) -> RecordMarks:
    """The marks that Rayyan's notes hold."""
    fields: dict[str, str] = {}
    for note in notes_of(record):
        for match in _FIELD.finditer(note):
            fields[match["name"]] = match["value"].strip(" |")
    if not fields:
        return RecordMarks()
    reasons = split_list(fields.get("RAYYAN-EXCLUSION-REASONS", ""))
    marks: list[Mark] = []
    problems: list[Problem] = []
    for pair in _PAIR.finditer(fields.get("RAYYAN-INCLUSION", "")):
        decision = _WORDS.get(pair["word"].strip().lower())
        if decision is None:
            what = f"Rayyan's mark `{pair['word']}` is none of Included, Excluded and Maybe, and is passed over"
            problems.append(Problem(what, record.origin.place))
            continue
        exclusion_reasons = reasons if decision == "exclude" else ()
        marks.append(
            Mark(decision, "title and abstract", record.origin, NAME, pair["reviewer"].strip(), exclusion_reasons)
        )
    if reasons and not any(mark.decision == "exclude" for mark in marks):
        what = f"gives a reason for exclusion ({'; '.join(reasons)}), but nobody excluded it"
        problems.append(
            Problem(what, record.origin.place, "set the decision in Rayyan, or decide in bib/decisions.yml")
        )
    return RecordMarks(tuple(marks), split_list(fields.get("RAYYAN-LABELS", "")), tuple(problems))
