"""What the pages of authors show besides their works: the years, the themes, and their co-authors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.config.taxonomy import Theme
from generator.language import collated
from generator.links.values import AuthorEntry
from generator.pages.site import Site
from generator.text.compare import ascii_letters
from generator.works import Work

OTHER_LETTERS = "…"  # for names that begin with no letter from A to Z


def coauthors(site: Site, entry: AuthorEntry, works: Sequence[Work]) -> list[tuple[AuthorEntry, int]]:
    """The other authors of some works of an author, with the number of those works, most first."""
    found: Counter[str] = Counter()
    known: dict[str, AuthorEntry] = {}
    for work in works:
        entries = [site.places.author_entries.get(name) for name in work.authors]
        others = {one.slug: one for one in entries if one and one.slug != entry.slug}
        known |= others
        found.update(others.keys())
    order = sorted(known, key=lambda slug: (-found[slug], collated(known[slug].name.as_last_first), slug))
    return [(known[slug], found[slug]) for slug in order]


def themes_of(site: Site, works: Sequence[Work]) -> list[tuple[Theme, int]]:
    """The first themes of some works, with the number of works in each, most first."""
    found = (site.survey.theme_of(work.key) for work in works)
    themes = [theme for theme in found if theme]
    counts = Counter(theme.id for theme in themes)
    known = {theme.id: theme for theme in themes}
    return [(known[name], count) for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]


def by_letter(entries: Sequence[AuthorEntry]) -> list[tuple[str, str, AuthorEntry]]:
    """The authors in order, each with the letter that begins there and its anchor, or "" if none does."""
    found: list[tuple[str, str, AuthorEntry]] = []
    seen: set[str] = set()
    for entry in entries:
        first = ascii_letters(entry.name.as_last_first)[:1].upper()
        letter = first if first.isascii() and first.isalpha() else OTHER_LETTERS
        anchor = f"letter-{letter.lower() if letter != OTHER_LETTERS else 'other'}"
        found.append(("", "", entry) if letter in seen else (letter, anchor, entry))
        seen.add(letter)
    return found
