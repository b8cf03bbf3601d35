"""Pages that people wrote, in the navigation: those listed in `survey.yml` first, then by `order` and title.

A folder of `bib/pages/` is a group named after its `index.md`, which comes first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from generator.config.settings import Settings
from generator.errors import Problem
from generator.language import marked
from generator.project.paths import PAGES
from generator.prose.sources import Written
from generator.text.compare import nearest, suggestion

GROUP = marked("Pages")
_LAST = 1_000_000  # the place of a page that has no `order`


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the navigation: a page, or a group of them."""

    title: str
    path: str = ""
    inside: tuple[Entry, ...] = ()


@dataclass
class _Folder:
    pages: list[Written] = field(default_factory=list)
    folders: dict[str, _Folder] = field(default_factory=dict)


def own_pages(pages: Sequence[Written], settings: Settings) -> tuple[Entry, ...]:
    """The navigation of the pages that people wrote, in order; nothing without them."""
    top = _Folder()
    for page in pages:
        folder = top
        for part in PurePosixPath(page.page).parts[:-1]:
            folder = folder.folders.setdefault(part, _Folder())
        folder.pages.append(page)
    titles = {_name(path): title for path, title in settings.pages}
    places = {_name(path): number for number, (path, _) in enumerate(settings.pages)}
    return _entries(top, titles, places)


def unknown_pages(pages: Sequence[Written], settings: Settings) -> tuple[Problem, ...]:
    """A warning for each page that `survey.yml` lists but `bib/pages/` lacks."""
    known = {_name(page.page) for page in pages}
    problems = []
    for path, _ in settings.pages:
        if _name(path) not in known:
            close = nearest(_name(path), sorted(known), 1)
            hint = suggestion(close[:1], "write it, or take it out", str)
            problems.append(Problem(f"pages: there is no {PAGES}/{_name(path)}.md", settings.place("pages"), hint))
    return tuple(problems)


def _entries(folder: _Folder, titles: Mapping[str, str], places: Mapping[str, int]) -> tuple[Entry, ...]:
    found: list[tuple[tuple[int, int, str], Entry]] = []
    for page in folder.pages:
        name = _name(page.page)
        entry = Entry(titles.get(name) or page.title, page.page)
        found.append((_rank(page, entry.title, places), entry))
    for name, inner in folder.folders.items():
        inside = _entries(inner, titles, places)
        index = next((page for page in inner.pages if _is_index(page)), None)
        title = (titles.get(_name(index.page)) or index.title) if index else name.replace("-", " ").capitalize()
        listed = [places[_name(page.page)] for page in inner.pages if _name(page.page) in places]
        order = _order(index) if index else _LAST
        found.append(((min(listed, default=len(places)), order, title), Entry(title, inside=inside)))
    return tuple(entry for _, entry in sorted(found, key=lambda pair: pair[0]))


def _rank(page: Written, title: str, places: Mapping[str, int]) -> tuple[int, int, str]:
    if _is_index(page) and "/" in page.page:
        return -1, 0, title
    return places.get(_name(page.page), len(places)), _order(page), title


def _order(page: Written) -> int:
    order = page.meta.get("order")
    return order if isinstance(order, int) and not isinstance(order, bool) else _LAST


def _is_index(page: Written) -> bool:
    return PurePosixPath(page.page).stem.casefold() in ("index", "readme")


def _name(path: str) -> str:
    return path.removesuffix(".md").strip("/")
