from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations
from math import hypot
from random import Random

from generator.figures import OF_SURVEY
from generator.figures.content import directions
from generator.figures.label_offers import Region
from generator.figures.labels import place
from generator.figures.layout import positions
from generator.figures.lettering import width
from generator.survey import Survey
from tests.figures.surveys import address, addresses, language_models, links, survey_of, taxonomy, work
from tests.shipped import frozen

draw = OF_SURVEY["works-map"]


def marks(svg: str) -> list[tuple[float, float]]:
    """Places of the marks (not the legend's), in pixels of the narrowest frame."""
    return [
        (float(x) * 3.4, float(y)) for x, y in re.findall(r'<use href="#works-map-\d" x="([\d.]+)%" y="([\d.]+)"', svg)
    ]


def test_every_work_is_a_link_with_title_authors_and_year() -> None:
    survey = language_models()
    named = {link.attrib["href"]: link.attrib["aria-label"] for link in links(draw(survey, address))}
    for key, one in survey.works.items():
        assert named[f"../work/{key}/"].startswith(f"{one.title} — ")
        assert named[f"../work/{key}/"].endswith(str(one.year or "year unknown"))


def test_marks_do_not_overlap_even_on_a_telephone() -> None:
    places = marks(draw(language_models(), address).svg)
    assert len(places) == 27
    assert min(((a - c) ** 2 + (b - d) ** 2) ** 0.5 for (a, b), (c, d) in combinations(places, 2)) > 8.5


def test_works_that_say_the_same_get_places_of_their_own() -> None:
    survey = survey_of(
        [work(f"k{i:02}", "Same", abstract="same words") for i in range(40)],
        {f"k{i:02}": "one" for i in range(40)},
        taxonomy(A=("one",)),
    )
    places = marks(draw(survey, address).svg)
    assert len(set(places)) == 40


def test_themes_are_regions() -> None:
    survey = language_models()
    figure = draw(survey, address)
    by_key = dict(
        zip([a.split("/")[2] for a in addresses(figure) if a.startswith("../work/")], marks(figure.svg), strict=True)
    )
    middle = {}
    for theme, works in survey.by_theme.items():
        own = [by_key[one.key] for one in works]
        middle[theme] = (sum(x for x, _ in own) / len(own), sum(y for _, y in own) / len(own))
    for theme, works in survey.by_theme.items():
        for one in works:
            x, y = by_key[one.key]
            assert min(middle, key=lambda name: (middle[name][0] - x) ** 2 + (middle[name][1] - y) ** 2) == theme


def test_works_about_the_same_stand_nearer_than_others_without_any_themes() -> None:
    survey = language_models()
    works = list(survey.works.values())
    content = directions(works)
    places = positions(content, [-1] * len(works), [], 10, (340, 400))
    index = {one.key: i for i, one in enumerate(works)}

    def apart(one: str, other: str) -> float:
        return float(((places[index[one]] - places[index[other]]) ** 2).sum()) ** 0.5

    speech = [one.key for one in survey.by_theme["speech"]]
    data = [one.key for one in survey.by_theme["pretraining-data"]]
    inside = [apart(a, b) for a, b in combinations(speech, 2)]
    across = [apart(a, b) for a in speech for b in data]
    assert sum(inside) / len(inside) < sum(across) / len(across)


def test_the_place_of_a_work_does_not_depend_on_the_order_of_the_sources() -> None:
    survey = language_models()
    turned = survey_of(
        list(reversed([*survey.works.values()])),
        {key: p.primary for key, p in reversed([*survey.placements.items()])},
        survey.taxonomy,
    )
    assert draw(survey, address).svg == draw(turned, address).svg


def test_labels_make_room_for_each_other_do_not_overlap_and_stay_in_the_field() -> None:
    corners = [(20.0 + 60 * (i % 5), 30.0 + 70 * (i // 5)) for i in range(20)]
    regions = [
        Region(f"r{i}", f"A region with a long name {i}", tuple((x + 7 * j, y + 5 * j) for j in range(5)))
        for i, (x, y) in enumerate(corners)
    ]
    placed = place(regions, (340, 340), 12, 100)
    assert len(placed) == 20
    for one, other in combinations(placed, 2):
        assert not one.box.overlaps(other.box)
    for label in placed:
        assert label.box.left >= -0.5
        assert label.box.right <= 340.5
        assert label.box.top >= -0.5


def test_no_label_is_cut_or_hides_a_mark_on_the_narrow_maps_of_smaller_and_of_other_surveys() -> None:
    surveys = [language_models(), *(without_some_works(frozen(), seed) for seed in range(4))]
    labels = [label for survey in surveys for label in narrow_labels(draw(survey, address).svg)]
    assert len(labels) == sum(len(survey.by_theme) for survey in surveys)
    odd = [lines for lines, covered in labels if covered or lines[-1].endswith("…")]
    assert len(odd) <= len(labels) / 100, odd


def without_some_works(survey: Survey, seed: int) -> Survey:
    """The survey as it would be without up to a quarter of its works."""
    chance = Random(seed)
    kept = sorted(chance.sample(sorted(survey.works), round(len(survey.works) * chance.uniform(0.75, 1))))
    return replace(
        survey,
        works={key: survey.works[key] for key in kept},
        placements={key: survey.placements[key] for key in kept},
    )


def narrow_labels(svg: str) -> list[tuple[list[str], int]]:
    """(lines, how many marks they lie over) of each label on the narrowest map."""
    group = re.search(r'<g class="labels narrow">(.*?)</g>', svg)
    assert group
    labels: list[tuple[list[str], int]] = []
    for label in re.findall(r"<a .*?</a>", group[1]):
        lines = re.findall(r'<text x="([\d.]+)%" y="([\d.]+)"[^>]*>(.*?)</text>', label)
        assert lines
        covered = 0
        for x, y, words in lines:
            middle, base, half = float(x) * 3.4, float(y), width(words, 12) / 2
            covered += sum(abs(mark - middle) < half and base - 10 < row < base + 2 for mark, row in marks(svg))
        labels.append(([words for _, _, words in lines], covered))
    return labels


def test_a_label_stands_above_its_region_where_there_is_room() -> None:
    (label,) = place(
        [Region("a", "One theme", tuple((150.0 + 10 * i, 100.0 + 10 * (i % 3)) for i in range(6)))], (340, 340), 12, 100
    )
    assert label.box.bottom < 100


def test_a_label_between_crowded_regions_keeps_off_every_mark() -> None:
    grid = [(float(x), float(y)) for x in range(20, 330, 10) for y in range(20, 330, 10)]
    free = [(x, y) for x, y in grid if not (120 <= x <= 250 and 60 <= y <= 92)]  # one gap, no usual place of a label
    own = {(x, y) for x, y in free if 60 <= x <= 180 and 130 <= y <= 190}
    regions = [
        Region("crowded", "Pre-training data", tuple(sorted(own))),
        Region("around", "All the rest", tuple(mark for mark in free if mark not in own)),
    ]
    (label,) = (label for label in place(regions, (340, 400), 12, 100) if label.region.name == "crowded")
    left, top, right, bottom = label.box
    assert [(x, y) for x, y in free if left < x < right and top < y < bottom] == []


def test_a_label_is_never_nearer_to_another_region_than_to_its_own() -> None:
    generation = (
        (176, 422),
        (192, 433),
        (183, 436),
        (173, 432),
        (166, 423),
        (186, 447),
        (190, 456),
        (159, 448),
        (159, 431),
        (168, 454),
        (185, 426),
        (182, 464),
    )
    data = (
        (144, 371),
        (136, 380),
        (126, 382),
        (152, 376),
        (135, 366),
        (133, 356),
        (143, 391),
        (118, 387),
        (120, 373),
        (121, 363),
    )
    regions = [Region("generation", "Decoding and generation", generation), Region("data", "Pre-training data", data)]
    placed = place(regions, (340, 720), 12, 100)
    assert len(placed) == 2
    for label in placed:
        gap = {
            region.name: min(
                hypot(max(label.box.left - x, x - label.box.right, 0), max(label.box.top - y, y - label.box.bottom, 0))
                for x, y in region.marks
            )
            for region in regions
        }
        assert gap[label.region.name] == min(gap.values())


def test_each_theme_with_works_is_labelled_in_both_variants() -> None:
    survey = language_models()
    assert [a for a in addresses(draw(survey, address)) if a.startswith("../theme/")] == [
        f"../theme/{t.id}/" for t in survey.taxonomy.themes
    ] * 2


def test_the_table_lists_every_work_with_its_theme() -> None:
    survey = language_models()
    table = draw(survey, address).table
    assert {row[0] for row in table.rows} == {(one.title, f"../work/{key}/") for key, one in survey.works.items()}
    assert [row[2] for row in table.rows if row[0] == ("A history of word games", "../work/smith2021history/")] == [
        "no theme"
    ]


def test_a_survey_without_works_has_an_empty_map() -> None:
    assert marks(draw(survey_of([], {}, taxonomy(A=("x",))), address).svg) == []
