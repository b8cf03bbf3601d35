"""What a release needs from git: that nothing is half done and, at the end, a commit and a tag. It never pushes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.errors import at_fault
from generator.project.paths import BIB, CITATION, MKDOCS
from generator.starting.surroundings import git

RELEASED = (BIB, MKDOCS, CITATION)  # what a release commits
_NAMED = 3  # changed files that a message names


def is_repository(project: Path) -> bool:
    """Whether git keeps the project."""
    return git(project, "rev-parse", "--is-inside-work-tree") == "true"


def check_ready(project: Path, tag: str) -> None:
    """Raises InputError if something is not committed, or the tag already exists."""
    changed = git(project, "status", "--porcelain", "--", ".")
    if changed is None:
        raise at_fault("git cannot tell what has changed", str(project), hint="`git status` says why; or --no-git")
    if changed:
        names = [line[3:] for line in changed.splitlines()]
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        message = f"holds changes that are not committed: {', '.join(names[:_NAMED])}{more}"
        raise at_fault(message, str(project), hint="commit them first, or release with --no-git")
    if git(project, "rev-parse", "--verify", "--quiet", f"refs/tags/{tag}") is not None:
        raise at_fault(f"git has a tag {tag} already", str(project), hint="choose another name")


def commit_and_tag(project: Path, name: str, tag: str) -> None:
    """Commit what the release changed, and tag it. Raises InputError where git refuses."""
    present = [path for path in RELEASED if (project / path).exists()]
    _asked(project, "add", "--", *present)
    _asked(project, "commit", "--quiet", "--message", f"Edition {name}", "--", *present)
    _asked(project, "tag", "--annotate", tag, "--message", f"Edition {name}")


def _asked(project: Path, *words: str) -> None:
    if git(project, *words) is None:
        shown: Sequence[str] = words[:1]
        hint = f"the edition is in {BIB}/editions; run `git {shown[0]}` yourself to see why"
        raise at_fault(f"git refused to {shown[0]} the edition", str(project), hint=hint)
