"""A project without a taxonomy gets themes that a person can read and edit."""

from __future__ import annotations

import random
import string
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config.taxonomy import ID, RESERVED, Taxonomy
from generator.themes import assign, discover, themes_yaml
from generator.works import Work
from tests.themes.corpus import astronomy, taxonomy_of, work

SUBJECTS = {
    "Spiral galaxies": "galaxy rotation, spiral arms, dark matter haloes and star formation in spiral galaxies",
    "Radial velocity": "radial velocity of stars, exoplanet detection, stellar activity and transit timing",
    "Adaptive optics": "adaptive optics of a telescope, deformable mirror, wavefront sensor and laser guide star",
    "Neutron stars": "neutron stars and pulsars, equation of state, magnetic field and pulsar timing",
}


def many() -> list[Work]:
    """Eighty works of four subjects, each in words of its own besides."""
    chance = random.Random(1)
    works = []
    for number in range(80):
        title, subject = list(SUBJECTS.items())[number % 4]
        parts = subject.split(", ")
        chance.shuffle(parts)
        word = "".join(chance.choices(string.ascii_lowercase, k=8))
        works.append(work(f"w{number:02}", f"{title}: the case of {word}", f"We study {', '.join(parts[:2])}. The {word} shows {parts[-1]}."))
    return works


def outline(taxonomy: Taxonomy) -> list[tuple[str, list[tuple[object, ...]]]]:
    return [(s.title, [(t.id, t.title, t.scope, t.terms, t.exemplars, t.excludes) for t in s.themes]) for s in taxonomy.sections]


def test_themes_are_as_many_as_a_corpus_can_bear() -> None:
    assert [len(discover(many()[:size]).themes) for size in (1, 4, 16)] == [1, 2, 4]
    assert len(discover(many()).themes) == len(SUBJECTS)
    assert not discover(many()).given


def test_titles_are_phrases_of_the_corpus() -> None:
    titles = {theme.title for theme in discover(many()[:16]).themes}
    assert titles == {"Spiral Galaxies", "Radial Velocity", "Adaptive Optics", "Neutron Stars"}


def test_works_of_one_subject_come_to_one_theme_and_its_exemplars_are_among_them() -> None:
    works = many()[:16]
    taxonomy = discover(works)
    placements = assign(works, taxonomy).placements
    by_subject = [{placements[paper.key].primary for paper in works[subject::4]} for subject in range(4)]
    assert all(len(found) == 1 for found in by_subject)
    assert all(placements[key].primary == theme.id for theme in taxonomy.themes for key in theme.exemplars)
    assert {placement.decided_by for placement in placements.values()} == {"method"}


def test_order_of_works_changes_nothing() -> None:
    works = many()
    expected = outline(discover(works))
    random.Random(3).shuffle(works)
    assert outline(discover(works)) == expected


def test_every_found_theme_has_works() -> None:
    for works in (many(), astronomy()):
        assert assign(works, discover(works)).problems == ()


@pytest.mark.parametrize(
    "works",
    [
        [],
        [work("one", "A single work")],
        [work("a", "")],
        [work(f"t{number}", title) for number, title in enumerate(("Bees", "Wasps", "Ants and bees", "Beetles", "Index"))],
        [work("a", "深度学习综述", "本文综述深度学习。"), work("b", "深度学习与图像"), work("c", "Звёзды и планеты"), work("d", "Étoiles et planètes")],
        [work(f"s{number}", "The very same title", "And the very same abstract.") for number in range(12)],
    ],
    ids=["none", "one", "no words", "titles only", "several languages", "all the same"],
)
def test_small_and_odd_corpora_get_themes_that_read_back(works: list[Work], tmp_path: Path) -> None:
    taxonomy = discover(works)
    assert bool(taxonomy.themes) == bool(works)
    assert set(assign(works, taxonomy).placements) == {paper.key for paper in works}
    if works:
        assert outline(taxonomy_of(themes_yaml(taxonomy), tmp_path)) == outline(taxonomy)


def test_a_given_taxonomy_reads_back_from_its_own_text(tmp_path: Path) -> None:
    taxonomy = taxonomy_of(None, tmp_path)
    assert outline(taxonomy_of(themes_yaml(taxonomy), tmp_path)) == outline(taxonomy)


def test_many_themes_come_in_sections_of_related_ones() -> None:
    chance = random.Random(5)
    words = ["".join(chance.choices(string.ascii_lowercase, k=7)) for _ in range(60)]
    works = [work(f"w{n:03}", f"{words[12 + n % 12]} of {words[24 + n % 12]}", " ".join(words[24 + n % 12 :: 12] + words[n % 3 : 12 : 3])) for n in range(144)]
    taxonomy = discover(works)
    assert len(taxonomy.themes) > 8
    assert 1 < len(taxonomy.sections) < len(taxonomy.themes)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=40), st.text(max_size=120)), min_size=1, max_size=10))
def test_any_corpus_gets_safe_and_unique_ids(texts: list[tuple[str, str]]) -> None:
    ids = [theme.id for theme in discover([work(f"k{number}", *text) for number, text in enumerate(texts)]).themes]
    assert len(set(ids)) == len(ids) >= 1
    assert all(ID.fullmatch(name) and name not in RESERVED and len(name) <= 80 for name in ids)
