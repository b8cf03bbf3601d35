"""The files of a project as a person meets them: who writes each, and what it holds, for the guide's table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.project import paths

Owner = Literal["you", "you, by a command", "the program"]


@dataclass(frozen=True, slots=True)
class Kept:
    """A file or folder of a project.

    Attributes:
        path: relative to the project.
        owner: who writes it.
        about: what it holds, Markdown.
        is_committed: whether git keeps it.
    """

    path: str
    owner: Owner
    about: str
    is_committed: bool = True


CONTENTS = (
    Kept(paths.SETTINGS, "you", "title, authors, address, and how to build; every setting has a default"),
    Kept(paths.THEMES, "you", "sections and themes, each with a scope; without it themes are found from the works"),
    Kept(paths.SOURCES, "you", "what was exported, never edited"),
    Kept(paths.DECISIONS, "you", "corrections: same, not-same, leave-out, include, fields, themes"),
    Kept(paths.OVERVIEWS, "you", "a text for each theme, and `index.md` for the whole, citing works as `[@key]`"),
    Kept(paths.PAGES, "you", "pages of your own, which may cite works too"),
    Kept("bib/metadata.bib", "you", "verified facts that complete works and never add one"),
    Kept(paths.VENUES, "you", "corrects and completes the table of venues: acronym, full name by year, publisher"),
    Kept(paths.CODES, "you", "what reviewers coded, one row a work; the codebook is `codes` in `bib/survey.yml`"),
    Kept(paths.SEARCHES, "you", "the search behind each source: database, query, day, filters, hits"),
    Kept(paths.MKDOCS, "you", "the website: theme, search, navigation; the program keeps one marked block of `nav`"),
    Kept(paths.SCREENING, "you, by a command", "the decisions of each reviewer, a file each, written by `screen`"),
    Kept(paths.ADDED, "you, by a command", "what `add` put among the sources, with the day and the reason"),
    Kept(paths.FETCHED, "you, by a command", "what `fetch` found, with service and day of every value"),
    Kept(paths.CANDIDATES, "you, by a command", "what `fetch` is not sure of; `review --fetched` asks about it"),
    Kept(paths.EDITIONS, "you, by a command", "what each edition held, written once by `release`"),
    Kept(paths.BIBLIOGRAPHY, "the program", "the finished bibliography; its citation keys stay with their works"),
    Kept(paths.HISTORY, "the program", "which works came and went since the survey was first published"),
    Kept(paths.CITATION, "the program", "how to cite the survey, for GitHub and reference managers"),
    Kept(paths.DOCS, "the program", "the website's pages; those that you put there yourself are left alone", False),
    Kept(paths.OVERRIDES, "the program", "what the theme of the website is completed with", False),
    Kept(paths.SITE, "the program", "the website, written by `build --site`", False),
    Kept(paths.SITE_OFFLINE, "the program", "the same, working from disk, written by `offline`", False),
    Kept("editions", "the program", "the archives that `release` makes, for Zenodo and others", False),
    Kept(paths.STATE, "the program", "what builds remember; safe to delete", False),
    Kept(paths.ENGINE_CACHE, "the program", "what Zensical keeps between two builds; safe to delete", False),
)
