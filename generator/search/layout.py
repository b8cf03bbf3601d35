"""How the index is cut: `search: {engine: auto | whole | parts}` in `bib/survey.yml`."""

from __future__ import annotations

from typing import Literal

from generator.config.settings import Settings

Layout = Literal["whole", "parts"]
MANY = 100  # works from which parts pay: benchmarks/search.py measures what the first result costs


def layout(settings: Settings, works: int) -> Layout:
    """The layout of the index of a survey of that many works."""
    wanted = settings.search.engine
    if wanted == "auto":
        return "whole" if works < MANY else "parts"
    return "whole" if wanted in ("whole", "material") else "parts"
