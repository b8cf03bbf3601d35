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
from generator.project.set_aside import Laid, SetAside
from generator.stages import UNWATCHED, Stages
from generator.two_processes import in_two_processes
from generator.writer import Content, Standing, Waiting

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
    pages: list[tuple[str, str | bytes | Laid]]
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
    aside: Sequence[SetAside] = (),
) -> Iterator[tuple[str, Content]]:
    """(path below docs/, content) of all pages of some tasks, in their order; only those that are stale are made.

    Args:
        wanted: the tasks; a function gives one that is known only when those before it are done.
        apart: the names of those that a second process makes where many are stale.
        aside: where contents wait for being written, those of this process and those of the second; without it, in
            memory, which hundreds of megabytes would fill.
    """
    stale = [task for task in wanted if isinstance(task, Task) and not tasks.is_valid(task.name, task.key)]
    stages.begin("Making pages", len(stale))
    keep, apart = tasks.is_kept, apart if len(stale) >= _MANY else ()
    first = [task for task in stale if task.name not in apart]
    second = [task for task in stale if task.name in apart]
    mine, theirs = aside or (None, None)
    both = in_two_processes(
        lambda: _run(first, keep, stages, mine), lambda: _run(second, keep, stages, theirs), bool(second)
    )
    placed = zip(both, (mine, theirs), strict=True)
    done = {result.name: (result, place) for results, place in placed for result in results}
    for task in wanted:
        if not isinstance(task, Task):
            yield from made(tasks, [task()])
            continue
        if task.name not in done:
            yield from _standing(tasks, task)
            continue
        result, place = done[task.name]
        pages = [(path, _waiting(content, place)) for path, content in result.pages]
        sizes = tuple((path, size_of(content)) for path, content in pages)
        tasks.note(task.name, sizes, result.looks, task.key)
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


def digest_of(content: Content) -> str:
    """The SHA-256 of a file, without a look at the disk."""
    if isinstance(content, Standing):
        return content.digest
    return digest(content.encode() if isinstance(content, str) else content)


def checksum(files: Mapping[str, Content]) -> str:
    """A checksum of files by path and content."""
    lines = "".join(f"{path} {digest_of(content)}\n" for path, content in files.items())
    return hashlib.sha256(lines.encode()).hexdigest()


class AsTheyAre(Mapping[str, "str | bytes"]):
    """The contents of files by their paths relative to the project, each read when it is asked for."""

    def __init__(self, project: Path, files: Mapping[str, Content]) -> None:
        self._project, self._files = project, files

    def __getitem__(self, path: str) -> str | bytes:
        return as_it_is(self._project, path, self._files[path])

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def _all(kind: ModuleType, site: Site) -> Made:
    return list(kind.pages(site))


def _run(tasks: Sequence[Task], keep: bool, stages: Stages, aside: SetAside | None) -> list[_Result]:
    results = []
    for task in tasks:
        pages, looks = recorded(task.function) if keep else (task.function(), frozenset())
        laid = [
            (path, aside.lay(content.encode() if isinstance(content, str) else content) if aside else content)
            for path, content in pages
        ]
        results.append(_Result(task.name, laid, looks))
        stages.step()
    return results


def _waiting(content: str | bytes | Laid, place: SetAside | None) -> Content:
    """A content as it goes on: what waits is read when it is asked for."""
    if not isinstance(content, Laid):
        return content
    if place is None:
        raise ValueError("a content waits nowhere")
    return Waiting(content.digest, partial(place.take, content), content.size)


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
