from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.checks.finding import Found
from generator.checks.material import Material
from generator.checks.registry import CHECKS
from generator.config.settings import Settings
from generator.config.taxonomy import Section, Taxonomy, Theme
from generator.errors import Place
from generator.identifiers import parse_doi
from generator.names import parse_name
from generator.prose.sources import Written
from generator.records import Origin, Record
from generator.survey import Survey
from generator.themes.values import Placement
from generator.works import Choice, Work

SETS = Theme("sets", "Sets", "Order and sets.", line=4)
COMPLETE: dict[str, Any] = {
    "title": "Order matters for sets",
    "abstract": "We study how the order of a set matters.",
    "authors": (parse_name("Smith, Ann"), parse_name("Lee, Bo")),
    "year": 2022,
    "kind": "article",
    "venue": "Journal of Sets",
    "pages": "12-20",
    "identifiers": (parse_doi("10.1234/sets.2022.7"),),
    "verified": True,
}


def a_work(
    key: str = "smith2022order",
    line: int = 3,
    records: tuple[Record, ...] = (),
    enriched_by: tuple[Record, ...] = (),
    **fields: Any,
) -> Work:
    """A work about which there is nothing to say, but for `fields`."""
    origin = Origin("sources/a.bib", line, key)
    values = {**COMPLETE, **fields}
    return Work(
        **values,
        key=key,
        records=records or (Record(origin, values["title"]),),
        enriched_by=enriched_by,
        choices={name: Choice(value, origin) for name, value in values.items() if value},
    )


def a_survey(*works: Work, **parts: Any) -> Survey:
    """A survey of one theme in which all works stand."""
    placements = {work.key: Placement("sets", scores=(("sets", 0.9),)) for work in works}
    given = {
        "settings": Settings(),
        "taxonomy": Taxonomy((Section("All", (SETS,)),)),
        "placements": placements,
        **parts,
    }
    return Survey(works={work.key: work for work in works}, **given)


def a_page(text: str, source: str = "bib/pages/guide.md") -> Written:
    """A page as its author wrote it."""
    page = source.removeprefix("bib/pages/").removeprefix("docs/")
    return Written(source, page, page, text)


Seek = Callable[..., list[Found]]


@pytest.fixture
def seek() -> Seek:
    """What the check of a name finds in works, parts of the survey, or other material."""

    def run(
        name: str,
        *works: Work,
        documents: tuple[Written, ...] = (),
        addresses: frozenset[str] = frozenset(),
        **parts: Any,
    ) -> list[Found]:
        check = next(check for check in CHECKS if check.name == name)
        decisions = {"decisions": parts.pop("decisions")} if "decisions" in parts else {}
        published = {"published": parts.pop("published")} if "published" in parts else {}
        material = Material(a_survey(*works, **parts), documents, addresses, **decisions, **published)
        found = list(check.function(material))
        assert all(isinstance(one.place, Place) and one.message and not one.message.endswith(".") for one in found)
        return found

    return run
