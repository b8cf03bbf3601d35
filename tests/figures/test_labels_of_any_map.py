"""Labels of maps of any kind: each stands by itself, inside the map and over no mark, or it is shortened or left out."""

from __future__ import annotations

from itertools import combinations
from random import Random

import numpy as np
import pytest
from numpy.typing import NDArray

from generator.figures.boxes import Box, are_astray, marks_covered, overlapping
from generator.figures.drawing import NARROW, WIDE
from generator.figures.label_offers import Label, Region
from generator.figures.labels import place
from generator.figures.layout import positions
from generator.figures.lettering import LINE, cut, narrowest, width, wrap
from generator.figures.map_places import PITCH, _height

SIZE = 12.0
WORDS = (
    "Optimization and training systems", "Data", "Theory and in-context learning", "Evaluation", "言語モデルの評価と解釈",
    "Tokenization and multilinguality", "Long context", "Interpretability", "Donaudampfschifffahrtsgesellschaft",
    "Retrieval-augmented generation of answers to questions of patients", "Speech", "Otters of northern rivers and lakes",
)  # fmt: skip


def some_regions(seed: int, wide: float) -> tuple[list[Region], float]:
    """Regions as the map of a survey that nobody knows has them, and the map's height."""
    chance = Random(seed)
    themes = chance.randint(1, 16)
    works = chance.randint(themes, 30 * themes)
    groups = [chance.randrange(themes) for _ in range(works)]
    content = np.array([[chance.gauss(0, 1) for _ in range(6)] for _ in groups])
    content += np.array([[3 * ((group * 7 + axis * 3) % 5) for axis in range(6)] for group in groups])
    content /= np.sqrt((content**2).sum(axis=1))[:, None]
    height = _height(works, len(set(groups)), PITCH)
    places = positions(content, groups, [theme // 3 for theme in range(themes)], PITCH, (NARROW, height))
    marks: dict[int, list[tuple[float, float]]] = {group: [] for group in sorted(set(groups))}
    for group, (x, y) in zip(groups, places.tolist(), strict=True):
        marks[group].append((round(x / NARROW * 100, 1) / 100 * wide, round(y, 1)))
    return [Region(f"r{group}", chance.choice(WORDS), tuple(own)) for group, own in marks.items()], height


def every_mark(regions: list[Region]) -> NDArray[np.float64]:
    return np.array([mark for region in regions for mark in region.marks])


@pytest.mark.parametrize("wide", [NARROW, WIDE])
@pytest.mark.parametrize("seed", range(12))
def test_no_label_overlaps_another_is_clipped_or_lies_over_a_mark(seed: int, wide: float) -> None:
    regions, height = some_regions(seed, wide)
    labels = place(regions, (wide, height), SIZE, 150 if wide > NARROW else 100, keeps_off=True)
    assert labels
    for one, other in combinations(labels, 2):
        assert not one.box.overlaps(other.box), (one, other)
    for label in labels:
        box = np.array([label.box])
        assert marks_covered(box, every_mark(regions), 0).tolist() == [0], label
        half = max(width(line, SIZE) for line in label.lines) / 2
        assert label.x - half >= 0 and label.x + half <= wide, label
        assert label.y - SIZE >= -0.1 and label.y + (len(label.lines) - 1) * SIZE * LINE <= height, label


@pytest.mark.parametrize("wide", [NARROW, WIDE])
@pytest.mark.parametrize("seed", range(12))
def test_a_label_is_shortened_or_left_out_only_where_there_is_no_room_for_it(seed: int, wide: float) -> None:
    regions, height = some_regions(seed, wide)
    labels = {
        label.region.name: label
        for label in place(regions, (wide, height), SIZE, 150 if wide > NARROW else 100, keeps_off=True)
    }
    for region in regions:
        label = labels.get(region.name)
        if not label or label.is_cut:
            others = [other for other in labels.values() if other.region != region]
            assert not room_for(region, regions, others, (wide, height)), (region.text, label)


@pytest.mark.parametrize("wide", [284.0, NARROW, WIDE])
@pytest.mark.parametrize("seed", range(6))
def test_a_label_has_all_its_words(seed: int, wide: float) -> None:
    """A section's label on a telephone read “Other mo…”."""
    regions, height = some_regions(seed, wide)
    for region in regions:
        assert width(region.text.split()[0], SIZE) < wide
    for label in place(regions, (wide, height / 2), SIZE, 100):
        assert "".join(label.lines).replace(" ", "") == label.region.text.replace(" ", ""), label


def test_only_a_word_wider_than_the_map_is_cut() -> None:
    regions = [
        Region("word", "Donaudampfschifffahrtsgesellschaft", ((40.0, 60.0), (50.0, 60.0))),
        Region("words", "Otters of northern rivers and lakes", ((60.0, 160.0), (70.0, 160.0))),
    ]
    cut = {label.region.name: label.is_cut for label in place(regions, (120.0, 200.0), SIZE, 100)}
    assert cut == {"word": True, "words": False}


@pytest.mark.parametrize(
    ("text", "room", "shown"),
    [
        ("Other modalities and methods", 250, "Other modalities and methods"),
        ("Other modalities and methods", 130, "Other modalities…"),
        ("Other modalities and methods", 70, "Other…"),
        ("Training, data and systems", 72, "Training…"),
        ("Donaudampfschifffahrtsgesellschaft", 100, "Donaudampfsc…"),
        ("言語モデルの評価と解釈", 80, "言語モデル…"),
    ],
)
def test_a_text_without_room_is_cut_between_words(text: str, room: float, shown: str) -> None:
    found = cut(text, room, SIZE)
    assert found == shown
    assert width(found, SIZE) <= room


@pytest.mark.parametrize("text", WORDS)
@pytest.mark.parametrize("most", [1, 2, 3, 4, 9])
def test_the_narrowest_room_keeps_every_word_and_less_does_not(text: str, most: int) -> None:
    room = narrowest(text, SIZE, most)
    assert " ".join(wrap(text, room, SIZE, most)) == text
    assert any(line.endswith("…") for line in wrap(text, room - 1, SIZE, most))


def room_for(region: Region, regions: list[Region], labels: list[Label], field: tuple[float, float]) -> list[Box]:
    """Boxes in which a region's text would stand on one line, with a pixel to spare, found by trying every pixel."""
    wide, tall = width(region.text, SIZE) + 8, SIZE * LINE + 4
    xs, ys = [x for x, _ in region.marks], [y for _, y in region.marks]
    lefts = np.arange(max(0, min(xs) - wide - 40), min(field[0] - wide, max(xs) + 40), 1.0)
    tops = np.arange(max(0, min(ys) - tall - 40), min(field[1] - tall, max(ys) + 40), 1.0)
    corners = np.stack([one.ravel() for one in np.meshgrid(lefts, tops)], axis=1)
    boxes = np.concatenate([corners, corners + np.array((wide, tall))], axis=1)
    every, own = every_mark(regions), np.array(region.marks)
    strange = np.array([mark for other in regions if other != region for mark in other.marks]).reshape(-1, 2)
    boxes = boxes[marks_covered(boxes, every, 2) == 0]
    boxes = boxes[~overlapping(boxes, np.array([label.box for label in labels]).reshape(-1, 4)).any(axis=1)]
    boxes = boxes[~are_astray(boxes, own, strange)]
    return [Box(*box) for box in boxes.tolist()]
