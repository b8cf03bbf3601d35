"""Works without a sure theme, and themes without works or an overview."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.finding import Found
from generator.checks.material import Material, place_of
from generator.config.overviews import FOLDER
from generator.config.taxonomy import NAME, Theme
from generator.errors import Place
from generator.prose.blocks import blocks

SHORTEST, LONGEST = 150, 700  # words of an overview
_REVIEW = "decide with `python -m generator review --themes`"


def unthemed(material: Material) -> Iterator[Found]:
    """Works that fit no theme."""
    for work in material.survey.unthemed:
        yield Found("fits no theme", place_of(work), work.key, _REVIEW)


def unsure_theme(material: Material) -> Iterator[Found]:
    """Works about whose theme the method is unsure."""
    for key, placement in material.survey.placements.items():
        if placement.unsure and placement.primary and placement.decided_by != "decision":
            scores = dict(placement.scores)
            parts = [f"certainty {scores[placement.primary]:.2f} of 1"] if placement.primary in scores else []
            if placement.runner_up:
                parts.append(f"runner-up {placement.runner_up} with {scores.get(placement.runner_up, 0):.2f}")
            evidence = f" ({', '.join(parts)})" if parts else ""
            what = f"may not belong in {placement.primary}{evidence}"
            yield Found(what, place_of(material.survey.works[key]), key, _REVIEW)


def empty_theme(material: Material) -> Iterator[Found]:
    """Themes that are not the first of any work."""
    for theme in material.survey.taxonomy.themes:
        if not material.survey.by_theme[theme.id]:
            yield Found(
                f"the theme {theme.id} has no works of its own",
                _place(material, theme),
                "",
                "give it terms or an exemplar, or remove it",
            )


def missing_overview(material: Material) -> Iterator[Found]:
    """Themes of a given taxonomy that have works but no overview; themes that were found change with the works."""
    for theme in material.survey.taxonomy.themes if material.survey.taxonomy.given else ():
        if material.survey.by_theme[theme.id] and not material.survey.overviews.get(theme.id, "").strip():
            yield Found(
                f"the theme {theme.id} has no overview", _place(material, theme), "", f"write {FOLDER}/{theme.id}.md"
            )


def overview_length(material: Material) -> Iterator[Found]:
    """Overviews too short to say anything, or too long to be read."""
    for theme in material.survey.taxonomy.themes:
        number = _words(material, theme)
        if number and not SHORTEST <= number <= LONGEST:
            what = f"short, with {number} words" if number < SHORTEST else f"long, with {number} words"
            yield Found(
                f"the overview is {what}", Place(f"{FOLDER}/{theme.id}.md"), "", f"{SHORTEST} to {LONGEST} are meant"
            )


def _words(material: Material, theme: Theme) -> int:
    """The number of words that a reader reads: citations in brackets and headings do not count, one in the sentence
    counts once.
    """
    text = material.survey.overviews.get(theme.id, "")
    marked = material.markup[f"{FOLDER}/{theme.id}.md"] if text else None
    kept = bytearray(b"\x01") * len(text)
    for citation in marked.citations if marked else ():
        kept[citation.start : citation.end] = bytes(citation.end - citation.start)
    for block in blocks(text)[0]:
        if block.kind in ("heading", "code"):
            kept[block.start : block.end] = bytes(block.end - block.start)
    plain = "".join(character if keep else " " for character, keep in zip(text, kept, strict=True))
    narrative = sum(citation.narrative for citation in marked.citations) if marked else 0
    return len(re.findall(r"\w+(?:[-'’.]\w+)*", plain)) + narrative


def _place(material: Material, theme: Theme) -> Place:
    return Place(NAME, theme.line or None) if material.survey.taxonomy.given else Place(NAME)
