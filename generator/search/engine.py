"""Which search a survey gets: `search: {engine: auto | material | pagefind}` in `bib/survey.yml`."""

from __future__ import annotations

from typing import Literal

from generator.config.settings import Settings

Engine = Literal["material", "pagefind"]
# Works from which Pagefind pays. Material's index is loaded whole: benchmarks/search.py measures 0.8 kB a work (gzip),
# so 1.2 MB here and some two seconds before the first result; Pagefind's first result costs 0.2 MB at any size.
MANY = 1500


def engine(settings: Settings, works: int) -> Engine:
    """The engine for a survey of that many works."""
    wanted = settings.search.engine
    if wanted == "auto":
        return "material" if works < MANY else "pagefind"
    return wanted
