"""Where labels of a crowded map may stand is found by looking at few marks at a time, with the result of looking at all."""

from __future__ import annotations

import time
from itertools import combinations
from math import hypot, inf
from random import Random

import numpy as np
import pytest

from generator.figures.boxes import Box, are_astray, marks_covered, overlapping
from generator.figures.free_places import clearest
from generator.figures.label_offers import Region, _once, _tenths, offers_of
from generator.figures.labels import place

Marks = list[tuple[float, float]]


def some_marks(chance: Random, count: int) -> Marks:
    return sorted((chance.randrange(900) / 2, chance.randrange(700) / 2) for _ in range(count))


def some_boxes(chance: Random, count: int) -> list[Box]:
    corners = [(chance.randrange(800) / 2, chance.randrange(600) / 2) for _ in range(count)]
    return [Box(x, y, x + chance.choice((20, 90)), y + 16) for x, y in corners]


def distance(box: Box, mark: tuple[float, float]) -> float:
    x, y = mark
    return hypot(max(0, box.left - x, x - box.right), max(0, box.top - y, y - box.bottom))


@pytest.mark.parametrize("marks", [0, 1, 400])
def test_a_label_covers_every_mark_within_five_pixels(marks: int) -> None:
    chance = Random(marks)
    every, boxes = some_marks(chance, marks), some_boxes(chance, 300)
    covered = [
        sum(box.left - 5 < x < box.right + 5 and box.top - 5 < y < box.bottom + 5 for x, y in every) for box in boxes
    ]
    assert marks_covered(np.array(boxes), np.array(every).reshape(-1, 2)).tolist() == covered


@pytest.mark.parametrize(("own", "others"), [(200, 400), (1, 400), (200, 1), (200, 0), (0, 3)])
def test_a_label_is_astray_where_another_region_has_the_nearest_mark(own: int, others: int) -> None:
    chance = Random(own + others)
    ours, theirs, boxes = some_marks(chance, own), some_marks(chance, others), some_boxes(chance, 300)
    nearest = [[min((distance(box, mark) for mark in marks), default=inf) for marks in (ours, theirs)] for box in boxes]
    assert (
        are_astray(np.array(boxes), np.array(ours).reshape(-1, 2), np.array(theirs).reshape(-1, 2)).tolist()
        == [to_own > to_others for to_own, to_others in nearest]
    )  # fmt: skip


def test_labels_of_thousands_of_marks_stand_apart_and_near_their_own() -> None:
    chance = Random(7)
    regions = []
    for number in range(12):
        x, y = 120 + 240 * (number % 4), 100 + 200 * (number // 4)
        marks = tuple((chance.gauss(x, 45), chance.gauss(y, 35)) for _ in range(300))
        regions.append(Region(f"theme {number}", f"Region number {number}", marks))
    labels = place(regions, (960.0, 600.0), 12.0, 150)
    assert {label.region.name for label in labels} == {region.name for region in regions}
    assert not any(one.box.overlaps(other.box) for one in labels for other in labels if one is not other)
    for label in labels:
        assert min(distance(label.box, mark) for mark in label.region.marks) < 100


def test_hundreds_of_labels_where_a_few_have_room_take_no_time_that_grows_without_bounds() -> None:
    """Themes that came from a column of 89 hostile texts held a build up for more than a minute."""
    chance = Random(1)
    regions = [
        Region(f"r{number}", "otters of a river at sea", ((chance.uniform(20, 280), chance.uniform(20, 180)),))
        for number in range(40)
    ]
    started = time.process_time()
    labels = place(regions, (300, 200), 11, 120)
    assert time.process_time() - started < 20
    assert len(labels) > 10
    boxes = [label.box for label in labels]
    assert not [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])]


def test_distances_are_rounded_as_python_rounds_them() -> None:
    chance = Random(3)
    halves = [number / 20 for number in range(-300, 3000)]  # 0.05, 0.15 and so on lie a little above or below the half
    values = [
        *halves,
        *(half + chance.choice((-1e-12, 1e-12)) for half in halves),
        *(chance.gauss(0, 400) for _ in halves),
    ]
    assert _tenths(np.array(values)).tolist() == [round(value, 1) for value in values]


def test_a_place_that_is_offered_twice_counts_once_and_where_it_stands_first() -> None:
    chance = Random(4)
    spots = [(chance.randrange(6) / 2, chance.randrange(-6, 6) / 2) for _ in range(100)]
    assert [*map(tuple, _once(np.array(spots)).tolist())] == [*dict.fromkeys(spots)]


@pytest.mark.parametrize("boxes", [0, 6])
@pytest.mark.parametrize("marks", [0, 3, 120, 900])
def test_where_a_box_covers_the_fewest_marks_is_found_as_by_trying_every_place(marks: int, boxes: int) -> None:
    chance = Random(marks + boxes)
    every = np.array(some_marks(chance, marks)).reshape(-1, 2)
    others = np.array(some_boxes(chance, boxes)).reshape(-1, 4)
    window, half = Box(140.0, 90.0, 260.0, 200.0), np.array((40, 8))
    middles, least = clearest((80.0, 16.0), window, (201.3, 140.2), every, 5, others)
    tried = np.array([(x / 2, y / 2) for x in range(280, 521) for y in range(180, 401)])
    tried = np.concatenate([tried - half, tried + half], axis=1)
    tried = tried[~overlapping(tried, others).any(axis=1)]
    assert least == marks_covered(tried, every).min()
    found = np.concatenate([middles - half, middles + half], axis=1)
    assert set(marks_covered(found, every).tolist()) == {least}
    assert not overlapping(found, others).any()
    assert ((middles >= window[:2]) & (middles <= window[2:])).all()


def test_a_box_without_any_space_has_no_place() -> None:
    whole = np.array([(0.0, 0.0, 400.0, 300.0)])
    middles, _ = clearest((80.0, 16.0), Box(40.0, 8.0, 360.0, 290.0), (1.0, 1.0), np.empty((0, 2)), 5, whole)
    assert len(middles) == 0


@pytest.mark.parametrize("everywhere", [False, True])
def test_places_are_offered_cheapest_first_with_the_box_that_their_label_has(everywhere: bool) -> None:
    chance = Random(5)
    marks = some_marks(chance, 60)
    region = Region("code", "Programs and what is said about them", tuple(marks[:20]))
    offers = offers_of(region, np.array(marks), (450.0, 350.0), 12.0, 100, everywhere)
    labels = [offers.spot(number) for number in range(len(offers.costs))]
    assert [cost for cost, _ in labels] == offers.costs == sorted(offers.costs)
    assert [[*label.box] for _, label in labels] == offers.boxes.tolist()
    assert len({label.lines for _, label in labels}) > 1
    for _, label in labels:
        assert label.x == pytest.approx((label.box.left + label.box.right) / 2)
        assert label.box.left + 0.1 >= 0 and label.box.right <= 450.1 and label.y == label.box.top + 12
