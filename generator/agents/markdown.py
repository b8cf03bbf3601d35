"""Works and themes as plain Markdown (CommonMark, no HTML), for programs that read text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.bibliography.entry import address_of
from generator.bibliography.reference import letters, reference
from generator.config.taxonomy import Theme
from generator.prose.blocks import lowered
from generator.survey import Survey
from generator.text.commonmark import literal
from generator.text.counting import counted
from generator.works import Work

LLMS_FULL = "llms-full.txt"  # on the website, beside llms.txt (https://llmstxt.org)
_OPENING, _CLOSING = "<!-- page: ", " -->"


def work_as_markdown(survey: Survey, key: str, gist: str = "", with_abstract: bool = True) -> str:
    """A work: what is known of it, its abstract if wanted, and its place in the survey."""
    work, placement = survey.works[key], survey.standing[key]
    authors = "; ".join(name.as_last_first for name in work.authors)
    facts = {
        "Authors": authors + ("; et al." if work.authors_truncated else ""),
        "Year": str(work.year or ""),
        "Venue": work.cited_venue,
        "Status": work.status,
        "Citation key": key,
        "Identifiers": ", ".join(one.reference for one in work.identifiers),
        "Theme": _title(survey, placement.primary),
        "Also in": ", ".join(_title(survey, theme) for theme in placement.secondary),
    }
    lines = [f"- {name}: {literal(value)}" for name, value in facts.items() if value]
    address = address_of(work)
    parts = [
        f"# {literal(work.shown_title)}",
        "\n".join([*lines, *([f"- Address: <{address}>"] if address else [])]),
        *([f"> {literal(gist)}"] if gist else []),
        *(["## Abstract", literal(work.abstract)] if with_abstract and work.abstract else []),
    ]
    near = [link.key for link in survey.near.get(key, ())]
    if near:
        parts += ["## Related works", _listed(survey, near)]
    return "\n\n".join(parts) + "\n"


def theme_as_markdown(survey: Survey, theme: Theme) -> str:
    """A theme: its scope, its overview with citations as `[@key]`, and a reference for each of its works."""
    works = survey.by_theme[theme.id]
    overview = survey.overviews.get(theme.id, "").strip()
    also = [work.key for work in survey.by_secondary_theme[theme.id]]
    parts = [
        f"# {literal(theme.title)}",
        *([literal(theme.scope)] if theme.scope else []),
        *(["## Overview", lowered(overview)] if overview else []),
        f"## Works ({len(works):,})",
        _referenced(works),
        *(["## Works of other themes that belong here, too", _listed(survey, also)] if also else []),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def pages_as_markdown(
    survey: Survey,
    gists: Mapping[str, str],
    page_of: Callable[[Theme | Work | None], str],
    with_abstracts: bool = True,
) -> Iterator[tuple[str, str]]:
    """(page, its Markdown) of the front page, each theme, each work; `page_of` gives the page, of None the first."""
    settings = survey.settings
    themes = [
        f"- {literal(theme.title)} ({counted(len(survey.by_theme[theme.id]))}): {literal(theme.scope)}"
        for theme in survey.taxonomy.themes
    ]
    parts = [
        f"# {literal(settings.title)}",
        literal(settings.description),
        f"{counted(len(survey.works))} in {counted(len(themes), 'theme')}. Citations are written `[@key]`; a key stays "
        "with its work. Abstracts are their authors' own words; overviews are the survey's.",
        survey.overviews.get("index", "").strip(),
        *(["## Themes", "\n".join(themes)] if themes else []),
    ]
    yield page_of(None), "\n\n".join(part for part in parts if part) + "\n"
    for theme in survey.taxonomy.themes:
        yield page_of(theme), theme_as_markdown(survey, theme)
    for key, work in survey.works.items():
        yield page_of(work), work_as_markdown(survey, key, gists.get(key, ""), with_abstracts)


def bound(pages: Iterable[tuple[str, str]]) -> str:
    """Pages joined into one text, each after a line with its name; `unbound` separates them again."""
    return "\n".join(f"{_OPENING}{page}{_CLOSING}\n\n{text.replace(_OPENING, '<!-- ')}" for page, text in pages)


def unbound(text: str) -> Iterator[tuple[str, str]]:
    """The (page, its Markdown) that `bound` joined into one text."""
    for part in text.split(_OPENING)[1:]:
        page, _, content = part.partition(f"{_CLOSING}\n\n")
        yield page, content.rstrip("\n") + "\n"


def _title(survey: Survey, theme: str | None) -> str:
    return survey.taxonomy.by_id[theme].title if theme else ""


def _listed(survey: Survey, keys: Iterable[str]) -> str:
    return "\n".join(f"- {literal(survey.works[key].shown_title)} [@{key}]" for key in keys)


def _referenced(works: Iterable[Work]) -> str:
    works = tuple(works)
    added = letters(works)
    return "\n".join(f"- [@{work.key}] {literal(reference(work, added[work.key]).text)}" for work in works)
