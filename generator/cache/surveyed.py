"""The survey of the last build, whole, for commands that only ask about it."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cache import sealed
from generator.cache.packed import packed
from generator.cache.unchanged import Seen, look
from generator.cache.unpacked import unpacked
from generator.cache.version import version

if TYPE_CHECKING:
    from generator.survey import Survey

_NAME = "survey"


def keep(project: Path, seen: Seen, survey: Survey) -> None:
    """Keep the survey that a project gives whose state is `seen`. One that cannot be kept is no error."""
    try:
        content = packed(replace(survey))  # without what pages found out meanwhile
    except (pickle.PicklingError, AttributeError, TypeError, RecursionError):
        sealed.forget(project, _NAME)
        return
    sealed.keep(project, _NAME, _head(seen) + content)


def known(project: Path) -> Survey | None:
    """The survey that the project gives, if the last build found it and nothing that it reads has changed since."""
    content = sealed.kept(project, _NAME)
    if content is None:
        return None
    seen = look(project)
    if not seen.read or not content.startswith(_head(seen)):
        return None
    found: Survey = unpacked(content[len(_head(seen)) :])
    return found


def _head(seen: Seen) -> bytes:
    return f"{version()} {seen.read}\n".encode()
