"""Figures: time and size on 345 and 5,000 works, and how much of the works' content the map keeps.

Run from the repository: `python -m benchmarks.figures [--json]`. The larger survey is made of this survey's works (`made.corpus`).
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.made.corpus import made
from generator.figures import OF_SURVEY, OF_THEME
from generator.figures.content import directions
from generator.figures.layout import positions
from generator.pipeline import survey_of
from generator.survey import Survey
from generator.works import Work

NEAR = 10


def address(kind: str, /, *names: str) -> str:
    """An address of the usual length."""
    return f"../{kind}/{'/'.join(names)}/"


def drawn(survey: Survey) -> list[dict[str, Any]]:
    """Processor seconds and bytes of each figure; those of the themes together."""
    themes = [theme.id for theme in survey.taxonomy.themes]
    jobs = {name: [lambda draw=draw: draw(survey, address)] for name, draw in OF_SURVEY.items()}
    jobs |= {
        f"{name} of each theme": [lambda draw=draw, theme=theme: draw(survey, theme, address) for theme in themes]
        for name, draw in OF_THEME.items()
    }
    rows = []
    for name, calls in jobs.items():
        start = time.process_time()
        size = sum(len(call().svg.encode()) for call in calls)
        rows.append(
            {
                "works": len(survey.works),
                "figure": name,
                "seconds": round(time.process_time() - start, 2),
                "kB": size // 1000,
            }
        )
    return rows


def kept(
    works: Sequence[Work], themes: Sequence[int], groups: Sequence[int], sections: Sequence[int]
) -> dict[str, float]:
    """Of the ten works nearest on the map: the share that is among the ten nearest in content, and the share of the same theme."""
    content = directions(works)
    places = positions(content, groups, sections, 10, (340, 740))
    alike = -(content @ content.T)
    apart = ((places[:, None] - places[None]) ** 2).sum(axis=2)
    for table in (alike, apart):
        np.fill_diagonal(table, np.inf)
    wanted, found = (
        np.argsort(alike, axis=1, kind="stable")[:, :NEAR],
        np.argsort(apart, axis=1, kind="stable")[:, :NEAR],
    )
    shared = [len(set(w) & set(f)) / NEAR for w, f in zip(wanted.tolist(), found.tolist(), strict=True)]
    theme = np.asarray(themes)
    return {
        "content": round(sum(shared) / len(shared), 3),
        "content_by_chance": round(NEAR / (len(works) - 1), 3),
        "theme": round(float((theme[found] == theme[:, None]).mean()), 3),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(arguments)
    survey = survey_of(Path())
    works = list(survey.works.values())
    many = {work.key: work for work in made(works, 5000)}
    keys = list(survey.works)
    large = replace(
        survey,
        works=many,
        placements={key: survey.placements[keys[index % len(keys)]] for index, key in enumerate(many)},
    )
    order = {theme.id: index for index, theme in enumerate(survey.taxonomy.themes)}
    groups = [order.get(survey.placements[key].primary or "", -1) for key in keys]
    numbers = [survey.taxonomy.sections.index(survey.taxonomy.section_of[theme.id]) for theme in survey.taxonomy.themes]
    result = {
        "time": [*drawn(survey), *drawn(large)],
        "map": {
            "with themes": kept(works, groups, groups, numbers),
            "content alone": kept(works, groups, [-1] * len(works), []),
        },
    }
    if chosen.json:
        print(json.dumps(result, indent=1))
        return
    for row in result["time"]:
        print(f"{row['works']:>6,} works  {row['figure']:<24} {row['seconds']:>6.2f} s  {row['kB']:>6,} kB")
    for name, share in result["map"].items():
        alike = f"{share['content']:.1%} are nearest in content (chance {share['content_by_chance']:.1%})"
        print(f"map, {name}: of a mark's ten nearest, {alike}, {share['theme']:.0%} of its theme")


if __name__ == "__main__":
    main()
