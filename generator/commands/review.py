"""`review`: a person looks at what the program was unsure of, and the answers go into `bib/decisions.yml`."""

from __future__ import annotations

import argparse
import csv
import io
import os
import sys
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import pipeline
from generator.cli import add_project
from generator.commands.build import check_is_project, count
from generator.commands.explain import pair
from generator.commands.progress import progress
from generator.config.decision_file import with_entries
from generator.config.decisions import NAME, Decisions, read_decisions
from generator.errors import at_fault
from generator.records import Origin, Record
from generator.survey import Survey
from generator.text.compare import nearest
from generator.works import Evidence

ANSWERS = {"s": "same", "n": "not-same"}
COLUMNS = ("answer", "why", "left", "right", "probability", "left_title", "right_title", "left_authors", "right_authors", "left_year", "right_year", "evidence")
THEME_COLUMNS = ("primary", "secondary", "why", "ref", "title", "now", "runner_up", "scores", "abstract")
OFFERED = 3  # themes that are named at once
READABLE = 100  # characters in a line of an abstract
LEAST = 3  # letters of a theme's id: `s` is rather meant to skip
Ask = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Answer:
    """One entry for a section of `decisions.yml`."""

    section: str
    entry: dict[str, object]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `review`."""
    add_project(parser)
    parser.add_argument("--themes", action="store_true", help="go through the works whose theme the method is unsure of, instead of the uncertain pairs")
    table = parser.add_mutually_exclusive_group()
    table.add_argument("--export", type=Path, metavar="FILE", help="write the questions as a table (CSV) to fill in with a spreadsheet")
    table.add_argument("--import", type=Path, metavar="FILE", dest="table", help="read the filled-in table")


def run(arguments: argparse.Namespace) -> int:
    """Review. Returns 0; raises InputError for a table that cannot be read."""
    project: Path = arguments.project
    check_is_project(project)
    with progress() as tell:
        survey = pipeline.survey_of(project, tell)
    if arguments.export:
        rows = theme_rows(survey) if arguments.themes else pair_rows(survey)
        arguments.export.write_text("\ufeff" + _csv(THEME_COLUMNS if arguments.themes else COLUMNS, rows), encoding="utf-8", newline="")
        print(f"Wrote {count(len(rows), 'question')} to {arguments.export}; fill in the first columns and give it back with --import")
        return 0
    if arguments.table:
        answers = read_table(arguments.table, survey)
        new = unknown(answers, read_decisions(project))
        keep(project, new)
        known = f", {len(answers) - len(new)} there already" if len(new) < len(answers) else ""
        print(f"{count(len(new), 'decision')} added to {NAME}{known}; `python -m generator build` applies them")
        return 0
    if not sys.stdin.isatty():
        for number, evidence in enumerate(survey.uncertain if not arguments.themes else (), 1):
            print("\n".join(question(survey, evidence, number, len(survey.uncertain))))
        if arguments.themes:
            print("\n".join(f"{row['ref']}  {row['now']} ({row['scores']})  {row['title']}" for row in theme_rows(survey)))
        print("Answer on a terminal, or with --export and --import.")
        return 0
    answers = ask_themes(survey, input) if arguments.themes else ask_pairs(survey, input)
    keep(project, answers)
    print(f"{count(len(answers), 'decision')} added to {NAME}")
    return 0


def unknown(answers: Sequence[Answer], decisions: Decisions) -> list[Answer]:
    """The answers, each once, without those that the file gives already: what they decide counts, not the reason given."""
    seen: set[tuple[object, ...]] = {("same" if one.same else "not-same", frozenset(one.refs)) for one in decisions.pairings}
    seen |= {("themes", one.ref, one.primary, one.secondary or ()) for one in decisions.themes}
    new = []
    for answer in answers:
        if decided(answer) not in seen:
            seen.add(decided(answer))
            new.append(answer)
    return new


def decided(answer: Answer) -> tuple[object, ...]:
    """What an answer decides, without its reason; equal for two records named in either order."""
    entry: dict[str, Any] = answer.entry
    if answer.section == "themes":
        return "themes", entry["ref"], entry.get("primary"), tuple(entry.get("secondary", ()))
    return answer.section, frozenset(entry["refs"])


def keep(project: Path, answers: Sequence[Answer]) -> None:
    """Add the answers to `decisions.yml`, replacing the file at once."""
    file = project / NAME
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    for section in dict.fromkeys(answer.section for answer in answers):
        text = with_entries(text, section, [answer.entry for answer in answers if answer.section == section])
    if answers:
        interim = file.with_name(".decisions.yml.part")
        interim.write_text(text, encoding="utf-8")
        os.replace(interim, file)


def ask_pairs(survey: Survey, ask: Ask) -> list[Answer]:
    """Go through the uncertain pairs, most uncertain first. An empty answer leaves one open, q ends."""
    if not survey.uncertain:
        print("No pair is uncertain.")
    answers: list[Answer] = []
    for number, evidence in enumerate(survey.uncertain, 1):
        print("\n".join(question(survey, evidence, number, len(survey.uncertain))))
        given = _ask(ask, "One work? [s]ame, [n]ot the same, Enter to leave it open, [q]uit: ", ("s", "n", "", "q"))
        if given == "q":
            break
        if given in ANSWERS:
            answers.append(Answer(ANSWERS[given], {"refs": [str(evidence.left), str(evidence.right)], "why": "reviewed"}))
    return answers


def question(survey: Survey, evidence: Evidence, number: int, total: int) -> list[str]:
    """Two records side by side, and what speaks for and against their being one work."""
    left, right = (_record(survey, origin) for origin in (evidence.left, evidence.right))
    rows = [("", str(evidence.left), str(evidence.right))]
    rows += [(name, _shown(left, name), _shown(right, name)) for name in ("title", "authors", "year", "venue", "identifiers", "abstract")]
    lines = [f"\n{number} of {total}"]
    for name, one, other in rows:
        if one or other:
            ones, others = _wrapped(one), _wrapped(other)
            for index in range(max(len(ones), len(others))):
                first, second = (column[index] if index < len(column) else "" for column in (ones, others))
                lines.append(f"  {name if index == 0 else '':<12}{first:<48}  {second}")
    return [*lines, *pair(evidence)]


def ask_themes(survey: Survey, ask: Ask) -> list[Answer]:
    """Go through the works whose theme is unsure, most unsure first. The likeliest themes are offered by number."""
    rows = theme_rows(survey)
    if not rows:
        print("No theme is unsure.")
    answers: list[Answer] = []
    for number, row in enumerate(rows, 1):
        offered = _offered(survey, row)
        print(f"\n{number} of {len(rows)}  {row['title']}\n{textwrap.fill(row['abstract'], READABLE)}\n  now {row['now'] or 'none'}")
        print("\n".join(f"  {place}  {theme} ({score:.2f}): {survey.taxonomy.by_id[theme].title}" for place, (theme, score) in enumerate(offered, 1)))
        given = _theme_answer_from(survey, ask, [theme for theme, _ in offered], bool(row["now"]))
        if given == "q":
            break
        primary = row["now"] if given == "k" else given
        if primary:
            answers.append(Answer("themes", {"ref": row["ref"], "primary": primary, "why": "reviewed"}))
    return answers


def _offered(survey: Survey, row: dict[str, str]) -> tuple[tuple[str, float], ...]:
    key = next(key for key in survey.placements if stable_reference(survey, key) == row["ref"])
    return survey.placements[key].scores[:OFFERED]


def _theme_answer_from(survey: Survey, ask: Ask, offered: Sequence[str], may_keep: bool) -> str:
    """A theme id, `k`, `q` or "" (left open), asked until it is one of them; the end of the input is `q`."""
    numbers = f"[1-{len(offered)}], " if len(offered) > 1 else "[1], " if offered else ""
    prompt = f"{numbers}a theme id or its beginning, {'[k]eep, ' if may_keep else ''}Enter to leave it open, [q]uit: "
    while True:
        try:
            given = ask(prompt).strip().casefold()
        except (EOFError, KeyboardInterrupt):  # what was answered before counts
            return "q"
        if given in ("", "q") or (given == "k" and may_keep) or given in survey.taxonomy.by_id:
            return given
        if given.isdecimal() and 0 < int(given) <= len(offered):
            return offered[int(given) - 1]
        begun = [theme for theme in survey.taxonomy.by_id if theme.startswith(given)]
        if len(begun) == 1 and len(given) >= LEAST:
            print(f"  {begun[0]}: {survey.taxonomy.by_id[begun[0]].title}")
            return begun[0]
        if begun:
            more = f" and {len(begun) - OFFERED} more" if len(begun) > OFFERED else ""
            print(f"  `{given}` begins {', '.join(begun[:OFFERED])}{more}: write more of the one you mean")
        else:
            near = nearest(given, survey.taxonomy.by_id, OFFERED)
            print(f"  there is no theme `{given}`" + (f"; did you mean {' or '.join(near)}?" if near else "; write a number, or the beginning of a theme id"))


def pair_rows(survey: Survey) -> list[dict[str, str]]:
    """The uncertain pairs as rows of a table."""
    rows = []
    for evidence in survey.uncertain:
        row = {"answer": "", "why": "", "left": str(evidence.left), "right": str(evidence.right), "probability": f"{evidence.probability:.3f}"}
        for side, origin in (("left", evidence.left), ("right", evidence.right)):
            row |= {f"{side}_{name}": _shown(_record(survey, origin), name) for name in ("title", "authors", "year")}
        row["evidence"] = "; ".join(f"{weight:+.1f} {what}: {found}" for what, found, weight in evidence.reasons)
        rows.append(row)
    return rows


def theme_rows(survey: Survey) -> list[dict[str, str]]:
    """The works whose theme the method is unsure of, most unsure first, as rows of a table."""
    unsure = [(key, p) for key, p in survey.placements.items() if (p.unsure or not p.primary) and p.decided_by != "decision"]
    unsure.sort(key=lambda pair: (pair[1].scores[0][1] if pair[1].scores else 0.0, pair[0]))
    return [
        {
            "primary": "",
            "secondary": "",
            "why": "",
            "ref": stable_reference(survey, key),
            "title": survey.works[key].title,
            "now": placement.primary or "",
            "runner_up": placement.runner_up or "",
            "scores": ", ".join(f"{theme} {score:.2f}" for theme, score in placement.scores[:3]),
            "abstract": survey.works[key].abstract,
        }
        for key, placement in unsure
    ]


def stable_reference(survey: Survey, key: str) -> str:
    """A reference that survives rebuilds: an identifier if the work has one, else its key."""
    identifiers = survey.works[key].identifiers
    return f"{identifiers[0].scheme}:{identifiers[0].value}" if identifiers else f"key:{key}"


def read_table(file: Path, survey: Survey) -> list[Answer]:
    """The answers of a filled-in table (either kind; a comma or a semicolon between cells). Raises InputError with the line."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise at_fault(f"cannot be read: {error.strerror}", str(file)) from error
    except UnicodeDecodeError as error:
        raise at_fault("is not UTF-8 text", str(file), hint="save the table as CSV in UTF-8") from error
    first = text.split("\n", 1)[0]
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if first.count(";") > first.count(",") else ",")
    names = set(reader.fieldnames or ())
    if {"answer", "left", "right"} <= names:
        return [answer for row in reader for answer in _pair_answer(row, file, reader.line_num)]
    if {"primary", "ref"} <= names:
        return [answer for row in reader for answer in _theme_answer(row, file, reader.line_num, survey)]
    raise at_fault("is not a table of this command", str(file), 1, "make one with --export")


def _pair_answer(row: dict[str, str | None], file: Path, line: int) -> list[Answer]:
    given = (row["answer"] or "").strip().lower()
    section = {"same": "same", "s": "same", "yes": "same", "not-same": "not-same", "not same": "not-same", "n": "not-same", "no": "not-same", "": ""}.get(given)
    if section is None:
        raise at_fault(f"`{given}` is no answer", str(file), line, "write same, not-same, or nothing")
    return [Answer(section, {"refs": [row["left"], row["right"]], "why": (row.get("why") or "").strip() or "reviewed"})] if section else []


def _theme_answer(row: dict[str, str | None], file: Path, line: int, survey: Survey) -> list[Answer]:
    primary = (row["primary"] or "").strip()
    secondary = [name.strip() for name in (row.get("secondary") or "").replace(";", ",").split(",") if name.strip()]
    for name in (primary, *secondary):
        if name and name not in survey.taxonomy.by_id:
            close = nearest(name, survey.taxonomy.by_id)
            raise at_fault(f"there is no theme `{name}`", str(file), line, f"did you mean {' or '.join(close)}?" if close else "")
    if not primary and not secondary:
        return []
    entry: dict[str, object] = {"ref": row["ref"], **({"primary": primary} if primary else {}), **({"secondary": secondary} if secondary else {})}
    return [Answer("themes", {**entry, "why": (row.get("why") or "").strip() or "reviewed"})]


def _csv(columns: Sequence[str], rows: Sequence[dict[str, str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    # A spreadsheet would run a cell that starts with one of these as a formula.
    writer.writerows([[f"'{row[name]}" if row[name][:1] in tuple("=+-@\t\r") else row[name] for name in columns] for row in rows])
    return out.getvalue()


def _ask(ask: Ask, prompt: str, allowed: tuple[str, ...]) -> str:
    while True:
        try:
            given = ask(prompt).strip().lower()[:1]
        except (EOFError, KeyboardInterrupt):  # what was answered before counts
            return "q"
        if given in allowed:
            return given


def _record(survey: Survey, origin: Origin) -> Record:
    readings = (*survey.readings, *survey.enriching)
    return next((record for reading in readings for record in reading.records if record.origin == origin), Record(origin))


def _shown(record: Record, name: str) -> str:
    value = getattr(record, name)
    if name == "authors":
        return "; ".join(author.as_last_first for author in value)
    if name == "identifiers":
        return ", ".join(f"{i.scheme}:{i.value}" for i in value)
    text = " ".join(str(value or "").split())
    return text if len(text) <= 400 else f"{text[:400]}…"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, 46) or [""]
