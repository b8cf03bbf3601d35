"""What a citation can point at: the works, with their labels, pages, titles and references."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.text.compare import nearest
from generator.works import Work

STYLES = ("author-year", "numbered")


@dataclass(frozen=True)
class Library:
    """The works as citations need them. Every mapping is by citation key.

    Attributes:
        titles: the works' titles, as data.
        labels: `Vinyals et al., 2016a`; different for every work.
        pages: the works' pages, as paths below `docs/`.
        resolve: the citation key of whatever a person may write after the `@` (a key, a former key), or None.
        reference: the formatted reference of a key, as ready HTML on one line.
        numbered: `[3, 5]` instead of `(Smith et al., 2022; Jones, 2023)`.
        flat: whether pages are `x.html` instead of `x/`.
        from_source: whether addresses are written as the pages' sources have them (see `addresses.href`).
    """

    titles: Mapping[str, str]
    labels: Mapping[str, str]
    pages: Mapping[str, str]
    resolve: Callable[[str], str | None]
    reference: Callable[[str], str]
    numbered: bool = False
    flat: bool = False
    from_source: bool = False

    def author(self, key: str) -> str:
        """`Vinyals et al.`"""
        author, comma, year = self.labels[key].rpartition(", ")
        return author if comma else year

    def year(self, key: str) -> str:
        """`2016a`"""
        return self.labels[key].rpartition(", ")[2]

    def like(self, key: str) -> list[str]:
        """Citation keys that `key` may be a slip for, likeliest first."""
        return nearest(key, self.titles)


def library(
    works: Mapping[str, Work],
    *,
    labels: Mapping[str, str],
    pages: Mapping[str, str],
    reference: Callable[[str], str],
    numbered: bool = False,
    resolve: Callable[[str], str | None] | None = None,
) -> Library:
    """The library of a survey's works.

    Without `resolve`, keys and former keys are understood, in any case where that is not ambiguous (keys are
    unique without regard to case).
    """
    known: dict[str, str] = {}
    for key, work in works.items():
        for alias in work.aliases:
            known.setdefault(alias.casefold(), key)
    known |= {key.casefold(): key for key in works}
    titles = {key: work.shown_title for key, work in works.items()}
    return Library(
        titles,
        labels,
        pages,
        resolve or (lambda written: known.get(written.casefold())),
        reference,
        numbered,
    )
