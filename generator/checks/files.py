"""Files that could not be read, or read in part."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import Found
from generator.checks.material import Material
from generator.config.decisions import NAME as DECISIONS
from generator.config.overviews import FOLDER as OVERVIEWS
from generator.project.paths import CODES
from generator.prose.sources import FOLDER as PAGES


def unreadable(material: Material) -> Iterator[Found]:
    """Pieces of sources that did not become records."""
    for reading in (*material.survey.readings, *material.survey.enriching):
        for piece in reading.left_out:
            named = f"“{piece.title[:80]}”: " if piece.title else ""
            yield Found(f"{named}{piece.message}", piece.origin.place, "", "correct the file, or remove the piece")


def damaged_record(material: Material) -> Iterator[Found]:
    """Records read with doubts: a row cut off, a field given twice."""
    for reading in (*material.survey.readings, *material.survey.enriching):
        for problem in reading.problems:
            if problem.place:
                yield Found(problem.message, problem.place, material.key_of.get(problem.place, ""), problem.hint)


def unmatched_record(material: Material) -> Iterator[Found]:
    """Completing records that match no work."""
    for record in material.survey.unmatched:
        name = record.title or record.id or "a record"
        yield Found(
            f"“{name[:80]}” describes no work of the survey",
            record.origin.place,
            "",
            "correct its identifier or title, or remove it",
        )


def wrong_code(material: Material) -> Iterator[Found]:
    """What the codebook does not know, or what contradicts itself, in `bib/codes.csv` and coded columns."""
    for problem in material.survey.problems:
        if problem.place and problem.place.path == CODES:
            yield Found(problem.message, problem.place, "", problem.hint)
    for problem in material.survey.coding.problems:
        if problem.place and problem.place.path != CODES:
            yield Found(problem.message, problem.place, "", problem.hint)


def unused_input(material: Material) -> Iterator[Found]:
    """Overviews, pages and decisions that the build could not use."""
    for problem in material.survey.problems:
        if problem.place and problem.place.path.startswith((OVERVIEWS, PAGES, DECISIONS)):
            yield Found(problem.message, problem.place, "", problem.hint)
