"""Venues: the full name of a proceedings series or journal, its publisher, and what readers call it.

A source says `EMNLP`, or the whole title of the proceedings; a page shows the acronym, an entry the full name of that
year. The table (`venues.yml` here, corrected by the survey's own `bib/venues.yml`) joins the two. A name that sources
spell in several ways is written in one.
"""

from __future__ import annotations

from generator.venues.naming import with_full_venue
from generator.venues.one_spelling import with_one_spelling
from generator.venues.table import VenueTable, read_venues

__all__ = ["VenueTable", "read_venues", "with_full_venue", "with_one_spelling"]
