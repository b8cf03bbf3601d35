"""The paths of a project, relative to its folder, each once, and how large its files may be."""

from __future__ import annotations

BIB = "bib"
SOURCES = "bib/sources"
SETTINGS = "bib/survey.yml"
THEMES = "bib/themes.yml"
DECISIONS = "bib/decisions.yml"
VENUES = "bib/venues.yml"
CODES = "bib/codes.csv"
BIBLIOGRAPHY = "bib/survey.bib"
ADDED = "bib/sources/added.bib"  # what `add` wrote
CANDIDATES = "bib/candidates.bib"  # what `fetch` is not sure of
FETCHED = "bib/fetched.bib"  # what `fetch` found
FETCHED_SOURCE = "fetched.bib"  # the same file, as records and `enrich` name it: below bib/
HISTORY = "bib/history.yml"
OVERVIEWS = "bib/overviews"
PAGES = "bib/pages"
SCREENING = "bib/screening"
SEARCHES = "bib/searches.yml"
EDITIONS = "bib/editions"  # what each release held

DOCS = "docs"
OVERRIDES = "overrides"
MKDOCS = "mkdocs.yml"
CITATION = "CITATION.cff"
SERVED = ".survey/serving"  # the pages that Zensical serves
ENGINE_CACHE = ".cache"  # what Zensical keeps between two builds while it serves
SITE = "site"
SITE_OFFLINE = "site-offline"
SITE_OFFLINE_ZIP = "site-offline.zip"

STATE = ".survey"  # what builds remember; never committed, and safe to delete
LOCK = ".survey/lock"
CACHE = ".survey/cache"  # what builds computed, signed: see `cache/`
MANIFEST = ".survey/manifest.json"
STAGE = ".survey/next"  # where a build is prepared before it is put in place
JOURNAL = ".survey/next/journal.json"
BEFORE = ".survey/before.json"  # the old content of files that a release writes, until it has finished
STAMP = ".survey/site"  # what the website in site/ was built from
ANSWERS = ".survey/fetch/answers.sqlite"  # what services said
FETCHING = ".survey/fetch/lock"  # held by a fetch while it asks
REFRESHING = ".survey/fetch/refresh"  # when the refresh began that has not ended yet (seconds since 1970)
REFERENCES = ".survey/references.json"
# `INHERIT` in mkdocs.yml names this generated file. Where nothing is built yet, both engines stop at once and name it.
BUILT = ".survey/first type python -m generator build"

MEGABYTE = 1_000_000
TEXT_LIMIT = 4 * MEGABYTE  # bytes of a file that a person writes: settings, themes, decisions, overviews, pages
SOURCE_LIMIT = 128 * MEGABYTE  # bytes of an export: some 50,000 records with abstracts
GENERATED_LIMIT = 512 * MEGABYTE  # bytes of a file that the program wrote, or that the website holds
