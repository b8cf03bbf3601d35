"""`export`: the bibliography, or part of it, in the format that an author needs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.bibliography.bibtex import bibtex
from generator.bibliography.entry import entry_of
from generator.bibliography.export import exported, format_named, formats, with_columns
from generator.bibliography.latex import letters_as_codes, letters_in_latin
from generator.bibliography.latex_classes import CLASSES
from generator.bibliography.styles import as_text
from generator.bibliography.transliteration import scripts
from generator.cli import add_project
from generator.commands.knowing import survey_for
from generator.commands.progress import progress
from generator.errors import at_fault
from generator.papers.paper import DOCUMENTS, LATEX, paper
from generator.project.opening import open_project
from generator.project.placing import place_outside
from generator.survey import Survey
from generator.text.compare import SUGGESTED, did_you_mean, nearest, suggestion, words
from generator.works import Work

_SHOWN_LETTERS = 12  # formats without a command of their own


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `export`."""
    add_project(parser)
    parser.add_argument(
        "--format", required=True, metavar="NAME", type=_format, help=f"one of: {', '.join([*formats(), *DOCUMENTS])}"
    )
    parser.add_argument(
        "--theme",
        action="append",
        default=[],
        metavar="ID",
        help="only works whose first theme this is, as in its downloads (may be given again)",
    )
    parser.add_argument(
        "--year",
        action="append",
        default=[],
        metavar="YEAR",
        help="only works of this year, or of years as in 2020-2023 (may be given again)",
    )
    parser.add_argument(
        "--query",
        default="",
        metavar="WORDS",
        help="only works that have all these words in title, authors, venue, abstract, key or identifiers",
    )
    parser.add_argument(
        "--style",
        default="",
        metavar="NAME",
        help="for --format text: apa, ieee, acm, chicago, or any CSL style by name",
    )
    parser.add_argument(
        "--class",
        dest="class_name",
        default=None,
        choices=CLASSES,
        help="for --format latex: the document class (default: article)",
    )
    parser.add_argument(
        "--output",
        type=Path,
        metavar="PATH",
        help="a file, or a folder for documents and for bibliographies of several files (default: print)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print or write the export. Returns 0; raises InputError for anything that does not exist."""
    open_project(arguments.project)
    if arguments.style and arguments.format != "text":
        raise at_fault("--style goes with --format text")
    if arguments.class_name and arguments.format != LATEX:
        raise at_fault("--class goes with --format latex")
    form = None if arguments.format in DOCUMENTS else format_named(arguments.format, DOCUMENTS)
    with progress() as stages:
        survey = survey_for(arguments.project, stages)
    works = chosen(survey, arguments.theme, arguments.year, arguments.query)
    if not works:
        print("no work of the survey matches", file=sys.stderr)
    if form is None:
        files = paper(survey, works, arguments.format, arguments.class_name or "article")
        if arguments.format == LATEX:
            written = [content for content in files.values() if isinstance(content, str)]
            _tell_letters(written, (bibtex(map(entry_of, works)), *survey.overviews.values()))
        return _write_folder(files, arguments.output or Path(arguments.format))
    if arguments.style:
        return _write_one(as_text(works, arguments.style), arguments.output)
    texts = exported(with_columns(form, survey.columns), works, "survey", survey.settings.title)
    if arguments.format == "bibtex-ascii":
        _tell_letters(texts.values(), (bibtex(map(entry_of, works)),))
    if len(texts) == 1:
        return _write_one(next(iter(texts.values())), arguments.output)
    if arguments.output is None:
        raise at_fault(f"the export has {len(texts)} files, each below 50 MB", hint="give --output FOLDER")
    return _write_folder(texts, arguments.output)


def chosen(survey: Survey, themes: list[str], years: list[str], query: str) -> list[Work]:
    """The works whose primary theme is one of `themes`, from one of the years, that have all words of the query."""
    for theme in themes:
        if theme not in survey.taxonomy.by_id:
            close = nearest(theme, survey.taxonomy.by_id)
            raise at_fault(
                f"there is no theme `{theme}`",
                hint=suggestion(close, "known: " + ", ".join(survey.taxonomy.by_id), str),
            )
    wanted_years = {year for text in years for year in _years(text)}
    wanted_words = words(query)
    if query and not wanted_words:
        raise at_fault(f"the query `{query}` has no word in it")
    found = []
    for key, work in survey.works.items():
        if themes and survey.placements[key].primary not in themes:
            continue
        if wanted_years and work.year not in wanted_years:
            continue
        if wanted_words:
            names = " ".join(name.as_first_last for name in work.authors)
            text = set(
                words(
                    " ".join((work.title, names, work.venue, work.abstract, key, *(i.value for i in work.identifiers)))
                )
            )
            if not all(word in text for word in wanted_words):
                continue
        found.append(work)
    return found


def _tell_letters(files: Iterable[str], texts: Iterable[str]) -> None:
    """Report which letters ASCII files write differently, because classic LaTeX has no command for them."""
    instead = {
        "are written in Latin letters": [letter for text in texts for letter in letters_in_latin(text)],
        "stand as codes such as U+1F600": [letter for text in files for letter in letters_as_codes(text)],
    }
    for written, letters in instead.items():
        if letters:
            some = "".join(dict.fromkeys(letters))[:_SHOWN_LETTERS]
            print(
                f"note: {len(letters):,} letters ({', '.join(scripts(letters))}: {some}) have no command in classic "
                f"LaTeX and {written}; for them, take the UTF-8 file (--format bibtex) with biber, "
                "and LuaLaTeX or XeLaTeX",
                file=sys.stderr,
            )


def _format(name: str) -> str:
    if name not in formats() and name not in DOCUMENTS:
        hint = did_you_mean(name, [*formats(), *DOCUMENTS], count=SUGGESTED)
        raise argparse.ArgumentTypeError(f"there is no export format `{name}`; {hint}")
    return name


def _years(text: str) -> range:
    first, _, last = text.partition("-")
    if not first.strip().isdigit() or (last and not last.strip().isdigit()):
        raise at_fault(f"`{text}` is not a year", hint="write 2023, or 2020-2023")
    if last and int(last) < int(first):
        raise at_fault(f"`{text}` ends before it begins", hint=f"write {last.strip()}-{first.strip()}")
    return range(int(first), int(last or first) + 1)


def _write_one(text: str, output: Path | None) -> int:
    if output is None:
        sys.stdout.write(text)
    else:
        place_outside(output, text.encode("utf-8"))
    return 0


def _write_folder(files: Mapping[str, str | bytes], folder: Path) -> int:
    for name, content in files.items():
        place_outside(folder / name, content.encode("utf-8") if isinstance(content, str) else content)
    print(f"Wrote {', '.join(files)} into {folder}")
    return 0
