"""The map of the front page: labels that stand apart, inside it and over no dot, on a telephone and on a wide screen."""

from __future__ import annotations

import re
from itertools import combinations
from random import Random

import pytest

from generator.figures import OF_SURVEY
from generator.figures.boxes import Box
from generator.figures.drawing import WIDE
from generator.figures.lettering import width
from generator.survey import Survey
from generator.works import Work
from tests.figures.surveys import address, survey_of, taxonomy, work

SIZE = 12.0
ROOM = {"wide": WIDE, "narrow": 284.0}  # pixels; on a telephone of 320
TITLES = (
    "Optimization and training systems", "Data", "Theory and in-context learning", "Evaluation of summaries", "Speech",
    "Tokenization and multilinguality", "Long context", "Interpretability", "Retrieval-augmented generation of answers",
    "Otters of northern rivers and lakes", "Safety", "Agents that plan", "Vision and language", "Compression",
)  # fmt: skip
WORDS = "otter river stone moss heron fern lake reed pike willow marsh vole newt alder crane eel".split()


def crowded(seed: int) -> Survey:
    """Works in sections of one theme each: more labels than a telephone has room for."""
    chance = Random(seed)
    titles = chance.sample(TITLES, chance.randint(8, len(TITLES)))
    own = {title: chance.sample(WORDS, 5) for title in titles}
    works: list[Work] = []
    themes: dict[str, str | None] = {}
    for number in range(chance.randint(120, 300)):
        title = chance.choice(titles)
        words = chance.choices(own[title], k=12) + chance.choices(WORDS, k=6)
        works.append(work(f"k{number:03}", " ".join(words[:4]), abstract=" ".join(words)))
        themes[works[-1].key] = title.lower().replace(" ", "-")
    return survey_of(works, themes, taxonomy(**{title: (title.lower().replace(" ", "-"),) for title in titles}))


def drawn(survey: Survey, variant: str) -> tuple[list[tuple[float, float]], list[Box]]:
    """The places of the dots and the boxes of the lines of labels, in pixels."""
    svg = str(OF_SURVEY["map-overview"](survey, address).svg)
    height = float(re.findall(rf"--{variant}:([\d.]+)px", svg)[0])
    halos = svg[svg.index('class="halos"') : svg.index('class="dots"')]
    dots = [(int(x) / 1000 * ROOM[variant], int(y) / 1000 * height) for x, y in re.findall(r"M(\d+) (\d+)h0", halos)]
    group = svg[svg.index(f'class="labels {variant}"') :].partition("</g>")[0]
    boxes = []
    for x, y, words in re.findall(r'<text x="([\d.]+)%" y="([\d.]+)">([^<]+)</text>', group):
        middle, half = float(x) / 100 * ROOM[variant], width(words, SIZE) / 2
        boxes.append(Box(middle - half, float(y) - 0.75 * SIZE, middle + half, float(y) + 0.2 * SIZE))
    return dots, boxes


@pytest.mark.parametrize("variant", ROOM)
@pytest.mark.parametrize("seed", range(6))
def test_no_label_lies_over_a_dot_or_another_label_or_is_clipped(seed: int, variant: str) -> None:
    survey = crowded(seed)
    dots, boxes = drawn(survey, variant)
    assert len(dots) == len(survey.works)
    assert len(boxes) >= len(survey.taxonomy.sections) / 2
    for one, other in combinations(boxes, 2):
        assert not one.overlaps(other), (one, other)
    for box in boxes:
        assert box.left >= 0 and box.right <= ROOM[variant], box
        assert not [at for at in dots if box.left < at[0] < box.right and box.top < at[1] < box.bottom], box
