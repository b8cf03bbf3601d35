"""All checks, by family. A new one is a function in its family's file and one line here."""

from __future__ import annotations

from generator.checks import dates, fetched, fields, files, identity, keys, people, prose, strategy, themes, wording
from generator.checks.finding import Check
from generator.extensions import with_extensions

CHECKS: tuple[Check, ...] = (
    Check("missing-title", "a work has no title", "error", fields.missing_title),
    Check("missing-author", "a work names no author", "warning", fields.missing_author),
    Check("missing-year", "a work has no year", "warning", fields.missing_year),
    Check("missing-abstract", "a work has no abstract", "warning", fields.missing_abstract),
    Check("missing-venue", "a published work does not say where it appeared", "warning", fields.missing_venue),
    Check("missing-identifier", "a work has neither identifier nor address", "info", fields.missing_identifier),
    Check("reversed-pages", "a page range runs backwards", "warning", fields.reversed_pages),
    Check("unverified", "unverified metadata", "warning", fields.unverified),
    Check("status-retracted", "a work is retracted, withdrawn, replaced or corrected", "warning", fetched.retracted),
    Check("facts-missing", "nothing but an identifier is known of a work", "warning", fetched.never_fetched),
    Check("facts-stale", "facts were fetched long ago", "info", fetched.stale),
    Check("facts-venue", "a work is shown without a venue that is known", "warning", fetched.venue_known),
    Check("facts-title", "a title differs between a source and a service", "info", fetched.title_differs),
    Check("facts-authors", "the authors differ between a source and a service", "info", fetched.authors_differ),
    Check("text-lost", "an abstract lost words or numbers", "info", fetched.abstract_damaged),
    Check("year-outlying", "a year is far from all others", "warning", dates.year_outlying),
    Check("year-of-preprint", "year and arXiv id contradict each other", "warning", dates.year_of_preprint),
    Check("year-of-first", "`firstyear` and arXiv id contradict each other", "warning", dates.first_year),
    Check("year-of-anthology", "year and ACL Anthology id contradict each other", "warning", dates.year_of_anthology),
    Check("author-email", "an author holds an address", "warning", people.author_email),
    Check("author-affiliation", "an author seems to be an affiliation", "warning", people.author_affiliation),
    Check("author-marks", "an author holds digits or footnote marks", "warning", people.author_marks),
    Check("author-initial", "an author's family name is an initial", "warning", people.author_initial),
    Check("author-twice", "an author is named twice in one work", "warning", people.author_twice),
    Check("author-list-cut", "the list of authors breaks off", "warning", people.authors_truncated),
    Check("title-full-stop", "a title ends in a full stop", "warning", wording.title_full_stop),
    Check("title-placeholder", "a title stands for a missing one", "warning", wording.title_placeholder),
    Check("title-capitals", "a title is all in capitals", "warning", wording.title_capitals),
    Check("text-html", "a text holds HTML", "warning", wording.html_leftover),
    Check("text-latex", "a text holds LaTeX commands outside mathematics", "warning", wording.latex_leftover),
    Check("text-braces", "a text has unbalanced braces", "warning", wording.unbalanced_braces),
    Check("text-math", "a formula does not end", "warning", wording.unbalanced_math),
    Check("text-mojibake", "a text is wrongly decoded", "warning", wording.mojibake),
    Check("text-replacement", "a text has lost a character", "warning", wording.replacement_character),
    Check("identifier-invalid", "an identifier is not valid", "warning", identity.invalid_identifier),
    Check("identifier-shared", "two works have one identifier", "warning", identity.shared_identifier),
    Check("duplicate-title", "two works have one title", "warning", identity.same_title),
    Check("duplicate-uncertain", "two records may be one work", "info", identity.uncertain_duplicate),
    Check("key-lost", "a published key no longer belongs to any work", "warning", keys.lost_key),
    Check("key-changed", "a published key leads to another now", "info", keys.changed_key),
    Check("key-duplicate", "a BibTeX file gives one key to two works", "warning", keys.duplicate_key),
    Check("citation-dangling", "a citation names no work", "error", prose.dangling_citation),
    Check("citation-in-docs", "a page in docs/ cites, and is not linked", "warning", prose.citation_in_docs),
    Check("code-open", "a code block is opened and never closed", "warning", prose.open_code),
    Check("citation-none", "no overview cites a work", "info", prose.uncited),
    Check("link-dead", "a link inside the site leads nowhere", "error", prose.dead_link),
    Check("theme-none", "a work fits no theme", "warning", themes.unthemed),
    Check("theme-unsure", "the method is unsure of a work's theme", "info", themes.unsure_theme),
    Check("theme-empty", "a theme has no works", "warning", themes.empty_theme),
    Check("overview-missing", "a theme has no overview", "info", themes.missing_overview),
    Check("overview-length", "an overview is too short or too long", "warning", themes.overview_length),
    Check("source-unreadable", "a piece of a source could not be read", "warning", files.unreadable),
    Check("source-damaged", "a record was read with some doubt", "info", files.damaged_record),
    Check("source-unmatched", "a completing record describes no work", "warning", files.unmatched_record),
    Check("code-wrong", "a code is not in the codebook, or contradicts another", "warning", files.wrong_code),
    Check("search-hits", "a search and its file do not agree", "warning", strategy.wrong_search),
    Check("scope-missing", "the survey states no scope", "info", strategy.missing_scope),
    Check("date-missing", "the survey has no date", "info", strategy.missing_date),
    Check("input-unused", "an overview, page or decision could not be used", "warning", files.unused_input),
)


def checks() -> tuple[Check, ...]:
    """The checks of this program and of other packages, by name. Raises InputError."""
    return tuple(with_extensions({check.name: check for check in CHECKS}, "checks", Check).values())
