"""Atom feeds (RFC 4287) as text. Ids and dates are given, never made up, so the same input gives the same feed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.text.escape import html as xml


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry: permanent id, texts, RFC 3339 date, address (absolute, or from the feed), author names, subjects."""

    id: str
    title: str
    updated: str
    address: str
    authors: tuple[str, ...] = ()
    summary: str = ""
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed; `itself` and `page` are the addresses of the feed and of the page that it follows."""

    id: str
    title: str
    updated: str
    itself: str
    page: str
    authors: tuple[str, ...]
    entries: tuple[FeedEntry, ...]


def atom(feed: Feed, mark: str) -> str:
    """The feed as an XML document. Element order is free (section 4.1.1), so it is the order in which people read."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f"<!-- {mark} -->",
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<id>{xml(feed.id)}</id>",
        f'<title type="text">{xml(feed.title)}</title>',
        f"<updated>{feed.updated}</updated>",
        f'<link rel="self" type="application/atom+xml" href="{xml(feed.itself)}"/>',
        f'<link rel="alternate" type="text/html" href="{xml(feed.page)}"/>',
        *people(feed.authors),
    ]
    for entry in feed.entries:
        lines += [
            "<entry>",
            f"<id>{xml(entry.id)}</id>",
            f'<title type="text">{xml(entry.title)}</title>',
            f"<updated>{entry.updated}</updated>",
            f'<link rel="alternate" type="text/html" href="{xml(entry.address)}"/>',
            *people(entry.authors),
            *(f'<category term="{xml(subject)}"/>' for subject in entry.subjects),
            *([f'<summary type="text">{xml(entry.summary)}</summary>'] if entry.summary else []),
            "</entry>",
        ]
    return "\n".join([*lines, "</feed>"]) + "\n"


def people(names: Iterable[str]) -> Sequence[str]:
    """The `author` elements of these names; a name that shows nothing is not one."""
    return [f"<author><name>{shown}</name></author>" for shown in map(xml, names) if shown]
