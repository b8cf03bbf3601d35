"""Differences in words: for a terminal, for the comment on a pull request, and as headings of a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.editions.differences import Differences
from generator.editions.edition import EditionWork
from generator.language import gettext, ngettext, pgettext
from generator.text import escape

_SHOWN_TITLE = 90  # characters of a title in a list


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list: the work that it is about, if any, and the text about it."""

    work: EditionWork | None
    text: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """The title for one kind of change, and its lines."""

    name: str
    title: str
    items: tuple[Item, ...]


def _forms(one: str, several: str) -> tuple[str, str]:
    """The singular and plural of a chapter's title, for the catalogue."""
    return one, several


_TITLES = {
    "came": _forms("%(number)s work came", "%(number)s works came"),
    "went": _forms("%(number)s work went", "%(number)s works went"),
    "merged": _forms("%(number)s work turned out to be another", "%(number)s works turned out to be another"),
    "renamed": _forms("%(number)s work changed its key", "%(number)s works changed their key"),
    "moved": _forms("%(number)s work moved to another theme", "%(number)s works moved to another theme"),
    "retitled": _forms("%(number)s work got another title", "%(number)s works got another title"),
    "corrected": _forms("%(number)s work was corrected", "%(number)s works were corrected"),
    "rewritten": _forms("%(number)s work has another abstract", "%(number)s works have another abstract"),
    "themes": _forms("%(number)s theme changed", "%(number)s themes changed"),
    "overviews": _forms("%(number)s overview changed", "%(number)s overviews changed"),
}


def chapters(found: Differences) -> tuple[Chapter, ...]:
    """The kinds of change that occurred, most important first, in the current language."""
    titles, now = found.old.theme_titles, found.new.theme_titles
    items = {
        "came": [Item(work, gettext("in %(theme)s", theme=now.get(work.theme, ""))) for work in found.came],
        "went": [Item(work, "") for work in found.went],
        "merged": [Item(a, gettext("is one with %(key)s", key=b.key)) for a, b in found.merged],
        "renamed": [Item(b, gettext("was %(key)s", key=a.key)) for a, b in found.renamed],
        "moved": [
            Item(b, gettext("from %(old)s to %(new)s", old=titles.get(a.theme, ""), new=now.get(b.theme, "")))
            for a, b in found.moved
        ],
        "retitled": [Item(b, gettext("was “%(title)s”", title=_short(a.title))) for a, b in found.retitled],
        "corrected": [
            Item(work, ", ".join(pgettext("field", fact) for fact in facts)) for work, facts in found.corrected
        ],
        "rewritten": [Item(work, "") for work in found.rewritten],
        "themes": [
            *(Item(None, gettext("%(title)s: new", title=title)) for title in found.themes_came),
            *(Item(None, gettext("%(title)s: gone", title=title)) for title in found.themes_went),
            *(
                Item(None, gettext("%(before)s: now %(after)s", before=before, after=after))
                for before, after in found.themes_retitled
            ),
        ],
        "overviews": [Item(None, title) for title in found.overviews],
    }
    return tuple(
        Chapter(name, ngettext(*_TITLES[name], len(changes)), tuple(changes))
        for name, changes in items.items()
        if changes
    )


def in_plain_text(found: Differences, most: int) -> str:
    """The differences as plain text, with at most this many lines of each kind."""
    return _listed(found, most, lambda title: title, str, "  ", lambda key: key)


def in_markdown(found: Differences, most: int) -> str:
    """The same as Markdown, in which nothing from a record is markup."""
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
