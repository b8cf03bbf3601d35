"""Differences in words: for a terminal, for the comment on a pull request, and as headings of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.editions.differences import Differences
from generator.editions.edition import EditionWork
from generator.text import escape
from generator.text.counting import counted

_SHOWN_TITLE = 90  # characters of a title in a list


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list: the work that it is about, if there is one, and what is said of it."""

    work: EditionWork | None
    text: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """What one kind of change is called, and its lines."""

    name: str
    title: str
    items: tuple[Item, ...]


def chapters(found: Differences) -> tuple[Chapter, ...]:
    """The kinds of change that there are, weightiest first."""
    titles, now = found.old.theme_titles, found.new.theme_titles
    every = (
        _chapter("came", "came", [Item(work, f"in {now.get(work.theme, '')}") for work in found.came]),
        _chapter("went", "went", [Item(work, "") for work in found.went]),
        _chapter("merged", "turned out to be another", [Item(a, f"is one with {b.key}") for a, b in found.merged]),
        _chapter("renamed", "changed its key", [Item(b, f"was {a.key}") for a, b in found.renamed]),
        _chapter(
            "moved",
            "moved to another theme",
            [Item(b, f"from {titles.get(a.theme, '')} to {now.get(b.theme, '')}") for a, b in found.moved],
        ),
        _chapter("retitled", "got another title", [Item(b, f"was “{_short(a.title)}”") for a, b in found.retitled]),
        _chapter("corrected", "was corrected", [Item(work, ", ".join(facts)) for work, facts in found.corrected]),
        _chapter("rewritten", "has another abstract", [Item(work, "") for work in found.rewritten]),
        *_of_themes(found),
    )
    return tuple(chapter for chapter in every if chapter.items)


def _chapter(name: str, verb: str, items: Sequence[Item]) -> Chapter:
    verbs = {"was": "were", "has": "have", "its": "their", "is": "are"}
    said = verb if len(items) == 1 else " ".join(verbs.get(word, word) for word in verb.split())
    return Chapter(name, f"{counted(len(items))} {said}", tuple(items))


def _of_themes(found: Differences) -> Iterator[Chapter]:
    lines = [
        *(Item(None, f"{title}: new") for title in found.themes_came),
        *(Item(None, f"{title}: gone") for title in found.themes_went),
        *(Item(None, f"{before}: now {after}") for before, after in found.themes_retitled),
    ]
    yield Chapter("themes", f"{counted(len(lines), 'theme')} changed", tuple(lines))
    texts = tuple(Item(None, title) for title in found.overviews)
    yield Chapter("overviews", f"{counted(len(texts), 'overview')} changed", texts)


def told(found: Differences, most: int) -> str:
    """The differences as plain text, at most so many lines of each kind."""
    return _listed(found, most, lambda title: title, str, "  ", lambda key: key)


def told_in_markdown(found: Differences, most: int) -> str:
    """The same as Markdown, in which nothing of a record is markup."""
    return _listed(
        found, most, lambda title: f"\n#### {title}\n", escape.markdown, "- ", lambda key: f"`{key.replace('`', '')}`"
    )


def _listed(
    found: Differences,
    most: int,
    heading: Callable[[str], str],
    shown: Callable[[str], str],
    bullet: str,
    code: Callable[[str], str],
) -> str:
    lines = []
    for chapter in chapters(found):
        lines.append(heading(chapter.title))
        for item in chapter.items[:most]:
            name = f"{code(item.work.key)} {shown(_short(item.work.title))}" if item.work else ""
            lines.append(bullet + (": " if name and item.text else "").join((name, shown(item.text))))
        if len(chapter.items) > most:
            lines.append(f"{bullet}and {len(chapter.items) - most:,} more")
    return "\n".join(lines)


def _short(title: str) -> str:
    return title if len(title) <= _SHOWN_TITLE else f"{title[: _SHOWN_TITLE - 1].rstrip()}…"
