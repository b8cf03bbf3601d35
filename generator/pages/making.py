"""Making the pages: every task whose input changed since the last build, in two processes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from generator.cache.tasks import Tasks
from generator.cache.watched import Look, recorded
from generator.errors import InputError
from generator.language import speaking, spoken
from generator.pages.site import Site
from generator.project.box import read
from generator.project.journal import digest
from generator.project.paths import GENERATED_LIMIT
from generator.stages import UNWATCHED, Stages
from generator.two_processes import in_two_processes
from generator.writer import Content, Standing

Made = list[tuple[str, "str | bytes"]]  # (path below docs/, content)


class Task(NamedTuple):
    """A named task that makes some pages; it depends on what it looks at and on `key`."""

    name: str
    function: Callable[[], Made]
    key: Any = None


_MANY = 50  # tasks from which a second process is worth starting


@dataclass(frozen=True, slots=True)
class _Result:
    name: str
    pages: Made
    looks: frozenset[Look]


def tasks_of(kinds: Iterable[ModuleType], site: Site) -> Iterator[Task]:
    """The tasks of some kinds of pages: each kind as a whole, or in its parts if it has any."""
    for kind in kinds:
        name = kind.__name__.rpartition(".")[2]
        if hasattr(kind, "parts"):
            for part, function in kind.parts(site):
                yield Task(f"{name} {part}", function)
        else:
            yield Task(name, partial(_all, kind, site))


def texts_of(kind: ModuleType, site: Site) -> dict[str, str]:
    """All pages of a kind that consist of text: path below docs/ to text."""
    made_pages = (page for task in tasks_of([kind], site) for page in task.function())
    return {path: content for path, content in made_pages if isinstance(content, str)}


def made(
    tasks: Tasks,
    wanted: Sequence[Task | Callable[[], Task]],
    apart: Collection[str] = (),
    stages: Stages = UNWATCHED,
    encoded: bool = False,
) -> Iterator[tuple[str, Content]]:
    """(path below docs/, content) of all pages of some tasks, in their order; only those that are stale are made.

    Args:
        wanted: the tasks; a function gives one that is known only when those before it are done.
        apart: the names of those that a second process makes where many are stale.
        encoded: whether texts become bytes at once. As text they take two bytes a letter, and are encoded once more
            when they are written, which counts where they are hundreds of megabytes.
    """
    stale = [task for task in wanted if isinstance(task, Task) and not tasks.is_valid(task.name, task.key)]
    stages.begin("Making pages", len(stale))
    keep, apart = tasks.is_kept, apart if len(stale) >= _MANY else ()
    first = [task for task in stale if task.name not in apart]
    second = [task for task in stale if task.name in apart]
    both = in_two_processes(
        lambda: _run(first, keep, stages, encoded), lambda: _run(second, keep, stages, encoded), bool(second)
    )
    done = {result.name: result for results in both for result in results}
    for task in wanted:
        if not isinstance(task, Task):
            yield from made(tasks, [task()])
            continue
        if task.name not in done:
            yield from _standing(tasks, task)
            continue
        pages = done[task.name].pages
        sizes = tuple((path, size_of(content)) for path, content in pages)
        tasks.note(task.name, sizes, done[task.name].looks, task.key)
        yield from pages


def as_it_is(project: Path, path: str, content: Content) -> str | bytes:
    """The content of a file (a path relative to the project), read from the disk if it is there."""
    if not isinstance(content, Standing):
        return content
    try:
        found = read(project, path, GENERATED_LIMIT)
    except InputError:
        found = None
    return found if found is not None and digest(found) == content.digest else content.make()


def size_of(content: Content) -> int:
    """How many bytes a file has, without a look at the disk."""
    if isinstance(content, Standing):
        return content.size
    return len(content) if isinstance(content, bytes) or content.isascii() else len(content.encode())


def checksum(files: Mapping[str, str | bytes]) -> str:
    """A checksum of files by path and content."""
    whole = hashlib.sha256()
    for path, content in files.items():
        held = content.encode() if isinstance(content, str) else content
        whole.update(f"{path} {digest(held)}\n".encode())
    return whole.hexdigest()


def _all(kind: ModuleType, site: Site) -> Made:
    return list(kind.pages(site))


def _run(tasks: Sequence[Task], keep: bool, stages: Stages, encoded: bool) -> list[_Result]:
    results = []
    for task in tasks:
        pages, looks = recorded(task.function) if keep else (task.function(), frozenset())
        if encoded:
            pages = [(path, content.encode() if isinstance(content, str) else content) for path, content in pages]
        results.append(_Result(task.name, pages, looks))
        stages.step()
    return results


def _standing(tasks: Tasks, task: Task) -> Iterator[tuple[str, Content]]:
    again = _Once(task.function)
    for path, size in tasks.reuse(task.name):
        yield path, Standing(tasks.before.files.get(f"docs/{path}", ""), partial(again, path), size)


class _Once:
    """The pages of a task, made when the first of them is asked for."""

    def __init__(self, function: Callable[[], Made]) -> None:
        self._function, self._language = function, spoken()
        self._pages: dict[str, str | bytes] = {}

    def __call__(self, path: str) -> str | bytes:
        if not self._pages:
            with speaking(self._language):
                self._pages = dict(self._function())
        return self._pages[path]
