"""Which search a survey gets: `search: {engine: auto | material | pagefind}` in `bib/survey.yml`."""

from __future__ import annotations

from typing import Literal

from generator.config.settings import ENGINES, NAME, Settings
from generator.errors import at_fault
from generator.text.compare import nearest

Engine = Literal["material", "pagefind"]
# Works from which Pagefind pays. Material's index is loaded whole: benchmarks/search.py measures 0.8 kB a work, gzipped, which
# is 1.2 MB here and some two seconds before the first result; Pagefind's first result costs the same 0.2 MB at any size.
MANY = 1500


def engine(settings: Settings, works: int) -> Engine:
    """The engine for a survey of that many works. Raises InputError where the setting is none."""
    for name in settings.search:
        if name not in ("engine", "mode"):
            raise at_fault(f"search: unknown key `{name}`", NAME, hint="known: engine")
    chosen = settings.search.get("engine", settings.search.get("mode", "auto"))
    if chosen not in ENGINES:
        close = nearest(str(chosen), ENGINES)
        raise at_fault(
            f"search: `{chosen}` is not a search engine",
            NAME,
            hint=f"did you mean `{close[0]}`?" if close else "known: " + ", ".join(ENGINES),
        )
    if chosen == "material" or (chosen == "auto" and works < MANY):
        return "material"
    return "pagefind"
