"""Where the works stand on the map: similar themes as regions side by side, works inside them by content, no overlap.

Once the directions of the content are rounded, only sums, products, quotients and square roots follow, in a fixed
order, so that rounding is the same on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from generator.figures.content import principal

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from generator.figures.content import Points

_FILL = 0.5  # share of a region's disc that its marks cover
# Without themes: of the nearest by content, 12 % stay near with the two widest directions alone, and 30 % this way
# (`benchmarks/figures.py`).
_NEIGHBOURS, _DRAWS = 4, 20
_SPREAD = 0.85  # share of the field that the regions' discs cover, with the space around them
_NOTHING, _TINY = 1e-9, 1e-6  # a likeness or distance below this is a rounding error
_PULLING = 300  # steps during which marks are still pulled towards their targets
_PAIRS = 1_000_000  # pairs examined in one direction: bounds memory if thousands of marks begin in one place
_STEPS = 1000  # in which a likeness is told: what differs by less may be a rounding error
_MANY = 1500  # marks from which fewer rounds must suffice


def positions(
    content: Points, groups: Sequence[int], sections: Sequence[int], pitch: float, field: tuple[float, float]
) -> Points:
    """Position of each work in a `field` (width, height), at least `pitch` apart if the field is large enough.

    `groups` numbers the theme of each work (-1: none), `sections` the section of each theme.
    """
    width, height = field
    group = np.asarray(groups, dtype=np.int64)
    sizes = np.bincount(group[group >= 0], minlength=len(sections)).astype(float)
    centroids = np.zeros((len(sections), content.shape[1]))
    for index in range(len(sections)):
        if sizes[index]:
            centroids[index] = content[group == index].mean(axis=0)
    centroids /= np.maximum(np.sqrt((centroids * centroids).sum(axis=1)), 1e-9)[:, None]
    radii = np.sqrt(sizes * pitch * pitch / (_FILL * np.pi))
    room = radii + np.where(sizes > 0, pitch, 0)
    room *= min(1.6, float(np.sqrt(_SPREAD * width * height / max(np.pi * float((room * room).sum()), 1e-9))))
    centres = _regions(np.round(centroids, 3), room, sections, width, height)

    likeness = np.maximum(content @ centroids.T, 0) ** 4 if len(sections) else np.zeros((len(group), 0))
    likeness[:, sizes == 0] = 0
    towards = (
        (likeness @ centres) / np.maximum(likeness.sum(axis=1), 1e-9)[:, None]
        if len(sections)
        else np.zeros((len(group), 2))
    )
    lost = likeness.sum(axis=1) < _NOTHING
    target = np.where(lost[:, None], np.array([width / 2, height / 2]), towards)
    if not len(sections) or not sizes.any():
        target = (0.85 * _gathered(content) + 1) / 2 * np.array([width, height])
    for index in np.flatnonzero(sizes).tolist():
        members = np.flatnonzero(group == index)
        pull = target[members] - centres[index]
        reach = np.sqrt((pull * pull).sum(axis=1))
        pull /= np.maximum(reach, 1e-9)[:, None]
        target[members] = centres[index] + radii[index] * (0.35 * pull + 0.55 * principal(content[members]))
    nudge = np.arange(len(group))  # separates works that say the same
    target = np.round(target, 1) + np.stack([nudge * 0.618 % 1, nudge * 0.414 % 1], axis=1) * 0.2
    return _settle(target, pitch, width, height)


def _gathered(content: Points) -> Points:
    """Works (rows) in a plane, from -1 to 1: along the widest directions of content, then pulled towards the
    nearest.
    """
    plane = principal(content)
    if len(plane) <= _NEIGHBOURS + 1:
        return plane
    nearest = _nearest(content, _NEIGHBOURS)
    for _ in range(_DRAWS):
        plane = 0.4 * plane + 0.6 * plane[nearest].mean(axis=1)
    ranks = (
        np.argsort(np.argsort(np.round(plane, 6), axis=0, kind="stable"), axis=0, kind="stable") / (len(plane) - 1) * 2
        - 1
    )
    return np.round(ranks, 3)


def _nearest(content: Points, count: int, cells: int = _PAIRS) -> NDArray[np.int64]:
    """The places of the `count` rows most like each row of `content`, most alike first, of equal ones the first first.

    As many rows at once as make `cells` comparisons: all at once would take 10 GB for 20,000 works.
    """
    works = len(content)
    step = max(cells // works, 1)
    found = []
    for start in range(0, works, step):
        likeness = np.round((content[start : start + step] @ content.T) * _STEPS).astype(np.int64)
        own = np.arange(len(likeness))
        likeness[own, start + own] = -2 * _STEPS
        order = np.arange(works) - likeness * works  # each another number, so that parting is as good as sorting
        near = np.argpartition(order, count - 1, axis=1)[:, :count]
        found.append(np.take_along_axis(near, np.argsort(np.take_along_axis(order, near, axis=1), axis=1), axis=1))
    return np.concatenate(found)


def _regions(centroids: Points, radii: Points, sections: Sequence[int], width: float, height: float) -> Points:
    """Centres of the themes' discs: similar themes, and those of one section, near each other, without overlap."""
    if not len(radii):
        return np.zeros((0, 2))
    section = np.asarray(sections)
    likeness = centroids @ centroids.T + 0.35 * (section[:, None] == section[None, :])
    plane = principal(likeness)[:, ::-1]
    ranks = np.argsort(np.argsort(plane, axis=0, kind="stable"), axis=0, kind="stable") / max(1, len(radii) - 1) * 2 - 1
    wanted = (0.3 * plane + 0.7 * ranks + 1) / 2 * (np.array([width, height]) - 2 * radii[:, None]) + radii[:, None]
    places = np.round(wanted, 2)
    apart = radii[:, None] + radii[None, :]
    for step in range(400):
        gap = places[:, None, :] - places[None, :, :]
        distance = np.sqrt((gap * gap).sum(axis=2)) + 1e-9
        overlap = np.maximum(apart - distance, 0) / distance
        np.fill_diagonal(overlap, 0)
        push = (gap * overlap[:, :, None]).sum(axis=1) * 0.4
        pull = (wanted - places) * (0.03 if step < _PULLING else 0.0)
        places = places + push + pull
        low = np.minimum(radii, np.array([width / 2, height / 2])[:, None]).T
        places = np.clip(places, low, np.array([width, height]) - low)
    return np.round(places, 1)


def _settle(target: Points, pitch: float, width: float, height: float) -> Points:
    """`target` moved as little as needed to keep the points `pitch` apart and inside the field."""
    places = target.copy()
    low, high = np.array([pitch / 2, pitch / 2]), np.array([width - pitch / 2, height - pitch / 2])
    rounds = 160 if len(places) <= _MANY else 60
    for step in range(rounds):
        left, right = _near(places, pitch)
        gap = places[left] - places[right]
        distance = np.sqrt((gap * gap).sum(axis=1))
        gap = np.where(distance[:, None] > _TINY, gap, np.array([0.6, 0.8]))
        push = gap * ((pitch - distance) / np.maximum(distance, 1e-6) * 0.5)[:, None]
        push = np.clip(push, -pitch / 2, pitch / 2)
        for axis in (0, 1):
            moved = np.bincount(left, push[:, axis], len(places)) - np.bincount(right, push[:, axis], len(places))
            places[:, axis] += moved * 0.7
        if step < rounds * 0.6:
            places += (target - places) * 0.02
        elif not len(left):
            break
        places = np.clip(places, low, high)
    return places


def _near(places: Points, reach: float) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Pairs of points less than `reach` apart, found cell by cell in a grid of that size."""
    cells = np.floor(places / reach).astype(np.int64) + 2
    stride = int(cells[:, 1].max(initial=0)) + 4
    codes = cells[:, 0] * stride + cells[:, 1]
    order = np.argsort(codes, kind="stable")
    ranked = codes[order]
    lefts, rights = [], []
    for offset in (0, 1, stride - 1, stride, stride + 1):
        start = np.searchsorted(ranked, ranked + offset, side="left")
        end = np.searchsorted(ranked, ranked + offset, side="right")
        if offset == 0:
            start = np.arange(len(ranked)) + 1
        count = np.clip(end - start, 0, max(1, _PAIRS // max(1, len(ranked))))
        left = np.repeat(np.arange(len(ranked)), count)
        within = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
        lefts.append(order[left])
        rights.append(order[np.repeat(start, count) + within])
    left, right = np.concatenate(lefts), np.concatenate(rights)
    gap = places[left] - places[right]
    close = (gap * gap).sum(axis=1) < reach * reach
    return left[close], right[close]
