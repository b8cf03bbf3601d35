"""`review`: a person looks at what the program is unsure of, and the answers go into `bib/decisions.yml`."""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.calling import program
from generator.cli import add_project
from generator.commands import review_fetched, review_pairs, review_themes
from generator.commands.answers import Answer, Sitting, keep, unknown
from generator.commands.knowing import survey_for
from generator.commands.progress import progress
from generator.config.decisions import NAME, read_decisions
from generator.errors import at_fault
from generator.project.given import read_given_text
from generator.project.opening import open_project
from generator.project.placing import place_outside
from generator.survey import Survey
from generator.text.counting import counted


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `review`."""
    add_project(parser)
    parser.add_argument(
        "--themes",
        action="store_true",
        help="go through the works whose theme the method is unsure of, instead of the uncertain pairs",
    )
    parser.add_argument(
        "--fetched", action="store_true", help="go through what services gave and `fetch` was not sure of, instead"
    )
    table = parser.add_mutually_exclusive_group()
    table.add_argument(
        "--export", type=Path, metavar="FILE", help="write the questions as a table (CSV) to fill in with a spreadsheet"
    )
    table.add_argument("--import", type=Path, metavar="FILE", dest="table", help="read the filled-in table")


def run(arguments: argparse.Namespace) -> int:
    """Review. Returns 0; raises InputError for a table that cannot be read."""
    project: Path = arguments.project
    open_project(project)
    with progress() as stages:
        survey = survey_for(project, stages)
    if arguments.fetched:
        return _fetched(arguments, project, survey)
    questions = review_themes if arguments.themes else review_pairs
    if arguments.export:
        return _export(arguments.export, questions.COLUMNS, questions.rows(survey))
    if arguments.table:
        answers = read_table(arguments.table, survey)
        new = unknown(answers, read_decisions(project))
        keep(project, new)
        known = f", {len(answers) - len(new)} there already" if len(new) < len(answers) else ""
        print(f"{counted(len(new), 'decision')} added to {NAME}{known}; `{program()} build` applies them")
        return 0
    if not sys.stdin.isatty():
        lines = questions.listed(survey)
        print(
            "\n".join([*lines, "Answer on a terminal, or with --export and --import."]) if lines else questions.NOTHING
        )
    else:
        sitting = Sitting(project)
        if arguments.themes:
            added = review_themes.asked(survey, input, sitting.keep, sitting.take_back)
        else:
            added = review_pairs.asked(survey, input, sitting.keep, sitting.take_back)
        print(f"{counted(added, 'decision')} added to {NAME}")
    unsure = len(review_themes.rows(survey))
    if unsure and not arguments.themes:
        print(f"The themes of {counted(unsure)} are unsure too: `{program()} review --themes`")
    return 0


def _fetched(arguments: argparse.Namespace, project: Path, survey: Survey) -> int:
    if arguments.export:
        return _export(arguments.export, review_fetched.COLUMNS, review_fetched.rows(project, survey))
    if arguments.table:
        return review_fetched.taken(project, _rows_of(arguments.table), arguments.table)
    return review_fetched.run(project, survey, input, sys.stdin.isatty)


def _export(file: Path, columns: Sequence[str], rows: Sequence[dict[str, str]]) -> int:
    place_outside(file, _csv(columns, rows).encode("utf-8-sig"))
    print(f"Wrote {counted(len(rows), 'question')} to {file}; fill in the first columns and give it back with --import")
    return 0


def _rows_of(file: Path) -> csv.DictReader[str]:
    """The rows of a filled-in table, separated by commas or semicolons. Raises InputError if it cannot be read."""
    text = read_given_text(file)
    first = text.split("\n", 1)[0]
    return csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if first.count(";") > first.count(",") else ",")


def read_table(file: Path, survey: Survey) -> list[Answer]:
    """The answers of a filled-in table of either kind. Raises InputError with the line."""
    reader = _rows_of(file)
    questions = next(
        (one for one in (review_pairs, review_themes) if one.NEEDED.issubset(reader.fieldnames or ())), None
    )
    if questions is None:
        raise at_fault("is not a table of this command", str(file), 1, "make one with --export")
    return [answer for answer in (questions.answer_in(row, file, reader.line_num, survey) for row in reader) if answer]


def _csv(columns: Sequence[str], rows: Sequence[dict[str, str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    # A spreadsheet would run a cell that starts with one of these as a formula.
    writer.writerows(
        [[f"'{row[name]}" if row[name][:1] in tuple("=+-@\t\r") else row[name] for name in columns] for row in rows]
    )
    return out.getvalue()
