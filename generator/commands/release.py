"""`release`: freeze the survey as an edition that stays at its address and can be cited and archived."""

from __future__ import annotations

import argparse
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from generator import pages, pipeline
from generator.calling import program
from generator.cli import add_project
from generator.config.settings_text import with_setting
from generator.editions.edition import is_edition_name
from generator.editions.file import path_of, read_editions, written
from generator.editions.today import edition_of
from generator.errors import at_fault, refuse
from generator.project.box import exists, read_text
from generator.project.opening import alone, open_project
from generator.project.paths import EDITIONS, SETTINGS
from generator.project.placing import place
from generator.project.undoing import put_back_unless_done
from generator.releasing.archive import FOLDER, archive, archive_name, zenodo
from generator.releasing.repository import check_ready, commit_and_tag, is_repository
from generator.survey import Survey
from generator.text.counting import counted
from generator.website.build import build_site
from generator.writer import write


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `release`."""
    add_project(parser)
    parser.add_argument("name", metavar="NAME", help="what the edition is called, such as 2026.1")
    parser.add_argument("--date", default="", help="the day of the release, YYYY-MM-DD (default: today)")
    parser.add_argument("--doi", default="", help="its DOI; for an edition that is released, only this is noted")
    parser.add_argument("--no-git", action="store_true", help="neither commit nor tag it")
    parser.add_argument("--no-archive", action="store_true", help="make no zip file for archiving")


def run(arguments: argparse.Namespace) -> int:
    """Release the edition. Returns 0; if that is impossible, raises InputError and leaves everything as it was."""
    project: Path = arguments.project
    name: str = arguments.name
    open_project(project)
    if not is_edition_name(name):
        raise at_fault(
            f"`{name}` cannot be the name of an edition", hint="letters, digits, full stops, hyphens: 2026.1"
        )
    with alone(project):
        if exists(project, path_of(name)):
            return _noted(project, name, arguments.doi)
        day = arguments.date or datetime.now(UTC).date().isoformat()
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", day):
            raise at_fault(f"--date: `{day}` is not a date", hint="write it as YYYY-MM-DD")
        in_git = not arguments.no_git and is_repository(project)
        if in_git:
            check_ready(project, _tag(name))
        with put_back_unless_done(project, (SETTINGS, path_of(name))):
            survey = _released(project, name, day, arguments.doi)
            steps = [] if arguments.no_archive else _archived(project, survey)
        if in_git:
            commit_and_tag(project, name, _tag(name))
            steps.append(f"git push --follow-tags   # the tag {_tag(name)} goes with it")
    print(f"Released {name}: {counted(len(survey.works))}, at v/{name}/ of the website")
    print("\n".join(["Next:", *(f"  {step}" for step in steps)]) if steps else "")
    return 0


def _released(project: Path, name: str, day: str, doi: str) -> Survey:
    """Write the edition, and build with it."""
    text = read_text(project, SETTINGS) or ""
    place(project, SETTINGS, with_setting(with_setting(text, "version", name), "date", day).encode())
    survey = pipeline.survey_of(project)
    refuse(survey.problems, strict=False)
    place(project, path_of(name), written(edition_of(survey, name, doi)))
    survey = replace(survey, editions=read_editions(project))
    files, problems = pages.render(survey, project, to_write=True)
    refuse(problems, strict=False)
    write(project, files)
    return survey


def _archived(project: Path, survey: Survey) -> list[str]:
    """Build the website, write the archive, and return what to do with it."""
    edition = survey.editions[-1]
    if build_site(project, strict=False):
        return [f"the website could not be built, so there is no archive: `{program()} build --site` says why"]
    name = archive_name(survey.settings, edition)
    content = archive(project, survey.settings, edition)
    place(project, f"{FOLDER}/{name}.zip", content)
    place(project, f"{FOLDER}/{name}.zenodo.json", zenodo(survey.settings, edition))
    later = f"{program()} release {edition.name} --doi 10.5281/zenodo.…"
    return [
        f"upload {FOLDER}/{name}.zip ({len(content) / 1e6:.1f} MB) to https://zenodo.org, "
        f"with what {name}.zenodo.json says",
        f"{later}   # when it has a DOI",
    ]


def _noted(project: Path, name: str, doi: str) -> int:
    """Note the DOI of a released edition. Raises InputError without one: an edition is released only once."""
    if not doi:
        raise at_fault("is released already", path_of(name), hint="choose another name; an edition does not change")
    (edition,) = (one for one in read_editions(project) if one.name == name)
    place(project, path_of(name), written(replace(edition, doi=doi)))
    print(f"Noted    {doi} in {EDITIONS}/{name}.json; `{program()} build` shows it")
    return 0


def _tag(name: str) -> str:
    return name if name.startswith("v") else f"v{name}"
