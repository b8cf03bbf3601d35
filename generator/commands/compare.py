"""`compare`: what changes from one state of a survey to another, in words."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import pages, pipeline
from generator.checks.finding import Finding
from generator.checks.material import read_material
from generator.checks.run import chosen, findings
from generator.cli import add_project
from generator.editions.differences import Differences, differences
from generator.editions.edition import Edition
from generator.editions.file import read_editions
from generator.editions.today import edition_of
from generator.editions.wording import in_markdown, in_plain_text
from generator.errors import at_fault
from generator.project.opening import open_project
from generator.project.paths import BIB
from generator.starting.surroundings import git
from generator.text import escape
from generator.text.counting import counted

_LONGEST = 60_000  # characters: a comment on GitHub has at most 65,536


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `compare`."""
    add_project(parser)
    parser.add_argument(
        "old",
        metavar="OLD",
        help="a survey's folder (`git worktree add` makes one of a commit), or the name of an edition of the project",
    )
    parser.add_argument("new", metavar="NEW", nargs="?", default="", help="likewise (default: the project as it is)")
    parser.add_argument("--format", choices=("text", "markdown"), default="text", help="default: text")
    parser.add_argument("--most", type=int, default=20, help="lines of each kind (default: 20)")
    parser.add_argument("--no-findings", action="store_true", help="do not run the checks on both")


@dataclass(frozen=True, slots=True)
class State:
    """A survey at one time: as an edition, with the findings of the checks, and whether it was released."""

    edition: Edition
    findings: tuple[Finding, ...] | None = None


def run(arguments: argparse.Namespace) -> int:
    """Print what changes. Returns 0; raises InputError if either is not a survey."""
    project: Path = arguments.project
    old = state_of(arguments.old, project, not arguments.no_findings)
    new = state_of(arguments.new or str(project), project, not arguments.no_findings)
    print(report(old, new, arguments.format == "markdown", arguments.most))
    return 0


def state_of(name: str, project: Path, with_findings: bool) -> State:
    """The state that a person named. Raises InputError with the editions that exist."""
    folder = Path(name)
    if (folder / BIB).is_dir():
        return _state(folder, with_findings)
    open_project(project)
    editions = {edition.name: edition for edition in read_editions(project)}
    if name not in editions:
        known = f"the editions are {', '.join(editions)}" if editions else "the project has no edition yet"
        if git(project, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"):
            known = f"for a state in git, type `git worktree add ../before {name}`, and give ../before here"
        raise at_fault(f"`{name}` is neither a survey's folder nor an edition", hint=known)
    return State(editions[name])


def _state(folder: Path, with_findings: bool) -> State:
    open_project(folder)
    survey = pipeline.survey_of(folder)
    edition = edition_of(survey)
    if not with_findings:
        return State(edition)
    files, _ = pages.render(survey, folder)
    return State(edition, findings(read_material(survey, folder, files), chosen(survey.settings)))


def report(old: State, new: State, markdown: bool, most: int) -> str:
    """What changes, in words; in the Markdown, nothing from a record is markup."""
    found = differences(old.edition, new.edition)
    before, after = len(old.edition.works), len(new.edition.works)
    size = f"{counted(before)} before, {after:,} now" if before != after else f"{counted(after)}, as before"
    body = _body(found, markdown, most)
    checks = _checks(old, new, markdown, most)
    text = "\n".join(part for part in (f"### What changes\n\n{size}." if markdown else size, body, checks) if part)
    if len(text) > _LONGEST and most > 1:
        return report(old, new, markdown, most // 2)
    return text[:_LONGEST]


def _body(found: Differences, markdown: bool, most: int) -> str:
    if found.is_empty:
        return "\nThe works, their themes, keys and texts are the same." if markdown else "the works are the same"
    return (in_markdown if markdown else in_plain_text)(found, most)


def _checks(old: State, new: State, markdown: bool, most: int) -> str:
    """The findings that are new, and those that are gone; "" if the checks were not run on both."""
    if old.findings is None or new.findings is None:
        return ""
    fresh = _beyond(new.findings, Counter(map(_mark, old.findings)))
    gone = _beyond(old.findings, Counter(map(_mark, new.findings)))
    title = f"{counted(len(fresh), 'finding')} more, {len(gone):,} less"
    lines = [*_listed(fresh, "", markdown, most), *_listed(gone, "no longer: ", markdown, most)]
    return "\n".join([f"\n#### {title}\n" if markdown else title, *lines])


def _listed(found: Sequence[Finding], before: str, markdown: bool, most: int) -> list[str]:
    """A line for each of the first findings, and one for the rest."""
    bullet = "- " if markdown else "  "
    shown = escape.markdown if markdown else str
    lines = [
        f"{bullet}{before}{finding.check.severity}: {shown(f'{finding.found.place}: {finding.found.message}')}"
        for finding in found[:most]
    ]
    return [*lines, f"{bullet}{before}and {len(found) - most:,} more"] if len(found) > most else lines


def _beyond(found: Sequence[Finding], known: Counter[tuple[str, str, str, str]]) -> list[Finding]:
    """The findings that are not among the known ones, each of which counts once."""
    left = Counter(known)
    fresh = []
    for finding in found:
        if left[_mark(finding)]:
            left[_mark(finding)] -= 1
        else:
            fresh.append(finding)
    return fresh


def _mark(finding: Finding) -> tuple[str, str, str, str]:
    """What a finding is known by in both states; its line is no part of it, because lines move."""
    return finding.check.name, finding.found.place.path, finding.found.key, finding.found.message
