"""Everything that people wrote for the site, with the page on which it stands."""

from __future__ import annotations

from collections.abc import Callable

from generator.config.overviews import FOLDER as OVERVIEWS
from generator.project.paths import SETTINGS
from generator.prose.sources import Written
from generator.survey import Survey


def written(survey: Survey, page_of: Callable[[str], str]) -> tuple[Written, ...]:
    """Overviews, scope and criteria of `survey.yml`, and authors' pages; `page_of` gives the page of a theme."""
    themes, settings = survey.taxonomy.by_id, survey.settings
    overviews = (
        Written(
            f"{OVERVIEWS}/{name}.md",
            page_of(name) if name in themes else "index.md",
            themes[name].title if name in themes else "Home",
            text,
        )
        for name, text in survey.overviews.items()
    )
    stated = (
        Written(SETTINGS, "method.md", "Method", text, (settings.place(name).line or 0) + 1)
        for name, text in (("scope", settings.scope), ("criteria", settings.criteria))
        if text.strip()
    )
    return (*overviews, *stated, *survey.pages)
