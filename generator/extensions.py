"""What other people's packages add: readers, exports, checks and figures, found through entry points.

A package names them in its `pyproject.toml`; CONTRIBUTING.md shows one of each:

    [project.entry-points."survey_generator.readers"]
    my-database = "my_package:READER"

What each group holds:
- `survey_generator.readers`: a `generator.sources.registry.Reader`, asked before this program's own;
- `survey_generator.exports`: a `generator.bibliography.export.Format`, for `export --format` and the downloads;
- `survey_generator.checks`: a `generator.checks.finding.Check`;
- `survey_generator.figures`: a `generator.figures.figure.SurveyFigure`, shown on the timeline's page.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, TypeVar, get_args

from generator.errors import at_fault

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

Group = Literal["readers", "exports", "checks", "figures"]
Part = TypeVar("Part")
REMEDY = "update or uninstall the package"
_GROUPS = "survey_generator."


@cache
def is_extended() -> bool:
    """Whether another package adds readers, exports, checks or figures.

    Every command asks this. The library that reads entry points takes long to load, so the files that state them are
    looked at first; where a package may stand in an archive, the library is asked.
    """
    folders = [folder or "." for folder in sys.path]
    if any(map(os.path.isfile, folders)):
        from importlib.metadata import entry_points

        return any(group.startswith(_GROUPS) for group in entry_points().groups)
    return any(_GROUPS.encode() in stated for folder in folders for stated in _entry_points(folder))


def _entry_points(folder: str) -> list[bytes]:
    """What the packages installed in a folder state as their entry points."""
    try:
        packages = [name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info"))]
    except OSError:
        return []
    found = []
    for name in packages:
        path = os.path.join(folder, name, "entry_points.txt")
        if os.path.isfile(path):
            with open(path, "rb") as stream:
                found.append(stream.read())
    return found


@dataclass(frozen=True, slots=True)
class Extension:
    """One part that another package adds.

    Attributes:
        name: of its entry point.
        package: that states it.
        part: what it points to.
    """

    name: str
    package: str
    part: Any


@cache
def extensions(group: Group) -> tuple[Extension, ...]:
    """What each entry point of a group adds, by name. Raises InputError for one that cannot be loaded."""
    if not is_extended():
        return ()
    from importlib.metadata import entry_points

    found = sorted(entry_points(group=f"{_GROUPS}{group}"), key=lambda point: (point.name, point.value))
    return tuple(Extension(point.name, _package(point), _loaded(point)) for point in found)


def packages() -> tuple[str, ...]:
    """The packages that add something to this program, by name."""
    if not is_extended():
        return ()
    from importlib.metadata import entry_points

    groups = [f"{_GROUPS}{group}" for group in get_args(Group)]
    return tuple(sorted({_package(point) for group in groups for point in entry_points(group=group)}))


def with_extensions(own: Mapping[str, Part], group: Group, kind: type[Part] | None = None) -> dict[str, Part]:
    """`own` by name, followed by what other packages add.

    Args:
        own: what this program brings.
        group: of entry points.
        kind: the class that each must be an instance of; None for functions.

    Raises:
        InputError: one cannot be loaded, is of another kind, or has a name that is taken.
    """
    everything = dict(own)
    for one in extensions(group):
        adds = f"the package {one.package} adds `{one.name}` to the {group}"
        if one.name in everything:
            raise at_fault(f"{adds}, which there is already", hint=REMEDY)
        if not (isinstance(one.part, kind) if kind else callable(one.part)):
            raise at_fault(f"{adds}, which is not of type {kind.__name__ if kind else 'function'}", hint=REMEDY)
        everything[one.name] = one.part
    return everything


def _package(point: EntryPoint) -> str:
    return point.dist.name if point.dist else point.module


def _loaded(point: EntryPoint) -> Any:
    try:
        return point.load()
    except Exception as error:  # whatever goes wrong in another package
        raise at_fault(
            f"the package {_package(point)} cannot be used: `{point.value}`: {error}", hint=REMEDY
        ) from error
