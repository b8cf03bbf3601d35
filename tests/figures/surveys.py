"""Small surveys for the figures' tests, and what the tests ask of a drawing."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import yaml
from defusedxml.ElementTree import fromstring

from generator.config.settings import Settings
from generator.config.taxonomy import Section, Taxonomy, Theme
from generator.figures import Figure
from generator.flow import count_flow
from generator.links.values import Mention, Related
from generator.names import parse_name
from generator.records import LeftOut, Origin, Record, SourceReading
from generator.survey import Survey
from generator.themes.values import Placement
from generator.works import Work

DATA = Path(__file__).parents[1] / "data" / "figures"
SVG = "{http://www.w3.org/2000/svg}"


def address(kind: str, /, *names: str) -> str:
    return f"../{kind}/{'/'.join(names)}/"


def taxonomy(**sections: tuple[str, ...]) -> Taxonomy:
    return Taxonomy(
        tuple(
            Section(title, tuple(Theme(name, name.replace("-", " ").capitalize(), "") for name in names))
            for title, names in sections.items()
        )
    )


def survey_of(works: list[Work], themes: dict[str, str | None], given: Taxonomy, **values: Any) -> Survey:
    placements = {work.key: Placement(themes.get(work.key)) for work in works}
    return Survey(
        Settings(), given, {work.key: work for work in sorted(works, key=lambda work: work.key)}, placements, **values
    )


def work(
    key: str,
    title: str = "A title",
    year: int | None = 2023,
    abstract: str = "",
    authors: tuple[str, ...] = ("Ada Lovelace",),
) -> Work:
    names = tuple(parse_name(name) for name in authors)
    return Work(
        title,
        (Record(Origin("sources/a.txt", 1, key), title),),
        key=key,
        abstract=abstract,
        authors=names,
        year=year,
        kind="preprint",
    )


def language_models() -> Survey:
    """Twenty-four works of four themes in three sections, with links, two sources, a duplicate and what was left out."""
    entries = yaml.safe_load((DATA / "works.yml").read_text(encoding="utf-8"))
    works, themes = [], {}
    for line, entry in enumerate(entries, 1):
        source = f"sources/{'ab'[line % 2]}.txt"
        origins = [Origin(source, line * 10)] + ([Origin("sources/b.txt", 900 + line)] if line in (1, 3) else [])
        key = entry["key"]
        one = work(key, entry["title"], entry.get("year"), entry["abstract"], tuple(entry["authors"]))
        works.append(
            replace(
                one, records=tuple(Record(origin, one.title) for origin in origins), kind=entry.get("kind", "preprint")
            )
        )
        themes[key] = entry.get("theme")
    excluded = (LeftOut(Origin("sources/a.txt", 995), "not about language models", "Birds of Kent"),)
    torn = (LeftOut(Origin("sources/b.txt", 990), "has neither a title nor an abstract"),)
    every = [record for one in works for record in one.records] + [
        Record(Origin("sources/a.txt", 995), "Birds of Kent")
    ]
    readings = tuple(
        SourceReading(
            source,
            "BibTeX",
            tuple(r for r in every if r.origin.source == source),
            tuple(p for p in torn if p.origin.source == source),
        )
        for source in ("sources/a.txt", "sources/b.txt")
    )
    keys = [one.key for one in works]
    return survey_of(
        works, themes, taxonomy(Efficiency=("model-compression", "inference-acceleration"), Training=("pretraining-data",), Modalities=("speech",)),
        related={keys[0]: (Related(keys[1], 0.5, ()), Related(keys[7], 0.4, ())), keys[1]: (Related(keys[0], 0.5, ()),)},
        mentions={keys[7]: (Mention(keys[0], "X", 0, 1),), keys[14]: (Mention(keys[7], "Y", 0, 1),)},
        readings=readings, left_out=(*torn, *excluded), flow=count_flow(readings, works, excluded),
        enriching=(SourceReading("metadata.bib", "BibTeX", (Record(Origin("metadata.bib", 1)),)),),
    )  # fmt: skip


def parsed(figure: Figure) -> Element:
    return fromstring(figure.svg)


def links(figure: Figure) -> list[Element]:
    return list(parsed(figure).iter(f"{SVG}a"))


def addresses(figure: Figure) -> list[str]:
    return [link.attrib["href"] for link in links(figure)]


def ids(figure: Figure) -> list[str]:
    return re.findall(r'\sid="([^"]+)"', figure.svg)
