"""`links`: the addresses in the survey, and which of them lead nowhere. Exit code 1 if one does."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from generator import pipeline
from generator.cli import add_project
from generator.commands.progress import progress
from generator.pages.outward import outward
from generator.pages.site import Site
from generator.project.opening import open_project
from generator.services.link_check import asked, counted_verdicts
from generator.survey import Survey
from generator.text.escape import safe_url


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `links`."""
    add_project(parser)
    parser.add_argument("--list", action="store_true", help="list the addresses and ask nobody")


def run(arguments: argparse.Namespace) -> int:
    """Ask, and print what is dead, then what could not be determined. Returns 1 if an address is dead."""
    project: Path = arguments.project
    open_project(project)
    with progress() as stages:
        survey = pipeline.survey_of(project, stages)
        places: dict[str, str] = {}
        for key, address in addresses(survey):
            places.setdefault(address, key)
        if arguments.list:
            print("\n".join(f"{key}  {address}" for address, key in places.items()))
            return 0
        stages.begin("Asking addresses", len(places))
        answers = asked(places, stages.reach)
    for verdict in ("dead", "unknown"):
        for answer in answers.values():
            if answer.verdict == verdict:
                print(f"{verdict:<8} {places[answer.address]}  {answer.address}  ({answer.reason})")
    counts = counted_verdicts(answers)
    asked_for = f"{len(places):,} address{'' if len(places) == 1 else 'es'}"
    print(f"{asked_for}: {counts['alive']:,} answer, {counts['dead']:,} dead, {counts['unknown']:,} not known")
    return 1 if counts["dead"] else 0


def addresses(survey: Survey) -> Iterator[tuple[str, str]]:
    """(citation key, address) of everything on the web that the survey's pages lead to."""
    repositories = Site(survey).extracts.repositories
    for key, work in survey.works.items():
        for _, address, _ in outward(work, repositories[key]):
            if safe := safe_url(address):
                yield key, safe
